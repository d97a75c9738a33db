// One's own place in the diary of another: leaving it, and acting for the patient where they chose that.
import { html, useState } from "./vendor.js";
import { call, get, orNone, Problem } from "./api.js";
import { levelOfMember } from "./levels.js";
import { useLive } from "./live.js";
import { me } from "./session.js";
import { Careful, Field, Form, go, Heading, useFresh, useRead, Waiting } from "./parts.js";
import { moment, t } from "./texts.js";

/** Only the patient and who was chosen learn whether somebody was. */
const orRefused = (asked) => asked.catch((error) => {
  if (error instanceof Problem && error.code === "patient_only") return null;
  throw error;
});

export default function Place({ parts: [patient] }) {
  const base = `/v1/patients/${patient}`;
  const [fresh, asking] = useFresh();
  const { value, error, again } = useLive(patient, useRead(async () => {
    const [who, trustee] = await Promise.all([get(base), orRefused(orNone(get(`${base}/trustee`)))]);
    const closure = who.acts_for_patient ? await orNone(get(`${base}/closure`)) : null;
    return { who, trustee, closure };
  }, [patient]));
  const heading = html`<${Heading} back="diary/${patient}">${t("own-place")}<//>${asking}`;
  if (!value) return html`${heading}<${Waiting} error=${error} again=${again} />`;
  const { who, trustee, closure } = value;
  const name = who.display_name;
  const leave = async () => { await call("DELETE", `${base}/circle/${me.value.account.id}`); go(""); };
  return html`${heading}<p>${t("your-level", { level: levelOfMember(who.level) })}</p>
    ${trustee && html`<${Trusted} trustee=${trustee} name=${name} closed=${who.closed} base=${base} again=${again} />`}
    ${who.acts_for_patient && html`<${Closing} closure=${closure} name=${name} base=${base} again=${again} fresh=${fresh} />`}
    <section><h2>${t("leave-diary")}</h2><p>${t("leave-diary-says", { name })}</p>
      <${Careful} label=${t("leave-diary")} yes=${t("leave-diary")} question=${t("leave-diary-says", { name })} act=${leave} /></section>`;
}

function Trusted({ trustee, name, closed, base, again }) {
  const { state, acts_from, may_request_from } = trustee;
  const end = (path) => async () => { await call("DELETE", base + path); again(); };
  const ask = async () => { await call("POST", `${base}/trustee/request`); again(); };
  const stop = t(state === "acting" ? "trustee-end" : "trusted-stop");
  return html`<section><h2>${t("trustee")}</h2><p>${t(state === "acting" && closed ? "trusted-acting-closed" : `trusted-${state}`, { name, when: acts_from ? moment(acts_from) : "" })}</p>
    ${state === "named" && (may_request_from ? html`<p class="quiet">${t("trusted-again-from", { when: moment(may_request_from) })}</p>`
      : html`<${Careful} label=${t("trusted-ask")} yes=${t("trusted-ask")} question=${t("trusted-ask-says", { name })} act=${ask} />`)}
    ${state !== "named" && html`<${Careful} label=${stop} yes=${stop} question=${t("trusted-stop-says")} act=${end("/trustee/request")} />`}
    <${Careful} label=${t("trusted-decline")} yes=${t("trusted-decline")} question=${t("trusted-decline-says", { name })} act=${end("/trustee")} /></section>`;
}

function Closing({ closure, name, base, again, fresh }) {
  const [basis, say] = useState("");
  const close = async () => { await fresh(() => call("POST", `${base}/closure`, { body: { basis: basis.trim() } })); again(); };
  return html`<section><h2>${t("close-diary")}</h2>${closure ? html`<${Closed} closure=${closure} base=${base} again=${again} />`
    : html`<p>${t("close-diary-says", { name })}</p><${Form} send=${close} button=${t("close-diary")}>
      <${Field} label=${t("close-diary-why")} hint=${t("close-diary-why-hint")} required maxlength="500" value=${basis} onInput=${(e) => say(e.target.value)} /><//>`}</section>`;
}

/** That a diary is closed or will be, and the way back. */
export function Closed({ closure, base, again }) {
  const open = async () => { await call("DELETE", `${base}/closure`); again(); };
  return html`<p class="card urgent">${t(closure.closed ? "diary-closed" : "diary-closes", { when: moment(closure.closes_at) })} ${t("reason", { reason: closure.basis })}</p>
    <${Form} send=${open} button=${t(closure.closed ? "open-diary-again" : "keep-diary-open")} />`;
}
