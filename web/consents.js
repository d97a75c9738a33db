// What the patient agrees to: each purpose by itself, given and taken back at any time.
import { html } from "./vendor.js";
import { all, call } from "./api.js";
import { Careful, useRead, Waiting } from "./parts.js";
import { language, moment, t } from "./texts.js";

const PURPOSES = ["care_sharing", "notes_sharing", "clinic_enrolment", "research_export"];
const POLICY = "page-2026-12";

async function hashOf(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function Consents({ fresh }) {
  const { value, error, again } = useRead(() => all("/v1/account/consents"), []);
  if (!value) return html`<section><h2>${t("consents")}</h2><${Waiting} error=${error} again=${again} /></section>`;
  return html`<section><h2>${t("consents")}</h2><p>${t("consents-says")}</p>
    <ul class="cards">${PURPOSES.map((purpose) => html`<li class="card" key=${purpose}>
      <${Consent} purpose=${purpose} decided=${value.find((one) => one.purpose === purpose)} fresh=${fresh} again=${again} /></li>`)}</ul></section>`;
}

/**
 * `decided` is the newest decision, which holds. Without one, those agreed who let others in, as the invitation says; and to
 * research who chose it at a clinic.
 */
function Consent({ purpose, decided, fresh, again }) {
  const [title, says] = [t(`consent-${purpose}`), t(`consent-${purpose}-says`)];
  const holds = decided?.given ?? true;
  const state = !decided ? t(purpose === "research_export" ? "consent-at-clinics" : "consent-by-inviting") : t(holds ? "consent-given" : "consent-ended", { when: moment(decided.at) });
  const decide = async () => {
    const body = { purpose, given: !holds, policy_version: POLICY, policy_sha256: await hashOf(`${title}\n${says}`), language: language.value };
    await fresh(() => call("POST", "/v1/account/consents", { body }));
    await again();
  };
  const label = t(holds ? "consent-take-back" : "consent-give");
  return html`<h3>${title}</h3><p>${says}</p><p class=${decided && !holds ? "urgent" : "quiet"}>${state}</p>
    <${Careful} label=${label} yes=${label} question=${t(holds ? `consent-${purpose}-end` : `consent-${purpose}-says`)} act=${decide} />`;
}
