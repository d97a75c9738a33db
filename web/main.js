// The frame around the views, and which view is shown: the place stands behind the `#`.
import { html, render, signal, useErrorBoundary, useLayoutEffect, useState } from "./vendor.js";
import { me, restore } from "./session.js";
import { choose, language, t, whole } from "./texts.js";
import { Waiting } from "./parts.js";

// What a first visit has no need of comes with the first person who is signed in.
const header = signal();
async function above() {
  try {
    const [{ default: Header }] = await Promise.all([import("./header.js"), whole()]);
    header.value = Header;
  } catch (error) {
    header.value = () => html`<${Failed} error=${error} />`;
  }
}
const renew = () => import("./told.js").then((told) => told.renew());

const place = signal("");
const read = () => decodeURIComponent(location.hash.slice(1));
addEventListener("hashchange", () => { place.value = read(); scrollTo(0, 0); });

const home = () => import("./home.js");
const signIn = () => import("./sign-in.js");

// Each view is a module of its own, and comes when it is first shown.
const VIEWS = [
  [/^(sign-up|password-reset|activation|invitation|enrolment)=(.+)$/, () => import("./link.js"), true],
  [/^guest=(.+)$/, () => import("./guest.js"), true],
  [/^join$/, () => import("./join.js"), true],
  [/^forgot$/, () => import("./forgot.js"), true],
  [/^$/, home],
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

const Failed = ({ error }) => html`<${Waiting} error=${error} again=${() => location.reload()} />`;

/** Which view belongs to the place `here`, for `who`; and what of the place is for the view. */
function viewAt(here, who) {
  for (const [form, load, isOpen] of VIEWS) {
    const match = form.exec(here);
    if (match) return { load: who || isOpen ? load : signIn, parts: match.slice(1) };
  }
  return { load: who ? home : signIn, parts: [] };
}

const views = new Map();
async function come(load) {
  const [view] = await Promise.all([load(), load === signIn || whole()]);
  views.set(load, view.default);
}

function View() {
  const [here, who] = [place.value, me.value];
  const { load, parts } = viewAt(here, who);
  const [came, set] = useState({});
  const [broken, mend] = useErrorBoundary();
  // Before the browser paints: what is awaited should be on its way.
  useLayoutEffect(() => {
    come(load).then(() => { mend(); set({ here }); }, (error) => set({ error, here }));
  }, [here, load]);
  const Shown = views.get(load);
  const error = broken ?? (came.here === here ? came.error : undefined);
  if (error) return html`<${Failed} error=${error} />`;
  if (!Shown) return html`<${Waiting} />`;
  return html`<${Shown} key=${`${here} ${who?.account.id}`} parts=${parts} />`;
}

function Frame() {
  const [who, Header] = [me.value, header.value];
  if (who === undefined) return html`<main><${Waiting} /></main>`;
  return html`
    <a class="skip" href="#main" onClick=${(event) => { event.preventDefault(); document.querySelector("main h1")?.focus(); }}>${t("skip")}</a>
    ${who && Header && html`<${Header} here=${place.value} />`}
    <main id="main" lang=${language.value}><${View} /></main>`;
}

async function start() {
  place.value = read();
  await choose(localStorage.getItem("language"), ...navigator.languages);
  // On a first visit it is known at once that nobody is signed in.
  const restored = restore();
  // Then the first thing to be seen is where to sign in, and not that it comes.
  if (me.value === null) await come(viewAt(place.value, null).load).catch(() => {});
  render(html`<${Frame} />`, document.getElementById("page"));
  // What can go wrong while somebody signs in is told by them too.
  whole().catch(() => {});
  await restored;
  me.subscribe((who) => {
    if (!who) return;
    above();
    renew().catch(() => {});
  });
}

function keepForOffline() {
  if (!navigator.serviceWorker) return;
  const own = (name) => { if (name !== "/sw.js") throw new TypeError(name); return name; };
  const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: own });
  navigator.serviceWorker.addEventListener("message", (event) => { if (event.data === "push-changed") renew(); });
  navigator.serviceWorker.register(policy?.createScriptURL("/sw.js") ?? "/sw.js").catch(() => {});
}

// What the worker fetches would hold up the first view.
start().finally(() => setTimeout(keepForOffline, 1500));
