// One page for a visit: what the diary's page says, to print or to keep as a PDF.
import { html, useState } from "./vendor.js";
import { all, get } from "./api.js";
import { authorOf, Choice, Field, Heading, useRead, Waiting } from "./parts.js";
import { allWords, flagsTitle, Items, Markers, readerOf, Sentences } from "./diary.js";
import { flagWords } from "./sentences.js";
import { Picture } from "./picture.js";
import { day, t } from "./texts.js";
import { about, nameOf } from "./treatments.js";

/** How much of what is over has room on one sheet. */
const OVER = 6;
/** Weeks that can be compared with the last one. */
const WEEKS = 60;

export default function Report({ parts: [patient] }) {
  const [questions, note] = useState("");
  const [chosen, compare] = useState();
  const { value, error, again } = useRead(async () => {
    const [who, trend, instrument] = await Promise.all([
      get(`/v1/patients/${patient}`), get(`/v1/patients/${patient}/trend?weeks=52`), get("/v1/instruments/alsfrs-r"),
    ]);
    if (!who.may.includes("read_entries")) return { who, trend, instrument, entries: [] };
    const [entries, records] = await Promise.all([get(`/v1/patients/${patient}/entries?order=desc&limit=${WEEKS}`), all(`/v1/patients/${patient}/records?limit=200`)]);
    return { who, trend, instrument, entries: entries.items, records };
  }, [patient]);
  if (!value) return html`<${Heading} back="diary/${patient}">${t("report")}<//><${Waiting} error=${error} again=${again} />`;
  const { who, trend, instrument, records, entries: [last, ...earlier] } = value;
  const before = earlier.find(({ week }) => week === chosen) ?? atVisit(earlier, trend) ?? earlier[0];
  const reader = readerOf(who, trend);
  const isListed = ({ kind }) => records && ["treatment", "device", "side_effect"].includes(kind);
  return html`<div class="report">
    <${Heading} back="diary/${patient}">${t("report-of", { name: who.display_name })}<//>
    <p>${t("report-made", { day: day(trend.as_of) })} ${trend.latest ? t("last-rated", { day: day(trend.latest.assessed_on) }) : t("nothing-yet")}</p>
    <div class="unprinted"><p>${t("report-says")}</p>
      <${Field} label=${t("questions")} hint=${t("questions-hint")} type="area" rows="3" maxlength="600" value=${questions} onInput=${(e) => note(e.target.value)} />
      ${earlier.length > 1 && html`<${Choice} label=${t("report-compare")} value=${before.week} options=${earlier.map((one) => [one.week, day(one.assessed_on)])} onInput=${(e) => compare(e.target.value)} />`}
      <button type="button" onClick=${() => print()}>${t("print")}</button></div>
    <${Sentences} trend=${trend} reader=${reader} />
    <div class="unprinted"><${Picture} patient=${patient} weeks="52" words=${allWords(trend, reader)} /></div>
    <${Picture} patient=${patient} weeks="52" print words=${allWords(trend, reader)} />
    <div class="columns">
      ${last && html`<section><h2>${t("latest-week")}</h2><p>${t("rated-on", { day: day(last.assessed_on), name: authorOf(last.recorded_by), how: t(`respondent-${last.respondent}`) })}
        ${before && ` ${t("report-changes", { day: day(before.assessed_on) })}`}</p>
        <${Items} entry=${last} before=${before} instrument=${instrument} /></section>`}
      <section>${records && html`<${Happened} records=${records} />`}
        <${Markers} markers=${trend.markers.filter((one) => !isListed(one)).slice(-8)} />
        ${trend.flags.length > 0 && html`<h3>${flagsTitle(reader)}</h3><ul>${trend.flags.map((flag) => html`<li>${flagWords(flag, reader)}</li>`)}</ul>`}
        ${questions && html`<h3>${t("questions")}</h3><p class="written">${questions}</p>`}</section>
    </div>
    <p class="quiet">${t("no-advice")}</p>
  </div>`;
}

/** What home had rated when the clinic last saw the patient. The clinic's own rating is of other eyes: nothing is compared with it. */
function atVisit(entries, { clinic_ratings }) {
  const visit = clinic_ratings.map((one) => one.assessed_on).sort().at(-1);
  return visit && entries.find(({ assessed_on }) => assessed_on <= visit);
}

/** Treatments and side effects: all that go on, and of those that ended the last ones. */
function Happened({ records }) {
  const began = (one) => one.started_on ?? one.began_on;
  const of = (kind, isOver) => records.filter((one) => one.kind === kind && Boolean(one.ended_on) === isOver).toSorted((one, other) => began(other).localeCompare(began(one)));
  const lists = [["report-treatments", of("treatment", false)], ["report-treatments-over", of("treatment", true).slice(0, OVER)], ["report-effects", [...of("side_effect", false), ...of("side_effect", true).slice(0, OVER)]]];
  return lists.map(([title, found]) => found.length > 0 && html`<h3>${t(title)}</h3><ul>${found.map((one) => html`<li key=${one.id}>
    ${[nameOf(one), about(one)].filter(Boolean).join(", ")}: ${one.ended_on ? `${day(began(one))} – ${day(one.ended_on)}` : t("since", { when: day(began(one)) })}</li>`)}</ul>`);
}
