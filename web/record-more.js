// What may be said beside the twelve answers.
import { html } from "./vendor.js";
import { Choice, Field, Heading } from "./parts.js";
import { t } from "./texts.js";

const SYMPTOMS = ["weakness", "stiffness", "twitching", "wasting", "fatigue", "headache", "appetite_loss", "pain"];
const STRENGTHS = [["", "–"], ...Array.from({ length: 11 }, (_, strength) => [String(strength), String(strength)])];

export function More({ draft, change, found, next }) {
  const strength = (name) => (event) => {
    const { [name]: _, ...others } = draft.symptoms;
    const value = event.target.value;
    change({ symptoms: value === "" ? others : { ...others, [name]: Number(value) } });
  };
  const weigh = (event) => {
    const value = Number(event.target.value.replace(",", "."));
    change({ weight_kg: value >= 20 && value <= 300 ? Math.round(value * 10) / 10 : null });
  };
  return html`<${Heading}>${t("anything-else")}<//>${found}<p>${t("anything-else-says")}</p>
    <${Field} label=${t("note")} type="area" rows="4" maxlength="2000" value=${draft.note} onInput=${(e) => change({ note: e.target.value })} />
    <${Field} label=${t("weight")} hint=${t("weight-hint")} inputmode="decimal" defaultValue=${draft.weight_kg ?? ""} onChange=${weigh} />
    <details><summary>${t("symptoms")}</summary><p>${t("symptoms-says")}</p><div class="two">${SYMPTOMS.map((name) => html`
      <${Choice} key=${name} label=${t(`symptom-${name}`)} options=${STRENGTHS} value=${String(draft.symptoms[name] ?? "")} onInput=${strength(name)} />`)}</div></details>
    <button type="button" onClick=${next}>${t("go-on")}</button>`;
}
