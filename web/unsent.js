// Weeks that are on this device alone, and what to do about each.
import { html } from "./vendor.js";
import { get } from "./api.js";
import { asFile, send, settle, unsent } from "./outbox.js";
import { authorOf, Careful, Heading, saveFile, useRead } from "./parts.js";
import { day, t } from "./texts.js";

export default function Unsent() {
  const weeks = unsent.value;
  const form = useRead(() => get("/v1/instruments/alsfrs-r"), []);
  return html`<${Heading} back="">${t("unsent")}<//>
    ${weeks.length === 0 ? html`<p role="status">${t("all-sent")}</p>` : html`
      <p class="actions"><button type="button" onClick=${send}>${t("send-now")}</button>
        <button type="button" class="plain" onClick=${() => saveFile(asFile(), "weeks.json")}>${t("save-file")}</button></p>
      <ul class="cards">${weeks.map((item) => html`<li class="card" key=${item.key}><h2>${t("rated-day", { day: day(item.rating.assessed_on) })}</h2>
        <p>${t(`unsent-${item.state}`)}</p>${item.state === "refused" && html`<p class="fault">${item.says}</p>`}
        ${item.state === "conflict" && html`<${Conflict} item=${item} instrument=${form.value} />`}
        ${item.state !== "waiting" && html`<p class="actions"><${Careful} label=${t("give-up")} question=${t("give-up-says")} yes=${t("give-up")} act=${() => settle(item, false)} /></p>`}
      </li>`)}</ul>`}`;
}

/** Both, side by side; nothing is lost until the person says so. */
function Conflict({ item, instrument }) {
  const { rating, current } = item;
  const label = (key) => instrument?.items.find((one) => one.key === key)?.forms[0].label ?? key;
  const keys = instrument?.items.map((one) => one.key) ?? Object.keys(rating.answers);
  const theirs = current.voided ? null : current.answers;
  const differing = theirs ? keys.filter((key) => (theirs[key] ?? null) !== (rating.answers[key] ?? null)) : [];
  const note = (text) => text || "–";
  return html`<p>${current.voided ? t("conflict-removed", { name: authorOf(current.recorded_by) }) : t("conflict-other", { name: authorOf(current.recorded_by) })}</p>
    ${theirs && html`<table><thead><tr><th scope="col">${t("question")}</th><th scope="col">${t("here")}</th><th scope="col">${t("there")}</th></tr></thead>
      <tbody>${differing.map((key) => html`<tr><th scope="row">${label(key)}</th><td>${rating.answers[key] ?? "–"}</td><td>${theirs[key] ?? "–"}</td></tr>`)}
        <tr><th scope="row">${t("note")}</th><td>${note(rating.note)}</td><td>${note(current.note)}</td></tr></tbody></table>`}
    <p class="actions"><button type="button" onClick=${() => settle(item, true)}>${t("take-mine")}</button></p>`;
}
