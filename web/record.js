// Recording a week: one question a screen, one touch an answer, kept on this device with each touch.
import { html, useEffect, useRef, useState } from "./vendor.js";
import { call, get, orNone, Unreachable } from "./api.js";
import { keeps, keyOf, read, remove, write } from "./keep.js";
import { me } from "./session.js";
import { save } from "./outbox.js";
import { Careful, Choice, Field, Form, go, Heading, Waiting, wordsOf } from "./parts.js";
import { Compare } from "./compare.js";
import { isNoWeight, More, saidOf } from "./record-more.js";
import { day, language, moment, t } from "./texts.js";
import { daysOf, later, mondayOf, today, weekOf, within } from "./weeks.js";

const OWN = ["self", "self_with_help"];
const OF_OTHERS = ["caregiver_relayed", "caregiver_proxy"];
/** Milliseconds after which one records without what is not needed for it. */
const PATIENCE = 3000;

/** The form: as it was last time where the server lets one wait. */
export async function form() {
  const kept = await read("known", "instrument");
  const asked = get("/v1/instruments/alsfrs-r").then(async (instrument) => {
    await write("known", "instrument", instrument);
    return instrument;
  });
  return kept ? Promise.race([asked.catch(() => kept), patience(kept)]) : asked;
}

const patience = (otherwise) => new Promise((done) => setTimeout(done, PATIENCE, otherwise));

/** What recording begins with: a draft, a week that is corrected, or nothing. */
async function beginning(patient, week, key) {
  const draft = await read("drafts", key);
  // The answers of last time help, and where the server lets one wait, or to a draft that is there, they may be missing.
  const before = get(`/v1/patients/${patient}/entries?order=desc&limit=1`).catch((error) => {
    if (draft || error instanceof Unreachable) return null;
    throw error;
  });
  const [instrument, lately] = await Promise.all([form(), Promise.race([before, patience(null)])]);
  const last = lately?.items[0] ?? null;
  if (draft) return { instrument, last, ...resumed(draft, week) };
  const own = patient === me.value.patient_id;
  const fresh = {
    assessed_on: within(today(), daysOf(week)), respondent: own ? OWN[0] : OF_OTHERS[0], answers: {}, symptoms: {},
    gastrostomy: null, weight_kg: null, note: "", change_reason: "", tag: null, step: 0,
  };
  const corrected = week && await orNone(call("GET", `/v1/patients/${patient}/entries/${week}`));
  const tag = corrected?.etag ?? null;
  if (!corrected || corrected.body.voided) return { instrument, last, draft: { ...fresh, tag } };
  const { assessed_on, respondent, answers, symptoms, gastrostomy, weight_kg, note } = corrected.body;
  return { instrument, last: null, draft: { ...fresh, assessed_on, respondent, answers, symptoms, gastrostomy, weight_kg, note: note ?? "", tag } };
}

/** A draft goes on where it was left; of another week than this one, or of a day that cannot be, it begins with its day. */
function resumed(draft, week) {
  const { first, last } = daysOf(draft.isFree ? null : week);
  const isPossible = draft.assessed_on >= first && draft.assessed_on <= last;
  const assessed_on = isPossible ? draft.assessed_on : within(today(), { first, last });
  const goesOn = isPossible && (week || weekOf(assessed_on) === weekOf(today()));
  const step = goesOn ? draft.step : 0;
  return { draft: { ...draft, assessed_on, step }, resumedAt: step };
}

/** The screens in their order. */
export function screensOf(instrument) {
  const items = instrument.items.flatMap((item) => (item.key === "cutting" ? [{ kind: "tube" }, { kind: "item", item }] : [{ kind: "item", item }]));
  return [{ kind: "begin" }, ...items, { kind: "more" }, { kind: "review" }];
}

