// The clinic's own rating of a day, apart from the diary that the home keeps: for clinicians.
import { html, useEffect, useState } from "./vendor.js";
import { call, get, orNone } from "./api.js";
import { keyOf, read, remove, write } from "./keep.js";
import { Compare } from "./compare.js";
import { authorOf, Careful, Choice, Field, Form, go, Heading, useRead, Waiting } from "./parts.js";
import { correcting, FRESH, Questions } from "./questions.js";
import { me } from "./session.js";
import { day as inWords, t } from "./texts.js";
import { daysOf, today } from "./weeks.js";

const RESPONDENTS = ["clinician_in_person", "clinician_phone"];
const isThere = (before) => before && !before.body.voided;

export default function Rate({ parts: [patient, day] }) {
  const base = `/v1/patients/${patient}`;
  const placeOf = (of) => `${base}/clinic-ratings/${of}`;
  const key = keyOf(me.value.account.id, patient, `clinic-${day ?? "new"}`);
  const [draft, set] = useState();
  const [begun, begin] = useState(false);
  const [done, finish] = useState(false);
  const [clash, face] = useState();
  const { value, error, again } = useRead(async () => {
    const [instrument, who, before, kept] = await Promise.all([
      get("/v1/instruments/alsfrs-r"), get(base), day ? orNone(call("GET", placeOf(day))) : null, read("drafts", key),
    ]);
    return { instrument, who, before, kept };
  }, [patient, day]);
  useEffect(() => {
    if (!value) return;
    const { before, kept } = value;
    const recorded = isThere(before) && { ...correcting(before.body, before.etag), respondent: before.body.respondent };
    set(kept ?? (recorded || { ...FRESH, assessed_on: day ?? today(), respondent: RESPONDENTS[0], tag: before?.etag }));
  }, [value]);
  if (done) return html`<${Heading} key="done">${t("saved-sent")}<//><p><a class="button plain" href="#diary/${patient}">${t("to-diary")}</a></p>`;
  if (!draft) return html`<${Heading} back="diary/${patient}">${t("rate")}<//><${Waiting} error=${error} again=${again} />`;
  const change = (news) => set((before) => {
    const next = { ...before, ...news };
    write("drafts", key, next);
    return next;
  });
  const record = async (rating, tag = draft.tag) => {
    const headers = tag ? { "If-Match": tag } : {};
    try {
      await call("PUT", placeOf(rating.assessed_on), { body: rating, headers });
    } catch (error) {
      if (!error.current) throw error;
      // The tag is not made of the revision: who is not shown notes reads another representation.
      return face({ rating, current: error.current, tag: error.etag });
    }
    await remove("drafts", key);
    finish(true);
  };
  const giveUp = () => remove("drafts", key).then(() => go(`diary/${patient}`));
  if (clash) return html`<${Clash} ...${clash} instrument=${value.instrument} record=${() => record(clash.rating, clash.tag)} giveUp=${giveUp} back=${() => face()} />`;
  if (begun) return html`<${Questions} draft=${draft} change=${change} instrument=${value.instrument} record=${record} withReason=${isThere(value.before)} />`;
  const take = async () => {
    await call("DELETE", placeOf(day), { body: {}, headers: { "If-Match": draft.tag } });
    await remove("drafts", key);
    finish(true);
  };
  const days = daysOf();
  const options = RESPONDENTS.map((one) => [one, t(`respondent-${one}`)]);
  return html`<${Heading} back="diary/${patient}">${t("rate-of", { name: value.who.display_name })}<//><p>${t("rate-says")}</p>
    ${value.kept && html`<p class="card">${t("draft-found", { day: inWords(draft.assessed_on) })} <button type="button" class="plain" onClick=${() => remove("drafts", key).then(again)}>${t("begin-anew")}</button></p>`}
    <${Form} send=${() => begin(true)} button=${t("begin")}>
      ${day ? html`<p><b>${inWords(day)}</b></p>` : html`<${Field} label=${t("which-day")} type="date" required min=${days.first} max=${days.last} value=${draft.assessed_on}
        onChange=${(e) => e.target.value && e.target.validity.valid && change({ assessed_on: e.target.value })} />`}
      <${Choice} label=${t("rate-how")} options=${options} value=${draft.respondent} onInput=${(e) => change({ respondent: e.target.value })} />
      <p>${t("compare-with-before")}</p><//>
    ${isThere(value.before) && html`<${Careful} label=${t("remove")} yes=${t("remove")} question=${t("rate-remove-says")} act=${take} />`}`;
}

/** The day has a rating or a removal that its clinician has not seen: their answers stay until they say what holds. */
function Clash({ rating, current, instrument, record, giveUp, back }) {
  const about = { name: authorOf(current.recorded_by), day: inWords(rating.assessed_on) };
  return html`${current.voided ? html`<${Heading} key="removed">${t("rate-removed")}<//><p>${t("rate-removed-says", about)}</p>
      <${Careful} label=${t("rate-anew")} yes=${t("rate-anew")} question=${t("rate-anew-says")} act=${record} kind="" />`
    : html`<${Heading} key="taken">${t("rate-taken")}<//><p>${t("rate-taken-says", about)}</p>
      <${Compare} mine=${rating} other=${current} heads=${[t("now"), t("earlier")]} instrument=${instrument} />
      <${Form} send=${record} button=${t("take-mine")} />`}
    <p class="actions"><${Careful} label=${t("give-up")} yes=${t("give-up")} question=${t("give-up-says")} act=${giveUp} />
      <button type="button" class="plain" onClick=${back}>${t("back")}</button></p>`;
}
