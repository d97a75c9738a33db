// A window that is looked at stays true: once a minute, and when it is looked at again, it asks which diaries are there. Of one that
// is not, nothing stays in sight; of one with something new, what is shown is read again. An open window is in the access log as one that lists diaries,
// once an hour, and as one that reads only where something is new.
import { useEffect, useRef } from "./vendor.js";
import { call, isFresh, Problem } from "./api.js";
import { isStaff, me } from "./session.js";

const MINUTE = 60_000;

/** What is shown: of which diary, or of all, and what it does. */
const shown = new Set();
/** What was answered last, to whom: by the place that was asked. */
let known = new Map();
let knower;

const GONE = new Problem(404, { code: "not_found" });
/** What of a diary in the list tells that it has something new: how many weeks one has not seen is changed by looking. */
const newsOf = ({ level, acts_for_patient, last_week, total, flags }) => JSON.stringify([level, acts_for_patient, last_week, total, flags]);

/** What is at `path` now, and whether it was so before. */
async function askAnew(path) {
  const before = known.get(path);
  const headers = before ? { "If-None-Match": before.etag } : {};
  const { status, etag, body } = await call("GET", path, { headers });
  if (status === 304) return before;
  const now = { etag, body };
  known.set(path, now);
  return now;
}

/** Those diaries among `patients` that are there, with what tells that there is something new. Who works for a clinic has no list of their own. */
async function diariesAmong(patients) {
  if (!isStaff.value) {
    const { body } = await askAnew("/v1/patients?limit=200");
    return new Map(body.items.map((one) => [one.patient_id, newsOf(one)]));
  }
  const there = new Map();
  for (const patient of patients) {
    try {
      there.set(patient, (await askAnew(`/v1/patients/${patient}`)).etag);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status !== 404 && error.status !== 403) throw error;
    }
  }
  return there;
}

/** What there was when it was last asked. */
let lately = new Map();
let asks = false;

const written = (there) => JSON.stringify([...there]);

/** With `wholly` all is read again, whatever is known of it. */
async function look(wholly) {
  if (asks || shown.size === 0 || document.hidden || !navigator.onLine || !me.value) return;
  // A window that nobody touches may not keep a session of the clinic from its end.
  if (!wholly && isStaff.value && !isFresh()) return;
  if (knower !== me.value.account.id) [known, lately, knower] = [new Map(), new Map(), me.value.account.id];
  asks = true;
  try {
    const there = await diariesAmong(new Set([...shown].map(({ patient }) => patient).filter(Boolean)));
    const hasNews = !isStaff.value && written(there) !== written(lately);
    for (const { patient, again, gone } of [...shown]) {
      if (patient && !there.has(patient)) gone();
      else if (wholly || (patient ? there.get(patient) !== lately.get(patient) : hasNews)) again();
    }
    lately = there;
  } catch {
    // What is in sight stays, until there is an answer.
  } finally {
    asks = false;
  }
}

// Nobody looks at a window that is not touched for so long: it asks nothing until it is, and no log says at night that somebody looks.
const UNTOUCHED = 15 * MINUTE;
let touched = Date.now();
const isLeft = () => Date.now() - touched > UNTOUCHED;
function touch() {
  const wasLeft = isLeft();
  touched = Date.now();
  if (wasLeft) look(true);
}
for (const what of ["pointermove", "pointerdown", "keydown", "scroll"]) addEventListener(what, touch, { capture: true, passive: true });

setInterval(() => { if (!isLeft()) look(false); }, MINUTE);
document.addEventListener("visibilitychange", () => { if (!document.hidden) touched = Date.now(); look(true); });
addEventListener("online", () => { if (!isLeft()) look(true); });

/** Keeps what was read of a diary true, or of all diaries where `patient` is null. `state` is that of `useRead`; with `only` its end, what is typed beside it stays as it was read. */
export function useLive(patient, state, only = false) {
  const now = useRef();
  now.current = state;
  useEffect(() => {
    const one = {
      patient,
      again: () => { if (!only) now.current.quietly(); },
      gone: () => now.current.end(GONE),
    };
    shown.add(one);
    return () => { shown.delete(one); };
  }, [patient]);
  return state;
}
