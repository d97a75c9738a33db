// What is asked of each kind of record that a diary has beside the weeks. Whole records, as the contract wants them.
import { html, useRef, useState } from "./vendor.js";
import { call } from "./api.js";
import { Check, Choice, Field, Form } from "./parts.js";
import { find, number, t } from "./texts.js";
import { latestDay, today } from "./weeks.js";

/** What the server adds to a record, and a client does not send. */
const ADDED = ["id", "patient_id", "recorded_at", "recorded_by", "revision", "voided", "superseded", "warnings", "change_reason"];
const SEVERITIES = ["1", "2", "3", "4"];
const FINDINGS = ["unknown", "no", "yes"];
/** People count cells in millions. */
const MILLION = 1e6;

/** Of each kind: what is asked, with what it begins, the day that it is listed by, and how it is sent. */
export const KINDS = {
  treatment: {
    began: "started_on", Asked: Treatment, whole: wholeTreatment,
    begin: () => ({ treatment_kind: "drug", name: "", dose: "", schedule: "", clinic: "", cell_type: "", source: "", donor: "", in_trial: false, trial_id: "" }),
  },
  side_effect: {
    began: "began_on", Asked: SideEffect, whole: (form) => ({ ...form, severity: Number(form.severity) }),
    begin: () => ({ what: "headache", description: "", severity: "1", serious: false, suspected_treatment_id: "" }),
  },
  measurement: {
    began: "measured_on", Asked: Measurement, whole: (form) => ({ ...form, value: decimal(form.value) }),
    begin: () => ({ measure: "fvc", value: "", posture: "", device: "" }),
  },
  milestone: { began: "reached_on", Asked: Milestone, whole: (form) => form, begin: () => ({ milestone: "wheelchair" }) },
  administration: {
    began: "day", Asked: Administration, whole: wholeAdministration,
    begin: () => ({ route: "", amount: "", imaging_guidance: "", anaesthesia: "", place: "" }),
  },
  screening: {
    began: "screened_on", Asked: Screening, whole: (form) => form,
    begin: ({ contraindications }) => ({ findings: Object.fromEntries(contraindications.map((one) => [one, FINDINGS[0]])), screened_by: "" }),
  },
};

const decimal = (text) => Number(text.replace(",", "."));

/** What was typed before another kind was chosen is not asked any more, and not sent. */
function wholeTreatment({ cell_type, source, donor, dose, schedule, trial_id, ...others }) {
  const asked = others.treatment_kind === "cell_therapy" ? { cell_type, source, donor } : { dose, schedule };
  return { ...others, ...asked, ...(others.in_trial && { trial_id }) };
}

function wholeAdministration({ amount, unit, ...others }) {
  return { ...others, ...(amount !== "" && { amount: { value: decimal(amount) * (unit === "cells" ? MILLION : 1), unit } }) };
}

/** A UUIDv7: made here, so that sending a record twice does no harm. */
function newId() {
  const time = Date.now().toString(16).padStart(12, "0");
  const chance = crypto.randomUUID().slice(14);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(1)}`;
}

/** As it would be sent again. */
export const asSent = (record) => Object.fromEntries(Object.entries(record).filter(([member]) => !ADDED.includes(member)));

/** A form for one more record of `kind`; `fixed` members belong to it and are not asked. */
export function Add({ kind, base, again, vocabulary, treatments, fixed = {}, unit }) {
  const { begin, began, Asked, whole } = KINDS[kind];
  const fresh = () => ({ ...begin(vocabulary), [began]: today() });
  const [form, set] = useState(fresh);
  // The same until it was taken: a second touch after a lost answer is the same record.
  const id = useRef(newId());
  const to = (name) => ({ value: form[name], onInput: (event) => set({ ...form, [name]: event.target.value }) });
  const send = async () => {
    const given = Object.entries(whole({ ...form, ...(unit && { unit }) })).filter(([, value]) => value !== "");
    const { body } = await call("PUT", `${base}/records/${id.current}`, { body: { kind, ...fixed, ...Object.fromEntries(given) } });
    id.current = newId();
    set(fresh());
    again();
    return body.warnings?.length > 0 ? t("record-warned") : t("record-added");
  };
  return html`<details><summary>${t(`add-${kind}`)}</summary><${Form} send=${send} button=${t("save")}>
    <${Asked} form=${form} set=${set} to=${to} vocabulary=${vocabulary} treatments=${treatments} unit=${unit} />
    <${Field} label=${t("first-day")} type="date" required max=${latestDay()} ...${to(began)} /><//></details>`;
}

/** What a later server may list has no words here yet. */
const words = (values, say) => values.map((one) => [one, say(one) ?? one]);
const orNot = (values, say) => [["", t("not-known")], ...words(values.filter((one) => one !== "unknown"), say)];

