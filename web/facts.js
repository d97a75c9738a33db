// The facts about the patient: what is known once, and not each week.
import { html, useState } from "./vendor.js";
import { call } from "./api.js";
import { useLive } from "./live.js";
import { Choice, Field, Form, Heading, useRead, Waiting } from "./parts.js";
import { t } from "./texts.js";
import { today } from "./weeks.js";

const REGIONS = ["bulbar", "upper_limb", "lower_limb", "trunk", "respiratory", "generalised", "unknown"];
const SEXES = ["female", "male", "other", "unknown"];
const NUMBERS = ["birth_year", "height_cm", "usual_weight_kg"];

export default function Facts({ parts: [patient] }) {
  const path = `/v1/patients/${patient}/facts`;
  const { value, error, again } = useLive(patient, useRead(() => call("GET", path), [patient]), true);
  const heading = html`<${Heading} back="diary/${patient}">${t("facts")}<//><p>${t("facts-says")}</p>`;
  if (!value) return html`${heading}<${Waiting} error=${error} again=${again} />`;
  return html`${heading}<${Known} facts=${value.body} etag=${value.etag} path=${path} again=${again} />`;
}

function Known({ facts, etag, path, again }) {
  const [form, set] = useState(() => Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact === null ? "" : String(fact)])));
  const to = (name) => ({ value: form[name], onInput: (event) => set({ ...form, [name]: event.target.value }) });
  const send = async () => {
    const fact = ([name, text]) => [name, text.trim() === "" ? null : NUMBERS.includes(name) ? Number(text.replace(",", ".")) : text.trim()];
    await call("PUT", path, { body: Object.fromEntries(Object.entries(form).map(fact)), headers: { "If-Match": etag } });
    again();
    return t("changed-now");
  };
  const one = (values, prefix) => [["", t("not-known")], ...values.filter((value) => value !== "unknown" || form.sex === value || form.onset_region === value).map((value) => [value, t(`${prefix}-${value}`)])];
  const number = { inputmode: "decimal", pattern: "[0-9]+([.,][0-9])?" };
  return html`<${Form} send=${send} button=${t("save")}>
    <${Field} label=${t("fact-symptom_onset")} type="date" max=${today()} ...${to("symptom_onset")} />
    <${Choice} label=${t("fact-onset_region")} options=${one(REGIONS, "region")} ...${to("onset_region")} />
    <${Field} label=${t("fact-diagnosed_on")} type="date" max=${today()} ...${to("diagnosed_on")} />
    <${Field} label=${t("fact-birth_year")} ...${number} ...${to("birth_year")} />
    <${Choice} label=${t("fact-sex")} options=${one(SEXES, "sex")} ...${to("sex")} />
    <${Field} label=${t("fact-gene")} hint=${t("fact-gene-hint")} maxlength="20" ...${to("gene")} />
    <${Field} label=${t("fact-usual_weight_kg")} hint=${t("fact-usual_weight_kg-hint")} ...${number} ...${to("usual_weight_kg")} />
    <${Field} label=${t("fact-height_cm")} ...${number} ...${to("height_cm")} />
    <${Choice} label=${t("fact-time_zone")} options=${zones(form.time_zone)} ...${to("time_zone")} /><//>`;
}

/** Those that the browser knows, and the one that was chosen. */
const zones = (chosen) => [...new Set([chosen, ...(Intl.supportedValuesOf?.("timeZone") ?? [])])].map((zone) => [zone, zone.replaceAll("_", " ")]);
