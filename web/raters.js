// Ratings of home and of the clinic beside each other: each pair of days, how far raters agree, and what a difference means.
import { html } from "./vendor.js";
import { get } from "./api.js";
import { useLive } from "./live.js";
import { useRead, Waiting } from "./parts.js";
import { prefers } from "./prefers.js";
import { day, number, t } from "./texts.js";

const SCORES = ["total", "bulbar", "fine_motor", "gross_motor", "respiratory"];
const DAY = 86_400_000;

const apart = (one, other) => Math.abs(new Date(one.assessed_on) - new Date(other.assessed_on)) / DAY;

/** Each rating of the clinic with the nearest one of home, where there is one within so many days. The newest first. */
export function pairsOf({ points, clinic_ratings }, within) {
  return clinic_ratings.toReversed().map((clinic) => {
    const near = points.filter((home) => apart(home, clinic) <= within).toSorted((one, other) => apart(one, clinic) - apart(other, clinic));
    return { clinic, home: near[0] ?? null };
  });
}

export function Raters({ patient, trend }) {
  const { value, error, again } = useLive(patient, useRead(() => get(`/v1/patients/${patient}/agreement`), [patient]));
  const heading = html`<h2>${t("raters")}</h2>`;
  if (!value) return html`<section>${heading}<${Waiting} error=${error} again=${again} /></section>`;
  return html`<section>${heading}<p>${t("agreement-means")}</p>
    ${!prefers.value.withoutNumbers && html`${trend.clinic_ratings.length > 0 && html`<${Pairs} pairs=${pairsOf(trend, value.within_days)} within=${value.within_days} />`}
      ${value.agreements.length > 0 && html`<${Agreements} agreements=${value.agreements} />`}`}</section>`;
}

const cell = (value) => value ?? "–";
const signed = (value) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0");
const between = (home, clinic, score) => (Number.isInteger(home?.[score]) && Number.isInteger(clinic[score]) ? signed(clinic[score] - home[score]) : "–");

function Pairs({ pairs, within }) {
  return html`<h3>${t("home-and-clinic")}</h3><p class="quiet">${t("home-and-clinic-says", { days: within })}</p>
    ${pairs.map(({ clinic, home }) => html`<div class="scroll" key=${clinic.assessed_on} tabindex="0" role="region" aria-label=${t("rated-day", { day: day(clinic.assessed_on) })}><table class="pair">
      <caption>${day(clinic.assessed_on)}</caption>
      <thead><tr><td></td><th scope="col">${t("at-home")}</th><th scope="col">${t("at-clinic")}</th><th scope="col">${t("difference")}</th></tr></thead>
      <tbody><tr><th scope="row">${t("day")}</th><td>${home ? day(home.assessed_on) : "–"}</td><td>${day(clinic.assessed_on)}</td><td></td></tr>
        <tr><th scope="row">${t("answered-by")}</th><td>${home ? t(`respondent-${home.respondent}`) : t("no-home-rating")}</td><td>${t(`respondent-${clinic.respondent}`)}</td><td></td></tr>
        ${SCORES.map((score) => html`<tr key=${score}><th scope="row">${t(score === "total" ? "total" : `area-${score}`)}</th>
          <td>${cell(home?.[score])}</td><td>${cell(clinic[score])}</td><td>${between(home, clinic, score)}</td></tr>`)}</tbody></table></div>`)}`;
}

function Agreements({ agreements }) {
  const mean = ({ mean_difference }) => (mean_difference === null ? "–" : number(mean_difference, 1));
  const limits = ({ limits_of_agreement }) => (limits_of_agreement ? limits_of_agreement.map((limit) => number(limit, 1)).join(" … ") : "–");
  const row = (name, spread) => html`<tr><th scope="row">${name}</th><td>${spread.n}</td><td>${mean(spread)}</td><td>${limits(spread)}</td></tr>`;
  return html`<h3>${t("agreement")}</h3><p class="quiet">${t("agreement-limits-mean")}</p>
    ${agreements.map(({ one, other, total, domains }) => {
      const name = t("agreement-of", { one: t(`respondent-${one}`), other: t(`respondent-${other}`) });
      return html`<div class="scroll" key=${name} tabindex="0" role="region" aria-label=${name}><table><caption>${name}</caption>
        <thead><tr><td></td>${["pairs", "mean-difference", "limits"].map((what) => html`<th scope="col">${t(`agreement-${what}`)}</th>`)}</tr></thead>
        <tbody>${row(t("total"), total)}${domains.map((spread) => row(t(`area-${spread.domain}`), spread))}</tbody></table></div>`;
    })}`;
}
