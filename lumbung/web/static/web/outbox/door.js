// Signing out, from whatever page: what waits is asked about, what is personal is wiped.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!globalThis.indexedDB || new URL(form.action, location.href).pathname !== "/keluar/") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  import("./leave.js").then(({ leave }) => leave(form), () => form.submit());
}, true);
