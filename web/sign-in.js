// Signing in.
import { html, useState } from "./vendor.js";
import { chooseLanguage, finishSignIn, hasEnded, hasPasskeys, offline, signIn, signInWithPasskey } from "./session.js";
import { Check, Field, Form, Heading, Password, wordsOf } from "./parts.js";
import { language, LANGUAGES, t, whole } from "./texts.js";

const invented = JSON.parse(document.querySelector("meta[name=invented-people]").content || "[]");

/** What the phone of somebody invented shows now (RFC 6238). */
async function codeOf(secret) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const seed = Uint8Array.from(bits.match(/.{8}/g), (byte) => Number.parseInt(byte, 2));
  const key = await crypto.subtle.importKey("raw", seed, { name: "HMAC", hash: "SHA-1" }, false, ["sign"]);
  const step = new DataView(new ArrayBuffer(8));
  step.setUint32(4, Math.floor(Date.now() / 30_000));
  const digest = new DataView(await crypto.subtle.sign("HMAC", key, step));
  return String((digest.getUint32(digest.getUint8(19) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

export default function SignIn() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [stays, stay] = useState(true);
  const [second, ask] = useState(null);
  const [secret, know] = useState();
  const [error, fail] = useState();
  if (second) {
    return html`<${Heading}>${t("second-step")}<//>
      <p>${t("second-step-why")}</p>
      <${Form} send=${() => finishSignIn(second, code.trim(), stays)} button=${t("sign-in")}>
        <${Field} label=${t("code")} autocomplete="one-time-code" required value=${code} onInput=${(e) => setCode(e.target.value)} />
      <//>
      <button type="button" class="plain" onClick=${() => ask(null)}>${t("back")}</button>`;
  }
  const send = async () => {
    const next = await signIn(email.trim(), password, stays);
    if (next && secret) setCode(await codeOf(secret));
    ask(next);
  };
  const byPasskey = () => signInWithPasskey(stays).catch(async (refused) => {
    await whole().catch(() => {});
    fail(refused);
  });
  return html`<${Heading}>${t("diary")}<//>
    <p>${t("about")}</p>
    ${hasEnded.value && html`<p class="card urgent" role="status">${t("session-ended")}</p>`}
    ${offline.value && html`<p role="status">${t("offline-sign-in")}</p>`}
    ${hasPasskeys() && html`<button type="button" onClick=${byPasskey}>${t("use-passkey")}</button>
      ${error && html`<p class="fault" role="alert">${wordsOf(error)}</p>`}
      <h2>${t("or-password")}</h2>`}
    <${Form} send=${send} button=${t("sign-in")}>
      <${Field} label=${t("email")} type="email" autocomplete="username" required value=${email} onInput=${(e) => { setEmail(e.target.value); know(); }} />
      <${Password} label=${t("password")} autocomplete="current-password" value=${password} onInput=${(e) => setPassword(e.target.value)} />
      <${Check} label=${t("stay-signed-in")} hint=${t("stay-signed-in-hint")} checked=${stays} onChange=${() => stay(!stays)} />
    <//>
    <p><a class="target" href="#join">${t("no-account-yet")}</a></p>
    <p><a class="target" href="#forgot">${t("password-forgotten")}</a></p>
    <p class="languages" role="group" aria-label=${t("language")}>${Object.entries(LANGUAGES).map(([tag, name]) => html`
      <button type="button" class="plain" lang=${tag} aria-pressed=${language.value === tag} onClick=${() => chooseLanguage(tag)}>${name}</button>`)}</p>
    ${invented.length > 0 && html`<section class="card"><h2>${t("invented")}</h2><dl>${invented.map((one) => html`
      <dt>${one.name}: ${one.part}</dt>
      <dd><button type="button" class="plain" onClick=${() => { setEmail(one.email); setPassword(one.password); know(one.secret); }}>${one.email}</button></dd>`)}</dl></section>`}`;
}
