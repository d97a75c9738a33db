// Keeps the page usable without a network: its own files, and nothing of a diary.
const RELEASE = "page-{release}";
const FILES = {files};

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(RELEASE);
    await cache.addAll([...FILES, "/"]);
  })());
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name !== RELEASE) await caches.delete(name);
    }
    await clients.claim();
  })());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/page/")) event.respondWith(kept(request));
  else if (request.mode === "navigate" && url.pathname === "/") event.respondWith(newest(request));
});

// The files of a release never change.
async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}

// The document as the server has it; where it does not answer soon, or is down behind a proxy, as it was.
async function newest(request) {
  const SOON = 3000;
  const answer = await fetch(request, { signal: AbortSignal.timeout(SOON) }).catch(() => Response.error());
  if (answer.type !== "error" && answer.status < 500) return answer;
  return (await caches.match("/")) ?? answer;
}

// What is shown says nothing about health, whoever sent it: only which of two is the same is taken from it.
addEventListener("push", (event) => {
  const { id } = read(event.data);
  event.waitUntil((async () => {
    await registration.showNotification("Diary", { body: await words("there-is-something"), tag: id });
  })());
});

// In the language of the browser, as the page's own texts have it.
async function words(key) {
  const language = ["de", "es", "fr", "nl"].find((code) => navigator.language.startsWith(code)) ?? "en";
  const texts = await caches.match(FILES.find((path) => path.endsWith(`/${language}.ftl`)));
  const line = (await texts?.text())?.split("\n").find((text) => text.startsWith(`${key} = `));
  return line?.slice(key.length + 3) ?? "There is something for you.";
}

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const [open] = await clients.matchAll({ type: "window", includeUncontrolled: true });
    await (open ? open.focus() : clients.openWindow("/"));
  })());
});

// The browser has another address for its messages: the page tells it, now where it is open, else when it is opened.
addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil((async () => {
    const options = event.oldSubscription?.options;
    if (!event.newSubscription && options) await registration.pushManager.subscribe(options);
    for (const page of await clients.matchAll({ type: "window" })) page.postMessage("push-changed");
  })());
});
