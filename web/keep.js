// What is kept on this device: drafts, weeks that wait to be sent, and who is signed in. Nothing of a diary's past.
import { openDB, signal } from "./vendor.js";

/** Whether the browser lets this page keep anything; a private window may not. */
export const keeps = signal(true);

let opened;
function database() {
  opened ??= openDB("diary", 1, {
    upgrade(db) {
      db.createObjectStore("drafts");
      db.createObjectStore("outbox");
      db.createObjectStore("known");
    },
  });
  return opened;
}

async function within(work, otherwise) {
  try {
    return await work(await database());
  } catch {
    keeps.value = false;
    return otherwise;
  }
}

/** A patient's week, for one person who writes: another who signs in here does not see it. */
export const keyOf = (account, patient, week) => `${account}/${patient}/${week}`;

export const read = (store, key) => within((db) => db.get(store, key), undefined);
export const write = (store, key, value) => within(async (db) => (await db.put(store, value, key), true), false);
export const remove = (store, key) => within((db) => db.delete(store, key), undefined);

/** All of `store` that belongs to `account`. */
export function listOf(store, account) {
  const range = IDBKeyRange.bound(`${account}/`, `${account}/\uffff`);
  return within(async (db) => {
    const [keys, values] = await Promise.all([db.getAllKeys(store, range), db.getAll(store, range)]);
    return keys.map((key, at) => ({ key, ...values[at] }));
  }, []);
}

export async function forgetAllOf(account) {
  for (const store of ["drafts", "outbox"]) {
    for (const { key } of await listOf(store, account)) await remove(store, key);
  }
  await forgetWho(account);
}

/** Who is signed in, where it is this person: another window may know of the next one by now. */
export async function forgetWho(account) {
  if ((await read("known", "me"))?.account.id === account) await remove("known", "me");
}
