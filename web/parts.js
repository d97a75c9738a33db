// What several views are made of.
import { html, useEffect, useRef, useState } from "./vendor.js";
import { get, Problem, Unreachable } from "./api.js";
import { hasPasskeys, isStaff, stepUp, stepUpWithPasskey } from "./session.js";
import { find, language, t, whole } from "./texts.js";

export const go = (place) => { location.hash = place; };

/** The heading of a view: it takes the focus, so that a screen reader begins there. */
export function Heading({ children, back }) {
  const heading = useRef();
  useEffect(() => {
    heading.current.focus();
    document.title = `${heading.current.textContent} · ${t("diary")}`;
  }, []);
  return html`
    ${back && html`<a class="back" href="#${back}">${t("back")}</a>`}
    <h1 tabindex="-1" ref=${heading}>${children}</h1>`;
}

/** So the API calls an author whose account was erased. */
const FORMER = "former caregiver";

/** The way from where one comes without an account to where one signs in. */
export const ToSignIn = () => html`<p><a class="target" href="#">${t("sign-in")}</a></p>`;

/** Who recorded something, as it is said: the name of a guest is only what they typed. */
export function authorOf({ display_name, claimed }) {
  if (claimed) return t("claimed-name", { name: display_name });
  return display_name === FORMER ? t("former-member") : display_name;
}

/** All that is wrong with what was sent. The server says it in English. */
function saysOf({ faults, message }) {
  const words = faults.map(({ code, detail }) => find(`fault-${code}`) ?? detail).filter(Boolean);
  return words.length > 0 ? [...new Set(words)].join(" ") : message;
}

/** What is wrong, in words that say what to do. */
export function wordsOf(error) {
  if (error instanceof Unreachable) return find(`problem-${error.code}`) ?? (error.message || t("no-answer"));
  if (error instanceof Problem) return find(`problem-${error.code}`) ?? saysOf(error);
  if (error?.name === "NotAllowedError") return t("passkey-stopped");
  return t("went-wrong");
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Reads what a view shows, anew in another language: the server says some of it in words. It answers `{ value, error, again }`, and for `useLive` two more. */
export function useRead(read, keys) {
  const [state, set] = useState({});
  const latest = useRef();
  const ask = async (isQuiet) => {
    const asked = latest.current = {};
    try {
      const value = await read();
      if (latest.current === asked) set((before) => (isQuiet && isSame(before.value, value) ? before : { value }));
    } catch (error) {
      if (latest.current !== asked || (isQuiet && error instanceof Unreachable)) return;
      set((before) => ({ value: error instanceof Unreachable ? before.value : undefined, error }));
    } finally {
      if (latest.current === asked) latest.current = null;
    }
  };
  const again = () => ask(false);
  /** Nobody asked for it: what is the same is not made anew, and without an answer all stays as it is. */
  const quietly = () => { if (!latest.current) ask(true); };
  const end = (error) => { latest.current = null; set({ error }); };
  useEffect(() => { again(); }, [...keys, language.value]);
  return { ...state, again, quietly, end };
}

/** Reads a list page by page: `path` has a query already. */
export function usePages(path) {
  const [state, set] = useState({ items: [] });
  const latest = useRef();
  const read = async (before, next) => {
    const asked = latest.current = {};
    try {
      const page = await get(next ? `${path}&cursor=${encodeURIComponent(next)}` : path);
      if (latest.current === asked) set({ items: [...before, ...page.items], next: page.next, isThere: true });
    } catch (error) {
      if (latest.current === asked) set({ items: before, next, error });
    }
  };
  useEffect(() => { set({ items: [] }); read([]); }, [path, language.value]);
  const end = (error) => { latest.current = null; set({ items: [], error }); };
  return { ...state, end, more: () => read(state.items, state.next) };
}

/** What follows the items that are shown: more, a moment's patience, or what went wrong. */
export function Rest({ next, isThere, error, more }) {
  if (!isThere || error) return html`<${Waiting} error=${error} again=${more} />`;
  return next && html`<button type="button" class="plain" onClick=${more}>${t("more")}</button>`;
}

export function Waiting({ error, again }) {
  if (!error) return html`<p class="quiet" role="status">${t("loading")}</p>`;
  return html`<div role="alert"><p>${wordsOf(error)}</p>
    ${again && html`<button type="button" class="plain" onClick=${again}>${t("try-again")}</button>`}</div>`;
}

let count = 0;
const useId = () => useState(() => `f${++count}`)[0];

export function Field({ label, hint, fault, type = "text", ...rest }) {
  const id = useId();
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
  const Tag = type === "area" ? "textarea" : "input";
  return html`<p class="field">
    <label for=${id}>${label}</label>
    ${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}
    <${Tag} id=${id} type=${type === "area" ? undefined : type} aria-describedby=${about} aria-invalid=${fault ? "true" : undefined} ...${rest} />
    ${fault && html`<span class="fault" id="${id}-fault">${fault}</span>`}
  </p>`;
}

export function Password({ label, hint, autocomplete, value, onInput }) {
  const [shown, show] = useState(false);
  return html`
    <${Field} label=${label} hint=${hint} type=${shown ? "text" : "password"} autocomplete=${autocomplete}
      required value=${value} onInput=${onInput} />
    <${Check} label=${t("show-password")} checked=${shown} onChange=${() => show(!shown)} />`;
}

export function Check({ label, hint, ...rest }) {
  const id = useId();
  return html`<p class="check"><input type="checkbox" id=${id} aria-describedby=${hint ? `${id}-hint` : undefined} ...${rest} />
    <label for=${id}>${label}</label>${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}</p>`;
}

export function Choice({ label, options, ...rest }) {
  const id = useId();
  return html`<p class="field"><label for=${id}>${label}</label>
    <select id=${id} ...${rest}>${options.map(([value, words]) => html`<option value=${value} selected=${rest.value === value}>${words}</option>`)}</select></p>`;
}

/** How soon the team should know; to the team, how soon to look. */
export const urgencyOf = (tier) => (isStaff.value ? t(`look-${tier}`) : t(`tier-${tier}`));

/** A form that says what went wrong, and can be sent once at a time. */
export function Form({ send, button, children, kind = "", plain = false }) {
  const [state, set] = useState({});
  const submit = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    set({ busy: true });
    try {
      set({ done: await send() ?? null });
    } catch (error) {
      // What it means here may still be on its way.
      await whole().catch(() => {});
      set({ error });
    }
  };
  // A button that is disabled would lose the focus.
  return html`<form class=${kind} onSubmit=${submit}>
    ${children}
    <div class="says" role="status">${state.done}</div>
    ${state.error && html`<p class="fault" role="alert">${wordsOf(state.error)}</p>`}
    ${state.error?.code === "precondition_failed" && html`<p><button type="button" class="plain" onClick=${() => location.reload()}>${t("look")}</button></p>`}
    <button type="submit" class=${plain ? "plain" : ""} aria-disabled=${Boolean(state.busy)}>${button}</button>
  </form>`;
}

