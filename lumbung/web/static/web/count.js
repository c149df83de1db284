// While notes and coins are counted: what so many of each are worth, and all of them together.
const shown = new Intl.NumberFormat("id-ID");

document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-count]");
  if (!form || !event.target.matches("[data-piece]")) return;
  let total = 0;
  for (const box of form.querySelectorAll("[data-piece]")) {
    const sum = (Math.max(0, parseInt(box.value, 10)) || 0) * (box.dataset.piece / 100);
    box.parentElement.querySelector("output").textContent = sum ? shown.format(sum) : "";
    total += sum;
  }
  form.querySelector("[data-count-total]").textContent = `Rp${shown.format(total)}`;
});
// Enter goes on to the next kind, as on a calculator; from the last one it sends.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-piece]")) return;
  const boxes = [...event.target.form.querySelectorAll("[data-piece]")];
  const next = boxes[boxes.indexOf(event.target) + 1];
  if (next) event.preventDefault(), next.focus(), next.select();
});
