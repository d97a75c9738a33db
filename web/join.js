// Making an account.
import { html, useState } from "./vendor.js";
import { ask } from "./api.js";
import { Choice, Field, Form, Heading, Password, ToSignIn } from "./parts.js";
import { language, t } from "./texts.js";

export default function Join() {
  const [form, set] = useState({ role: sessionStorage.getItem("link")?.startsWith("invitation") ? "caregiver" : "patient", display_name: "", email: "", password: "" });
  const [sent, tell] = useState(false);
  const to = (name) => ({ value: form[name], onInput: (event) => set({ ...form, [name]: event.target.value }) });
  const send = async () => {
    const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    await ask("POST", "/v1/accounts", { body: { ...form, email: form.email.trim(), time_zone, locale: language.value } });
    tell(true);
  };
  if (sent) return html`<${Heading} key="sent" back="">${t("look-into-mail")}<//><p role="status">${t("sign-up-mail", { email: form.email })}</p><${ToSignIn} />`;
  return html`<${Heading} back="">${t("join")}<//>
    <${Form} send=${send} button=${t("join")}>
      <${Choice} label=${t("who-joins")} options=${[["patient", t("joins-patient")], ["caregiver", t("joins-caregiver")]]} ...${to("role")} />
      <${Field} label=${t("display-name")} hint=${t("display-name-hint")} autocomplete="name" required maxlength="100" ...${to("display_name")} />
      <${Field} label=${t("email")} type="email" autocomplete="username" required ...${to("email")} />
      <${Password} label=${t("new-password")} hint=${t("new-password-hint")} autocomplete="new-password" ...${to("password")} />
    <//><${ToSignIn} />`;
}
