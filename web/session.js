// Who is signed in.
import { computed, signal } from "./vendor.js";
import { ask, call, forget, onSessionEnd, Problem, refresh, take, Unreachable } from "./api.js";
import { choose, language } from "./texts.js";

// What is kept on this device: a first visit has no need of it.
const kept = () => import("./keep.js");

/** Undefined until it is known, null where nobody is. */
export const me = signal(undefined);
export const offline = signal(!navigator.onLine);
/** Whether the session of who was here ended by itself. */
export const hasEnded = signal(false);
export const isStaff = computed(() => ["clinician", "admin"].includes(me.value?.account.role));

addEventListener("online", () => { offline.value = false; });
addEventListener("offline", () => { offline.value = true; });
onSessionEnd(() => { hasEnded.value = Boolean(me.value); end(); }, ({ account }) => me.value === undefined || me.value?.account.id === account.id);

// The other windows of this browser are told who signs in and out: one that shows another person empties itself.
const others = new BroadcastChannel("signed-in");
others.onmessage = ({ data }) => {
  if (!me.value || me.value.account.id === data) return;
  end();
  location.hash = "";
};

function end() {
  // The next person here may be another one, also without a network. What is not sent yet stays under its account.
  const who = me.value?.account.id;
  if (who) kept().then((keep) => keep.forgetWho(who));
  forget();
  me.value = null;
}

/** Says that there may be a session, so that a first visit asks nothing, and whether it lasts: `stays` or `ends`. */
const SIGNED_IN = "signed-in";

/** On a device that others use nothing says who was here. */
async function keepWho(who) {
  const { remove, write } = await kept();
  await (localStorage.getItem(SIGNED_IN) === "stays" ? write("known", "me", who) : remove("known", "me"));
}

/** Remembers the diaries of others in which one may record, for a time without a network. */
export async function remember(diaries) {
  if (!me.value) return;
  me.value.diaries = diaries;
  await keepWho(me.value);
}

async function becomes({ account, patient_id }) {
  const before = await (await kept()).read("known", "me");
  const who = { account, patient_id, diaries: (before?.account.id === account.id && before.diaries) || [] };
  await keepWho(who);
  await choose(localStorage.getItem("language"), account.locale, ...navigator.languages);
  me.value = who;
}

/** Goes on with the session of this browser. Without a network it is who it was. */
export async function restore() {
  if (!localStorage.getItem(SIGNED_IN)) {
    me.value = null;
    return;
  }
  try {
    await becomes(await refresh());
  } catch (error) {
    const { read, remove } = await kept();
    const known = error instanceof Unreachable ? await read("known", "me") : undefined;
    if (known) await becomes(known);
    else if (error instanceof Problem) {
      await remove("known", "me");
      hasEnded.value = true;
      me.value = null;
    }
    else {
      offline.value = true;
      me.value = null;
    }
  }
}

const deviceName = () => navigator.userAgentData?.platform ?? navigator.platform ?? null;

/** Hands a new session over to the cookie. */
async function keepSession(session, stays) {
  const body = { refresh_token: session.refresh_token, stay_signed_in: stays };
  const held = (await ask("POST", "/v1/page-session", { body })).body;
  take(held);
  hasEnded.value = false;
  offline.value = !navigator.onLine;
  localStorage.setItem(SIGNED_IN, stays ? "stays" : "ends");
  others.postMessage(held.account.id);
  await becomes(held);
}

/** Signs in with a password; answers a token where a second factor is asked for. */
export async function signIn(email, password, stays) {
  const body = { email, password, device_name: deviceName() };
  const { status, body: answer } = await ask("POST", "/v1/sessions", { body });
  if (status === 200) return answer.mfa_token;
  await keepSession(answer, stays);
  return null;
}

export async function finishSignIn(mfa_token, code, stays) {
  await keepSession((await ask("POST", "/v1/sessions/mfa", { body: { mfa_token, code } })).body, stays);
}

export async function signInWithPasskey(stays) {
  const options = (await ask("POST", "/v1/sessions/passkey/options")).body;
  const credential = await assertion(options);
  const body = { credential, device_name: deviceName() };
  await keepSession((await ask("POST", "/v1/sessions/passkey/verify", { body })).body, stays);
}

/** Says once more who one is, for what is dangerous. */
export async function stepUp(proof) {
  take((await call("POST", "/v1/sessions/step-up", { body: proof })).body);
}

export async function stepUpWithPasskey() {
  const options = (await call("POST", "/v1/sessions/step-up/options")).body;
  await stepUp({ passkey: await assertion(options) });
}

export async function signOut() {
  await saving;
  await ask("DELETE", "/v1/page-session").catch((error) => {
    if (error instanceof Unreachable) throw error;
  });
  if (me.value) await (await kept()).forgetAllOf(me.value.account.id);
  localStorage.removeItem(SIGNED_IN);
  localStorage.removeItem("language");
  others.postMessage(null);
  end();
  await choose(...navigator.languages).catch(() => {});
}

/** The language that is being written into the account: signing out waits for it. */
let saving;

export async function chooseLanguage(code) {
  localStorage.setItem("language", code);
  await choose(code);
  if (!me.value) return;
  const saved = saveLanguage();
  saving = saved.catch(() => {});
  await saved;
}

async function saveLanguage() {
  const { etag, body } = await call("GET", "/v1/account");
  const account = { display_name: body.display_name, time_zone: body.time_zone, locale: language.value };
  await call("PUT", "/v1/account", { body: account, headers: { "If-Match": etag } });
}

const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** A passkey belongs to a domain: an address in numbers has none. */
export const hasPasskeys = () => Boolean(globalThis.PublicKeyCredential) && !/^[\d.]+$|^\[/.test(location.hostname);

async function assertion(options) {
  const named = (options.allowCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: named };
  const { id, type, response } = await navigator.credentials.get({ publicKey });
  return {
    id, type,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  };
}

/** Adds a passkey of this device, and answers what came of it. */
export async function addPasskey(name) {
  const options = (await call("POST", "/v1/account/passkey-options")).body;
  const excluded = options.excludeCredentials.map((one) => ({ ...one, id: bytes(one.id) }));
  const user = { ...options.user, id: bytes(options.user.id) };
  const publicKey = { ...options, challenge: bytes(options.challenge), user, excludeCredentials: excluded };
  const { id, type, response } = await navigator.credentials.create({ publicKey });
  const credential = {
    id, type,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
    },
  };
  return (await call("POST", "/v1/account/passkeys", { body: { name, credential } })).body;
}
