// What a person chose to see on this device: each who uses it has a choice of their own.
import { effect, signal } from "./vendor.js";
import { me } from "./session.js";

const NOTHING = { withoutNumbers: false };
const key = () => `prefers-${me.value?.account.id}`;

/** `withoutNumbers`: no scores, stages and rates. */
export const prefers = signal(NOTHING);

effect(() => { prefers.value = { ...NOTHING, ...JSON.parse(localStorage.getItem(key()) ?? "{}") }; });

export function prefer(news) {
  prefers.value = { ...prefers.value, ...news };
  localStorage.setItem(key(), JSON.stringify(prefers.value));
}
