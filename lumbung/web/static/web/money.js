// Groups the figures of an amount while one types ("20000" becomes "20.000") and spells it out beneath.
// Anything that is not plain digits ("20rb", "1.250,50") is left alone: the server reads it.
const plain = /^\d{1,3}(\.?\d{3})*$|^\d+$/;
const waiting = new WeakMap();

function group(box) {
  const text = box.value;
  if (!plain.test(text.replaceAll(".", "")) || text.includes(",")) return;
  const digitsAfter = text.slice(box.selectionStart).replaceAll(".", "").length;
  const digits = text.replaceAll(".", "").replace(/^0+(?=\d)/, "");
  const shown = digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  if (shown === text) return;
  box.value = shown;
  let at = shown.length;
  for (let left = digitsAfter; at > 0 && left > 0; at--) if (shown[at - 1] !== ".") left--;
  box.setSelectionRange(at, at);
}

function spell(box) {
  const place = box.closest(".field, td, form")?.querySelector("[data-spelled]");
  if (!place) return;
  clearTimeout(waiting.get(box));
  waiting.set(box, setTimeout(async () => {
    if (!box.value.trim()) return void (place.textContent = "");
    const answer = await fetch(`/tampilan/terbilang/?q=${encodeURIComponent(box.value)}`).catch(() => null);
    place.textContent = answer?.ok ? await answer.text() : "";
  }, 350));
}

document.addEventListener("input", (event) => {
  if (!event.target.matches?.("[data-money]")) return;
  if (!event.isComposing && event.inputType !== "deleteContentBackward") group(event.target);
  spell(event.target);
});
document.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-amount]");
  if (!chip) return;
  const box = document.getElementById(chip.dataset.for) ?? chip.closest("form").querySelector("[data-money]");
  box.value = chip.dataset.amount;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
});
// Typing replaces what is filled in; but whoever was quicker than this script is left to write, wherever she is by now.
for (const box of document.querySelectorAll("[data-money][autofocus]")) {
  if (box.value !== box.defaultValue) group(box), spell(box);
  else if ([document.body, box].includes(document.activeElement)) box.focus(), box.select();
}
