// One page for a visit: what the diary's page says, to print or to keep as a PDF.
import { html, useState } from "./vendor.js";
import { all, get } from "./api.js";
import { authorOf, Choice, Field, Heading, useRead, Waiting } from "./parts.js";
import { allWords, flagsTitle, Items, Sentences } from "./diary.js";
import { useLive } from "./live.js";
import { Picture } from "./picture.js";
import { day, t } from "./texts.js";
import { about, nameOf } from "./treatments.js";

/** Letters that have room on one sheet beside the picture and the last week, in wide type on the smaller paper; those of a line, and what a title takes. */
const ROOM = 3600;
const LINE = 100;
const TITLE = 2 * LINE;
/** Lines of questions that stay lines. */
const LINES = 8;
/** Weeks that can be compared with the last one. */
const WEEKS = 60;

export default function Report({ parts: [patient] }) {
  const [questions, note] = useState("");
  const [chosen, compare] = useState();
  const { value, error, again } = useLive(patient, useRead(async () => {
    const [who, trend, instrument] = await Promise.all([
      get(`/v1/patients/${patient}`), get(`/v1/patients/${patient}/trend?weeks=52`), get("/v1/instruments/alsfrs-r"),
    ]);
    if (!who.may.includes("read_entries")) return { who, trend, instrument, entries: [] };
    const [entries, records] = await Promise.all([get(`/v1/patients/${patient}/entries?order=desc&limit=${WEEKS}`), all(`/v1/patients/${patient}/records?limit=200`)]);
    return { who, trend, instrument, entries: entries.items, records };
  }, [patient]));
  if (!value) return html`<${Heading} back="diary/${patient}">${t("report")}<//><${Waiting} error=${error} again=${again} />`;
  const { who, trend, instrument, records, entries: [last, ...earlier] } = value;
  const before = earlier.find(({ week }) => week === chosen) ?? atVisit(earlier, trend) ?? earlier[0];
  const asked = questions.trim();
  const lists = fitting([[flagsTitle(who), trend.flags.map(({ text }) => text)], ...happened(trend, records)], ROOM - asked.length - allWords(trend).length);
  return html`<div class="report">
    <${Heading} back="diary/${patient}">${t("report-of", { name: who.display_name })}<//>
    <p>${t("report-made", { day: day(trend.as_of) })} ${trend.latest ? t("last-rated", { day: day(trend.latest.assessed_on) }) : t("nothing-yet")}</p>
    <div class="unprinted"><p>${t("report-says")}</p>
      <${Field} label=${t("questions")} hint=${t("questions-hint")} type="area" rows="3" maxlength="600" value=${questions} onInput=${(e) => note(e.target.value)} />
      ${earlier.length > 1 && html`<${Choice} label=${t("report-compare")} value=${before.week} options=${earlier.map((one) => [one.week, day(one.assessed_on)])} onInput=${(e) => compare(e.target.value)} />`}
      <button type="button" onClick=${() => print()}>${t("print")}</button></div>
    <${Picture} patient=${patient} weeks="52" print words=${allWords(trend)} />
    <${Sentences} trend=${trend} />
    <div class="unprinted"><${Picture} patient=${patient} weeks="52" words=${allWords(trend)} /></div>
    <div class="columns">
      <section>${lists.map(([title, items]) => html`<h2>${title}</h2><ul>${items.map((words) => html`<li>${words}</li>`)}</ul>`)}
        ${asked && html`<h2>${t("questions")}</h2><p class=${asked.split("\n").length > LINES ? "" : "written"}>${asked}</p>`}</section>
      ${last && html`<section><h2>${t("latest-week")}</h2><p>${t("rated-on", { day: day(last.assessed_on), name: authorOf(last.recorded_by), how: t(`respondent-${last.respondent}`) })}
        ${before && ` ${t("report-changes", { day: day(before.assessed_on) })}`}</p>
        <${Items} entry=${last} before=${before} instrument=${instrument} /></section>`}
    </div>
    <p class="quiet">${t("no-advice")}</p>
  </div>`;
}

/** What home had rated when the clinic last saw the patient. The clinic's own rating is of other eyes: nothing is compared with it. */
function atVisit(entries, { clinic_ratings }) {
  const visit = clinic_ratings.map((one) => one.assessed_on).sort().at(-1);
  return visit && entries.find(({ assessed_on }) => assessed_on <= visit);
}

/** Treatments and side effects that go on, those that ended, the newest first, and what else happened. */
function happened({ markers }, records) {
  const told = (one) => `${day(one.day)}: ${one.label}`;
  const others = markers.filter(({ kind }) => !records || !["treatment", "device", "side_effect"].includes(kind)).toReversed();
  const began = (one) => one.started_on ?? one.began_on;
  const of = (kind, isOver) => (records ?? []).filter((one) => one.kind === kind && Boolean(one.ended_on) === isOver)
    .toSorted((one, other) => began(other).localeCompare(began(one)))
    .map((one) => `${[nameOf(one), about(one)].filter(Boolean).join(", ")}: ${isOver ? `${day(began(one))} – ${day(one.ended_on)}` : t("since", { when: day(began(one)) })}`);
  return [
    [t("report-treatments"), of("treatment", false)], [t("report-effects"), [...of("side_effect", false), ...of("side_effect", true)]],
    [t("report-treatments-over"), of("treatment", true)], [t("what-happened"), others.map(told)],
  ];
}

/** Of each list as much as has room, and how much more there is: the first lists come first. */
function fitting(lists, room) {
  return lists.filter(([, items]) => items.length > 0).map(([title, items]) => {
    room -= TITLE;
    const shown = items.filter((words, nth) => {
      room -= Math.ceil(words.length / LINE) * LINE;
      return nth === 0 || room > 0;
    });
    const more = items.length - shown.length;
    return [title, more > 0 ? [...shown.slice(0, -1), `${shown.at(-1)} ${t("report-more", { more })}`] : shown];
  });
}
