// Where one begins: the diaries that one may open, or the clinics that one works for.
import { html } from "./vendor.js";
import { all } from "./api.js";
import { Awaited } from "./awaited.js";
import { isStaff, me, offline, remember } from "./session.js";
import { useLive } from "./live.js";
import { go, Heading, useRead, Waiting } from "./parts.js";
import { isOpen } from "./told.js";
import { day, t } from "./texts.js";
import { mondayOf, today, weekOf } from "./weeks.js";

export default function Home() {
  const link = sessionStorage.getItem("link");
  if (link) {
    go(link);
    return null;
  }
  return isStaff.value ? html`<${Clinics} />` : html`<${Diaries} />`;
}

function Diaries() {
  const { value, error, again } = useLive(null, useRead(async () => {
    const [diaries, alerts] = await Promise.all([all("/v1/patients"), all("/v1/alerts")]);
    const others = diaries.filter(({ relation, level, closed }) => relation !== "self" && level === "write" && !closed);
    await remember(others.map(({ patient_id, display_name }) => ({ patient_id, display_name })));
    return { diaries, alerts, open: alerts.filter(isOpen).length };
  }, []));
  const own = me.value.patient_id;
  const greeting = html`<${Heading}>${t("hello", { name: me.value.account.display_name })}<//>`;
  // Recording needs nothing of the server.
  const isClosed = value?.diaries.some(({ patient_id, closed }) => patient_id === own && closed);
  const record = own && !isClosed && html`<p><a class="button" href="#record/${own}">${t("record-week")}</a></p>`;
  if (!value) return html`${greeting}${record}${(offline.value || error) && html`<${Others} />`}${offline.value ? html`<p>${t("offline-home")}</p>` : html`<${Waiting} error=${error} again=${again} />`}`;
  return html`${greeting}
    ${value.alerts.length > 0 && html`<p class=${value.open > 0 ? "urgent" : ""}>${value.open > 0 && t("alerts-open", { alerts: value.open })} <a class="target" href="#alerts">${t("alerts")}</a></p>`}
    ${value.diaries.length === 0 && html`<p>${t("no-diaries")}</p>`}
    <ul class="cards">${value.diaries.map((diary) => html`<li class="card" key=${diary.patient_id}><${Diary} diary=${diary} /></li>`)}</ul>`;
}

/** The diaries of others in which one may record, as they were when there was a network. */
function Others() {
  return html`<ul class="cards">${me.value.diaries.map(({ patient_id, display_name }) => html`<li class="card" key=${patient_id}><h2>${t("diary-of", { name: display_name })}</h2>
    <p><a class="button" href="#record/${patient_id}">${t("record-week")}</a></p></li>`)}</ul>`;
}

function Diary({ diary }) {
  const { patient_id, display_name, relation, last_week, flags, new_weeks, level, closed } = diary;
  const isOwn = relation === "self";
  const isDue = last_week !== weekOf(today());
  const mayWrite = !closed && (isOwn || level === "write");
  return html`<h2><a href="#diary/${patient_id}">${isOwn ? t("my-diary") : t("diary-of", { name: display_name })}</a></h2>
    ${closed && html`<p>${t("diary-is-closed")}</p>`}
    ${isOwn && html`<${Awaited} patient=${patient_id} />`}
    <p>${last_week ? t("last-week", { day: day(mondayOf(last_week)) }) : t("nothing-yet")}</p>
    ${flags > 0 && html`<p class="urgent">${t("flags-count", { flags })}</p>`}
    ${new_weeks > 0 && html`<p>${t("new-weeks", { weeks: new_weeks })}</p>`}
    ${mayWrite && html`<p><a class="button ${isDue ? "" : "plain"}" href="#record/${patient_id}">${t(isDue ? "record-week" : "record-another")}</a></p>`}`;
}

function Clinics() {
  const { value, error, again } = useRead(() => all("/v1/sites"), []);
  return html`<${Heading}>${t("clinics")}<//>
    ${!value ? html`<${Waiting} error=${error} again=${again} />` : value.length === 0 ? html`<p>${t("no-clinics")}</p>` : html`
    <ul class="cards">${value.map((site) => html`<li class="card" key=${site.site_id}><h2><a href="#clinic/${site.site_id}">${site.name}</a></h2>
      <p>${site.role ? t(`role-${site.role}`) : ""}</p></li>`)}</ul>`}
    <p><a class="target" href="#alerts">${t("alerts")}</a></p>`;
}
