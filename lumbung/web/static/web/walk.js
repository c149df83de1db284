// A list of small forms, one a row: arrows go from amount to amount, and after Enter has saved one row the next is marked.
const boxes = (list) => [...list.querySelectorAll("[data-money]")];
let next = null; // the id of the amount to stand on when the answer is there; by touch nothing is marked: no keyboard jumps up

document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.("[data-walk]");
  if (!list || !event.target.matches("[data-money]") || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const all = boxes(list);
  const to = all[all.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  event.preventDefault();
  if (to) { to.focus(); to.select(); }
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("[data-walk] [data-money]")) event.target.select();
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.target.closest?.("[data-walk] form");
  const by = document.activeElement;
  if (!form || !form.contains(by) || !by.matches("[data-money], :focus-visible")) return;
  const all = boxes(form.closest("[data-walk]"));
  next = all[all.indexOf(form.querySelector("[data-money]")) + 1]?.id ?? null;
});
document.addEventListener("htmx:afterSettle", (event) => {
  const wrong = event.target.querySelector?.("[aria-invalid=true]");
  const to = wrong ?? (next && document.getElementById(next));
  if (next && to) { to.focus(); to.select(); }
  next = null;
});
document.addEventListener("htmx:responseError", () => { next = null; });
document.addEventListener("htmx:sendError", () => { next = null; });
