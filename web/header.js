// What stands above the views of a person who is signed in: the ways to go, and what waits on this device, which is sent from here.
import { html } from "./vendor.js";
import { isStaff, me, offline, signOut } from "./session.js";
import { keeps } from "./keep.js";
import { asFile, begin, look, send, unsent } from "./outbox.js";
import { t } from "./texts.js";
import { Careful, saveFile } from "./parts.js";

begin();
me.subscribe(() => look().then(send));

export default function Header({ here }) {
  const current = (place) => (here === place ? "page" : undefined);
  return html`<header>
    <nav aria-label=${t("menu")}>
      <a href="#" aria-current=${current("")}>${t(isStaff.value ? "clinics" : "diaries")}</a>
      <a href="#me" aria-current=${current("me")}>${t("my-account")}</a>
      <${Leave} />
    </nav>
    <${Unsent} />
  </header>`;
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
