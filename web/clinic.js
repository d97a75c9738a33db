// A clinic: its patients side by side, those first who need to be looked at; the way to a patient; data out.
import { html, useEffect, useState } from "./vendor.js";
import { all, call, get, Problem } from "./api.js";
import { Careful, Choice, Field, Form, Heading, Rest, saveFile, urgencyOf, useFresh, usePages, useRead, Waiting, wordsOf } from "./parts.js";
import { day, find, moment, number, t } from "./texts.js";
import { mondayOf } from "./weeks.js";

const SORTS = ["needs_attention", "last_week", "total", "points_per_month", "change_4_weeks", "change_12_weeks", "kings", "weeks_silent", "seen_at"];
const FORMATS = ["csv", "csv-long", "proact", "ndjson", "fhir", "dataset-json", "parquet"];

export default function Clinic({ parts: [site, view = "patients"] }) {
  const sites = useRead(() => all("/v1/sites"), []);
  if (!sites.value) return html`<${Heading} back="">${t("clinics")}<//><${Waiting} error=${sites.error} again=${sites.again} />`;
  const known = sites.value.find((one) => one.site_id === site);
  const role = known?.role;
  const views = role === "clinician" ? ["patients", "summary", "exports", "invitations"] : role === "data_manager" ? ["exports"] : ["roster", "invitations", "staff"];
  const shown = views.includes(view) ? view : views[0];
  const View = { patients: Cohort, summary: Summary, exports: Exports, invitations: Invitations, roster: Roster, staff: Staff }[shown];
  return html`<${Heading} back="">${known?.name ?? t("clinics")}<//>
    <nav class="tabs" aria-label=${t("clinic-views")}>${views.map((one) => html`<a href="#clinic/${site}/${one}" aria-current=${one === shown ? "page" : undefined}>${t(`clinic-${one}`)}</a>`)}</nav>
    <${View} key=${shown} base=${`/v1/sites/${site}`} />`;
}

function Cohort({ base }) {
  const [sort, choose] = useState("needs_attention");
  const cohort = usePages(`${base}/cohort?sort=${sort}&limit=50`);
  const by = (event) => choose(event.target.value);
  return html`<${Choice} label=${t("sorted-by")} value=${sort} options=${SORTS.map((one) => [one, t(`sort-${one}`)])} onInput=${by} />
    <div class="scroll" tabindex="0" role="region" aria-label=${t("clinic-patients")}><table><thead><tr>${["patient", "why", "last", "total", "per-month", "kings", "silent"].map((one) => html`<th scope="col">${t(`cohort-${one}`)}</th>`)}</tr></thead>
      <tbody>${cohort.items.map((row) => html`<tr key=${row.patient_id}><th scope="row"><a class="target" href="#diary/${row.patient_id}">${row.display_name}</a><br /><span class="quiet">${row.subject_id}</span></th>
        <td>${row.needs_attention.tier ? html`<b>${urgencyOf(row.needs_attention.tier)}</b>` : ""} ${row.flags.map((flag) => html`<div>${t(`flag-${flag.code}`)}</div>`)}</td>
        <td>${row.last_week ? day(mondayOf(row.last_week)) : "–"}</td><td>${row.total ?? "–"}</td>
        <td>${row.points_per_month === null ? "–" : `${number(row.points_per_month, 2)}`}${row.ci95 && html`<br /><span class="quiet range">${number(row.ci95[0], 2)} … ${number(row.ci95[1], 2)}</span>`}</td>
        <td>${row.kings ?? "–"}</td><td>${row.closed ? t("cohort-closed") : row.weeks_silent ?? "–"}</td></tr>`)}</tbody></table></div>
    ${cohort.isThere && cohort.items.length === 0 && html`<p>${t("no-patients")}</p>`}
    <${Rest} ...${cohort} />`;
}

const PACES = ["slower_than_most", "slower_than_mean", "faster_than_mean", "faster_than_most"];
const byPace = (paces) => Object.fromEntries(Object.entries(paces).toSorted(([one], [other]) => PACES.indexOf(one) - PACES.indexOf(other)));

