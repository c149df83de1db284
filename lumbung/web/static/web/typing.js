// A figure typed on a cell of the grid opens its form with that figure; a form that opens has its amount marked, so that
// typing replaces it; and when the dialog closes one stands on the cell again, ready for the next.
let typed = "";
let filled = null; // the amount that was filled in before htmx listened to the new form

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest?.("[data-grid] tbody a.m");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9]$/.test(event.key)) return;
  event.preventDefault();
  if (!typed) cell.click();
  typed += event.key;
});
function ready(dialog) {
  const box = dialog.querySelector("[data-money][autofocus]");
  if (!box) return void (typed = "");
  if (typed) {
    box.value = typed;
    typed = "";
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    filled = box;
  } else box.select();
}
document.addEventListener("htmx:afterSwap", (event) => {
  const dialog = event.detail.target?.closest?.("dialog[data-auto]");
  if (dialog) ready(dialog);
});
document.addEventListener("htmx:afterSettle", () => {
  filled?.dispatchEvent(new Event("input", { bubbles: true }));
  filled = null;
});
document.addEventListener("htmx:responseError", () => { typed = ""; });
document.addEventListener("close", (event) => {
  const grid = event.target.matches?.("dialog[data-auto]") && document.querySelector("[data-grid][data-at]");
  if (grid) document.getElementById(grid.dataset.at)?.focus();
}, true);
