// What a person chose to see on this device.
import { effect, signal } from "./vendor.js";

const KEY = "prefers";
const before = JSON.parse(localStorage.getItem(KEY) ?? "{}");

/** `withoutNumbers`: no scores, stages and rates. */
export const prefers = signal({ withoutNumbers: false, ...before });

effect(() => localStorage.setItem(KEY, JSON.stringify(prefers.value)));
