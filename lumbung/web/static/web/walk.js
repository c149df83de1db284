// A list of small forms, one a row: arrows go from amount to amount, and Enter, while it saves one row, marks the next at
// once, so that fast fingers wait for no line. By touch nothing is marked: no keyboard jumps up.
const boxes = (list) => [...list.querySelectorAll("[data-money]")];

function stand(box) { box.focus(); box.select(); }

document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.("[data-walk]");
  if (!list || !event.target.matches("[data-money]") || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const all = boxes(list);
  const to = all[all.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  event.preventDefault();
  if (to) stand(to);
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("[data-walk] [data-money]")) event.target.select();
});
document.addEventListener("htmx:beforeSend", (event) => {
  const form = event.target.closest?.("[data-walk] form");
  const by = document.activeElement;
  if (!form?.contains(by) || !by.matches("[data-money], :focus-visible")) return;
  const all = boxes(form.closest("[data-walk]"));
  const to = all[all.indexOf(form.querySelector("[data-money]")) + 1];
  if (to) stand(to);
});
// A row that was refused is stood on again, unless the next amount is being typed already.
document.addEventListener("htmx:afterSettle", (event) => {
  const wrong = event.target.querySelector?.("[aria-invalid=true]");
  const by = document.activeElement;
  if (wrong?.closest("[data-walk]") && (by === document.body || by.value === by.defaultValue)) stand(wrong);
});
