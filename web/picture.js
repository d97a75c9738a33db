// The picture of a trend, as the server draws it.
import { html, useEffect, useRef, useState } from "./vendor.js";
import { call } from "./api.js";
import { useLive } from "./live.js";
import { prefers } from "./prefers.js";
import { useRead, Waiting } from "./parts.js";
import { t } from "./texts.js";

const asks = (query) => matchMedia(query).matches;

// Light and dark are the picture's own affair; what is asked for beyond that does not reach it in every browser.
function theme() {
  if (!asks("(prefers-contrast: more)") && !asks("(forced-colors: active)")) return "auto";
  return asks("(prefers-color-scheme: dark)") ? "contrast" : "print";
}

/** `as` is the level of who would see it, where the patient looks at that. `words` say what is to be seen, for readers who do not see it. */
export function Picture({ patient, weeks, words, as, print = false }) {
  const place = useRef();
  const [width, measure] = useState(0);
  const [address, show] = useState();
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => {
      // In steps: a scroll bar that comes and goes is no reason to draw anew.
      measure(Math.min(1600, Math.max(320, Math.round(entry.contentRect.width / 40) * 40)));
    });
    seen.observe(place.current);
    return () => seen.disconnect();
  }, []);
  const withStages = !prefers.value.withoutNumbers;
  const { value, error, again } = useLive(patient, useRead(async () => {
    if (!width) return null;
    const query = new URLSearchParams({ weeks, width: print ? 640 : width, theme: print ? "print" : theme(), stages: withStages, ...(as && { as }) });
    const headers = { Accept: "image/svg+xml" };
    return (await call("GET", `/v1/patients/${patient}/trend.svg?${query}`, { headers })).answer.text();
  }, [patient, weeks, width, withStages]));
  useEffect(() => {
    if (!value) return;
    const made = URL.createObjectURL(new Blob([value], { type: "image/svg+xml" }));
    show(made);
    return () => URL.revokeObjectURL(made);
  }, [value]);
  return html`<figure class="picture ${print ? "printed" : ""}" ref=${place}>
    ${address && !error ? html`<img src=${address} alt=${t("picture-alt", { words })} />` : html`<${Waiting} error=${error} again=${again} />`}</figure>`;
}
