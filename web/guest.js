// A week for another person, by somebody who holds a link and has no account. Nothing is kept on this device but what is
// typed, until this window closes.
import { html, useEffect, useState } from "./vendor.js";
import { ask } from "./api.js";
import { Field, Form, Heading, useRead, Waiting } from "./parts.js";
import { Item, Review, screensOf, Tube } from "./record.js";
import { More } from "./record-more.js";
import { day, moment, t } from "./texts.js";
import { later, mondayOf, today, weekOf } from "./weeks.js";

const DRAFT = "guest-draft";
/** Further than any screen: what is shown then is the last one. */
const LAST = 99;
const FRESH = { name: "", answers: {}, symptoms: {}, gastrostomy: null, weight_kg: null, note: "", change_reason: "", tag: null, step: 0 };

/** What was typed with this link in this window. */
function kept(token) {
  const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? "null");
  return draft?.token === token ? draft : null;
}

const within = (wanted, first, last) => (wanted < first ? first : wanted > last ? last : wanted);

export default function Guest({ parts: [token] }) {
  const { value, error, again } = useRead(async () => {
    const link = await ask("POST", "/v1/guest-links/preview", { body: { token } });
    const form = await ask("GET", "/v1/instruments/alsfrs-r");
    return { link: link.body, instrument: form.body };
  }, [token]);
  const [draft, set] = useState(() => kept(token) ?? { ...FRESH, token });
  const [begun, begin] = useState(false);
  const change = (news) => set((before) => {
    const next = { ...before, ...news };
    sessionStorage.setItem(DRAFT, JSON.stringify(next));
    return next;
  });
  if (!value) return html`<${Heading}>${t("guest")}<//><${Waiting} error=${error} again=${again} />`;
  const { link, instrument } = value;
  const done = () => { sessionStorage.removeItem(DRAFT); set({ ...FRESH, token }); begin(false); again(); };
  if (begun) return html`<${Questions} draft=${draft} change=${change} instrument=${instrument} token=${token} done=${done} />`;
  if (link.week) return html`<${Recorded} link=${link} correct=${() => { change({ ...ofEntry(link.entry), token }); begin(true); }} />`;
  return html`<${Begin} link=${link} draft=${draft} change=${change} begin=${() => begin(true)} />`;
}

/** A draft that corrects what was recorded. */
function ofEntry({ etag, name, assessed_on, answers, symptoms, gastrostomy, weight_kg, note }) {
  return { name, assessed_on, answers, symptoms, gastrostomy, weight_kg, note: note ?? "", change_reason: "", tag: etag, step: LAST, reviewing: true };
}

function Recorded({ link, correct }) {
  return html`<${Heading}>${t("saved-sent")}<//>
    ${link.entry ? html`<p>${t("guest-recorded", { day: day(link.entry.assessed_on), name: link.entry.name })}</p>
      <p class="quiet">${t("guest-correct-until", { when: moment(link.expires_at) })}</p>
      <button type="button" class="plain" onClick=${correct}>${t("correct")}</button>`
    : html`<p>${t("guest-changed-since")}</p>`}`;
}

function Begin({ link, draft, change, begin }) {
  const { first_day, last_day } = link;
  const assessed_on = within(draft.assessed_on ?? today(), first_day, last_day);
  const monday = mondayOf(weekOf(assessed_on));
  const start = () => { change({ assessed_on, name: draft.name.trim(), step: 0 }); begin(); };
  return html`<${Heading}>${t("guest")}<//>
    ${link.shown_name && html`<p><b>${t("guest-for", { name: link.shown_name })}</b></p>`}
    <p>${t("guest-says")}</p><p class="quiet">${t("good-until", { when: moment(link.expires_at) })}</p>
    <${Form} send=${start} button=${t("begin")}>
      <${Field} label=${t("guest-name")} hint=${t("guest-name-hint")} autocomplete="name" required maxlength="100" value=${draft.name} onInput=${(e) => change({ name: e.target.value })} />
      <${Field} label=${t("which-day")} hint=${t("week-from-to", { from: day(monday), to: day(later(monday, 6)) })} type="date" required
        min=${first_day} max=${last_day} value=${assessed_on} onChange=${(e) => e.target.value && change({ assessed_on: e.target.value })} />
      <p>${t("compare-with-before")}</p>
    <//>`;
}

function Questions({ draft, change, instrument, token, done }) {
  const all = screensOf(instrument).slice(1);
  const at = Math.min(draft.step, all.length - 1);
  const screen = all[at];
  const step = (to) => change({ step: to });
  useEffect(() => scrollTo(0, 0), [at]);
  const answer = (news) => change({ ...news, step: draft.reviewing ? all.length - 1 : at + 1 });
  const send = async (rating) => {
    const { respondent: _, change_reason: __, ...entry } = rating;
    const headers = draft.tag ? { "If-Match": draft.tag } : {};
    await ask("POST", "/v1/guest-entries", { body: { token, name: draft.name, entry }, headers });
    done();
  };
  return html`<div class="record">
    <p class="quiet">${t("step-of", { step: at + 1, of: all.length })}</p>
    <progress max=${all.length} value=${at + 1} aria-label=${t("how-far")}></progress>
    ${screen.kind === "tube" && html`<${Tube} key="tube" draft=${draft} answer=${answer} ofAnother />`}
    ${screen.kind === "item" && html`<${Item} key=${screen.item.key} item=${screen.item} draft=${draft} answer=${answer} instrument=${instrument} />`}
    ${screen.kind === "more" && html`<${More} draft=${draft} change=${change} next=${() => step(at + 1)} />`}
    ${screen.kind === "review" && html`<${Review} draft=${draft} change=${change} all=${all} step=${step} record=${send} />`}
    <p class="actions">
      ${at > 0 && html`<button type="button" class="plain" onClick=${() => step(at - 1)}>${t("back")}</button>`}
      ${draft.reviewing && screen.kind !== "review" && html`<button type="button" class="plain" onClick=${() => step(all.length - 1)}>${t("to-review")}</button>`}
    </p></div>`;
}
