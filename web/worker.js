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

// The document as the server has it; where it does not answer soon, as it was.
async function newest(request) {
  const SOON = 3000;
  try {
    return await fetch(request, { signal: AbortSignal.timeout(SOON) });
  } catch {
    return (await caches.match("/")) ?? Response.error();
  }
}
