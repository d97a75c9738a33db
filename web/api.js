// The public API, as any app asks it. The access token lives in this module alone, and the refresh token in a
// cookie that no script reads.
import { language } from "./texts.js";

/** A refusal, as `application/problem+json` tells it. */
export class Problem extends Error {
  constructor(status, told, etag = null) {
    super(told.detail ?? told.title ?? String(status));
    this.status = status;
    /** That of `current`. */
    this.etag = etag;
    this.code = told.code ?? "unknown";
    this.faults = told.errors ?? [];
    this.current = told.current ?? null;
  }
}

/** No answer: no network, or a server that cannot answer now. What was asked may be asked again. */
export class Unreachable extends Error {}

const PATIENCE = 20_000;
const EARLY = 30_000;

let token = null;
let goodUntil = 0;
let whenEnded = () => {};
let isOurs = () => true;

/** `ours` says whether a session is of the person for whom this window asks. */
export function onSessionEnd(tell, ours) {
  whenEnded = tell;
  isOurs = ours;
}

export function take(session) {
  token = session.access_token;
  goodUntil = Date.now() + session.expires_in * 1000;
}

/** Whether the access token is good, so that nothing needs the session. */
export const isFresh = () => goodUntil - EARLY > Date.now();

export function forget() {
  token = null;
  goodUntil = 0;
}

async function send(method, path, { body, headers = {}, isFile }) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  const options = { method, headers: { Accept: "application/json", "Accept-Language": language.value, ...headers }, signal: patience.signal };
  if (typeof body === "string") options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers["Content-Type"] = "application/json";
  }
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Unreachable();
  }
  // A file may be large and its line slow: that it has begun to come is enough.
  if (isFile && answer.ok) clearTimeout(timer);
  if (answer.ok || answer.status === 304) return answer;
  const told = await answer.json().catch(() => ({}));
  if (answer.status === 429 || answer.status >= 500) {
    const unreachable = new Unreachable(told.detail ?? "");
    unreachable.code = told.code;
    unreachable.after = Number(answer.headers.get("Retry-After")) || null;
    throw unreachable;
  }
  throw new Problem(answer.status, told, etagOf(answer));
}

const etagOf = (answer) => answer.headers.get("ETag")?.replace(/^W\//, "") ?? null;

/** Asks without a session. */
export async function ask(method, path, options = {}) {
  return read(await send(method, path, options));
}

/** With `isFile` the body is the bytes as they came, whatever they are. */
async function read(answer, isFile = false) {
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  const bytes = isFile && await answer.blob().catch(() => { throw new Unreachable(); });
  return { status: answer.status, etag: etagOf(answer), body: bytes || (isJson ? await answer.json() : null), answer };
}

let refreshing = null;

/** A new access token, for the session in the cookie: one tab at a time, and once for all that wait for it here. */
export function refresh() {
  refreshing ??= renewed().finally(() => { refreshing = null; });
  return refreshing;
}

function renewed() {
  return navigator.locks.request("page-session", async () => {
    if (isFresh()) return null;
    const again = () => ask("POST", "/v1/page-session/refresh");
    let session;
    try {
      session = (await again()).body;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Another window may have been first: by now the cookie is its.
      await new Promise((done) => setTimeout(done, 300));
      session = (await again()).body;
    }
    // The cookie may be of another person by now, who signed in in another window.
    if (!isOurs(session)) throw new Problem(401, {});
    take(session);
    return session;
  });
}

/** Asks as the person who is signed in. */
export async function call(method, path, options = {}) {
  const asked = async () => {
    const headers = { ...options.headers, Authorization: `Bearer ${token}` };
    return send(method, path, { ...options, headers });
  };
  try {
    if (!isFresh()) await refresh();
    return await read(await asked(), options.isFile);
  } catch (error) {
    const ended = error instanceof Problem && error.status === 401 && !STEP_UP.has(error.code);
    if (ended) {
      forget();
      whenEnded();
    }
    throw error;
  }
}

/** What is answered with 401 though the session lives: one has to say again who one is. */
const STEP_UP = new Set(["insufficient_user_authentication", "wrong_credentials", "wrong_code", "passkey_refused"]);

/** What `path` answers, whole: all pages of a list. */
export async function all(path) {
  const items = [];
  let next = null;
  do {
    const cursor = next ? `${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}` : "";
    const { body } = await call("GET", path + cursor);
    items.push(...body.items);
    next = body.next;
  } while (next);
  return items;
}

export const get = async (path) => (await call("GET", path)).body;

/** What was asked for, or nothing where it is not there. */
export const orNone = (asked) => asked.catch((error) => {
  if (error instanceof Problem && error.status === 404) return null;
  throw error;
});

/** The tag of version `revision` of what is at `path`: who is not shown notes reads another representation. */
export async function tagOf(path, revision) {
  const now = await orNone(call("GET", path));
  return now?.body.revision === revision ? now.etag : `"v${revision}"`;
}
