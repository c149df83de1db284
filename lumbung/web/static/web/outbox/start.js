// On every page of a cooperative: how many wait, and when they are sent. Nothing here is needed to work with a line.
import { all, lineIsDown, me, owned, waits, watch } from "./store.js";
import "./door.js";

const AGAIN = 30_000;
const NOTICES = ["offline", "signed-out", "trouble"];

async function count() {
  const waiting = (await all()).filter((item) => waits(item) && !item.withdrawn && item.person === me().person).length;
  for (const badge of document.querySelectorAll("[data-unsent]")) {
    badge.hidden = !waiting;
    badge.querySelector("[data-count]").textContent = waiting;
  }
  for (const calm of document.querySelectorAll("[data-nothing-unsent]")) calm.hidden = waiting > 0;
}
async function sendNow() {
  const why = (await mineWait()) ? await (await import("./send.js")).send() : "";
  document.body.dataset.outboxState = why;
  if (document.querySelector("[data-outbox-page]")) {
    const { notice, draw } = await import("./list.js");
    for (const name of NOTICES) notice(name, why === name);
    await draw();
  }
}
const mineWait = async () => (await all()).some((item) => waits(item) && owned(item, me()));

// Brought while there is a line, for when there is none.
const arm = (event) => { if (event.target.closest?.("form[data-offline]")) import("./catch.js").catch(console.warn); };
// Heard from here, since whoever is quick may be done before the catcher has come.
function hold(event) {
  const form = event.target.closest("form[data-offline]");
  if (!form || !lineIsDown()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  import("./catch.js").then(({ keep }) => keep(form), () => form.submit());
}

async function start() {
  document.addEventListener("submit", hold, true);
  document.addEventListener("focusin", arm);
  document.addEventListener("pointerover", arm);
  arm({ target: document.activeElement }); // a form that began with the caret in it had its focus before we listened
  watch(count);
  await count();
  if (document.querySelector("[data-outbox-page]")) await import("./list.js");
  if ("kept" in document.body.dataset) (await import("./kept.js")).freshen();
  if (location.search.includes("perbaiki=")) await (await import("./fill.js")).refill();
  document.addEventListener("click", (event) => { if (event.target.closest("[data-outbox-send]")) sendNow(); });
  for (const name of ["lumbung:send", "lumbung:kept"]) document.addEventListener(name, sendNow);
  window.addEventListener("online", sendNow);
  window.addEventListener("focus", sendNow);
  setInterval(async () => { if (document.visibilityState === "visible" && (await mineWait())) sendNow(); }, AGAIN);
  document.body.dataset.outboxReady = "";
  await sendNow();
  navigator.serviceWorker?.register("/sw.js").catch(console.warn);
  await navigator.serviceWorker?.ready; // without a worker nobody would ever open what is kept
  await import("./shell.js").then(({ keepPages }) => keepPages()).catch(() => null); // no line just now: the next page asks again
}
if (globalThis.indexedDB && navigator.locks && me().person) start().catch(console.error); // a page never depends on it
