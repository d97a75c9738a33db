// One diary: when it was last rated, what the weeks add up to, and what the last week says.
import { html, useEffect, useState } from "./vendor.js";
import { all, call, get } from "./api.js";
import { authorOf, Careful, Field, Heading, urgencyOf, useRead, Waiting } from "./parts.js";
import { prefers } from "./prefers.js";
import { isStaff } from "./session.js";
import { day, find, number, t } from "./texts.js";
import { Awaited } from "./awaited.js";
import { asMember, Coordinator, levelOfMember } from "./levels.js";
import { useLive } from "./live.js";
import { Picture } from "./picture.js";
import { Raters } from "./raters.js";
import { Team } from "./team.js";

const SPANS = ["12", "26", "52", "all"];
/** Weeks of the table that one touch asks for. */
const ROWS = 26;
/** Weeks that are made before the next picture. */
const AT_ONCE = 13;
const AREAS = ["bulbar", "fine_motor", "gross_motor", "respiratory"];

/** Where else one goes from here, and what one may for that. */
const PLACES = [
  ["weeks", "read_entries", "all-weeks"], ["treatments", "read_entries", "treatments"], ["report", null, "report"], ["circle", "manage", "circle"],
  ["card", "manage", "emergency-card"], ["log", "review", "access-log"],
];

/** With `as`, what somebody with that level in the circle would see: for the patient, who lets them in. */
export default function Diary({ parts: [patient, as] }) {
  const [weeks, choose] = useState("26");
  const about = useLive(patient, useRead(() => get(`/v1/patients/${patient}`), [patient]));
  const trend = useLive(patient, useRead(() => get(`/v1/patients/${patient}/trend?weeks=${weeks}${as ? `&as=${as}` : ""}`), [patient, weeks]));
  const who = about.value && (as ? asMember(about.value, as) : about.value);
  if (!who) return html`<${Heading} back="">${t("diary")}<//><${Waiting} error=${about.error} again=${about.again} />`;
  const may = (what) => who.may.includes(what);
  const isOwn = who.relation === "self";
  return html`
    <${Heading} back=${as ? `circle/${patient}` : ""}>${isOwn ? t("my-diary") : t("diary-of", { name: who.display_name })}<//>
    ${who.closed && html`<p>${t("diary-is-closed")}</p>`}
    ${isOwn && html`<${Awaited} patient=${patient} />`}
    ${who.seen_by_team && html`<p class="quiet">${t("seen-by-team", { name: who.seen_by_team.display_name ?? "", day: day(who.seen_by_team.at.slice(0, 10)) })}</p>`}
    ${as ? html`<p class="card urgent" role="status">${t("preview-says", { level: t(`level-${as}`) })}</p>` : html`
      ${may("record_entries") && html`<p><a class="button" href="#record/${patient}">${t("record-week")}</a></p>`}
      <nav class="tabs" aria-label=${t("of-this-diary")}>${PLACES.filter(([, needed]) => !needed || may(needed)).map(([place, , text]) => html`<a href="#${place}/${patient}">${t(text)}</a>`)}
        ${!isStaff.value && html`<a href="#alerts/${patient}">${t(isOwn ? "alerts-of" : "alerts-own")}</a>`}</nav>`}
    ${(!trend.value || trend.error) && html`<${Waiting} error=${trend.error} again=${trend.again} />`}
    ${trend.value && html`
      <p>${trend.value.latest ? t("last-rated", { day: day(trend.value.latest.assessed_on) }) : t("nothing-yet")}</p>
      <${Flags} patient=${patient} title=${flagsTitle(who)} flags=${trend.value.flags} may=${!as && (may("record_entries") || isStaff.value)} again=${trend.again} />
      <section><h2>${t("in-words")}</h2><${Sentences} trend=${trend.value} /></section>
      <section><h2>${t("over-time")}</h2>
        <div class="spans" role="group" aria-label=${t("how-far-back")}>${SPANS.map((span) => html`
          <button type="button" class="plain" aria-pressed=${span === weeks} onClick=${() => choose(span)}>${t(`span-${span}`)}</button>`)}</div>
        <${Picture} patient=${patient} weeks=${weeks} as=${as} words=${allWords(trend.value)} />
        ${!prefers.value.withoutNumbers && html`<${Table} trend=${trend.value} />`}
        <${Markers} markers=${trend.value.markers} />
      </section>
      ${may("read_entries") && html`<${Latest} who=${about.value} as=${as} />`}
      ${may("read_entries") && trend.value.clinic_ratings.length > 0 && html`<${Raters} patient=${patient} trend=${trend.value} />`}
      ${isStaff.value && may("read_entries") && html`<${Team} patient=${patient} again=${about.again} />`}
      <${Rights} who=${who} as=${as} />`}`;
}

