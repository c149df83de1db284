// <button data-copy="BKM-2025-000214"> copies its text; print buttons print.
import { say } from "./toasts.js";

document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    await navigator.clipboard?.writeText(copy.dataset.copy);
    say(document.documentElement.lang === "en" ? "Copied." : "Disalin.", "ok");
  }
  if (event.target.closest("[data-print]")) { event.preventDefault(); window.print(); }
});
