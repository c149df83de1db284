// Signing out: first what waits is sent, or knowingly left; then everything personal leaves this device.
import { all, waits } from "./store.js";
import { saveFile } from "./file.js";
import { wipe } from "./shell.js";
import { make, words } from "./words.js";

export async function leave(form) {
  const waiting = (await all().catch(() => [])).filter((item) => waits(item) && !item.withdrawn && (!document.body.dataset.person || item.person === document.body.dataset.person));
  if (waiting.length && !(await asked(waiting))) return;
  await wipe().catch(() => null); // a store that cannot be opened holds nothing
  form.submit();
}

function asked(waiting) {
  const list = document.body.dataset.outboxList ?? waiting[0].to;
  const anyway = make("button", { class: "button danger", value: "leave" }, words.leave);
  const save = make("button", { class: "button", type: "button" }, words.file);
  save.addEventListener("click", () => saveFile(waiting));
  const dialog = make("dialog", { class: "dialog", "aria-labelledby": "leaving-title", "data-leaving": "" },
    make("header", {}, make("h2", { id: "leaving-title" }, `${words.leaving} (${waiting.length})`)),
    make("form", { method: "dialog", class: "form" }, make("p", {}, words.leavingWhy),
      make("div", { class: "form-foot" }, ...(list ? [make("a", { class: "button main", href: list }, words.sendFirst)] : []), save, anyway, make("button", { class: "button quiet", value: "" }, words.stay))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => { done(dialog.returnValue === "leave"); dialog.remove(); }, { once: true }));
}
