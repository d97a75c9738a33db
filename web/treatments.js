// What a diary has beside the weeks: treatments, side effects, milestones. Whole records, as the contract wants them.
import { html, useRef, useState } from "./vendor.js";
import { all, call, get } from "./api.js";
import { Careful, Check, Choice, Field, Form, Heading, useRead, Waiting } from "./parts.js";
import { day, find, t } from "./texts.js";
import { latestDay, today } from "./weeks.js";

/** Of each kind: what is asked, with what it begins, and the day that it is listed by. */
const KINDS = {
  treatment: { began: "started_on", begin: () => ({ treatment_kind: "drug", name: "", dose: "", started_on: today() }), Asked: Treatment },
  side_effect: { began: "began_on", begin: () => ({ what: "headache", description: "", severity: "1", serious: false, began_on: today() }), Asked: SideEffect },
  milestone: { began: "reached_on", begin: () => ({ milestone: "wheelchair", reached_on: today() }), Asked: Milestone },
};
const TREATMENTS = ["drug", "cell_therapy", "rehabilitation", "device", "other"];
const SIDE_EFFECTS = ["headache", "fatigue", "fever", "site_pain", "other"];
const SEVERITIES = ["1", "2", "3", "4"];
const MILESTONES = ["gastrostomy", "nasogastric_tube", "niv_over22_hours", "tracheostomy", "wheelchair", "speech_device"];

/** What the server adds to a record, and a client does not send. */
const ADDED = ["id", "patient_id", "recorded_at", "recorded_by", "revision", "voided", "superseded", "warnings", "change_reason"];

/** A UUIDv7: made here, so that sending a record twice does no harm. */
function newId() {
  const time = Date.now().toString(16).padStart(12, "0");
  const chance = crypto.randomUUID().slice(14);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(1)}`;
}

const byDay = (one, other) => dayOf(other).localeCompare(dayOf(one));
const dayOf = (record) => record.started_on ?? record.began_on ?? record.reached_on ?? record.measured_on ?? record.day ?? record.screened_on ?? "";

export default function Treatments({ parts: [patient] }) {
  const base = `/v1/patients/${patient}`;
  const { value, error, again } = useRead(async () => {
    const [records, who] = await Promise.all([all(`${base}/records?limit=200`), get(base)]);
    return { records: records.filter((one) => one.kind !== "clinic_rating").toSorted(byDay), who };
  }, [patient]);
  if (!value) return html`<${Heading} back="diary/${patient}">${t("treatments")}<//><${Waiting} error=${error} again=${again} />`;
  const may = value.who.may.includes("record_treatments");
  return html`<${Heading} back="diary/${patient}">${t("treatments")}<//>
    ${value.records.length === 0 && html`<p>${t("no-treatments")}</p>`}
    <ul class="cards">${value.records.map((record) => html`<li class="card" key=${record.id}><${Shown} record=${record} base=${base} again=${again} may=${may} /></li>`)}</ul>
    ${may && Object.keys(KINDS).map((kind) => html`<${Add} key=${kind} kind=${kind} base=${base} again=${again} />`)}`;
}

function nameOf(record) {
  const part = record.what ?? record.milestone;
  const measured = record.measure && record.measure.replaceAll("_", " ").toUpperCase();
  return record.description || record.name || measured || (part && find(`happening-${part}`)) || find(`record-${record.kind}`) || record.kind;
}

function Shown({ record, base, again, may }) {
  const path = `${base}/records/${record.id}`;
  const tag = `"v${record.revision}"`;
  const [last, choose] = useState(today());
  const goesOn = ["treatment", "side_effect"].includes(record.kind) && !record.ended_on;
  const end = async () => {
    const whole = Object.fromEntries(Object.entries(record).filter(([member]) => !ADDED.includes(member)));
    await call("PUT", path, { body: { ...whole, ended_on: last }, headers: { "If-Match": tag } });
    again();
  };
  const remove = async () => {
    await call("DELETE", path, { body: {}, headers: { "If-Match": tag } });
    again();
  };
  return html`<h2>${nameOf(record)}</h2>
    <p>${dayOf(record) && day(dayOf(record))}${record.ended_on && ` – ${day(record.ended_on)}`}${record.dose && `, ${record.dose}`}${record.value !== undefined && `: ${record.value}`}${record.severity && `, ${t(`severity-${record.severity}`)}`}</p>
    <p class="quiet">${t("recorded-by-short", { name: record.recorded_by.display_name })}</p>
    ${may && html`<p class="actions">
      ${goesOn && html`<${Careful} label=${t("it-ended")} yes=${t("it-ended")} act=${end} question=${html`<${Field} label=${t("last-day")} type="date" min=${dayOf(record)} max=${latestDay()} value=${last} onInput=${(e) => choose(e.target.value)} />`} />`}
      <${Careful} label=${t("remove")} yes=${t("remove")} act=${remove} question=${t("remove-record-says", { name: nameOf(record) })} /></p>`}`;
}

function Add({ kind, base, again }) {
  const { begin, began, Asked } = KINDS[kind];
  const [form, set] = useState(begin);
  // The same until it was taken: a second touch after a lost answer is the same record.
  const id = useRef(newId());
  const to = (name) => ({ value: form[name], onInput: (event) => set({ ...form, [name]: event.target.value }) });
  const send = async () => {
    const given = Object.entries(form).filter(([, value]) => value !== "");
    const body = { kind, ...Object.fromEntries(given) };
    if (body.severity) body.severity = Number(body.severity);
    await call("PUT", `${base}/records/${id.current}`, { body });
    id.current = newId();
    set(begin());
    again();
    return t("record-added");
  };
  return html`<details><summary>${t(`add-${kind}`)}</summary><${Form} send=${send} button=${t("save")}>
    <${Asked} form=${form} set=${set} to=${to} />
    <${Field} label=${t("first-day")} type="date" required max=${latestDay()} ...${to(began)} /><//></details>`;
}

function Treatment({ to }) {
  return html`<${Choice} label=${t("what-kind")} options=${TREATMENTS.map((one) => [one, t(`treatment-${one}`)])} ...${to("treatment_kind")} />
    <${Field} label=${t("treatment-name")} required maxlength="200" ...${to("name")} />
    <${Field} label=${t("dose")} maxlength="200" ...${to("dose")} />`;
}

function SideEffect({ form, set, to }) {
  return html`<${Choice} label=${t("what-kind")} options=${SIDE_EFFECTS.map((one) => [one, t(`happening-${one}`)])} ...${to("what")} />
    <${Field} label=${t("in-your-words")} required=${form.what === "other"} maxlength="200" ...${to("description")} />
    <${Choice} label=${t("how-bad")} options=${SEVERITIES.map((one) => [one, t(`severity-${one}`)])} ...${to("severity")} />
    <${Check} label=${t("serious")} hint=${t("serious-hint")} checked=${form.serious} onChange=${() => set({ ...form, serious: !form.serious })} />`;
}

function Milestone({ to }) {
  return html`<${Choice} label=${t("what-kind")} options=${MILESTONES.map((one) => [one, t(`happening-${one}`)])} ...${to("milestone")} />`;
}
