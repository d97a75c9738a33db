// What the link of a mail asks for: its kind and its code stand behind the `#`. Opening it does nothing.
import { html, useState } from "./vendor.js";
import { ask, call } from "./api.js";
import { me } from "./session.js";
import { Check, Field, Form, go, Heading, Password, ToSignIn, useRead, Waiting } from "./parts.js";
import { list, moment, t } from "./texts.js";

const PASSWORDS = {
  "password-reset": ["/v1/account/password-reset/confirm", "new_password"],
  activation: ["/v1/accounts/activate", "password"],
};

export default function Link({ parts: [kind, code] }) {
  if (kind === "sign-up") return html`<${Confirm} code=${code} />`;
  if (Object.hasOwn(PASSWORDS, kind)) return html`<${NewPassword} kind=${kind} code=${code} />`;
  const heading = html`<${Heading}>${t(kind)}<//>`;
  if (!me.value) {
    // The code waits in this window, for as long as it takes to sign in or to make an account.
    sessionStorage.setItem("link", `${kind}=${code}`);
    return html`${heading}<p>${t(`${kind}-sign-in`)}</p>
      <p><a class="button" href="#">${t("sign-in")}</a></p><p><a class="button plain" href="#join">${t("no-account-yet")}</a></p>`;
  }
  sessionStorage.removeItem("link");
  return html`${heading}${kind === "invitation" ? html`<${Invitation} code=${code} />` : html`<${Enrolment} code=${code} />`}`;
}

function Confirm({ code }) {
  const send = async () => {
    await ask("POST", "/v1/accounts/confirm", { body: { code } });
    go("");
  };
  return html`<${Heading}>${t("sign-up")}<//><p>${t("sign-up-says")}</p><${Form} send=${send} button=${t("confirm-address")} /><${ToSignIn} />`;
}

function NewPassword({ kind, code }) {
  const [to, member] = PASSWORDS[kind];
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const send = async () => {
    await ask("POST", to, { body: { email: email.trim(), code, [member]: password } });
    go("");
  };
  return html`<${Heading}>${t(kind)}<//><p>${t(`${kind}-says`)}</p>
    <${Form} send=${send} button=${t("take-password")}>
      <${Field} label=${t("email-of-mail")} type="email" autocomplete="username" required value=${email} onInput=${(e) => setEmail(e.target.value)} />
      <${Password} label=${t("new-password")} hint=${t("new-password-hint")} autocomplete="new-password" value=${password} onInput=${(e) => setPassword(e.target.value)} />
    <//><${ToSignIn} />`;
}

function Invitation({ code }) {
  const { value, error, again } = useRead(async () => (await call("POST", "/v1/invitations/preview", { body: { code } })).body, [code]);
  if (error?.code === "not_found") return html`<p role="alert">${t("invitation-gone")}</p><p><a class="target" href="#">${t("diaries")}</a></p>`;
  if (!value) return html`<${Waiting} error=${error} again=${again} />`;
  const accept = async () => {
    const { body } = await call("POST", "/v1/invitations/accept", { body: { code } });
    go(`diary/${body.patient_id}`);
  };
  const others = value.members.map((one) => t(`relation-${one.relation}`));
  return html`<p>${t("invitation-by", { name: value.invited_by })}</p><p>${t("invitation-allows", { what: value.allows })}</p>
    ${others.length > 0 && html`<p>${t("invitation-others", { people: list(others) })}</p>`}
    <p class="quiet">${t("good-until", { when: moment(value.expires_at) })}</p>
    <${Form} send=${accept} button=${t("accept")} />`;
}

const SHARES = ["notes", "facts", "research"];

function Enrolment({ code }) {
  const [share, choose] = useState({ notes: false, facts: true, research: false });
  const accept = async () => {
    const { body } = await call("POST", "/v1/enrolments/accept", { body: { code, share } });
    go(`circle/${me.value.patient_id}`);
    return t("enrolled", { name: body.name });
  };
  return html`<p>${t("enrolment-says")}</p>
    <${Form} send=${accept} button=${t("accept")}>
      <${Shares} share=${share} choose=${choose} />
    <//>`;
}

export function Shares({ share, choose }) {
  return html`<fieldset><legend>${t("what-clinic-sees")}</legend><p>${t("clinic-always-sees")}</p>${SHARES.map((one) => html`
    <${Check} label=${t(`share-${one}`)} hint=${t(`share-${one}-hint`)} checked=${share[one]} onChange=${() => choose({ ...share, [one]: !share[one] })} />`)}</fieldset>`;
}
