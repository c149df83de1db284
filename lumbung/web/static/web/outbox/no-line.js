// The page for being without a line: what was kept for whoever was signed in, and how many items wait.
import { all, fact, waits } from "./store.js";

async function stillHere(place) {
  const found = await Promise.all(place.pages.map(({ url }) => caches.match(url)));
  return { ...place, pages: place.pages.filter((_page, at) => found[at]) };
}

function door(page, { url, label }) {
  const one = page.querySelector("[data-page]").content.firstElementChild.cloneNode(true);
  one.href = url;
  one.querySelector("b").textContent = label;
  return one;
}

export async function offer(page) {
  const kept = await fact("kept"), waiting = (await all()).filter((item) => waits(item) && !item.withdrawn && item.person === kept?.person).length;
  const places = (await Promise.all(Object.values(kept?.places ?? {}).map(stillHere))).filter((place) => place.pages.length);
  if (!places.length) return;
  page.querySelector("[data-nothing]").hidden = true;
  for (const place of places) {
    const part = page.querySelector("[data-of-place]").content.cloneNode(true);
    part.querySelector("[data-place]").textContent = place.name;
    part.querySelector("[data-pages]").append(...place.pages.map((one) => door(page, one)));
    page.querySelector("[data-nothing]").before(part);
  }
  const list = page.querySelector("[data-list]");
  list.href = places[0].list;
  list.hidden = !waiting;
  list.querySelector("[data-count]").textContent = waiting;
}
