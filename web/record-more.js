// What may be said beside the twelve answers.
import { html, useState } from "./vendor.js";
import { Choice, Field, Heading } from "./parts.js";
import { list, number, t } from "./texts.js";

const SYMPTOMS = ["weakness", "stiffness", "twitching", "wasting", "fatigue", "headache", "appetite_loss", "pain"];
const STRENGTHS = [["", "–"], ...Array.from({ length: 11 }, (_, strength) => [String(strength), String(strength)])];

/** Kilograms as people write them: null where nothing is written, and nothing at all where it is no weight. */
function kilograms(text) {
  if (text.trim() === "") return null;
  const found = /^(\d+(?:[.,]\d+)?)\s*(?:kg\.?)?$/i.exec(text.trim());
  const value = Math.round(Number(found?.[1].replace(",", ".")) * 10) / 10;
  return value >= 20 && value <= 300 ? value : undefined;
}

/** The weight of a draft or of a rating, as it was written or as the reader writes it. */
export const weightOf = ({ weight, weight_kg }) => weight ?? (typeof weight_kg === "number" ? number(weight_kg, 1, 0) : "");
export const isNoWeight = (draft) => kilograms(weightOf(draft)) === undefined;

export const symptomsOf = (symptoms) => {
  const named = SYMPTOMS.filter((name) => Number.isInteger(symptoms?.[name]));
  return list(named.map((name) => `${t(`symptom-${name}`)} ${symptoms[name]}`));
};

/** What was said of it, for the last look: a name, and the words. */
export const saidOf = (draft) => [[t("weight"), weightOf(draft)], [t("symptoms"), symptomsOf(draft.symptoms)], [t("note"), draft.note]].filter(([, said]) => said);

export function More({ draft, change, found, next }) {
  const [left, leave] = useState(false);
  const strength = (name) => (event) => {
    const { [name]: _, ...others } = draft.symptoms;
    const value = event.target.value;
    change({ symptoms: value === "" ? others : { ...others, [name]: Number(value) } });
  };
  const weigh = ({ target }) => change({ weight: target.value, weight_kg: kilograms(target.value) ?? null });
  const go = () => {
    if (!isNoWeight(draft)) return next();
    leave(true);
    document.querySelector("main input").focus();
  };
  return html`<${Heading}>${t("anything-else")}<//>${found}<p>${t("anything-else-says")}</p>
    <${Field} label=${t("note")} type="area" rows="4" maxlength="2000" value=${draft.note} onInput=${(e) => change({ note: e.target.value })} />
    <${Field} label=${t("weight")} hint=${t("weight-hint")} fault=${left && isNoWeight(draft) && t("no-weight")} inputmode="decimal" maxlength="20" value=${weightOf(draft)} onInput=${weigh} onChange=${() => leave(true)} />
    <details><summary>${t("symptoms")}</summary><p>${t("symptoms-says")}</p><div class="two">${SYMPTOMS.map((name) => html`
      <${Choice} key=${name} label=${t(`symptom-${name}`)} options=${STRENGTHS} value=${String(draft.symptoms[name] ?? "")} onInput=${strength(name)} />`)}</div></details>
    <button type="button" onClick=${go}>${t("go-on")}</button>`;
}
