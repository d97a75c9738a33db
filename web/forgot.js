// A forgotten password.
import { html, useState } from "./vendor.js";
import { ask } from "./api.js";
import { Field, Form, Heading, ToSignIn } from "./parts.js";
import { t } from "./texts.js";

export default function Forgot() {
  const [email, setEmail] = useState("");
  const send = async () => {
    await ask("POST", "/v1/account/password-reset", { body: { email: email.trim() } });
    return t("reset-mail");
  };
  return html`<${Heading} back="">${t("password-forgotten")}<//><p>${t("forgot-says")}</p>
    <${Form} send=${send} button=${t("send-mail")}>
      <${Field} label=${t("email")} type="email" autocomplete="username" required value=${email} onInput=${(e) => setEmail(e.target.value)} />
    <//><${ToSignIn} />`;
}
