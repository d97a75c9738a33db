// What followers are told of a diary: what was told, what one wants to be told, and, for the patient, who is told what.
import { html, useState } from "./vendor.js";
import { all, call, get } from "./api.js";
import { authorOf, Check, Choice, Form, Heading, urgencyOf, useRead, Waiting } from "./parts.js";
import { useLive } from "./live.js";
import { isOpen, Ways } from "./told.js";
import { day, list, moment, t } from "./texts.js";
import { mondayOf } from "./weeks.js";

const TIERS = ["contact_today", "contact_this_week", "tell_team", "next_visit"];
const WEEKS = [1, 2, 3, 4, 6, 8, 12];
const HOURS = [1, 2, 4, 8, 12, 24, 48, 72, 168];

export default function Alerts({ parts: [patient] }) {
  return patient ? html`<${OfDiary} patient=${patient} />` : html`<${Told} />`;
}

/** All that one was told, and of one's own diary all that anybody was told. */
function Told() {
  const { value, error, again } = useLive(null, useRead(async () => {
    const [alerts, diaries] = await Promise.all([all("/v1/alerts"), all("/v1/patients?limit=200")]);
    return { alerts, diaries: new Map(diaries.map((one) => [one.patient_id, one])) };
  }, []));
  const heading = html`<${Heading} back="">${t("alerts")}<//>`;
  if (!value) return html`${heading}<${Waiting} error=${error} again=${again} />`;
  return html`${heading}${value.alerts.length === 0 && html`<p>${t("no-alerts")}</p>`}
    <ul class="cards">${value.alerts.map((alert) => html`<li class="card ${isOpen(alert) ? "urgent" : ""}" key=${alert.id}>
      <${Alert} alert=${alert} diary=${value.diaries.get(alert.patient_id)} again=${again} /></li>`)}</ul>`;
}

function Alert({ alert, diary, again }) {
  const { id, patient_id, kind, code, tier, week, raised_at, acknowledged, ended_at, told = [] } = alert;
  const name = !diary ? t("diary") : diary.relation === "self" ? t("my-diary") : t("diary-of", { name: diary.display_name });
  const since = day(mondayOf(week));
  const send = async () => { await call("POST", `/v1/alerts/${id}/acknowledge`); again(); };
  return html`<h2><a href="#diary/${patient_id}">${name}</a></h2>
    <p><strong>${kind === "flag" ? urgencyOf(tier) : t("alert-silence", { day: since })}</strong></p>
    ${kind === "flag" && html`<p>${t("alert-flag", { what: t(`flag-${code}`), day: since })}</p>`}
    <p class="quiet">${t("alert-raised", { when: moment(raised_at) })}</p>
    ${told.length > 0 && html`<p>${t("alert-told", { people: list(told.map(({ by }) => authorOf(by))) })}</p>`}
    ${acknowledged ? html`<p>${t("alert-seen-to", { name: authorOf(acknowledged.by), when: moment(acknowledged.at) })}</p>`
    : ended_at ? html`<p>${t("alert-over", { when: moment(ended_at) })}</p>`
    : html`<${Form} send=${send} button=${t("alert-see-to")} /><p class="hint">${t("alert-see-to-hint")}</p>`}`;
}

function OfDiary({ patient }) {
  const base = `/v1/patients/${patient}`;
  const { value, error, again } = useLive(patient, useRead(async () => {
    const who = await get(base);
    const [own, followers] = await Promise.all([
      who.relation === "self" ? null : call("GET", `${base}/alerts`),
      who.may.includes("manage") ? all(`${base}/alerts/followers`) : null,
    ]);
    return { who, own, followers };
  }, [patient]), true);
  if (!value) return html`<${Heading} back="diary/${patient}">${t("alerts-of")}<//><${Waiting} error=${error} again=${again} />`;
  const { who, own, followers } = value;
  return html`<${Heading} key="there" back="diary/${patient}">${t(followers ? "alerts-of" : "alerts-own")}<//>
    ${own && html`<section>${followers && html`<h2>${t("alerts-own")}</h2>`}<p>${t("alerts-own-says")}</p>
      <${Chosen} chosen=${own.body} etag=${own.etag} path=${`${base}/alerts`} seesFlags=${who.may.includes("read_flags")} again=${again} /></section>`}
    ${followers && html`<${Followers} followers=${followers} isOwn=${who.relation === "self"} base=${base} again=${again} />`}`;
}