export default function Record({ parts: [patient, week] }) {
  const key = keyOf(me.value.account.id, patient, week ?? "new");
  const [state, set] = useState({});
  const [done, finish] = useState();
  const [clash, face] = useState();
  const begin = () => beginning(patient, week, key).then(set, (error) => set({ error }));
  useEffect(() => { begin(); }, []);
  const { instrument, last, draft, error, resumedAt } = state;
  if (done) return html`<${Done} done=${done} patient=${patient} />`;
  if (!draft) return html`<${Heading} back="">${t("record-week")}<//><${Waiting} error=${error} again=${() => { set({}); begin(); }} />`;
  const change = (news) => {
    const next = { ...draft, ...news };
    set({ ...state, draft: next });
    write("drafts", key, next);
  };
  const all = screensOf(instrument);
  const at = Math.min(draft.step, all.length - 1);
  const step = (to) => change({ step: to });
  const screen = all[at];
  const anew = () => remove("drafts", key).then(() => location.reload());
  const found = draft.step === resumedAt && html`<p class="card">${t("draft-found", { day: day(draft.assessed_on) })} <button type="button" class="plain" onClick=${anew}>${t("begin-anew")}</button></p>`;
  const shared = { draft, change, found, next: () => step(at + 1) };
  const answer = answering(draft, change, at, all.length - 1);
  const toReview = draft.reviewing && screen.kind !== "review";
  const record = async (rating, replaces = draft.replaces) => {
    const saved = await save(patient, weekOf(rating.assessed_on), rating, { tag: draft.tag, replaces }, key);
    if (saved.state === "before") face({ now: rating, before: saved.before });
    else finish(saved);
  };
  if (clash) {
    const giveUp = () => remove("drafts", key).then(() => go("unsent"));
    return html`<${Both} ...${clash} instrument=${instrument} save=${() => record(clash.now, clash.before)} giveUp=${giveUp} back=${() => face()} />`;
  }
  // Texts: what writes the numbers of a language is made with the first one, and the first touch would wait for that.
  return html`<div class="record">
    <p class="quiet">${t("step-of", { step: String(at + 1), of: String(all.length) })}</p>
    <progress max=${all.length} value=${at + 1} aria-label=${t("how-far")}></progress>
    ${screen.kind === "begin" && html`<${Begin} ...${shared} patient=${patient} days=${daysOf(draft.isFree ? null : week)} />`}
    ${screen.kind === "tube" && html`<${Tube} key="tube" draft=${draft} ofAnother=${patient !== me.value.patient_id} found=${found} last=${last} answer=${answer} />`}
    ${screen.kind === "item" && html`<${Item} key=${screen.item.key} item=${screen.item} draft=${draft} found=${found} last=${last} answer=${answer} instrument=${instrument} />`}
    ${screen.kind === "more" && html`<${More} ...${shared} />`}
    ${screen.kind === "review" && html`<${Review} draft=${draft} change=${change} found=${found} all=${all} lang=${instrument.language} step=${step} record=${record} correcting=${Boolean(draft.tag)} />`}
    <p class="actions">
      ${at > 0 && html`<button type="button" class="plain" onClick=${() => step(at - 1)}>${t("back")}</button>`}
      ${toReview && html`<button type="button" class="plain" onClick=${() => step(all.length - 1)}>${t("to-review")}</button>`}
      <a class="button plain" href="#diary/${patient}">${t("later")}</a>
    </p>
    ${keeps.value && html`<p class="quiet">${t("draft-kept")}</p>`}
  </div>`;
}

function Begin({ draft, change, found, next, patient, days }) {
  const own = patient === me.value.patient_id;
  const options = (own ? OWN : OF_OTHERS).map((one) => [one, t(`answers-${one}`)]);
  const monday = mondayOf(weekOf(draft.assessed_on));
  // A year that is still being typed is no day yet.
  const choose = ({ target }) => target.value && target.validity.valid && change({ assessed_on: target.value });
  return html`<${Heading}>${t("record-week")}<//>${found}
    <${Form} send=${next} button=${t("begin")}>
      <${Field} label=${t("which-day")} hint=${t("week-from-to", { from: day(monday), to: day(later(monday, 6)) })} type="date" required
        min=${days.first} max=${days.last} value=${draft.assessed_on} onChange=${choose} />
      <${Choice} label=${t("who-answers")} options=${options} value=${draft.respondent} onInput=${(e) => change({ respondent: e.target.value })} />
      <p>${t("compare-with-before")}</p>
    <//>`;
}

/** Another rating of the same week is on this device alone: the person sees both before one takes the place of the other. */
function Both({ now, before, instrument, save, giveUp, back }) {
  return html`<${Heading}>${t("week-before")}<//><p>${t("week-before-says", { when: moment(before.since) })}</p>
    <${Compare} mine=${now} other=${before.rating} heads=${[t("now"), t("earlier")]} instrument=${instrument} />
    <${Form} send=${save} button=${t("take-now")} />
    <p class="actions"><${Careful} label=${t("take-earlier")} question=${t("take-earlier-says")} yes=${t("take-earlier")} act=${giveUp} />
      <button type="button" class="plain" onClick=${back}>${t("back")}</button></p>`;
}

/** A question: each answer is a button, and touching it is all. */
function Question({ label, hint, found, options, chosen, before, answer, skip, lang }) {
  return html`<${Heading}><span lang=${lang}>${label}</span><//>${found}
    ${hint && html`<p class="quiet">${hint}</p>`}
    <div class="answers" role="group" lang=${lang} aria-label=${label}>${options.map(([value, words]) => html`
      <button type="button" key=${String(value)} lang=${lang} aria-pressed=${value === chosen} onClick=${() => answer(value)}>
        ${words}${before === value && html` <span class="before" lang=${language.value}>${t("as-before")}</span>`}</button>`)}</div>
    ${skip && html`<button type="button" class="plain" onClick=${() => answer(null)}>${t("skip-question")}</button>`}`;
}

/** Keeps an answer, and goes on from question `at`; in a review back to that, unless another question follows from the answer. */
export const answering = (draft, change, at, review) => (news, isDone = draft.reviewing) => change({ ...news, step: isDone ? review : at + 1 });

