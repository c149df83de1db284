// What opens without a line: the worker, and the pages of whoever is signed in. Nothing of anybody else stays here.
import { fact, forget, learn, me, waits } from "./store.js";
import { who } from "./send.js";

const OWN = "lumbung-own", LAST = "/tanpa-sambungan/";

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
  const { lang } = document.documentElement, before = await fact("kept");
  if (before && before.person !== person) await wipe();
  const cache = await caches.open(OWN), whole = await cache.match(LAST); // the worker wipes it when somebody stands at the door
  const places = whole && before?.person === person ? before.places : {}, here = places[to];
  if (!to || (here?.today === today && here.build === build && here.lang === lang)) return;
  const session = await who(to);
  if (session.person !== person) return;
  for (const url of [...session.pages.map((page) => page.url), LAST]) {
    const answer = await fetch(url, { credentials: "same-origin", headers: { "X-Lumbung-Keep": "1" } });
    if (!answer.ok || answer.redirected) return;
    await cache.put(url, answer);
  }
  const pages = session.pages.filter((page) => page.shown), { outboxList: list, place: name } = document.body.dataset;
  await learn("kept", { person, places: { ...places, [to]: { today, build, lang, pages, list, name } } });
}
