// Who else sees a diary, and what the patient may do about it.
import { html, useState } from "./vendor.js";
import { all, call, get, orNone } from "./api.js";
import { Careful, Check, Choice, Field, Form, Heading, useFresh, useRead, Waiting } from "./parts.js";
import { Consents } from "./consents.js";
import { GuestLinks } from "./guest-links.js";
import { Coordinates, levelOfMember, Levels, LEVELS } from "./levels.js";
import { Shares } from "./link.js";
import { useLive } from "./live.js";
import { Closed } from "./place.js";
import { me } from "./session.js";
import { moment, t } from "./texts.js";

const RELATIONS = [
  "spouse", "wife", "husband", "partner", "parent", "mother", "father", "child", "daughter", "son", "sibling", "sister",
  "brother", "grandchild", "relative", "friend", "neighbour", "caregiver", "nurse", "therapist", "doctor", "other",
];
const levels = () => LEVELS.map((level) => [level, t(`level-${level}`)]);
const relations = () => RELATIONS.map((one) => [one, t(`relation-${one}`)]);

export default function Circle({ parts: [patient] }) {
  const base = `/v1/patients/${patient}`;
  const [fresh, asking] = useFresh();
  const { value, error, again } = useLive(patient, useRead(async () => {
    const [who, members, invitations, sites, trustee, coordinator, closure, links] = await Promise.all([
      get(base), all(`${base}/circle`), all(`${base}/invitations`), all(`${base}/sites`), orNone(get(`${base}/trustee`)), orNone(get(`${base}/coordinator`)),
      orNone(get(`${base}/closure`)), get(`${base}/guest-links?limit=10`),
    ]);
    // Who acts for the patient does not choose who does, nor what the patient agrees to.
    const isOwn = who.relation === "self";
    return { isOwn, closure, links: links.items, members, invitations: invitations.filter((one) => one.status === "pending"), sites, trustee, coordinator };
  }, [patient]), true);
  const heading = html`<${Heading} back="diary/${patient}">${t("circle")}<//>`;
  if (!value) return html`${heading}<${Waiting} error=${error} again=${again} />`;
  const shared = { base, again, fresh };
  return html`${heading}${asking}
    ${value.closure && html`<${Closed} closure=${value.closure} base=${base} again=${again} />`}
    <section><h2>${t("who-sees")}</h2>
      ${value.members.length === 0 && html`<p>${t("nobody-sees")}</p>`}
      <ul class="cards">${value.members.map((member) => html`<li class="card" key=${member.account_id}>
        ${member.account_id === me.value.account.id ? html`<${OwnPlace} member=${member} patient=${patient} />` : html`<${Member} member=${member} ...${shared} />`}</li>`)}</ul>
      ${value.coordinator && html`<${Coordinates} coordinator=${value.coordinator} />`}</section>
    ${value.invitations.length > 0 && html`<section><h2>${t("invited")}</h2><ul class="cards">${value.invitations.map((one) => html`<li class="card" key=${one.id}>
      <p><b>${one.email}</b>, ${t(`relation-${one.relation}`)}: ${t(`level-${one.level}`)}</p><p class="quiet">${t("good-until", { when: moment(one.expires_at) })}</p>
      <${Careful} label=${t("withdraw")} yes=${t("withdraw")} question=${t("withdraw-says", { email: one.email })}
        act=${async () => { await call("DELETE", `${base}/invitations/${one.id}`); again(); }} /></li>`)}</ul></section>`}
    <${Invite} ...${shared} />
    <${Levels} patient=${patient} />
    ${!value.closure?.closed && html`<${GuestLinks} links=${value.links} ...${shared} />`}
    ${value.isOwn && html`<${Trustee} trustee=${value.trustee} members=${value.members} ...${shared} />`}
    <${Sites} sites=${value.sites} coordinator=${value.coordinator} ...${shared} />
    ${value.isOwn && html`<${Consents} fresh=${fresh} />`}`;
}

/** Who acts for the patient cannot raise themselves for the time after. */
function OwnPlace({ member, patient }) {
  return html`<h3>${member.display_name}</h3><p>${t(`relation-${member.relation}`)}: ${levelOfMember(member.level)}</p>
    <p><a class="target" href="#place/${patient}">${t("own-place")}</a></p>`;
}

function Member({ member, base, again, fresh }) {
  const { account_id, display_name, relation, level, may_see_flags, since, version } = member;
  const [terms, set] = useState({ level, relation, may_see_flags });
  const to = (name) => ({ value: terms[name], onInput: (event) => set({ ...terms, [name]: event.target.value }) });
  const send = async () => {
    await fresh(() => call("PUT", `${base}/circle/${account_id}`, { body: terms, headers: { "If-Match": `"v${version}"` } }));
    again();
    return t("changed-now");
  };
  return html`<h3>${display_name}</h3><p>${t(`relation-${relation}`)}, ${t("since", { when: moment(since) })}: ${t(`level-${level}`)}</p>
    <details><summary>${t("change")}</summary><${Form} send=${send} button=${t("save")}>
      <${Choice} label=${t("what-they-see")} options=${levels()} ...${to("level")} />
      <${Choice} label=${t("who-are-they")} options=${relations()} ...${to("relation")} />
      ${terms.level === "summary" && html`<${Check} label=${t("may-see-flags")} checked=${terms.may_see_flags} onChange=${() => set({ ...terms, may_see_flags: !terms.may_see_flags })} />`}
    <//></details>
    <${Careful} label=${t("take-back")} yes=${t("take-back")} question=${t("take-back-says", { name: display_name })}
      act=${async () => { await call("DELETE", `${base}/circle/${account_id}`); again(); }} />`;
}

