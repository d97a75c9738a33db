// The frame around the views, and which view is shown: the place stands behind the `#`.
import { html, render, signal, useEffect, useErrorBoundary, useState } from "./vendor.js";
import { isStaff, me, offline, restore, signOut } from "./session.js";
import { keeps } from "./keep.js";
import { asFile, begin, look, send, unsent } from "./outbox.js";
import { choose, language, t } from "./texts.js";
import { renew } from "./told.js";
import { Careful, saveFile, Waiting } from "./parts.js";

const place = signal("");
const read = () => decodeURIComponent(location.hash.slice(1));
addEventListener("hashchange", () => { place.value = read(); scrollTo(0, 0); });

// Each view is a module of its own, and comes when it is first shown.
const VIEWS = [
  [/^(sign-up|password-reset|activation|invitation|enrolment)=(.+)$/, () => import("./link.js"), true],
  [/^guest=(.+)$/, () => import("./guest.js"), true],
  [/^join$/, () => import("./join.js"), true],
  [/^forgot$/, () => import("./forgot.js"), true],
  [/^$/, () => import("./home.js")],
  [/^diary\/([^/]+)(?:\/as\/([a-z]+))?$/, () => import("./diary.js")],
  [/^record\/([^/]+)(?:\/([^/]+))?$/, () => import("./record.js")],
  [/^weeks\/([^/]+)(?:\/([^/]+))?$/, () => import("./history.js")],
  [/^treatments\/([^/]+)$/, () => import("./treatments.js")],
  [/^report\/([^/]+)$/, () => import("./report.js")],
  [/^circle\/([^/]+)$/, () => import("./circle.js")],
  [/^log\/([^/]+)$/, () => import("./log.js")],
  [/^facts\/([^/]+)$/, () => import("./facts.js")],
  [/^place\/([^/]+)$/, () => import("./place.js")],
  [/^rate\/([^/]+)(?:\/([^/]+))?$/, () => import("./rate.js")],
  [/^card\/([^/]+)$/, () => import("./card.js")],
  [/^alerts(?:\/([^/]+))?$/, () => import("./alerts.js")],
  [/^reminders$/, () => import("./reminders.js")],
  [/^unsent$/, () => import("./unsent.js")],
  [/^me$/, () => import("./me.js")],
  [/^clinic\/([^/]+)(?:\/([^/]+))?$/, () => import("./clinic.js")],
];

function View() {
  const here = place.value;
  const [view, set] = useState({});
  const [broken, mend] = useErrorBoundary();
  const who = me.value;
  const found = VIEWS.map(([form, load, isOpen]) => ({ match: form.exec(here), load, isOpen })).find((one) => one.match);
  const needsSignIn = !who && !found?.isOpen;
  useEffect(() => {
    const load = needsSignIn ? () => import("./sign-in.js") : found?.load ?? (() => import("./home.js"));
    load().then((module) => { mend(); set({ Shown: module.default, here }); }, (error) => set({ error, here }));
  }, [here, needsSignIn]);
  if (broken || view.error) return html`<${Waiting} error=${broken ?? view.error} again=${() => location.reload()} />`;
  if (!view.Shown || view.here !== here) return html`<${Waiting} />`;
  return html`<${view.Shown} key=${`${here} ${who?.account.id}`} parts=${found?.match.slice(1) ?? []} />`;
}

function Unsent() {
  const weeks = unsent.value;
  if (!keeps.value) return html`<p class="bar" role="status">${t("cannot-keep")}</p>`;
  if (weeks.length === 0) return offline.value && html`<p class="bar" role="status">${t("offline")}</p>`;
  const stuck = weeks.some((week) => week.state !== "waiting");
  return html`<p class="bar ${stuck ? "urgent" : ""}" role="status">${t("only-here", { weeks: weeks.length })}
    <a href="#unsent">${t("look")}</a></p>`;
}

// The next person begins at the beginning.
const leave = () => signOut().then(() => { location.hash = ""; });

function Leave() {
  const waiting = unsent.value.length;
  if (waiting === 0) return html`<button type="button" class="plain" onClick=${leave}>${t("sign-out")}</button>`;
  const act = () => { saveFile(asFile(), "weeks.json"); return leave(); };
  return html`<${Careful} label=${t("sign-out")} question=${t("sign-out-unsent", { weeks: waiting })} yes=${t("save-and-sign-out")} act=${act} />`;
}

function Frame() {
  const who = me.value;
  if (who === undefined) return html`<main><${Waiting} /></main>`;
  return html`
    <a class="skip" href="#main" onClick=${(event) => { event.preventDefault(); document.querySelector("main h1")?.focus(); }}>${t("skip")}</a>
    ${who && html`<header>
      <nav aria-label=${t("menu")}>
        <a href="#" aria-current=${place.value === "" ? "page" : undefined}>${t(isStaff.value ? "clinics" : "diaries")}</a>
        <a href="#me" aria-current=${place.value === "me" ? "page" : undefined}>${t("my-account")}</a>
        <${Leave} />
      </nav>
      <${Unsent} />
    </header>`}
    <main id="main" lang=${language.value}><${View} /></main>`;
}

async function start() {
  place.value = read();
  await choose(localStorage.getItem("language"), ...navigator.languages);
  render(html`<${Frame} />`, document.getElementById("page"));
  await restore();
  begin();
  me.subscribe(() => look().then(send));
  me.subscribe((who) => { if (who) renew().catch(() => {}); });
}

function keepForOffline() {
  if (!navigator.serviceWorker) return;
  const own = (name) => { if (name !== "/sw.js") throw new TypeError(name); return name; };
  const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: own });
  navigator.serviceWorker.addEventListener("message", (event) => { if (event.data === "push-changed") renew(); });
  navigator.serviceWorker.register(policy?.createScriptURL("/sw.js") ?? "/sw.js").catch(() => {});
}

start();
keepForOffline();