export function Tube({ draft, found, last, answer, ofAnother }) {
  const options = [[false, t("no")], [true, t("yes")]];
  const choose = (gastrostomy) => {
    if (gastrostomy === draft.gastrostomy) return answer({ gastrostomy });
    // With a tube another thing is asked about cutting food: what was answered before says nothing of it.
    const { cutting, ...answers } = draft.answers;
    answer({ gastrostomy, answers }, false);
  };
  return html`<${Question} label=${t(ofAnother ? "guest-tube" : "tube")} hint=${t("tube-hint")} found=${found} options=${options} chosen=${draft.gastrostomy} before=${last?.gastrostomy}
    answer=${choose} />`;
}

export function Item({ item, draft, found, last, answer, instrument }) {
  const number = draft.gastrostomy ? instrument.cutting_rule.with_gastrostomy : instrument.cutting_rule.without_gastrostomy;
  const form = item.forms.find((one) => one.number === number) ?? item.forms[0];
  const options = form.anchors.map(({ score, text }) => [score, text]);
  const sameForm = item.key !== "cutting" || last?.gastrostomy === draft.gastrostomy;
  const hint = language.value === instrument.language ? null : t("wording-english");
  return html`<${Question} label=${form.label} hint=${hint} found=${found} lang=${instrument.language} options=${options} chosen=${draft.answers[item.key]}
    before=${sameForm ? last?.answers[item.key] : undefined} skip
    answer=${(score) => answer({ answers: { ...draft.answers, [item.key]: score } })} />`;
}

/** The rating as the contract has it. */
export function asRating({ assessed_on, respondent, answers, symptoms, gastrostomy, weight_kg, note, change_reason, tag }) {
  return {
    assessed_on, respondent, answers, symptoms,
    gastrostomy: gastrostomy ?? false, cutting_form: gastrostomy ? "5b" : "5a",
    weight_kg, note: note.trim() || null, change_reason: tag ? change_reason.trim() || null : null,
    answered_at: new Date().toISOString(),
  };
}

export function Review({ draft, change, found, all, lang, step, record, correcting }) {
  const [error, fail] = useState();
  const [busy, work] = useState(false);
  useEffect(() => { if (!draft.reviewing) change({ reviewing: true }); }, []);
  const asked = all.map((screen, at) => ({ ...screen, at })).filter(({ kind }) => kind === "item" || kind === "tube");
  const questions = asked.filter(({ item }) => item);
  const answered = questions.filter(({ item }) => Number.isInteger(draft.answers[item.key])).length;
  const isFaulty = isNoWeight(draft);
  const send = async () => {
    if (busy) return;
    work(true);
    try {
      await record(asRating(draft));
    } catch (failure) {
      fail(failure);
    }
    work(false);
  };
  return html`<${Heading}>${t("is-this-right")}<//>${found}
    <p>${t("rated-day", { day: day(draft.assessed_on) })}</p><p>${t("answered-of", { answered, of: questions.length })}</p>
    <ul class="review">${asked.map(({ item, at }) => {
      if (!item) {
        const said = draft.gastrostomy === null ? "not-answered" : draft.gastrostomy ? "yes" : "no";
        return html`<li key="tube"><button type="button" class="plain" onClick=${() => step(at)}><b>${t("tube-there")}</b> <span>${t(said)}</span></button></li>`;
      }
      const form = item.forms.find((one) => one.number === (draft.gastrostomy ? "5b" : "5a")) ?? item.forms[0];
      const anchor = form.anchors.find((one) => one.score === draft.answers[item.key]);
      return html`<li key=${item.key}><button type="button" class="plain" onClick=${() => step(at)}><b lang=${lang}>${form.label}</b> <span lang=${anchor && lang}>${anchor?.text ?? t("not-answered")}</span></button></li>`;
    })}${saidOf(draft).map(([name, said]) => html`<li key=${name}><button type="button" class="plain" onClick=${() => step(all.length - 2)}><b>${name}</b> <span class="written">${said}</span></button></li>`)}</ul>
    ${isFaulty && html`<p class="fault">${t("no-weight")}</p>`}
    ${correcting && html`<${Field} label=${t("why-changed")} maxlength="500" value=${draft.change_reason} onInput=${(e) => change({ change_reason: e.target.value })} />`}
    ${error && html`<p class="fault" role="alert">${wordsOf(error)}</p>`}
    ${answered === 0 && html`<p class="fault">${t("nothing-answered")}</p>`}
    <button type="button" disabled=${answered === 0 || isFaulty} aria-disabled=${busy} onClick=${send}>${t("save")}</button>`;
}

function Done({ done, patient }) {
  return html`<${Heading}>${t(`saved-${done.state}`)}<//>
    <p>${t(`saved-${done.state}-says`, { says: done.says ?? "" })}</p>
    ${done.state !== "sent" && done.state !== "waiting" && html`<p><a class="button" href="#unsent">${t("look")}</a></p>`}
    <p><a class="button plain" href="#diary/${patient}">${t("to-diary")}</a></p>`;
}