/** A button that asks before it does what is hard to undo. */
export function Careful({ label, question, yes, act, kind = "plain" }) {
  const dialog = useRef();
  const [error, fail] = useState();
  const doIt = async () => {
    try {
      await act();
      dialog.current?.close();
    } catch (failure) {
      fail(failure);
    }
  };
  return html`<button type="button" class=${kind} onClick=${() => { fail(undefined); dialog.current.showModal(); }}>${label}</button>
    <dialog ref=${dialog} aria-label=${label}>
      <p>${question}</p>
      ${error && html`<p class="fault" role="alert">${wordsOf(error)}</p>`}
      <button type="button" onClick=${doIt}>${yes}</button>
      <button type="button" class="plain" onClick=${() => dialog.current.close()}>${t("no-leave-it")}</button>
    </dialog>`;
}

/** Does `work`; where the server wants to know once more who asks, a dialog asks that, and it is done then. */
export function useFresh() {
  const dialog = useRef();
  const [pending, wait] = useState();
  const fresh = async (work) => {
    try {
      return await work();
    } catch (error) {
      if (error.code !== "insufficient_user_authentication") throw error;
    }
    await new Promise((done, stop) => {
      wait({ done, stop });
      dialog.current.showModal();
    });
    return work();
  };
  const proved = () => { dialog.current.close(); pending?.done(); };
  const ask = html`<dialog ref=${dialog} aria-label=${t("who-are-you")} onCancel=${() => pending?.stop(new Problem(401, { detail: t("not-done") }))}>
    <${Proof} proved=${proved} />
    <button type="button" class="plain" onClick=${() => { dialog.current.close(); pending?.stop(new Problem(401, { detail: t("not-done") })); }}>${t("no-leave-it")}</button>
  </dialog>`;
  return [fresh, ask];
}

function Proof({ proved }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [error, fail] = useState();
  const send = async () => {
    // One of them: a password alone is not enough for an account with a second factor, and its code is.
    const typed = code.trim();
    await stepUp(typed ? { code: typed } : { password });
    setPassword("");
    setCode("");
    proved();
  };
  const byPasskey = () => stepUpWithPasskey().then(proved, fail);
  return html`<h2>${t("who-are-you")}</h2><p>${t("who-are-you-why")}</p>
    ${hasPasskeys() && html`<button type="button" onClick=${byPasskey}>${t("use-passkey")}</button>`}
    ${error && html`<p class="fault" role="alert">${wordsOf(error)}</p>`}
    <${Form} send=${send} button=${t("go-on")}>
      <${Field} label=${t("password")} type="password" autocomplete="current-password" value=${password} onInput=${(e) => setPassword(e.target.value)} />
      <${Field} label=${t("code-if-any")} inputmode="numeric" autocomplete="one-time-code" value=${code} onInput=${(e) => setCode(e.target.value)} />
    <//>`;
}

export function saveFile(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