function Invite({ base, again, fresh }) {
  const [form, set] = useState({ email: "", level: "summary", relation: "partner" });
  const to = (name) => ({ value: form[name], onInput: (event) => set({ ...form, [name]: event.target.value }) });
  const send = async () => {
    await fresh(() => call("POST", `${base}/invitations`, { body: { ...form, email: form.email.trim() } }));
    set({ ...form, email: "" });
    again();
    return t("invitation-sent");
  };
  return html`<section><h2>${t("invite")}</h2><${Form} send=${send} button=${t("send-invitation")}>
    <${Field} label=${t("their-email")} type="email" autocomplete="off" required ...${to("email")} />
    <${Choice} label=${t("who-are-they")} options=${relations()} ...${to("relation")} />
    <${Choice} label=${t("what-they-see")} options=${levels()} ...${to("level")} />
  <//></section>`;
}

function Trustee({ trustee, members, base, again, fresh }) {
  const [chosen, choose] = useState("");
  const name = async () => {
    await fresh(() => call("PUT", `${base}/trustee`, { body: { account_id: chosen } }));
    again();
  };
  const end = async (path) => { await fresh(() => call("DELETE", base + path)); again(); };
  return html`<section><h2>${t("trustee")}</h2><p>${t("trustee-says")}</p>
    ${trustee && html`<p class="card"><b>${trustee.display_name}</b>: ${t(`trustee-${trustee.state}`, { when: trustee.acts_from ? moment(trustee.acts_from) : "" })}</p>
      ${trustee.state === "waiting" && html`<${Careful} label=${t("trustee-not-now")} question=${t("trustee-not-now-says")} yes=${t("trustee-not-now")} act=${() => end("/trustee/request")} />`}
      <${Careful} label=${t("trustee-end")} question=${t("trustee-end-says", { name: trustee.display_name })} yes=${t("trustee-end")} act=${() => end("/trustee")} />`}
    ${!trustee && members.length > 0 && html`<${Form} send=${name} button=${t("choose-trustee")}>
      <${Choice} label=${t("trustee-who")} options=${[["", t("choose")], ...members.map((one) => [one.account_id, one.display_name])]} value=${chosen} required onInput=${(e) => choose(e.target.value)} /><//>`}</section>`;
}

function Sites({ sites, coordinator, base, again, fresh }) {
  if (sites.length === 0) return null;
  return html`<section><h2>${t("clinics")}</h2><ul class="cards">${sites.map((site) => html`<li class="card" key=${site.site_id}><${Site} site=${site} coordinator=${coordinator} base=${base} again=${again} fresh=${fresh} /></li>`)}</ul></section>`;
}

function Site({ site, coordinator, base, again, fresh }) {
  const [share, choose] = useState(site.share);
  // To share less is to go through, whatever else was changed.
  const opens = Object.keys(share).some((one) => share[one] && !site.share[one]);
  const [doctor, name] = useState(coordinator?.site_id === site.site_id ? coordinator.account_id : "");
  const send = async () => {
    await fresh(() => call("PUT", `${base}/sites/${site.site_id}`, { body: { share }, headers: opens ? { "If-Match": `"v${site.version}"` } : {} }));
    again();
    return t("changed-now");
  };
  const coordinate = async () => {
    if (doctor) await fresh(() => call("PUT", `${base}/coordinator`, { body: { account_id: doctor, site_id: site.site_id } }));
    else await fresh(() => call("DELETE", `${base}/coordinator`));
    again();
    return t("changed-now");
  };
  return html`<h3>${site.name}</h3><p class="quiet">${t("since", { when: moment(site.since) })}</p>
    <details><summary>${t("what-clinic-sees")}</summary><${Form} send=${send} button=${t("save")}><${Shares} share=${share} choose=${choose} /><//></details>
    ${site.clinicians.length > 0 && html`<details><summary>${t("coordinator")}</summary><${Form} send=${coordinate} button=${t("save")}>
      <${Choice} label=${t("coordinator-who")} options=${[["", t("no-one")], ...site.clinicians.map((one) => [one.account_id, one.display_name])]} value=${doctor} onInput=${(e) => name(e.target.value)} /><//></details>`}
    <${Careful} label=${t("leave-clinic")} yes=${t("leave-clinic")} question=${t("leave-clinic-says", { name: site.name })} act=${async () => { await fresh(() => call("DELETE", `${base}/sites/${site.site_id}`)); again(); }} />`;
}
