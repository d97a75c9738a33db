// One page for a visit: what the diary's page says, to print or to keep as a PDF.
import { html, useState } from "./vendor.js";
import { get } from "./api.js";
import { authorOf, Field, Heading, useRead, Waiting } from "./parts.js";
import { allWords, Items, Markers, readerOf, Sentences } from "./diary.js";
import { flagWords } from "./sentences.js";
import { Picture } from "./picture.js";
import { day, t } from "./texts.js";

export default function Report({ parts: [patient] }) {
  const [questions, note] = useState("");
  const { value, error, again } = useRead(async () => {
    const [who, trend, instrument] = await Promise.all([
      get(`/v1/patients/${patient}`), get(`/v1/patients/${patient}/trend?weeks=52`), get("/v1/instruments/alsfrs-r"),
    ]);
    const reads = who.may.includes("read_entries");
    const entries = reads ? (await get(`/v1/patients/${patient}/entries?order=desc&limit=2`)).items : [];
    return { who, trend, instrument, entries };
  }, [patient]);
  if (!value) return html`<${Heading} back="diary/${patient}">${t("report")}<//><${Waiting} error=${error} again=${again} />`;
  const { who, trend, instrument, entries: [last, before] } = value;
  const reader = readerOf(who, trend);
  return html`<div class="report">
    <${Heading} back="diary/${patient}">${t("report-of", { name: who.display_name })}<//>
    <p>${t("report-made", { day: day(trend.as_of) })} ${trend.latest ? t("last-rated", { day: day(trend.latest.assessed_on) }) : t("nothing-yet")}</p>
    <div class="unprinted"><p>${t("report-says")}</p>
      <${Field} label=${t("questions")} hint=${t("questions-hint")} type="area" rows="3" maxlength="600" value=${questions} onInput=${(e) => note(e.target.value)} />
      <button type="button" onClick=${() => print()}>${t("print")}</button></div>
    <${Sentences} trend=${trend} reader=${reader} />
    <div class="unprinted"><${Picture} patient=${patient} weeks="52" words=${allWords(trend, reader)} /></div>
    <${Picture} patient=${patient} weeks="52" print words=${allWords(trend, reader)} />
    <div class="columns">
      ${last && html`<section><h2>${t("latest-week")}</h2><p>${t("rated-on", { day: day(last.assessed_on), name: authorOf(last.recorded_by), how: t(`respondent-${last.respondent}`) })}</p>
        <${Items} entry=${last} before=${before} instrument=${instrument} /></section>`}
      <section><${Markers} markers=${trend.markers.slice(-8)} />
        ${trend.flags.length > 0 && html`<h3>${t("flags")}</h3><ul>${trend.flags.map((flag) => html`<li>${flagWords(flag, reader)}</li>`)}</ul>`}
        ${questions && html`<h3>${t("questions")}</h3><p class="written">${questions}</p>`}</section>
    </div>
    <p class="quiet">${t("no-advice")}</p>
  </div>`;
}
