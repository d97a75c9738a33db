// The questions of a week, one a screen, for those who rate another person: a guest, a clinician.
import { html, useEffect } from "./vendor.js";
import { answering, Item, Review, screensOf, Tube } from "./record.js";
import { More } from "./record-more.js";
import { t } from "./texts.js";

/** Further than any screen: what is shown then is the last one. */
export const LAST = 99;

/** A draft that corrects what was recorded: it begins at its end. */
export function correcting(entry, tag) {
  const { assessed_on, answers, symptoms, gastrostomy, weight_kg, note } = entry;
  return { assessed_on, answers, symptoms, gastrostomy, weight_kg, note: note ?? "", change_reason: "", tag, step: LAST, reviewing: true };
}

/** Before anything was answered. */
export const FRESH = { answers: {}, symptoms: {}, gastrostomy: null, weight_kg: null, note: "", change_reason: "", tag: null, step: 0 };

/** Asks what `draft` lacks, and hands the whole rating to `record`. */
export function Questions({ draft, change, instrument, record, withReason = false }) {
  const all = screensOf(instrument).slice(1);
  const at = Math.min(draft.step, all.length - 1);
  const screen = all[at];
  const step = (to) => change({ step: to });
  useEffect(() => scrollTo(0, 0), [at]);
  const answer = answering(draft, change, at, all.length - 1);
  return html`<div class="record">
    <p class="quiet">${t("step-of", { step: at + 1, of: all.length })}</p>
    <progress max=${all.length} value=${at + 1} aria-label=${t("how-far")}></progress>
    ${screen.kind === "tube" && html`<${Tube} key="tube" draft=${draft} answer=${answer} ofAnother />`}
    ${screen.kind === "item" && html`<${Item} key=${screen.item.key} item=${screen.item} draft=${draft} answer=${answer} instrument=${instrument} />`}
    ${screen.kind === "more" && html`<${More} draft=${draft} change=${change} next=${() => step(at + 1)} />`}
    ${screen.kind === "review" && html`<${Review} draft=${draft} change=${change} all=${all} lang=${instrument.language} step=${step} record=${record} correcting=${withReason} />`}
    <p class="actions">
      ${at > 0 && html`<button type="button" class="plain" onClick=${() => step(at - 1)}>${t("back")}</button>`}
      ${draft.reviewing && screen.kind !== "review" && html`<button type="button" class="plain" onClick=${() => step(all.length - 1)}>${t("to-review")}</button>`}
    </p></div>`;
}
