// What each level of the circle may, as the contract has it, and the page that somebody with it would see.
import { html } from "./vendor.js";
import { get, orNone } from "./api.js";
import { useLive } from "./live.js";
import { useRead } from "./parts.js";
import { t } from "./texts.js";

export const LEVELS = ["summary", "read", "write"];

/** A level in the words for who was let in with it. */
export const levelOfMember = (level) => t(level === "write" ? "level-write-member" : `level-${level}`);

const SUMMARY = ["read_trend"];
const READ = [...SUMMARY, "read_flags", "read_entries"];
const MAY = { summary: SUMMARY, read: READ, write: [...READ, "record_entries", "record_treatments"] };

/** A diary, as it is for somebody with `level` in its circle. */
export const asMember = (who, level) => ({
  ...who, relation: "other", level, may: MAY[level], acts_for_patient: undefined,
  seen_by_team: MAY[level].includes("read_entries") ? who.seen_by_team : undefined,
});

/** Who of a clinic coordinates the care, for all who were let in. */
export function Coordinator({ patient }) {
  const { value } = useLive(patient, useRead(() => orNone(get(`/v1/patients/${patient}/coordinator`)), [patient]));
  return value && html`<${Coordinates} coordinator=${value} />`;
}

export const Coordinates = ({ coordinator }) => html`<p>${t("coordinated-by", { name: coordinator.display_name, clinic: coordinator.site_name })}</p>`;

/** One table for all levels, and the way to the page of each. */
export function Levels({ patient }) {
  const rows = ["read_trend", "read_flags", "read_entries", "record_entries", "record_treatments"];
  return html`<section><h2>${t("what-levels-see")}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t("what-levels-see")}><table>
    <thead><tr><td></td>${LEVELS.map((level) => html`<th scope="col">${t(`level-${level}`)}</th>`)}</tr></thead>
    <tbody>${rows.map((what) => html`<tr><th scope="row">${t(`sees-${what}`)}</th>${LEVELS.map((level) => html`<td>${t(MAY[level].includes(what) ? "yes" : "no")}</td>`)}</tr>`)}</tbody></table></div>
    <p>${t("look-as-level-says")}</p>
    <p class="actions">${LEVELS.map((level) => html`<a class="button plain" href="#diary/${patient}/as/${level}">${t("look-as-level", { level: t(`level-${level}`) })}</a>`)}</p></section>`;
}