/** The usual numbers, and that which was chosen by another way. */
const among = (usual, chosen) => [...new Set([...usual, ...(chosen ? [chosen] : [])])].toSorted((one, other) => one - other);

function Chosen({ chosen, etag, path, seesFlags, again }) {
  const [form, set] = useState(chosen);
  const change = (news) => set((before) => ({ ...before, ...news }));
  /** Who wants to be told of something wants it on some way. */
  const want = (news, isMore) => change({ ...news, ...(isMore && form.channels.length === 0 && { channels: ["mail"] }) });
  const send = async () => {
    const { silence_weeks, tiers, channels, escalate_after_hours } = form;
    await call("PUT", path, { body: { silence_weeks, tiers, channels, escalate_after_hours }, headers: { "If-Match": etag } });
    again();
    return t("changed-now");
  };
  const number = (name) => ({ value: String(form[name] ?? ""), onInput: (event) => want({ [name]: Number(event.target.value) || null }, event.target.value !== "") });
  const toggle = (tier) => want({ tiers: TIERS.filter((one) => form.tiers.includes(one) !== (one === tier)) }, !form.tiers.includes(tier));
  const silence = [["", t("alerts-silence-off")], ...among(WEEKS, chosen.silence_weeks).map((weeks) => [String(weeks), t("after-weeks", { weeks })])];
  const next = [["", t("alerts-next-off")], ...among(HOURS, chosen.escalate_after_hours).map((hours) => [String(hours), t("after-hours", { hours })])];
  return html`${chosen.channels.length > 0 && html`<p class="card" role="status">${t(chosen.active ? "alerts-active" : "alerts-not-active")}</p>`}
    <${Form} send=${send} button=${t("save")}>
      ${seesFlags ? html`<fieldset><legend>${t("alerts-flags")}</legend>${TIERS.map((tier) => html`
        <${Check} key=${tier} label=${t(`alert-tier-${tier}`)} checked=${form.tiers.includes(tier)} onChange=${() => toggle(tier)} />`)}</fieldset>`
      : html`<p>${t("alerts-no-flags")}</p>`}
      <${Choice} label=${t("alerts-silence")} options=${silence} ...${number("silence_weeks")} />
      <${Ways} chosen=${form.channels} choose=${(channels) => change({ channels })} />
      <${Choice} label=${t("alerts-next")} options=${next} ...${number("escalate_after_hours")} />
      <p class="hint">${t("alerts-next-hint")}</p>
    <//>`;
}

function Followers({ followers, ...shared }) {
  return html`<section><h2>${t("followers")}</h2><p>${t("followers-says")}</p>
    ${followers.length === 0 && html`<p>${t("nobody-sees")}</p>`}
    <ol class="cards">${followers.map((one) => html`<li class="card" key=${one.account_id}><${Follower} follower=${one} ...${shared} /></li>`)}</ol></section>`;
}

/** The patient alone switches it off; a trustee may switch it on again. */
function Follower({ follower, isOwn, base, again }) {
  const { account_id, display_name, relation, tiers, silence_weeks, channels, escalate_after_hours, sees_flags, muted } = follower;
  const turn = async () => {
    await call(muted ? "DELETE" : "PUT", `${base}/alerts/followers/${account_id}/mute`);
    await again();
  };
  const told = [
    ...(sees_flags ? tiers.map((tier) => t(`alert-tier-${tier}`)) : []),
    ...(silence_weeks ? [t("follower-silence", { weeks: silence_weeks })] : []),
    ...(escalate_after_hours ? [t("follower-next", { hours: escalate_after_hours })] : []),
  ];
  return html`<h3>${display_name}</h3><p>${t(`relation-${relation}`)}${muted && html`, <strong>${t("follower-muted")}</strong>`}</p>
    ${channels.length === 0 ? html`<p>${t("follower-nothing")}</p>`
    : html`<p>${t("follower-ways", { ways: list(channels.map((way) => t(`way-${way}`))) })}</p>
      ${told.length === 0 ? html`<p>${t("follower-last")}</p>` : html`<ul>${told.map((words) => html`<li>${words}</li>`)}</ul>`}`}
    ${(isOwn || muted) && html`<${Form} send=${turn} button=${t(muted ? "follower-unmute" : "follower-mute")} plain />`}`;
}
