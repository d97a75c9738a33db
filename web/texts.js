// What the page says, in the language of its reader: one `.ftl` file a language, which comes in two parts.
import { FluentBundle, FluentResource, signal } from "./vendor.js";

export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español", nl: "Nederlands" };
const FALLBACK = "en";

// One language is enough: a check holds each of them against the first.
const bundle = signal(null);
export const language = signal(FALLBACK);

async function fetched(file) {
  const answer = await fetch(new URL(file, import.meta.url));
  if (!answer.ok) throw new Error(`no texts in ${file}`);
  return answer.text();
}

/** The few texts of a first view: the document brings them in the language that the browser asks for. */
const first = async (code) => document.querySelector(`meta[name=texts-${code}]`)?.content ?? fetched(`${code}.ftl`);

const add = (texts, those) => texts.addResource(new FluentResource(those));

/** French: a vowel takes the place of the last letter of "de". */
export const FUNCTIONS = { DE: ([name]) => (/^[aeiouàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`) };

// The others come after it.
let others;
async function load(code) {
  // Marks around values would be read aloud and copied.
  const texts = new FluentBundle(code, { useIsolating: false, functions: FUNCTIONS });
  add(texts, await first(code));
  if (others) add(texts, await fetched(`${code}-more.ftl`));
  return texts;
}

/** The texts of all views are there when this is done. */
export async function whole() {
  others ??= fetched(`${language.value}-more.ftl`).then((those) => add(bundle.value, those));
  try {
    await others;
  } catch (error) {
    others = undefined;
    throw error;
  }
}

/** Chooses the first language of `wanted` that there is, and loads its texts. */
export async function choose(...wanted) {
  const codes = wanted.filter(Boolean).map((tag) => tag.toLowerCase().split("-")[0]);
  const code = codes.find((one) => Object.hasOwn(LANGUAGES, one)) ?? FALLBACK;
  if (bundle.value && code === language.value) return;
  const loaded = await load(code);
  language.value = code;
  bundle.value = loaded;
  document.documentElement.lang = code;
}

/** The text of `id`. */
export function t(id, values) {
  return find(id, values) ?? id;
}

/** The text of `id`, or nothing where there is none: for what a later server may say. */
export function find(id, values) {
  const message = bundle.value?.getMessage(id);
  if (message?.value) return bundle.value.formatPattern(message.value, values, []);
}

// To make one takes longer than to use it a hundred times, and a table has a day in each row.
const made = new Map();
function formatter(Kind, options) {
  // The server writes days as they are written in Europe.
  const locale = language.value === "en" ? "en-GB" : language.value;
  const key = JSON.stringify([locale, Kind.name, options]);
  if (!made.has(key)) made.set(key, new Kind(locale, options));
  return made.get(key);
}

const format = (options) => formatter(Intl.DateTimeFormat, options);

/** A month begins with its first day, in French: "1er". */
const ordinal = (words) => (language.value === "fr" ? words.replace(/^1 /, "1er ") : words);

/** A civil day, in words. */
export function day(text) {
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return ordinal(format(long).format(new Date(`${text}T00:00:00Z`)));
}

/** An instant, where the reader is. */
export function moment(text) {
  return ordinal(format({ dateStyle: "long", timeStyle: "short" }).format(new Date(text)));
}

export function list(names) {
  return formatter(Intl.ListFormat, { type: "conjunction" }).format(names);
}

export function number(value, digits = 0, least = digits) {
  const options = { maximumFractionDigits: digits, minimumFractionDigits: least };
  return formatter(Intl.NumberFormat, options).format(value);
}
