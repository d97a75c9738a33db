// What waits for the patient: that a person acts for them, or that the diary is closed. Who says nothing says yes.
import { html } from "./vendor.js";
import { get, orNone } from "./api.js";
import { useLive } from "./live.js";
import { useRead } from "./parts.js";
import { moment, t } from "./texts.js";

export function Awaited({ patient }) {
  const base = `/v1/patients/${patient}`;
  const { value } = useLive(patient, useRead(async () => {
    const [trustee, closure] = await Promise.all([orNone(get(`${base}/trustee`)), orNone(get(`${base}/closure`))]);
    return { trustee, closure };
  }, [patient]));
  const words = [];
  if (value?.trustee?.state === "waiting") words.push(`${value.trustee.display_name} ${t("trustee-waiting", { when: moment(value.trustee.acts_from) })}.`);
  if (value?.closure && !value.closure.closed) words.push(t("diary-closes", { when: moment(value.closure.closes_at) }));
  return words.length > 0 && html`<p class="urgent">${words.join(" ")} <a class="target" href="#circle/${patient}">${t("circle")}</a></p>`;
}
