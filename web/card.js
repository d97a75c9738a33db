// The emergency card: what it says is chosen here. The card itself is a page of the server's own, which prints on one sheet.
import { html, useState } from "./vendor.js";
import { call, orNone } from "./api.js";
import { LinkToHand } from "./guest-links.js";
import { Careful, Check, Field, Form, Heading, useRead, Waiting } from "./parts.js";
import { moment, t } from "./texts.js";

const PARTS = ["diagnosis", "ventilation", "swallowing"];
const MOST_CONTACTS = 4;
/** Nothing is on the card before it was chosen. */
const EMPTY = { shown_name: "", diagnosis: false, ventilation: false, swallowing: false, note: "", contacts: [] };

export default function Card({ parts: [patient] }) {
  const path = `/v1/patients/${patient}/emergency-card`;
  const { value, error, again } = useRead(async () => {
    const found = await orNone(call("GET", path));
    return { card: found?.body, etag: found?.etag };
  }, [patient]);
  const heading = html`<${Heading} back="diary/${patient}">${t("emergency-card")}<//><p>${t("card-says")}</p>`;
  if (!value) return html`${heading}<${Waiting} error=${error} again=${again} />`;
  const { card, etag } = value;
  return html`${heading}
    ${card && html`<section class="card"><h2>${t("card-there")}</h2><p class="quiet">${t("card-chosen", { when: moment(card.changed_at) })}</p>
      <p><a class="button" href=${card.url} target="_blank" rel="noopener">${t("card-look")}</a></p><p>${t("card-look-says")}</p>
      <${LinkToHand} label=${t("card-link")} url=${card.url} />
      <${Careful} label=${t("card-end")} yes=${t("card-end")} question=${t("card-end-says")} act=${async () => { await call("DELETE", path); again(); }} /></section>`}
    <section><h2>${t("card-what")}</h2><${Chosen} key=${card ? "there" : "none"} card=${card ?? EMPTY} etag=${etag} path=${path} again=${again} /></section>`;
}

function Chosen({ card, etag, path, again }) {
  const [form, set] = useState({ ...card, shown_name: card.shown_name ?? "", note: card.note ?? "" });
  const change = (news) => set((before) => ({ ...before, ...news }));
  const to = (name) => ({ value: form[name], onInput: (event) => change({ [name]: event.target.value }) });
  const { contacts } = form;
  const send = async () => {
    const { shown_name, diagnosis, ventilation, swallowing, note } = form;
    const given = contacts.map(({ name, phone, about }) => ({ name, phone, about: about?.trim() || null }));
    const body = { shown_name: shown_name.trim() || null, diagnosis, ventilation, swallowing, note: note.trim() || null, contacts: given };
    await call("PUT", path, { body, headers: etag ? { "If-Match": etag } : {} });
    again();
    return t("changed-now");
  };
  const person = (at) => (news) => change({ contacts: contacts.map((one, place) => (place === at ? { ...one, ...news } : one)) });
  return html`<${Form} send=${send} button=${t(etag ? "save" : "card-make")}>
    <${Field} label=${t("card-name")} hint=${t("card-name-hint")} maxlength="100" autocomplete="name" ...${to("shown_name")} />
    ${PARTS.map((part) => html`<${Check} key=${part} label=${t(`card-${part}`)} hint=${t(`card-${part}-hint`)} checked=${form[part]} onChange=${() => change({ [part]: !form[part] })} />`)}
    <${Field} label=${t("card-note")} hint=${t("card-note-hint")} type="area" rows="4" maxlength="500" ...${to("note")} />
    ${contacts.map((one, at) => html`<${Contact} key=${at} at=${at} contact=${one} change=${person(at)} remove=${() => change({ contacts: contacts.filter((_, place) => place !== at) })} />`)}
    ${contacts.length < MOST_CONTACTS && html`<p><button type="button" class="plain" onClick=${() => change({ contacts: [...contacts, { name: "", phone: "", about: "" }] })}>${t("card-add-contact")}</button></p>`}
  <//>`;
}

function Contact({ at, contact, change, remove }) {
  const to = (name) => ({ value: contact[name] ?? "", onInput: (event) => change({ [name]: event.target.value }) });
  return html`<fieldset><legend>${t("card-contact", { number: at + 1 })}</legend>
    <${Field} label=${t("card-contact-name")} required maxlength="100" autocomplete="off" ...${to("name")} />
    <${Field} label=${t("card-contact-phone")} hint=${t("card-contact-phone-hint")} type="tel" required maxlength="40" autocomplete="off" ...${to("phone")} />
    <${Field} label=${t("card-contact-about")} hint=${t("card-contact-about-hint")} maxlength="100" autocomplete="off" ...${to("about")} />
    <button type="button" class="plain" onClick=${remove}>${t("card-remove-contact")}</button></fieldset>`;
}
