// Asks before a half-filled form is left; marks a button as busy so that one tap is one deed.
const changed = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) changed.add(form);
});
function settled(form) { changed.delete(form); }
document.addEventListener("submit", (event) => {
  settled(event.target);
  if (event.submitter?.getAttribute("aria-disabled") === "true") return event.preventDefault();
  if (event.defaultPrevented || event.target.matches("[method=dialog], [hx-post], [hx-get]")) return;
  const button = event.submitter;
  if (button?.matches(".main")) setTimeout(() => button.setAttribute("aria-disabled", "true"));
});
document.addEventListener("htmx:beforeRequest", (event) => event.target.matches?.("form") && settled(event.target));
window.addEventListener("pageshow", () => document.querySelectorAll(".main[aria-disabled]").forEach((b) => b.removeAttribute("aria-disabled")));
window.addEventListener("beforeunload", (event) => {
  for (const form of changed) if (form.isConnected) return event.preventDefault();
});
