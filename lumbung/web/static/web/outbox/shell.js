// What opens without a line: the worker, and the pages of whoever is signed in. Nothing of anybody else stays here.
import { fact, forget, learn, me, waits } from "./store.js";
import { who } from "./send.js";

export const OWN = "lumbung-own";

// Everything personal but what still waits to be sent: the server has the rest.
export async function wipe() {
  await globalThis.caches?.delete(OWN);
  await learn("kept", null);
  await forget((item) => !waits(item));
}

// Once a day, after another person has signed in, and after an update: each page once, one after the other.
export async function keepPages() {
  const { person, to } = me(), { today, build } = document.body.dataset;
  if (!person || !navigator.serviceWorker || !globalThis.caches || "kept" in document.body.dataset) return;
  const before = await fact("kept");
  if (before && before.person !== person) await wipe();
  if (!to || (before?.person === person && before.to === to && before.today === today && before.build === build)) return;
  const session = await who(to);
  if (session.person !== person) return;
  const cache = await caches.open(OWN);
  for (const { url } of session.pages) {
    const answer = await fetch(url, { credentials: "same-origin", headers: { "X-Lumbung-Keep": "1" } });
    if (!answer.ok || answer.redirected) return;
    await cache.put(url, answer);
  }
  const pages = session.pages.filter((page) => page.shown);
  await learn("kept", { person, to, today, build, pages, list: document.body.dataset.outboxList, name: document.body.dataset.place });
}
