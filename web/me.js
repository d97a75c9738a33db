// One's own account: what is seen, how one signs in, on which devices, one's data.
import { html, useState } from "./vendor.js";
import { all, call, get, orNone } from "./api.js";
import { addPasskey, chooseLanguage, hasPasskeys, isStaff, me } from "./session.js";
import { prefer, prefers } from "./prefers.js";
import { Careful, Check, Choice, Field, Form, Heading, Password, saveFile, useFresh, useRead, Waiting, wordsOf } from "./parts.js";
import { Told } from "./told.js";
import { language, LANGUAGES, moment, t } from "./texts.js";

export default function Me() {
  const [fresh, asking] = useFresh();
  return html`<${Heading} back="">${t("my-account")}<//>${asking}
    <p>${me.value.account.display_name}, ${me.value.account.email}</p>
    <${Seen} />${!isStaff.value && html`<section><h2>${t("reminders")}</h2><p><a class="button plain" href="#reminders">${t("reminders-choose")}</a></p></section>`}<${Told} /><${ChangePassword} fresh=${fresh} /><${Passkeys} fresh=${fresh} /><${Codes} fresh=${fresh} /><${Devices} fresh=${fresh} /><${Data} fresh=${fresh} />`;
}

function Seen() {
  const { withoutNumbers } = prefers.value;
  const [error, fail] = useState();
  // Mails come in the language of the account.
  const speak = (code) => { fail(); chooseLanguage(code).catch(fail); };
  return html`<section><h2>${t("what-i-see")}</h2>
    <${Choice} label=${t("language")} value=${language.value} options=${Object.entries(LANGUAGES)} onInput=${(e) => speak(e.target.value)} />
    ${error && html`<p class="fault" role="alert">${wordsOf(error)}</p>`}
    <${Check} label=${t("without-numbers")} hint=${t("without-numbers-hint")} checked=${withoutNumbers} onChange=${() => prefer({ withoutNumbers: !withoutNumbers })} /></section>`;
}

function ChangePassword({ fresh }) {
  const [form, set] = useState({ current_password: "", new_password: "" });
  const to = (name) => ({ value: form[name], onInput: (event) => set({ ...form, [name]: event.target.value }) });
  const send = async () => {
    await fresh(() => call("PUT", "/v1/account/password", { body: form }));
    set({ current_password: "", new_password: "" });
    return t("password-changed");
  };
  return html`<section><h2>${t("password")}</h2><details><summary>${t("change-password")}</summary><${Form} send=${send} button=${t("take-password")}>
    <${Password} label=${t("current-password")} autocomplete="current-password" ...${to("current_password")} />
    <${Password} label=${t("new-password")} hint=${t("new-password-hint")} autocomplete="new-password" ...${to("new_password")} /><//></details></section>`;
}