function Treatment({ form, set, to, vocabulary }) {
  const isCells = form.treatment_kind === "cell_therapy";
  return html`<${Choice} label=${t("what-kind")} options=${words(vocabulary.kinds, (one) => find(`treatment-${one}`))} ...${to("treatment_kind")} />
    <${Field} label=${t("treatment-name")} required maxlength="200" list=${form.treatment_kind === "drug" ? "drugs" : undefined} ...${to("name")} />
    <datalist id="drugs">${vocabulary.drugs.map(({ name }) => html`<option value=${name} />`)}</datalist>
    ${isCells ? html`<${Choice} label=${t("cell-type")} options=${orNot(vocabulary.cell_types, (one) => find(`cells-${one}`))} ...${to("cell_type")} />
      <${Choice} label=${t("cell-source")} options=${orNot(vocabulary.sources, (one) => find(`source-${one}`))} ...${to("source")} />
      <${Choice} label=${t("cell-donor")} options=${orNot(vocabulary.donors, (one) => find(`donor-${one}`))} ...${to("donor")} />`
    : html`<${Field} label=${t("dose")} maxlength="200" ...${to("dose")} /><${Field} label=${t("schedule")} maxlength="200" ...${to("schedule")} />`}
    <${Field} label=${t("treatment-clinic")} maxlength="200" ...${to("clinic")} />
    <${Check} label=${t("in-trial")} checked=${form.in_trial} onChange=${() => set({ ...form, in_trial: !form.in_trial })} />
    ${form.in_trial && html`<${Field} label=${t("trial-id")} maxlength="200" ...${to("trial_id")} />`}`;
}

function SideEffect({ form, set, to, vocabulary, treatments }) {
  const suspected = [["", t("not-known")], ...treatments.map(({ id, name }) => [id, name])];
  return html`<${Choice} label=${t("what-kind")} options=${words(vocabulary.side_effects, (one) => find(`happening-${one}`))} ...${to("what")} />
    <${Field} label=${t("in-your-words")} required=${form.what === "other"} maxlength="200" ...${to("description")} />
    <${Choice} label=${t("how-bad")} options=${words(SEVERITIES, (one) => find(`severity-${one}`))} ...${to("severity")} />
    ${treatments.length > 0 && html`<${Choice} label=${t("suspected")} options=${suspected} ...${to("suspected_treatment_id")} />`}
    <${Check} label=${t("serious")} hint=${t("serious-hint")} checked=${form.serious} onChange=${() => set({ ...form, serious: !form.serious })} />`;
}

const LUNGS = ["svc", "fvc", "snip"];
/** A UCUM code, as people write it. */
export const unitOf = (vocabulary, measure) => vocabulary.measures.find((one) => one.measure === measure)?.unit.replaceAll(/[[\]]/g, "") ?? "";

function Measurement({ form, set, to, vocabulary }) {
  const { lowest, highest } = vocabulary.measures.find((one) => one.measure === form.measure);
  const hint = t("measure-range", { unit: unitOf(vocabulary, form.measure), lowest: number(lowest), highest: number(highest) });
  const measures = words(vocabulary.measures.map(({ measure }) => measure), (one) => find(`measure-${one}`));
  return html`<${Choice} label=${t("what-measured")} options=${measures} value=${form.measure} onInput=${(e) => set({ ...form, measure: e.target.value, posture: "" })} />
    <${Field} label=${t("measured-value")} hint=${hint} inputmode="decimal" required pattern="[0-9]+([.,][0-9]+)?" ...${to("value")} />
    ${LUNGS.includes(form.measure) && html`<${Choice} label=${t("posture")} options=${orNot(vocabulary.postures, (one) => find(`posture-${one}`))} ...${to("posture")} />`}
    <${Field} label=${t("measured-with")} maxlength="200" ...${to("device")} />`;
}

function Milestone({ to, vocabulary }) {
  return html`<${Choice} label=${t("what-kind")} options=${words(vocabulary.milestones, (one) => find(`happening-${one}`))} ...${to("milestone")} />`;
}

function Administration({ to, vocabulary, unit }) {
  return html`<${Choice} label=${t("route")} required options=${[["", t("choose")], ...words(vocabulary.routes, (one) => find(`route-${one}`))]} ...${to("route")} />
    <${Field} label=${t(`amount-${unit}`)} inputmode="decimal" pattern="[0-9]+([.,][0-9]+)?" ...${to("amount")} />
    <${Choice} label=${t("guided-by")} options=${orNot(vocabulary.imaging_guidance, (one) => find(`imaging-${one}`))} ...${to("imaging_guidance")} />
    <${Choice} label=${t("anaesthesia")} options=${orNot(vocabulary.anaesthesia, (one) => find(`anaesthesia-${one}`))} ...${to("anaesthesia")} />
    <${Field} label=${t("treatment-clinic")} maxlength="200" ...${to("place")} />`;
}

function Screening({ form, set, to }) {
  const finding = (name) => (event) => set({ ...form, findings: { ...form.findings, [name]: event.target.value } });
  return html`${Object.entries(form.findings).map(([name, found]) => html`
    <${Choice} key=${name} label=${t(`finding-${name}`)} options=${words(FINDINGS, (one) => find(`found-${one}`))} value=${found} onInput=${finding(name)} />`)}
    <${Field} label=${t("screened-by")} maxlength="200" ...${to("screened_by")} />`;
}
