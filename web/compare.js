// Two ratings of one week, side by side: only where they differ.
import { html } from "./vendor.js";
import { prefers } from "./prefers.js";
import { symptomsOf, weightOf } from "./record-more.js";
import { day, t } from "./texts.js";

/** `mine` and `other` with their headings; `instrument` may be missing without a network. */
export function Compare({ mine, other, heads, instrument }) {
  const ratings = [mine, other];
  const items = instrument?.items ?? Object.keys({ ...other.answers, ...mine.answers }).map((key) => ({ key }));
  const rows = [
    [t("day"), (of) => day(of.assessed_on)],
    [t("answered-by"), (of) => t(`respondent-${of.respondent}`)],
    ...items.flatMap((item) => [
      ...(item.key === "cutting" ? [[t("tube-there"), (of) => t(of.gastrostomy ? "yes" : "no")]] : []),
      [item.forms?.[0].label ?? item.key, (of) => answerOf(item, of), instrument?.language],
    ]),
    [t("weight"), (of) => weightOf(of)],
    [t("symptoms"), (of) => symptomsOf(of.symptoms)],
    [t("note"), (of) => of.note],
  ].map(([label, say, lang]) => ({ label, lang, said: ratings.map((of) => say(of) || "–") }));
  const differing = rows.filter(({ said: [one, another] }) => one !== another);
  if (differing.length === 0) return html`<p>${t("both-same")}</p>`;
  return html`<table class="compare"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    ${differing.map(({ label, lang, said }) => html`<tbody key=${label}><tr><th scope="rowgroup" colspan="2" lang=${lang}>${label}</th></tr>
      <tr>${said.map((one) => html`<td lang=${one === "–" ? undefined : lang}>${one}</td>`)}</tr></tbody>`)}</table>`;
}

/** The words of an answer, and its number where it is wanted. */
function answerOf({ key, forms }, { answers, cutting_form }) {
  const score = answers?.[key] ?? null;
  if (score === null) return null;
  const form = forms?.find((one) => one.number === cutting_form) ?? forms?.[0];
  const words = form?.anchors.find((one) => one.score === score)?.text;
  return [(!prefers.value.withoutNumbers || !words) && score, words].filter((part) => part !== false && part !== undefined).join(" ");
}
