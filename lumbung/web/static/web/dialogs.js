// <a href="#id" data-dialog="id"> opens a <dialog>; data-close closes it; a fragment swapped into a dialog opens it.
const open = (dialog) => dialog && !dialog.open && dialog.showModal();

document.addEventListener("click", (event) => {
  const door = event.target.closest("[data-dialog]");
  if (door) {
    const dialog = document.getElementById(door.dataset.dialog);
    if (dialog) { event.preventDefault(); open(dialog); }
    return;
  }
  const close = event.target.closest("dialog [data-close]");
  if (close) close.closest("dialog").close();
  else if (event.target.matches("dialog")) event.target.close();
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});
document.addEventListener("htmx:afterSwap", (event) => open(event.detail.target?.closest?.("dialog[data-auto]")));
