// The one way a week is saved: it is kept on this device first, and sent when there is a network. A week is its own
// key, so sending it twice does no harm.
import { signal } from "./vendor.js";
import { call, Problem, Unreachable } from "./api.js";
import { keyOf, listOf, read, remove, write } from "./keep.js";
import { go, wordsOf } from "./parts.js";
import { me } from "./session.js";

/** Weeks on this device that the server has not taken: `waiting`, `conflict` or `refused`. */
export const unsent = signal([]);

const AGAIN = 30_000;
/** Further than any screen of a draft: what is shown then is the last one. */
const LAST = 99;
let timer;

export async function look() {
  unsent.value = me.value ? await listOf("outbox", me.value.account.id) : [];
}

/**
 * Keeps a week to be sent, instead of its `draft`. `tag` is that of the version it follows, where it corrects one;
 * `replaces` names what it was decided to take the place of. Another one that is here already stays, and is answered.
 */
export async function save(patient, week, rating, { tag, replaces }, draft) {
  const key = keyOf(me.value.account.id, patient, week);
  const before = await read("outbox", key);
  if (before && before.since !== replaces?.since) return { state: "before", before: { ...before, key } };
  const item = { patient, week, rating, tag: tag ?? before?.tag ?? null, state: "waiting", since: new Date().toISOString() };
  if (await write("outbox", key, item)) {
    await remove("drafts", draft);
    if (replaces && replaces.key !== key) await remove("outbox", replaces.key);
    await look();
    await send();
    // Who signs in again sees whether it was sent, and not the questions anew.
    if (!me.value) go("unsent");
    const left = await read("outbox", key);
    return left ?? { state: "sent" };
  }
  // Nothing can be kept here: it is sent at once, or the person is told that it was not.
  await put(item);
  return { state: "sent" };
}

async function put({ patient, week, rating, tag }) {
  const headers = tag ? { "If-Match": tag } : {};
  return call("PUT", `/v1/patients/${patient}/entries/${week}`, { body: rating, headers });
}

/** Sends what waits, one window at a time. */
export async function send() {
  clearTimeout(timer);
  if (!me.value) return;
  await navigator.locks.request("outbox", async () => {
    for (const item of await listOf("outbox", me.value?.account.id)) {
      if (item.state !== "waiting") continue;
      // It may be written anew while it is on its way.
      const isSame = async () => (await read("outbox", item.key))?.since === item.since;
      try {
        await put(item);
        if (await isSame()) await remove("outbox", item.key);
      } catch (error) {
        if (error instanceof Unreachable || error.status === 401) {
          timer = setTimeout(send, (error.after ?? 0) * 1000 || AGAIN);
          break;
        }
        if (!(error instanceof Problem)) throw error;
        const { key, ...kept } = item;
        const state = error.current ? "conflict" : "refused";
        if (await isSame()) await write("outbox", key, { ...kept, state, says: wordsOf(error), code: error.code, current: error.current, currentTag: error.etag });
      }
    }
  });
  await look();
}

/** Ends a conflict: this device's answers are sent as the newer version, or given up. */
export async function settle(item, keepMine) {
  const { key, ...kept } = item;
  if (keepMine) {
    const tag = item.currentTag ?? `"v${item.current.revision}"`;
    await write("outbox", key, { ...kept, tag, state: "waiting", current: null, currentTag: null, since: new Date().toISOString() });
    await send();
  } else {
    await remove("outbox", key);
    await look();
  }
}

/** Makes a draft of what was refused, and answers its place; it stays here until the draft is saved. */
export async function correct({ key, patient, week, rating, tag, since }) {
  // Without a version that it follows its day may be of another week.
  const draft = { ...rating, note: rating.note ?? "", change_reason: rating.change_reason ?? "", tag, isFree: !tag, replaces: { key, since }, step: LAST, reviewing: true };
  if (!await read("drafts", key)) await write("drafts", key, draft);
  return `record/${patient}/${week}`;
}

/** What is on this device alone, as a file to save. */
export function asFile() {
  const weeks = unsent.value.map(({ patient, week, rating, since }) => ({ patient, week, since, rating }));
  return new Blob([JSON.stringify(weeks, null, 2)], { type: "application/json" });
}

export function begin() {
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send();
  });
  look().then(send);
}
