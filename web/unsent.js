// Weeks that are on this device alone, and what to do about each.
import { html } from "./vendor.js";
import { Compare } from "./compare.js";
import { asFile, correct, send, settle, unsent } from "./outbox.js";
import { authorOf, Careful, go, Heading, saveFile, useRead } from "./parts.js";
import { form } from "./record.js";
import { day, t } from "./texts.js";

export default function Unsent() {
  const weeks = unsent.value;
  const { value: instrument, error } = useRead(form, []);
  return html`<${Heading} back="">${t("unsent")}<//>
    ${weeks.length === 0 ? html`<p role="status">${t("all-sent")}</p>` : html`
      <p class="actions"><button type="button" onClick=${send}>${t("send-now")}</button>
        <button type="button" class="plain" onClick=${() => saveFile(asFile(), "weeks.json")}>${t("save-file")}</button></p>
      <ul class="cards">${weeks.map((item) => html`<li class="card" key=${item.key}><h2>${t("rated-day", { day: day(item.rating.assessed_on) })}</h2>
        <p>${t(`unsent-${item.state}`)}</p>${item.state === "refused" && html`<p class="fault">${item.says}</p>`}
        ${item.state === "conflict" && html`<${Conflict} item=${item} instrument=${instrument} isReady=${instrument || error} />`}
        ${item.state !== "waiting" && html`<p class="actions">
          ${item.state === "refused" && html`<button type="button" onClick=${() => correct(item).then(go)}>${t("correct")}</button>`}
          <${Careful} label=${t("give-up")} question=${t("give-up-says")} yes=${t("give-up")} act=${() => settle(item, false)} /></p>`}
      </li>`)}</ul>`}`;
}

/** Both, side by side, once the words of the answers are there or cannot be had; nothing is lost until the person says so. */
function Conflict({ item, instrument, isReady }) {
  const { rating, current } = item;
  const name = authorOf(current.recorded_by);
  return html`<p>${t(current.voided ? "conflict-removed" : "conflict-other", { name })}</p>
    ${isReady && !current.voided && html`<${Compare} mine=${rating} other=${current} heads=${[t("here"), t("there")]} instrument=${instrument} />`}
    <p class="actions"><button type="button" onClick=${() => settle(item, true)}>${t("take-mine")}</button></p>`;
}
