// What stands above the views of a person who is signed in: the ways to go, and what waits on this device, which is sent from here.
import { html, useRef, useState } from "./vendor.js";
import { Unreachable } from "./api.js";
import { isStaff, me, offline, signOut } from "./session.js";
import { keeps, listOf } from "./keep.js";
import { asFile, begin, look, send, unsent } from "./outbox.js";
import { t } from "./texts.js";
import { saveFile, wordsOf } from "./parts.js";
import "./focus.js";

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
  return html`<p class="bar ${stuck ? "urgent" : ""}" role="status">${t("only-here", { weeks: weeks.length })}${" "}
    <a href="#unsent">${t("look")}</a></p>`;
}

// The next person begins at the beginning.
const leave = () => signOut().then(() => { location.hash = ""; });

/** Weeks that were begun and not saved. */
async function begun() {
  const drafts = await listOf("drafts", me.value.account.id);
  return drafts.filter(({ answers, note }) => Object.keys(answers).length > 0 || note).length;
}

/** Signs out; where something is on this device alone, it asks before. */
function Leave() {
  const dialog = useRef();
  const [drafts, count] = useState(0);
  const [error, fail] = useState();
  const weeks = unsent.value.length;
  const go = () => leave().catch(fail);
  const ask = async () => {
    fail();
    const left = await begun();
    count(left);
    if (weeks + left > 0) dialog.current.showModal();
    else await go();
  };
  const act = () => {
    if (weeks > 0) saveFile(asFile(), "weeks.json");
    return go();
  };
  const says = error && html`<p class="fault" role="alert">${error instanceof Unreachable ? t("sign-out-offline") : wordsOf(error)}</p>`;
  return html`<button type="button" class="plain" onClick=${ask}>${t("sign-out")}</button>
    ${!dialog.current?.open && says}
    <dialog ref=${dialog} aria-label=${t("sign-out")}>
      ${weeks > 0 && html`<p>${t("sign-out-unsent", { weeks })}</p>`}
      ${drafts > 0 && html`<p>${t("sign-out-drafts", { weeks: drafts })}</p>`}
      ${says}
      <button type="button" onClick=${act}>${t(weeks > 0 ? "save-and-sign-out" : "sign-out")}</button>
      <button type="button" class="plain" onClick=${() => dialog.current.close()}>${t("no-leave-it")}</button>
    </dialog>`;
}
