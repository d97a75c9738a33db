// All weeks of a diary, and one of them with its earlier versions.
import { html, useState } from "./vendor.js";
import { all, call, get, tagOf } from "./api.js";
import { authorOf, Careful, Field, Form, Heading, Rest, saveFile, usePages, useRead, Waiting } from "./parts.js";
import { Items } from "./diary.js";
import { useLive } from "./live.js";
import { day, moment, t } from "./texts.js";

export default function History({ parts: [patient, week] }) {
  return week ? html`<${Week} patient=${patient} week=${week} />` : html`<${Weeks} patient=${patient} />`;
}

function Weeks({ patient }) {
  const weeks = useLive(patient, usePages(`/v1/patients/${patient}/entries?order=desc&limit=50`), true);
  const download = async () => {
    const { body } = await call("GET", `/v1/patients/${patient}/entries`, { headers: { Accept: "text/csv" }, isFile: true });
    saveFile(body, "diary.csv");
  };
  return html`<${Heading} back="diary/${patient}">${t("all-weeks")}<//>
    <${Form} send=${download} button=${t("as-csv")} plain />
    <ul class="rows">${weeks.items.map((entry) => html`<${Row} key=${entry.week} patient=${patient} entry=${entry} />`)}</ul>
    <${Rest} ...${weeks} />`;
}

/** A component of its own: what is shown already is not made again when more is. */
function Row({ patient, entry }) {
  return html`<li><a href="#weeks/${patient}/${entry.week}"><b>${day(entry.assessed_on)}</b>${" "}
    <span>${t(`respondent-${entry.respondent}`)}${entry.revision > 1 ? ` · ${t("corrected")}` : ""}</span></a></li>`;
}

function Week({ patient, week }) {
  const { value, error, again } = useLive(patient, useRead(async () => {
    const [versions, instrument, who] = await Promise.all([
      all(`/v1/patients/${patient}/entries/${week}/revisions`), get("/v1/instruments/alsfrs-r"), get(`/v1/patients/${patient}`),
    ]);
    return { versions: versions.toSorted((one, other) => other.revision - one.revision), instrument, who };
  }, [patient, week]));
  const [reason, say] = useState("");
  if (!value) return html`<${Heading} back="weeks/${patient}">${t("all-weeks")}<//><${Waiting} error=${error} again=${again} />`;
  const [now, ...earlier] = value.versions;
  const take = async () => {
    const path = `/v1/patients/${patient}/entries/${week}`;
    await call("DELETE", path, { body: reason ? { reason } : {}, headers: { "If-Match": await tagOf(path, now.revision) } });
    again();
  };
  return html`<${Heading} back="weeks/${patient}">${now.voided ? t("removed-week", { week }) : t("rated-day", { day: day(now.assessed_on) })}<//>
    <${Version} version=${now} before=${earlier[0]} instrument=${value.instrument} />
    ${value.who.may.includes("record_entries") && html`<p class="actions"><a class="button" href="#record/${patient}/${week}">${t(now.voided ? "write-again" : "correct")}</a>
      ${!now.voided && html`<${Careful} label=${t("remove-week")} yes=${t("remove-week")} act=${take} question=${html`${t("remove-week-says")}
        <${Field} label=${t("why-removed")} maxlength="500" value=${reason} onInput=${(e) => say(e.target.value)} />`} />`}</p>`}
    ${earlier.length > 0 && html`<section><h2>${t("earlier-versions")}</h2>${earlier.map((version, at) => html`
      <details key=${version.revision}><summary>${moment(version.recorded_at)}, ${authorOf(version.recorded_by)}</summary>
        <${Version} version=${version} before=${earlier[at + 1]} instrument=${value.instrument} /></details>`)}</section>`}`;
}

function Version({ version, before, instrument }) {
  const who = t("recorded-by", { name: authorOf(version.recorded_by), when: moment(version.recorded_at) });
  return html`<p class="quiet">${who}${version.answered_at && ` ${t("answered-at", { when: moment(version.answered_at) })}`}</p>
    ${version.change_reason && html`<p>${t("reason", { reason: version.change_reason })}</p>`}
    ${version.voided ? html`<p>${t("was-removed")}</p>` : html`<${Items} entry=${version} before=${before?.voided ? null : before} instrument=${instrument} />
      ${version.note && html`<blockquote>${version.note}</blockquote>`}`}`;
}
