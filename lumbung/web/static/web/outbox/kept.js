// A page that comes from this device: today's date instead of the day it was kept, ids of its own, what is owed as of then.
import { icon, make, words } from "./words.js";

const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
const MALANG = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" });
const long = (day) => { const [year, month, date] = day.split("-").map(Number); return `${date} ${MONTHS[month - 1]} ${year}`; };

export function freshen() {
  const keptOn = document.body.dataset.today, today = MALANG.format(new Date());
  for (const form of document.querySelectorAll("form[data-offline]")) {
    if (form.elements.request_id) form.elements.request_id.value = crypto.randomUUID();
    for (const box of form.querySelectorAll("[data-date]")) if (box.value === box.defaultValue && box.value) box.value = long(today);
    if (form.dataset.offlineFacts) facts(form, keptOn);
  }
  if (document.querySelector("[data-outbox-page]")) return; // which says so itself
  document.getElementById("main")?.before(make("div", { class: "notice wait", role: "status", "data-no-line": "" }, icon("wifi-off"), make("p", {}, words.offline)));
}

// Beneath the member: RT and what was owed when the page was kept.
async function facts(form, keptOn) {
  const answer = await fetch(form.dataset.offlineFacts).catch(() => null);
  if (!answer?.ok) return;
  const { field, of } = await answer.json(), box = form.elements[field];
  const told = make("p", { class: "hint", role: "status", "data-facts": "" });
  (box.closest(".field") ?? box).after(told);
  const tell = () => {
    const one = of[box.value];
    told.textContent = !one ? "" : `${[one.place, one.owed ? `${words.owes} Rp${one.owed}` : words.settled].filter(Boolean).join(", ")} (${words.asOf} ${long(keptOn)})`;
  };
  box.addEventListener("change", tell);
  tell();
}