function Passkeys({ fresh }) {
  const { value, error, again } = useRead(() => all("/v1/account/passkeys"), []);
  const [name, call_it] = useState("");
  const [codes, show] = useState();
  const add = async () => {
    const added = await fresh(() => addPasskey(name));
    show(added.recovery_codes);
    call_it("");
    again();
  };
  return html`<section><h2>${t("passkeys")}</h2><p>${t("passkeys-says")}</p>
    ${!value ? html`<${Waiting} error=${error} again=${again} />` : html`<ul class="cards">${value.map((one) => html`<li class="card" key=${one.id}><b>${one.name}</b>
      <p class="quiet">${t("since", { when: moment(one.created_at) })}</p>
      <${Careful} label=${t("remove")} yes=${t("remove")} question=${t("remove-passkey-says", { name: one.name })} act=${async () => { await fresh(() => call("DELETE", `/v1/account/passkeys/${one.id}`)); again(); }} /></li>`)}</ul>`}
    ${hasPasskeys() && html`<${Form} send=${add} button=${t("add-passkey")}><${Field} label=${t("passkey-name")} required maxlength="100" value=${name} onInput=${(e) => call_it(e.target.value)} /><//>`}
    <${RecoveryCodes} codes=${codes} /></section>`;
}

function RecoveryCodes({ codes }) {
  if (!codes) return null;
  return html`<div class="card" role="status"><h3>${t("recovery-codes")}</h3><p>${t("recovery-codes-says")}</p><ol class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ol>
    <button type="button" class="plain" onClick=${() => saveFile(new Blob([codes.join("\n")], { type: "text/plain" }), "recovery-codes.txt")}>${t("save-file")}</button></div>`;
}

function Codes({ fresh }) {
  const { value, error, again } = useRead(() => get("/v1/account/mfa"), []);
  const [enrolment, begin] = useState();
  const [code, setCode] = useState("");
  const [codes, show] = useState();
  if (!value) return html`<section><h2>${t("second-factor")}</h2><${Waiting} error=${error} again=${again} /></section>`;
  const start = async () => begin((await fresh(() => call("POST", "/v1/account/mfa/totp"))).body);
  const confirm = async () => {
    show((await fresh(() => call("POST", "/v1/account/mfa/totp/confirm", { body: { code: code.trim() } }))).body.recovery_codes);
    begin(undefined);
    again();
  };
  const renew = async () => show((await fresh(() => call("POST", "/v1/account/mfa/recovery-codes"))).body.recovery_codes);
  return html`<section><h2>${t("second-factor")}</h2><p>${t(value.required ? "second-factor-demanded" : "second-factor-says")}</p>
    ${value.totp ? html`<p>${t("totp-since", { when: moment(value.totp.since) })} ${t("codes-left", { codes: value.recovery_codes })}</p>
      <${Form} send=${renew} button=${t("new-recovery-codes")} />
      <${Careful} label=${t("remove")} yes=${t("remove")} question=${t("remove-totp-says")} act=${async () => { await fresh(() => call("DELETE", "/v1/account/mfa/totp")); again(); }} />`
      : enrolment ? html`<p>${t("totp-how")}</p><p class="code">${enrolment.secret}</p><p><a href=${enrolment.otpauth_uri}>${t("open-authenticator")}</a></p>
        <${Form} send=${confirm} button=${t("go-on")}><${Field} label=${t("code")} inputmode="numeric" autocomplete="one-time-code" required value=${code} onInput=${(e) => setCode(e.target.value)} /><//>`
      : html`<${Form} send=${start} button=${t("set-up-totp")} />`}
    <${RecoveryCodes} codes=${codes} /></section>`;
}

function Devices() {
  const { value, error, again } = useRead(() => all("/v1/sessions"), []);
  return html`<section><h2>${t("devices")}</h2>
    ${!value ? html`<${Waiting} error=${error} again=${again} />` : html`<ul class="cards">${value.map((one) => html`<li class="card" key=${one.session_id}>
      <b>${one.device_name ?? t("device")}</b>${one.current && ` (${t("this-one")})`}<p class="quiet">${one.address} · ${moment(one.last_seen_at)}</p>
      ${!one.current && html`<${Careful} label=${t("sign-out-there")} yes=${t("sign-out-there")} question=${t("sign-out-there-says")} act=${async () => { await call("DELETE", `/v1/sessions/${one.session_id}`); again(); }} />`}</li>`)}</ul>
      ${value.length > 1 && html`<${Careful} label=${t("sign-out-others")} yes=${t("sign-out-others")} question=${t("sign-out-others-says")} act=${async () => { await call("DELETE", "/v1/sessions"); again(); }} />`}`}</section>`;
}

function Data({ fresh }) {
  const { value: erasure, again } = useRead(() => orNone(get("/v1/account/erasure")), []);
  const copy = async () => {
    const { body } = await fresh(() => call("POST", "/v1/account/export", { isFile: true }));
    saveFile(new Blob([JSON.stringify(JSON.parse(await body.text()), null, 2)], { type: "application/json" }), "my-data.json");
  };
  const erase = async () => { await fresh(() => call("POST", "/v1/account/erasure")); again(); };
  const stay = async () => { await fresh(() => call("DELETE", "/v1/account/erasure")); again(); };
  return html`<section><h2>${t("my-data")}</h2><p>${t("my-data-says")}</p><${Form} send=${copy} button=${t("take-copy")} />
    ${erasure ? html`<p class="card urgent">${t("erased-at", { when: moment(erasure.erased_at) })}</p><${Form} send=${stay} button=${t("do-not-erase")} />`
      : html`<${Careful} label=${t("erase-me")} yes=${t("erase-me")} question=${t("erase-me-says")} act=${erase} />`}</section>`;
}
