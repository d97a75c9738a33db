// What a clinician does beside a diary: says that the team looked, and rates for the clinic.
import { html } from "./vendor.js";
import { all, call, get, orNone } from "./api.js";
import { authorOf, Form, useRead, Waiting } from "./parts.js";
import { me } from "./session.js";
import { day, t } from "./texts.js";

export function Team({ patient, again }) {
  const base = `/v1/patients/${patient}`;
  const { value, error, again: anew } = useRead(async () => {
    const [ratings, coordinator] = await Promise.all([all(`${base}/clinic-ratings`), orNone(get(`${base}/coordinator`))]);
    return { ratings: ratings.filter(({ voided }) => !voided).toReversed(), coordinates: coordinator?.account_id === me.value.account.id };
  }, [patient]);
  const seen = async () => {
    await call("POST", `${base}/seen`, { body: {} });
    again();
    return t("seen-told");
  };
  return html`<section><h2>${t("for-the-team")}</h2><${Form} send=${seen} button=${t("we-looked")} />
    <p class="actions"><a class="button" href="#rate/${patient}">${t("rate")}</a>
      ${value?.coordinates && html`<a class="button plain" href="#alerts/${patient}">${t("alerts-own")}</a>`}</p>
    ${!value ? html`<${Waiting} error=${error} again=${anew} />` : value.ratings.length > 0 && html`<h3>${t("clinic-ratings")}</h3>
      <ul class="rows">${value.ratings.map((one) => html`<li key=${one.day}><a href="#rate/${patient}/${one.day}"><b>${day(one.day)}</b>${" "}
        <span>${t(`respondent-${one.respondent}`)}, ${authorOf(one.recorded_by)}</span></a></li>`)}</ul>`}</section>`;
}