function Summary({ base }) {
  const { value, error, again } = useRead(() => get(`${base}/cohort/summary`), [base]);
  if (!value) return html`<${Waiting} error=${error} again=${again} />`;
  const counts = (title, of, words) => html`<section><h2>${title}</h2><table><thead><tr><td></td><th scope="col">${t("clinic-patients")}</th></tr></thead><tbody>${Object.entries(of).map(([name, count]) => html`<tr><th scope="row">${words(name)}</th><td>${count}</td></tr>`)}</tbody></table></section>`;
  const medians = Object.entries(value.medians).filter(([, median]) => median !== null);
  return html`<p>${t("cohort-enrolled", { patients: value.patients })} ${value.closed > 0 && t("cohort-closed-count", { closed: value.closed })}</p>
    ${counts(t("by-stage"), value.kings, (name) => name)}
    ${counts(t("by-onset"), value.onset_regions, (name) => t(`region-${name}`))}
    ${counts(t("by-pace"), byPace(value.paces), (name) => t(`pace-${name}`))}
    ${medians.length > 0 && html`<section><h2>${t("medians")}</h2><table><tbody>${medians.map(([name, median]) => html`<tr key=${name}><th scope="row">${t(name === "adherence" ? "adherence-part" : `sort-${name}`)}</th>
      <td>${name === "adherence" ? `${number(median * 100, 0)} %` : number(median, 2, 0)}</td></tr>`)}</tbody></table></section>`}`;
}

function Exports({ base }) {
  const [fresh, asking] = useFresh();
  const [form, set] = useState({ format: "csv", identified: false, reason: "" });
  const { value, error, again } = useRead(() => all(`${base}/exports`), [base]);
  const isRunning = value?.some((one) => ["queued", "running"].includes(one.state));
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(again, 2000);
    return () => clearInterval(timer);
  }, [isRunning]);
  const send = async () => {
    const { format, identified, reason } = form;
    await fresh(() => call("POST", `${base}/exports`, { body: identified ? { format, identified, reason } : { format } }));
    again();
  };
  const [file, tell] = useState();
  const fetchFile = async ({ id }, name) => {
    const path = name ? `${base}/exports/${id}/files/${encodeURIComponent(name)}` : `${base}/exports/${id}/manifest`;
    tell({ of: id });
    try {
      saveFile((await call("GET", path, { headers: { Accept: "*/*" }, isFile: true })).body, name ?? "manifest.json");
      tell();
    } catch (failure) {
      tell({ of: id, failure });
      // Its files may be gone by now.
      again();
    }
  };
  const told = file && (file.failure ? html`<p class="fault" role="alert">${wordsOf(file.failure)}</p>` : html`<p class="quiet" role="status">${t("loading")}</p>`);
  return html`${asking}<p>${t("exports-says")}</p><${Form} send=${send} button=${t("take-out")}>
      <${Choice} label=${t("format")} value=${form.format} options=${FORMATS.map((one) => [one, t(`format-${one}`)])} onInput=${(e) => set({ ...form, format: e.target.value, identified: e.target.value === "fhir" || form.identified })} />
      <${Choice} label=${t("names-or-not")} value=${String(form.identified)} options=${[["false", t("without-names")], ["true", t("with-names")]]} onInput=${(e) => set({ ...form, identified: e.target.value === "true" })} />
      ${form.identified && html`<${Field} label=${t("export-reason")} required maxlength="500" value=${form.reason} onInput=${(e) => set({ ...form, reason: e.target.value })} />`}<//>
    ${!value?.some(({ id }) => id === file?.of) && told}
    ${!value ? html`<${Waiting} error=${error} again=${again} />` : html`<ul class="cards">${value.map((one) => html`<li class="card" key=${one.id}>
      <b>${t(`format-${one.format}`)}</b>, ${moment(one.asked_at)}: <span role="status">${t(`export-${one.state}`)}</span>
      ${one.state === "running" && html`<progress max=${one.progress.of || 1} value=${one.progress.done} aria-label=${t("how-far")}></progress>`}
      ${one.state === "ready" && html`<ul class="rows">${one.files.map((file) => html`<li><button type="button" class="plain" onClick=${() => fetchFile(one, file.name)}>${file.name}</button> ${t("file-rows", { rows: file.rows })}</li>`)}
        <li><button type="button" class="plain" onClick=${() => fetchFile(one)}>${t("manifest")}</button></li></ul>`}
      ${file?.of === one.id && told}
      <${Careful} label=${t("remove")} yes=${t("remove")} question=${t("remove-export-says")} act=${async () => { await call("DELETE", `${base}/exports/${one.id}`); again(); }} /></li>`)}</ul>`}`;
}

