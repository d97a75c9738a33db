// Who opened what, and when, in plain words.
import { html } from "./vendor.js";
import { useLive } from "./live.js";
import { Heading, Rest, usePages } from "./parts.js";
import { moment, t } from "./texts.js";

export default function Log({ parts: [patient] }) {
  const log = useLive(patient, usePages(`/v1/patients/${patient}/access-log?limit=50`), true);
  return html`<${Heading} back="diary/${patient}">${t("access-log")}<//><p>${t("access-log-says")}</p>
    <ol class="rows log">${log.items.map((one) => html`<li><time datetime=${one.at}>${moment(one.at)}</time><span>${one.text}</span></li>`)}</ol>
    <${Rest} ...${log} />`;
}
