// What a diary has beside the weeks: treatments and the days on which they were given, side effects, measured values, milestones.
import { html, useState } from "./vendor.js";
import { all, call, get, tagOf } from "./api.js";
import { authorOf, Careful, Field, Heading, useRead, Waiting } from "./parts.js";
import { useLive } from "./live.js";
import { isStaff } from "./session.js";
import { Add, asSent, KINDS, unitOf } from "./record-forms.js";
import { day, find, list, number, t } from "./texts.js";
import { latestDay, today } from "./weeks.js";

const OWN = ["treatment", "side_effect", "measurement", "milestone"];
const GO_ON = ["treatment", "side_effect", "milestone"];

const dayOf = (record) => record[KINDS[record.kind]?.began] ?? "";
const byDay = (one, other) => dayOf(other).localeCompare(dayOf(one));

export default function Treatments({ parts: [patient] }) {
  const base = `/v1/patients/${patient}`;
  const { value, error, again } = useLive(patient, useRead(async () => {
    const [records, who, vocabulary] = await Promise.all([all(`${base}/records?limit=200`), get(base), get("/v1/instruments/treatments")]);
    return { records: records.filter(({ kind }) => Object.hasOwn(KINDS, kind)).toSorted(byDay), who, vocabulary };
  }, [patient]));
  if (!value) return html`<${Heading} back="diary/${patient}">${t("treatments")}<//><${Waiting} error=${error} again=${again} />`;
  const { records, who, vocabulary } = value;
  const own = records.filter(({ kind }) => OWN.includes(kind));
  const treatments = own.filter(({ kind }) => kind === "treatment");
  const may = who.may.includes("record_treatments");
  // An examination is a clinician's, or what the patient was told.
  const mayScreen = isStaff.value || who.may.includes("revise_all");
  const shared = { base, again, vocabulary, may, mayScreen };
  return html`<${Heading} back="diary/${patient}">${t("treatments")}<//>
    ${may && html`<section><h2>${t("record-something")}</h2>${OWN.map((kind) => html`<${Add} key=${kind} kind=${kind} treatments=${treatments} ...${shared} />`)}</section>`}
    <section><h2>${t("recorded-so-far")}</h2>${own.length === 0 && html`<p>${t("no-treatments")}</p>`}
      <ul class="cards">${own.map((record) => html`<li class="card" key=${record.id}><${Shown} record=${record} ...${shared} />
        ${record.kind === "treatment" && html`<${Given} treatment=${record} days=${records.filter((one) => one.treatment_id === record.id)} ...${shared} />`}</li>`)}</ul></section>`;
}

export function nameOf(record) {
  const part = record.what ?? record.milestone;
  return record.description || record.name || (record.measure && find(`measure-${record.measure}`)) || (part && find(`happening-${part}`)) || find(`record-${record.kind}`) || record.kind;
}

/** What else is known of a record, in a line. */
export function about(record, vocabulary) {
  const { cell_type, source, donor, route, posture } = record;
  const millions = record.amount?.unit === "cells";
  return [
    record.value !== undefined && `${number(record.value, 3, 0)} ${unitOf(vocabulary, record.measure)}`,
    record.dose, record.schedule, record.severity && t(`severity-${record.severity}`), record.serious && t("serious-short"),
    find(`cells-${cell_type}`), find(`source-${source}`), find(`donor-${donor}`), find(`route-${route}`), find(`posture-${posture}`),
    record.amount && (millions ? t("millions", { cells: number(record.amount.value / 1e6, 3, 0) }) : `${number(record.amount.value, 3, 0)} mg`),
    record.clinic ?? record.place ?? record.screened_by, record.trial_id,
  ].filter(Boolean).join(", ");
}

function Shown({ record, base, again, may, vocabulary, level = 3 }) {
  const path = `${base}/records/${record.id}`;
  const ifSame = async () => ({ "If-Match": await tagOf(path, record.revision) });
  const [last, choose] = useState(today());
  const goesOn = GO_ON.includes(record.kind) && !record.ended_on;
  const end = async () => {
    await call("PUT", path, { body: { ...asSent(record), ended_on: last }, headers: await ifSame() });
    again();
  };
  const remove = async () => {
    await call("DELETE", path, { body: {}, headers: await ifSame() });
    again();
  };
  const named = (what) => Object.entries(record.findings ?? {}).filter(([, one]) => one === what).map(([name]) => t(`finding-${name}`));
  const [found, unknown] = [named("yes"), named("unknown")];
  const H = `h${level}`;
  return html`<${H}>${nameOf(record)}<//>
    <p>${dayOf(record) && day(dayOf(record))}${record.ended_on && ` – ${day(record.ended_on)}`}</p>
    <p>${about(record, vocabulary)}</p>
    ${found.length > 0 && html`<p>${t("screening-found", { what: list(found) })}</p>`}
    ${unknown.length > 0 && html`<p>${t("screening-unknown", { what: list(unknown) })}</p>`}
    ${record.findings && found.length + unknown.length === 0 && html`<p>${t("screening-nothing")}</p>`}
    ${record.note && html`<blockquote>${record.note}</blockquote>`}
    <p class="quiet">${t("recorded-by-short", { name: authorOf(record.recorded_by) })}</p>
    ${may && html`<p class="actions">
      ${goesOn && html`<${Careful} label=${t("it-ended")} yes=${t("it-ended")} act=${end} question=${html`<${Field} label=${t("last-day")} type="date" min=${dayOf(record)} max=${latestDay()} value=${last} onInput=${(e) => choose(e.target.value)} />`} />`}
      <${Careful} label=${t("remove")} yes=${t("remove")} act=${remove} question=${t("remove-record-says", { name: nameOf(record) })} /></p>`}`;
}

/** The days on which a treatment was given and, of cells, the examinations before them and what follows. */
function Given({ treatment, days, ...shared }) {
  const isCells = treatment.treatment_kind === "cell_therapy";
  const { value: course } = useRead(async () => isCells && get(`${shared.base}/records/${treatment.id}/course`), [treatment.id, days.length]);
  const fixed = { treatment_id: treatment.id };
  if (treatment.treatment_kind === "rehabilitation" || treatment.treatment_kind === "device") return null;
  return html`<details><summary>${t("days-given", { days: days.filter(({ kind }) => kind === "administration").length })}</summary>
    ${course && html`<${Follows} course=${course} />`}
    ${days.map((one) => html`<div class="card" key=${one.id}><${Shown} record=${one} level=${4} ...${shared} /></div>`)}
    ${shared.may && html`<${Add} kind="administration" fixed=${fixed} unit=${isCells ? "cells" : "mg"} ...${shared} />
      ${isCells && shared.mayScreen && html`<${Add} kind="screening" fixed=${fixed} ...${shared} />`}`}</details>`;
}

/** What follows from the days of a course of cells. */
function Follows({ course: { next_due, followed_until, warnings } }) {
  return html`${next_due && html`<p>${t("course-next", { from: day(next_due.from), to: day(next_due.to) })}</p>`}
    ${followed_until && html`<p>${t("course-followed", { day: day(followed_until) })}</p>`}
    ${warnings.map((one) => html`<p class="urgent">${t(`warning-${one.code}`, { day: day(one.day) })}</p>`)}`;
}
