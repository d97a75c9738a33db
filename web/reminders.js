// What a person is reminded of: off until they choose it.
import { html, useState } from "./vendor.js";
import { all, call } from "./api.js";
import { me } from "./session.js";
import { Check, Choice, Field, Form, Heading, useRead, Waiting } from "./parts.js";
import { Ways } from "./told.js";
import { moment, t } from "./texts.js";
import { today } from "./weeks.js";

const PLACE = "/v1/account/reminders";
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const FIRST = { weekday: "sunday", at: "18:00", zone: "own" };
const NIGHT = { from: "21:00", to: "08:00" };

/** A day that is over says nothing any more. */
const ahead = (day) => (day && day >= today() ? day : null);

export default function Reminders() {
  const { value, error, again } = useRead(async () => {
    const [{ body, etag }, diaries] = await Promise.all([call("GET", PLACE), all("/v1/patients")]);
    return { chosen: body, etag, diaries: diaries.filter(({ relation, level }) => relation === "self" || level === "write") };
  }, []);
  const heading = html`<${Heading} back="me">${t("reminders")}<//><p>${t("reminders-says")}</p>`;
  if (!value) return html`${heading}<${Waiting} error=${error} again=${again} />`;
  if (value.diaries.length === 0) return html`${heading}<p>${t("reminders-nobody")}</p>`;
  return html`${heading}<${Chosen} ...${value} again=${again} />
    ${value.chosen.weekly && html`<${Later} />`}`;
}

function Chosen({ chosen, etag, diaries, again }) {
  const [form, set] = useState(() => ({
    // They may not record there any more.
    ...chosen, patient_id: diaries.some((one) => one.patient_id === chosen.patient_id) ? chosen.patient_id : me.value.patient_id ?? diaries[0].patient_id,
    visit_on: ahead(chosen.visit_on), paused_until: ahead(chosen.paused_until),
  }));
  const change = (news) => set((before) => ({ ...before, ...news }));
  const part = (name, member) => ({
    value: form[name][member], onInput: (event) => change({ [name]: { ...form[name], [member]: event.target.value } }),
  });
  // Who wants to be reminded wants it on some way.
  const turn = (name, whole) => change({ [name]: form[name] ? (whole === true ? false : null) : whole, channels: form.channels.length > 0 ? form.channels : ["mail"] });
  const send = async () => {
    const { weekly, channels, quiet, paused_until, next_course, end_of_follow_up, visit_on, patient_id } = form;
    const body = { weekly, channels, quiet, paused_until, next_course, end_of_follow_up, visit_on, patient_id };
    await call("PUT", PLACE, { body, headers: { "If-Match": etag } });
    again();
    return t("changed-now");
  };
  const date = (name) => ({ value: form[name] ?? "", type: "date", min: today(), onInput: (event) => change({ [name]: event.target.value || null }) });
  const names = diaries.map(({ patient_id, relation, display_name }) => [patient_id, relation === "self" ? t("my-diary") : t("diary-of", { name: display_name })]);
  return html`<${Form} send=${send} button=${t("save")}>
    ${diaries.length > 1 && html`<${Choice} label=${t("reminders-whose")} options=${names} value=${form.patient_id} onInput=${(e) => change({ patient_id: e.target.value })} />`}
    <${Check} label=${t("remind-weekly")} hint=${t("remind-weekly-hint")} checked=${Boolean(form.weekly)} onChange=${() => turn("weekly", FIRST)} />
    ${form.weekly && html`<div class="two"><${Choice} label=${t("weekday")} options=${WEEKDAYS.map((one) => [one, t(`weekday-${one}`)])} ...${part("weekly", "weekday")} />
      <${Field} label=${t("at-hour")} type="time" required ...${part("weekly", "at")} /></div>`}
    <${Field} label=${t("remind-visit")} hint=${t("remind-visit-hint")} ...${date("visit_on")} />
    <${Check} label=${t("remind-next_course")} hint=${t("remind-next_course-hint")} checked=${form.next_course} onChange=${() => turn("next_course", true)} />
    <${Check} label=${t("remind-end_of_follow_up")} hint=${t("remind-end_of_follow_up-hint")} checked=${form.end_of_follow_up} onChange=${() => turn("end_of_follow_up", true)} />
    <${Ways} chosen=${form.channels} choose=${(channels) => change({ channels })} />
    <${Check} label=${t("quiet-hours")} hint=${t("quiet-hours-hint")} checked=${Boolean(form.quiet)} onChange=${() => change({ quiet: form.quiet ? null : NIGHT })} />
    ${form.quiet && html`<div class="two"><${Field} label=${t("quiet-from")} type="time" required ...${part("quiet", "from")} />
      <${Field} label=${t("quiet-to")} type="time" required ...${part("quiet", "to")} /></div>`}
    <${Field} label=${t("paused-until")} hint=${t("paused-until-hint")} ...${date("paused_until")} />
  <//>`;
}

const HOURS = [1, 2, 3, 4, 6, 8];

function Later() {
  const [hours, choose] = useState("3");
  const send = async () => {
    const { body } = await call("POST", `${PLACE}/later`, { body: { hours: Number(hours) } });
    return t("remind-later-at", { when: moment(body.remind_at) });
  };
  return html`<section><h2>${t("remind-later")}</h2><${Form} send=${send} button=${t("remind-later-do")}>
    <${Choice} label=${t("remind-later-in")} options=${HOURS.map((one) => [String(one), t("in-hours", { hours: one })])} value=${hours} onInput=${(e) => choose(e.target.value)} /><//></section>`;
}