/** Facts whose words name scores or rates. */
const WITH_NUMBERS = ["fell", "rose", "no_clear_change", "always_the_same", "on_a_line", "too_few", "one_rating", "step", "takes", "takes_in_all"];
const shownOf = (trend) => trend.summary.filter(({ code }) => !prefers.value.withoutNumbers || !WITH_NUMBERS.includes(code));

export const allWords = (trend) => shownOf(trend).map(({ text }) => text).join(" ");

export function Sentences({ trend }) {
  return html`<ul class="sentences">${shownOf(trend).map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

/** The team is not asked to tell itself. */
export const flagsTitle = ({ relation }) => t(relation === "clinician" ? "alerts-flags" : "flags");

function Flags({ patient, title, flags, may, again }) {
  if (flags.length === 0) return null;
  return html`<section aria-label=${title}><h2>${title}</h2>
    <ul class="cards">${flags.map((flag) => html`<li class="card ${flag.acknowledged ? "" : "urgent"}" key=${flag.id}>
      <p><strong>${urgencyOf(flag.tier)}</strong></p><p>${flag.text}</p>
      ${flag.acknowledged ? html`<p class="quiet">${t("known-by", { name: flag.acknowledged.by ? authorOf(flag.acknowledged.by) : "", day: day(flag.acknowledged.at.slice(0, 10)) })}</p>`
        : may && html`<${Know} patient=${patient} flag=${flag} again=${again} />`}</li>`)}</ul></section>`;
}

function Know({ patient, flag, again }) {
  const [note, write] = useState("");
  const act = async () => {
    // What was seen here is known: the server says no where it got worse meanwhile, and then that is shown.
    const readings = Object.fromEntries(flag.because.changes.map(({ what, to }) => [what, to]));
    try {
      await call("POST", `/v1/patients/${patient}/flags/${flag.id}/acknowledge`, { body: note ? { note, readings } : { readings } });
    } finally { again(); }
  };
  return html`<${Careful} label=${t("we-know")} yes=${t("we-know")} act=${act} question=${html`${t("we-know-says")}
    <${Field} label=${t("we-know-note")} maxlength="500" value=${note} onInput=${(e) => write(e.target.value)} />`} />`;
}

/** The newest weeks first: the rows of ten years would take a phone a second. A touch is answered before the rows that it asks for are made. */
function Table({ trend }) {
  const [isOpen, open] = useState(false);
  const [wanted, want] = useState(ROWS);
  const [count, show] = useState(AT_ONCE);
  useEffect(() => { if (isOpen && count < wanted) show(count + AT_ONCE); }, [isOpen, count, wanted]);
  if (trend.points.length === 0) return null;
  const points = isOpen ? trend.points.slice(-count).reverse() : [];
  return html`<details onToggle=${(event) => open(event.currentTarget.open)}><summary>${t("as-table")}</summary><div class="scroll" tabindex="0" role="region" aria-label=${t("as-table")}><table>
    <thead><tr><th scope="col">${t("day")}</th><th scope="col">${t("answered-by")}</th><th scope="col">${t("total")}</th>
      ${AREAS.map((area) => html`<th scope="col">${t(`area-${area}`)}</th>`)}</tr></thead>
    <tbody>${points.map((point) => html`<${Row} key=${point.week} point=${point} />`)}</tbody>
  </table></div>
  ${trend.points.length > wanted && html`<button type="button" class="plain" onClick=${() => want(wanted + ROWS)}>${t("more")}</button>`}</details>`;
}

/** A component of its own: what is shown already is not made again when more is. */
function Row({ point }) {
  const cell = (value) => value ?? "–";
  return html`<tr><th scope="row">${day(point.assessed_on)}</th><td>${t(`respondent-${point.respondent}`)}</td>
    <td>${cell(point.total)}</td>${AREAS.map((area) => html`<td>${cell(point[area])}</td>`)}</tr>`;
}

export function Markers({ markers }) {
  if (markers.length === 0) return null;
  return html`<h3>${t("what-happened")}</h3><ul>${markers.map((one) => html`<li><time datetime=${one.day}>${day(one.day)}</time>: ${one.label}</li>`)}</ul>`;
}

/** The last week, answer by answer, beside the one before. */
function Latest({ who, as }) {
  const patient = who.patient_id;
  const isOwn = who.relation === "self";
  const { value, error, again } = useLive(patient, useRead(async () => {
    const [entries, instrument, consents] = await Promise.all([
      get(`/v1/patients/${patient}/entries?order=desc&limit=2`), get("/v1/instruments/alsfrs-r"), as && isOwn ? all("/v1/account/consents") : [],
    ]);
    // Others see notes unless the patient took that back, which only the patient can look up.
    const withNotes = consents.find(({ purpose }) => purpose === "notes_sharing")?.given ?? true;
    return { entries: entries.items, instrument, withNotes };
  }, [patient]));
  if (!value) return html`<section><h2>${t("latest-week")}</h2><${Waiting} error=${error} again=${again} /></section>`;
  const [last, before] = value.entries;
  if (!last) return null;
  return html`<section><h2>${t("latest-week")}</h2>
    <p>${t("rated-on", { day: day(last.assessed_on), name: authorOf(last.recorded_by), how: t(`respondent-${last.respondent}`) })}</p>
    <${Items} entry=${last} before=${before} instrument=${value.instrument} />
    ${as && !isOwn ? html`<p class="quiet">${t("preview-notes", { name: who.display_name })}</p>` : value.withNotes && last.note && html`<blockquote>${last.note}</blockquote>`}</section>`;
}

export function Items({ entry, before, instrument }) {
  return html`<dl class="items">${instrument.items.map((item) => {
    const form = item.forms.find((one) => one.number === entry.cutting_form) ?? item.forms[0];
    const score = entry.answers[item.key] ?? null;
    // With a tube another thing is asked about cutting food.
    const isComparable = item.key !== "cutting" || before?.cutting_form === entry.cutting_form;
    const was = (isComparable ? before?.answers[item.key] : null) ?? null;
    const anchor = form.anchors.find((one) => one.score === score);
    const change = score === null || was === null || score === was ? null : t(score < was ? "was-more" : "was-less", { was });
    return html`<div key=${item.key} class=${change ? "changed" : ""}><dt lang=${instrument.language}>${form.label}</dt>
      <dd>${score === null ? t("not-answered") : html`${!prefers.value.withoutNumbers && html`<b>${score}</b> `}<span lang=${instrument.language}>${anchor?.text ?? ""}</span>`}
        ${change && !prefers.value.withoutNumbers && html` <span class="change">${change}</span>`}
        ${change && prefers.value.withoutNumbers && html` <span class="change">${t("changed")}</span>`}</dd></div>`;
  })}</dl>`;
}

function Rights({ who, as }) {
  return html`<section><h2>${t("you-and-this-diary")}</h2>
    <p>${who.relation === "self" ? t("own-diary") : t("your-level", { level: levelOfMember(who.level) })}</p>
    <ul>${who.may.map((one) => find(`may-${one}`)).filter(Boolean).map((words) => html`<li>${words}</li>`)}</ul>
    <${Coordinator} patient=${who.patient_id} />
    ${!as && html`<p class="actions">${who.may.includes("manage") && !who.closed && html`<a class="button plain" href="#facts/${who.patient_id}">${t("facts")}</a>`}
      ${who.relation !== "self" && !isStaff.value && html`<a class="button plain" href="#place/${who.patient_id}">${t("own-place")}</a>`}</p>`}</section>`;
}
