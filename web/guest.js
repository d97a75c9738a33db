// A week for another person, by somebody who holds a link and has no account. Nothing is kept on this device but what is
// typed, until this window closes.
import { html, useState } from "./vendor.js";
import { ask } from "./api.js";
import { Field, Form, Heading, useRead, Waiting } from "./parts.js";
import { correcting, FRESH, LAST, Questions } from "./questions.js";
import { day, moment, t } from "./texts.js";
import { later, mondayOf, today, weekOf, within } from "./weeks.js";

const DRAFT = "guest-draft";

/** The week of the chosen day is in the diary already. */
const TAKEN = ["week_recorded", "week_taken"];

/** What was typed with this link in this window. */
function kept(token) {
  const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? "null");
  return draft?.token === token ? draft : null;
}

export default function Guest({ parts: [token] }) {
  const { value, error, again } = useRead(async () => {
    const link = await ask("POST", "/v1/guest-links/preview", { body: { token } });
    const form = await ask("GET", "/v1/instruments/alsfrs-r");
    return { link: link.body, instrument: form.body };
  }, [token]);
  const [draft, set] = useState(() => kept(token) ?? { ...FRESH, name: "", token });
  const [begun, begin] = useState(false);
  const [taken, refuse] = useState(false);
  const change = (news) => set((before) => {
    const next = { ...before, ...news };
    sessionStorage.setItem(DRAFT, JSON.stringify(next));
    return next;
  });
  if (!value) return html`<${Heading}>${t("guest")}<//><${Waiting} error=${error} again=${again} />`;
  const { link, instrument } = value;
  const record = async (rating) => {
    const { respondent: _, change_reason: __, ...entry } = rating;
    const headers = draft.tag ? { "If-Match": draft.tag } : {};
    try {
      await ask("POST", "/v1/guest-entries", { body: { token, name: draft.name, entry }, headers });
    } catch (error) {
      if (!TAKEN.includes(error.code)) throw error;
      // The answers are kept for another day; a week of one's own that others changed since is theirs by now.
      if (!draft.tag) {
        refuse(true);
        begin(false);
        return again();
      }
    }
    refuse(false);
    sessionStorage.removeItem(DRAFT);
    set({ ...FRESH, name: "", token });
    begin(false);
    again();
  };
  if (begun) return html`<${Questions} draft=${draft} change=${change} instrument=${instrument} record=${record} />`;
  if (link.week) return html`<${Recorded} link=${link} correct=${() => { change({ ...correcting(link.entry, link.entry.etag), name: link.entry.name, token }); begin(true); }} />`;
  return html`<${Begin} key=${taken} link=${link} draft=${draft} change=${change} taken=${taken} begin=${() => begin(true)} />`;
}

function Recorded({ link, correct }) {
  return html`<${Heading}>${t("saved-sent")}<//>
    ${link.entry ? html`<p>${t("guest-recorded", { day: day(link.entry.assessed_on), name: link.entry.name })}</p>
      <p class="quiet">${t("guest-correct-until", { when: moment(link.expires_at) })}</p>
      <button type="button" class="plain" onClick=${correct}>${t("correct")}</button>`
    : html`<p>${t("guest-changed-since")}</p>`}`;
}

function Begin({ link, draft, change, taken, begin }) {
  const { first_day, last_day } = link;
  const assessed_on = within(draft.assessed_on ?? today(), { first: first_day, last: last_day });
  const monday = mondayOf(weekOf(assessed_on));
  const start = () => { change({ assessed_on, name: draft.name.trim(), step: draft.reviewing ? LAST : 0 }); begin(); };
  return html`<${Heading}>${t("guest")}<//>
    ${taken && html`<p class="card urgent" role="alert">${t("problem-week_recorded")}</p>`}
    ${link.shown_name && html`<p><b>${t("guest-for", { name: link.shown_name })}</b></p>`}
    <p>${t("guest-says")}</p><p class="quiet">${t("good-until", { when: moment(link.expires_at) })}</p>
    <${Form} send=${start} button=${t("begin")}>
      <${Field} label=${t("guest-name")} hint=${t("guest-name-hint")} autocomplete="name" required maxlength="100" value=${draft.name} onInput=${(e) => change({ name: e.target.value })} />
      <${Field} label=${t("which-day")} hint=${t("week-from-to", { from: day(monday), to: day(later(monday, 6)) })} type="date" required
        min=${first_day} max=${last_day} value=${assessed_on} onChange=${(e) => e.target.value && e.target.validity.valid && change({ assessed_on: e.target.value })} />
      <p>${t("compare-with-before")}</p>
    <//>`;
}
