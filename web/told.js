// Being told on this device, instead of by mail.
import { html } from "./vendor.js";
import { all, call, get } from "./api.js";
import { me } from "./session.js";
import { Check, useRead, Waiting } from "./parts.js";
import { t } from "./texts.js";

const PLACE = "/v1/account/push-subscriptions";

/** Whose notices this browser shows: the next person on it has to ask for theirs. */
const TOLD = "told-here";

const canBeTold = () => "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

async function manager() {
  return (await navigator.serviceWorker.getRegistration())?.pushManager;
}

const base64url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function send(subscription) {
  const { endpoint, keys } = subscription.toJSON();
  const key = subscription.options.applicationServerKey;
  await call("POST", PLACE, { body: { endpoint, keys, application_server_key: key ? base64url(key) : null } });
}

/** Says at each start that this browser still wants to hear: an address that nobody renews ends in silence. */
export async function renew() {
  if (!canBeTold() || localStorage.getItem(TOLD) !== me.value?.account.id) return;
  const push = await manager();
  const subscription = await push?.getSubscription();
  if (!subscription) return;
  try {
    await send(subscription);
  } catch (error) {
    if (error.code === "other_push_key") await begin(push);
  }
}

async function begin(push) {
  await (await push.getSubscription())?.unsubscribe();
  const { key } = await get("/v1/push/key");
  await send(await push.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
}

/** Whether nobody said of an alert yet that they see to it, and it is not over. */
export const isOpen = ({ acknowledged, ended_at }) => !acknowledged && !ended_at;

const WAYS = ["mail", "push"];

/** On which ways a person wants to be told. */
export function Ways({ chosen, choose }) {
  const toggle = (way) => choose(WAYS.filter((one) => chosen.includes(one) !== (one === way)));
  return html`<fieldset><legend>${t("ways")}</legend>${WAYS.map((way) => html`
    <${Check} key=${way} label=${t(`way-${way}`)} hint=${t(`way-${way}-hint`)} checked=${chosen.includes(way)} onChange=${() => toggle(way)} />`)}</fieldset>`;
}

export function Told() {
  const { value, error, again } = useRead(() => all(PLACE), []);
  if (!canBeTold()) return null;
  if (!value) return html`<section><h2>${t("told-here")}</h2><${Waiting} error=${error} again=${again} /></section>`;
  const here = value.find((one) => one.current && one.kind === "web");
  const change = async (event) => {
    const wanted = event.target.checked;
    const push = await manager();
    if (wanted && push && await Notification.requestPermission() === "granted") {
      await begin(push).then(() => localStorage.setItem(TOLD, me.value.account.id), () => {});
    } else if (!wanted) {
      localStorage.removeItem(TOLD);
      if (here) await call("DELETE", `${PLACE}/${here.id}`);
      await (await push?.getSubscription())?.unsubscribe();
    }
    await again();
  };
  const refused = Notification.permission === "denied";
  return html`<section><h2>${t("told-here")}</h2>
    <${Check} label=${t("told-here-switch")} hint=${t(refused ? "told-here-refused" : "told-here-hint")} checked=${Boolean(here)} disabled=${refused} onChange=${change} /></section>`;
}
