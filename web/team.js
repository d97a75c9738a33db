// What a clinician sees and does beside a diary: that the team looked, and how far the raters agree.
import { html } from "./vendor.js";
import { call, get } from "./api.js";
import { Form, useRead, Waiting } from "./parts.js";
import { number, t } from "./texts.js";

export function Team({ patient, again }) {
  const { value, error, again: anew } = useRead(() => get(`/v1/patients/${patient}/agreement`), [patient]);
  const seen = async () => {
    await call("POST", `/v1/patients/${patient}/seen`, { body: {} });
    again();
    return t("seen-told");
  };
  return html`<section><h2>${t("for-the-team")}</h2><${Form} send=${seen} button=${t("we-looked")} />
    <h3>${t("agreement")}</h3>${!value ? html`<${Waiting} error=${error} again=${anew} />` : html`<p>${value.text}</p>
      ${value.agreements.length > 0 && html`<div class="scroll" tabindex="0" role="region" aria-label=${t("agreement")}><table>
        <thead><tr>${["raters", "pairs", "mean-difference", "limits"].map((one) => html`<th scope="col">${t(`agreement-${one}`)}</th>`)}</tr></thead>
        <tbody>${value.agreements.map(({ one, other, pairs, total }) => html`<tr><th scope="row">${t(`respondent-${one}`)} / ${t(`respondent-${other}`)}</th><td>${pairs}</td>
          <td>${total.mean_difference === null ? "–" : number(total.mean_difference, 1)}</td>
          <td>${total.limits_of_agreement ? total.limits_of_agreement.map((limit) => number(limit, 1)).join(" … ") : "–"}</td></tr>`)}</tbody></table></div>`}`}</section>`;
}
