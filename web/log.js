// Who opened what, and when, in plain words.
import { html, useState } from "./vendor.js";
import { get } from "./api.js";
import { Heading, useRead, Waiting } from "./parts.js";
import { moment, t } from "./texts.js";

export default function Log({ parts: [patient] }) {
  const [cursor, turn] = useState("");
  const [earlier, keep] = useState([]);
  const { value, error, again } = useRead(() => get(`/v1/patients/${patient}/access-log?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`), [patient, cursor]);
  const shown = [...earlier, ...(value?.items ?? [])];
  const more = () => { keep(shown); turn(value.next); };
  return html`<${Heading} back="diary/${patient}">${t("access-log")}<//><p>${t("access-log-says")}</p>
    <ol class="rows log">${shown.map((one) => html`<li><time datetime=${one.at}>${moment(one.at)}</time><span>${one.text}</span></li>`)}</ol>
    ${!value ? html`<${Waiting} error=${error} again=${again} />` : value.next && html`<button type="button" class="plain" onClick=${more}>${t("more")}</button>`}`;
}
