// A screen that nobody touches is locked, as the server would at the next page; whoever is still writing stays in.
const MINUTE = 60_000, limit = Number(document.body.dataset.idle ?? 0) * MINUTE, form = document.querySelector("[data-lock]");
let touched = Date.now(), told = touched;

function lock() {
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true }); // nobody is there to answer
  form.requestSubmit();
}
function look() {
  const now = Date.now();
  if (now - touched >= limit) { if (navigator.onLine) lock(); }
  else if (touched > told && now - told >= 4 * MINUTE) { told = now; fetch(document.body.dataset.outbox).catch(() => null); }
}
if (limit && form) {
  for (const sign of ["pointerdown", "keydown", "scroll"]) addEventListener(sign, () => { touched = Date.now(); }, { capture: true, passive: true });
  setInterval(look, MINUTE / 4);
}
