// A table of cells that the arrows walk through: one stop for Tab, then arrows, Home, End, Page Up and Down.
const cells = (row) => [...row.querySelectorAll("a.m, button.m, [data-cell]")];

function settle(grid) {
  const all = [...grid.querySelectorAll("tbody a.m, tbody button.m, tbody [data-cell]")];
  if (!all.length) return;
  const kept = all.find((cell) => cell.id && cell.id === grid.dataset.at) ?? grid.querySelector("tbody [data-start]") ?? all[0];
  for (const cell of all) cell.tabIndex = cell === kept ? 0 : -1;
}

function move(cell, key, whole) {
  const row = cell.closest("tr");
  const at = cells(row).indexOf(cell);
  const rows = [...cell.closest("table").tBodies].flatMap((body) => [...body.rows]).filter((r) => cells(r).length);
  const here = rows.indexOf(row);
  const down = (n) => cells(rows[Math.max(0, Math.min(rows.length - 1, here + n))])[at];
  const to = {
    ArrowLeft: () => cells(row)[at - 1], ArrowRight: () => cells(row)[at + 1], ArrowUp: () => down(-1), ArrowDown: () => down(1),
    Home: () => (whole ? cells(rows[0])[0] : cells(row)[0]), End: () => (whole ? cells(rows.at(-1)).at(-1) : cells(row).at(-1)),
    PageUp: () => down(-8), PageDown: () => down(8),
  }[key];
  return to?.();
}

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest?.("[data-grid] tbody a.m, [data-grid] tbody button.m, [data-grid] tbody [data-cell]");
  if (!cell || event.altKey || event.metaKey || event.target.matches("input")) return;
  if (event.key === " " && cell.matches("a")) { event.preventDefault(); return cell.click(); }
  const next = move(cell, event.key, event.ctrlKey);
  if (!next) return;
  event.preventDefault();
  next.focus();
});
document.addEventListener("focusin", (event) => {
  const cell = event.target.closest?.("[data-grid] tbody .m, [data-grid] tbody [data-cell]");
  if (!cell) return;
  const grid = cell.closest("[data-grid]");
  grid.dataset.at = cell.id;
  settle(grid);
  cell.tabIndex = 0;
});
function furnish(root) {
  for (const grid of [...(root.matches?.("[data-grid]") ? [root] : []), ...root.querySelectorAll("[data-grid]")]) settle(grid);
}
furnish(document);
document.addEventListener("htmx:load", (event) => furnish(event.target));
document.addEventListener("htmx:afterSettle", (event) => {
  const grid = event.target.closest?.("[data-grid]") ?? document.querySelector("[data-grid]");
  if (grid?.dataset.at && document.activeElement === document.body) document.getElementById(grid.dataset.at)?.focus();
});
