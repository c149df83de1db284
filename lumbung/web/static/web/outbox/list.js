// The page “Belum terkirim”: every item of this device with its state, and what can be done about each.
import { all, change, fact, forget, me, owned, waits, watch } from "./store.js";

const WRONG_CLOCK = 10 * 60_000;

const page = document.querySelector("[data-outbox-page]");
const row = document.getElementById("outbox-row");
const part = (name) => page.querySelector(`[data-outbox-${name}]`);
const when = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "Asia/Jakarta", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const TONES = { waiting: "wait", refused: "bad", withdrawn: "calm", other: "calm" };
export const notice = (name, on) => { const found = page?.querySelector(`[data-outbox-notice="${name}"]`); if (found) found.hidden = !on; };

function drawn(item, here) {
  const one = row.content.firstElementChild.cloneNode(true), mine = owned(item, here);
  const state = !mine ? "other" : waits(item) && item.withdrawn ? "withdrawn" : item.state, put = (name, text) => { const spot = one.querySelector(`[data-${name}]`); if (spot) spot.textContent = text; };
  for (const spot of one.querySelectorAll("[data-for]")) if (!spot.dataset.for.split(" ").includes(state)) spot.remove();
  one.querySelector("[data-dot]").classList.add(TONES[state] ?? "ok");
  if (waits(item)) one.querySelector("[data-deed=forget]")?.remove();
  one.dataset.item = item.uuid;
  one.dataset.state = state;
  put("label", item.label);
  put("shown", mine ? item.shown.map(([, text]) => text).join(" · ") : ""); // what another wrote is his
  put("when", when.format(new Date(item.written_at)));
  put("words", item.answer?.words ?? "");
  put("document", item.answer?.document ?? "");
  if (item.answer?.url) one.querySelector("[data-document]")?.setAttribute("href", item.answer.url);
  one.querySelector("[data-deed=again]")?.setAttribute("href", again(item));
  return one;
}
function again(item) {
  const there = new URL(item.page, location.origin);
  there.searchParams.set("perbaiki", item.uuid);
  return there.pathname + there.search;
}

export async function draw() {
  if (!page) return;
  const here = me(), items = (await all()).filter((item) => owned(item, here) || waits(item));
  part("list").replaceChildren(...items.map((item) => drawn(item, here)));
  part("some").hidden = !items.length;
  part("none").hidden = items.length > 0;
  document.querySelector("[data-outbox-send]").hidden = !items.some((item) => waits(item) && owned(item, here));
  part("save").hidden = !items.some((item) => waits(item) && owned(item, here));
  notice("fleeting", items.some(waits) && !(await navigator.storage?.persisted?.()));
  notice("clock", Math.abs((await fact("skew")) ?? 0) > WRONG_CLOCK);
}

if (page) {
  notice("off", false);
  watch(draw);
  draw();
  part("list").addEventListener("click", async (event) => {
    const deed = event.target.closest("[data-deed]")?.dataset.deed, uuid = event.target.closest("[data-item]")?.dataset.item;
    if (deed === "withdraw") { await change({ [uuid]: { withdrawn: true } }); document.dispatchEvent(new Event("lumbung:send")); }
    if (deed === "forget") await forget((item) => item.uuid === uuid && !waits(item));
  });
  part("save").addEventListener("click", async () => (await import("./file.js")).saveWaiting(me()));
  part("file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    const [{ restoreFile }, { words }] = await Promise.all([import("./file.js"), import("./words.js")]);
    const found = file && (await restoreFile(file, me()));
    part("said").textContent = !found ? words.damaged : [`${found.restored} ${words.restored}.`, found.here ? `${found.here} ${words.here}.` : "", found.foreign ? `${found.foreign} ${words.notYours}.` : ""].join(" ");
    document.dispatchEvent(new Event("lumbung:send"));
  });
}
