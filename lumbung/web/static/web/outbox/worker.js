// The service worker: the program itself from this device, pages from the network, and kept pages when there is none.
// `BUILD` and `SHELL` are put before this by the server; a new build has a new store, and the old one goes.
const STORE = `lumbung-shell-${BUILD}`, OWN = "lumbung-own", NO_LINE = "/tanpa-sambungan/", SLOW = 12_000;

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const store = await caches.open(STORE);
  await store.addAll([...SHELL, new Request(NO_LINE, { cache: "reload" })]); // hashed files are here already
  await self.skipWaiting();
})()));
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("lumbung-shell-") && name !== STORE) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || request.headers.has("X-Lumbung-Keep")) return;
  if (pathname.startsWith("/static/")) event.respondWith(ours(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
  else if (pathname.endsWith(".json")) event.respondWith(figures(request));
});

async function ours(request) {
  return (await (await caches.open(STORE)).match(request)) ?? fetch(request);
}

// The network first. A kept page stands in for it when there is no line, or when it has not answered for a while.
async function page(request) {
  const own = await caches.open(OWN), kept = await own.match(request, { ignoreSearch: true });
  try {
    const answer = await (kept ? inTime(fetch(request)) : fetch(request));
    if (["/masuk/", "/kunci/"].includes(new URL(request.url).pathname)) await caches.delete(OWN); // whoever stands at the door is nobody yet
    if (kept && answer.ok && !answer.redirected && !new URL(request.url).search) await own.put(request.url, answer.clone());
    return answer;
  } catch {
    return kept ? marked(kept) : (await own.match(NO_LINE)) ?? (await (await caches.open(STORE)).match(NO_LINE)) ?? Response.error();
  }
}
function inTime(answer) {
  let clock;
  const late = new Promise((_done, failed) => { clock = setTimeout(() => failed(new Error("slow")), SLOW); });
  return Promise.race([answer, late]).finally(() => clearTimeout(clock));
}
// The page must know that it is a copy: its dates and ids are of another day.
async function marked(kept) {
  const html = (await kept.text()).replace("<body", "<body data-kept");
  const headers = new Headers(kept.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(html, { status: 200, headers });
}
async function figures(request) {
  try { return await fetch(request); }
  catch (error) {
    const kept = await (await caches.open(OWN)).match(request);
    if (kept) return kept;
    throw error;
  }
}
