// The page for being without a line: what was kept for whoever was signed in, and how many items wait.
import { all, fact, waits } from "./store.js";

async function stillHere(pages) {
  const found = await Promise.all(pages.map(({ url }) => caches.match(url)));
  return pages.filter((_page, place) => found[place]);
}

export async function offer(page) {
  const kept = await fact("kept");
  const waiting = (await all()).filter((item) => waits(item) && !item.withdrawn && item.person === kept?.person).length;
  const pages = await stillHere(kept?.pages ?? []);
  if (!pages.length) return;
  page.querySelector("[data-nothing]").hidden = true;
  page.querySelector("[data-place]").textContent = kept.name ?? "";
  page.querySelector("[data-pages]").replaceChildren(...pages.map(({ url, label }) => {
    const door = page.querySelector("[data-page]").content.firstElementChild.cloneNode(true);
    door.href = url;
    door.querySelector("b").textContent = label;
    return door;
  }));
  const list = page.querySelector("[data-list]");
  list.href = kept.list;
  list.hidden = !waiting;
  list.querySelector("[data-count]").textContent = waiting;
}