function Invitations({ base }) {
  const { value, error, again } = useRead(() => all(`${base}/invitations`), [base]);
  const [form, set] = useState({ email: "", subject_id: "" });
  const [table, hold] = useState("");
  const [results, show] = useState();
  const share = { notes: false, facts: true, research: false };
  const one = async () => {
    await call("POST", `${base}/invitations`, { body: { email: form.email.trim(), subject_id: form.subject_id || null, share } });
    set({ email: "", subject_id: "" });
    again();
    return t("invitation-sent");
  };
  const many = async () => {
    show(undefined);
    try {
      const { body } = await call("POST", `${base}/invitations:import`, { body: table, headers: { "Content-Type": "text/csv" } });
      // Another table may be chosen while these results are looked at.
      show({ ...body, addresses: addressesOf(table) });
    } catch (failure) {
      if (failure instanceof Problem && failure.faults.length > 0) {
        throw new Problem(failure.status, { detail: failure.faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join(" ") });
      }
      throw failure;
    }
    again();
  };
  return html`<section><h2>${t("invite-patient")}</h2><${Form} send=${one} button=${t("send-invitation")}>
      <${Field} label=${t("email")} type="email" required value=${form.email} onInput=${(e) => set({ ...form, email: e.target.value })} />
      <${Field} label=${t("subject-id")} hint=${t("subject-id-hint")} maxlength="40" value=${form.subject_id} onInput=${(e) => set({ ...form, subject_id: e.target.value })} /><//></section>
    <section><h2>${t("invite-many")}</h2><p>${t("invite-many-says")}</p><${Form} send=${many} button=${t("send-invitations")}>
      <${Field} label=${t("table-file")} type="file" accept=".csv,text/csv" required onChange=${async (e) => hold(await e.target.files[0]?.text() ?? "")} /><//>
      ${results && html`<${Invited} ...${results} />`}</section>
    <section><h2>${t("invited")}</h2>${!value ? html`<${Waiting} error=${error} again=${again} />` : html`<ul class="rows">${value.map((row) => html`<li key=${row.id}><b>${row.email}</b> <span>${row.subject_id} · ${t(`invited-${row.status}`)}</span>
      ${row.status === "pending" && html`<${Careful} label=${t("withdraw")} yes=${t("withdraw")} question=${t("withdraw-says", { email: row.email })} act=${async () => { await call("DELETE", `${base}/invitations/${row.id}`); again(); }} />`}</li>`)}</ul>`}</section>`;
}

/** The address of each row of a table that the server took: it counts no empty line, and takes no address with a comma, a semicolon or quotes. */
const addressesOf = (table) => table.split(/[\r\n]+/).filter(Boolean).map((line) => line.split(/[,;]/)[0].replaceAll('"', "").trim());

/** How many are invited by a table, and who is not. The row of names is 1. */
function Invited({ invited, results, addresses }) {
  const others = results.filter(({ outcome }) => outcome !== "invited");
  const why = (outcome) => find(`not-invited-${outcome}`) ?? outcome;
  return html`<p role="status">${t("invited-of", { invited, of: results.length })}</p>
    ${others.length > 0 && html`<ul class="rows">${others.map(({ row, outcome }) => html`<li key=${row}><b>${t("row-of", { row, email: addresses[row - 1] ?? "" })}</b> <span>${why(outcome)}</span></li>`)}</ul>`}`;
}

function Roster({ base }) {
  const { value, error, again } = useRead(() => all(`${base}/patients`), [base]);
  return !value ? html`<${Waiting} error=${error} again=${again} />` : html`<ul class="rows">${value.map((row) => html`<li key=${row.patient_id}><b>${row.display_name}</b> <span>${row.subject_id} · ${t("since", { when: moment(row.since) })}</span></li>`)}</ul>`;
}

function Staff({ base }) {
  const { value, error, again } = useRead(() => all(`${base}/staff`), [base]);
  const [form, set] = useState({ email: "", display_name: "", role: "clinician" });
  const to = (name) => ({ value: form[name], onInput: (event) => set({ ...form, [name]: event.target.value }) });
  const roles = ["clinician", "data_manager", "site_admin"].map((one) => [one, t(`role-${one}`)]);
  const called = (one) => one.display_name ?? t("staff-unnamed");
  const send = async () => {
    await call("POST", `${base}/staff`, { body: { ...form, email: form.email.trim() } });
    again();
    return t("staff-added");
  };
  return html`<section><h2>${t("add-staff")}</h2><${Form} send=${send} button=${t("add-staff")}>
      <${Field} label=${t("staff-name")} required maxlength="100" ...${to("display_name")} /><${Field} label=${t("email")} type="email" required ...${to("email")} />
      <${Choice} label=${t("role")} options=${roles} ...${to("role")} /><//></section>
    ${!value ? html`<${Waiting} error=${error} again=${again} />` : html`<ul class="rows">${value.map((one) => html`<li key=${one.account_id}><b>${called(one)}</b> <span>${t(`role-${one.role}`)}</span> ${one.pending && html`<span class="quiet">${t("staff-pending", { moment: moment(one.since) })}</span>`}
      <${Careful} label=${t("remove")} yes=${t("remove")} question=${t("remove-staff-says", { name: called(one) })} act=${async () => { await call("DELETE", `${base}/staff/${one.account_id}`); again(); }} /></li>`)}</ul>`}`;
}
