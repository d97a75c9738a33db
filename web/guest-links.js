// Links for who has no account: made by the patient, good for a day and one week.
import { html, useState } from "./vendor.js";
import { call } from "./api.js";
import { Careful, Field, Form } from "./parts.js";
import { moment, t } from "./texts.js";

/** `links` are those of the last day or two; `again` reads them anew. */
export function GuestLinks({ links, base, again, fresh }) {
  const [shown_name, name] = useState("");
  const [made, show] = useState();
  const make = async () => {
    const body = shown_name.trim() ? { shown_name: shown_name.trim() } : {};
    show((await fresh(() => call("POST", `${base}/guest-links`, { body }))).body);
    again();
  };
  const end = (id) => async () => {
    await call("DELETE", `${base}/guest-links/${id}`);
    if (made?.id === id) show(undefined);
    again();
  };
  return html`<section><h2>${t("guest-links")}</h2><p>${t("guest-links-says")}</p>
    <${Form} send=${make} button=${t("make-guest-link")}>
      <${Field} label=${t("guest-shown-name")} maxlength="100" autocomplete="off" value=${shown_name} onInput=${(e) => name(e.target.value)} />
    <//>
    ${made && html`<div class="card"><${LinkToHand} key=${made.id} label=${t("guest-link-made")} url=${made.url} /></div>`}
    ${links.length > 0 && html`<ul class="cards">${links.map((one) => html`<li class="card" key=${one.id}>
      <p>${t("guest-link-made-on", { when: moment(one.created_at) })} ${t(`guest-link-${one.status}`, { week: one.week ?? "" })}</p>
      ${!["revoked", "expired"].includes(one.status) && new Date(one.expires_at) > Date.now() && html`<p class="quiet">${t("good-until", { when: moment(one.expires_at) })}</p>
        <${Careful} label=${t("withdraw")} yes=${t("withdraw")} question=${t("guest-link-withdraw")} act=${end(one.id)} />`}</li>`)}</ul>`}
  </section>`;
}

/** A link that a person hands over themselves. */
export function LinkToHand({ label, url }) {
  const [copied, say] = useState("");
  const copy = () => navigator.clipboard.writeText(url).then(() => say(t("copied")), () => say(t("copy-by-hand")));
  return html`<${Field} label=${label} readonly value=${url} onFocus=${(e) => e.target.select()} />
    <button type="button" class="plain" onClick=${copy}>${t("copy-link")}</button> <span role="status">${copied}</span>`;
}
