// Messages leave by themselves unless they tell of a mistake; a broken line says so instead of nothing.
const region = document.getElementById("alerts");

function dismiss(toast) { toast.remove(); }
function watch(toast) {
  if (toast.dataset.seen) return;
  toast.dataset.seen = "1";
  if (!toast.matches(".bad, .wait")) setTimeout(() => toast.matches(":hover, :focus-within") || dismiss(toast), 7000);
}
export function say(words, tone = "info") {
  if (!region) return;
  const toast = document.createElement("div");
  toast.className = `toast ${tone}`;
  const text = document.createElement("span");
  text.textContent = words;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button quiet small";
  close.dataset.close = "";
  close.textContent = "OK";
  toast.append(text, close);
  region.append(toast);
  watch(toast);
}
if (region) {
  region.querySelectorAll(".toast").forEach(watch);
  new MutationObserver(() => region.querySelectorAll(".toast").forEach(watch)).observe(region, { childList: true });
}
document.addEventListener("click", (event) => {
  const toast = event.target.closest(".toast [data-close]")?.closest(".toast");
  if (toast) dismiss(toast);
});
const indonesian = document.documentElement.lang !== "en";
document.addEventListener("htmx:sendError", () => say(indonesian ? "Tidak ada sambungan. Belum tersimpan; coba lagi nanti." : "No connection. Not saved yet; try again later.", "bad"));
document.addEventListener("htmx:responseError", (event) => {
  const words = event.detail.xhr.status === 403 ? ["Anda tidak boleh melakukan ini, atau halaman sudah terlalu lama terbuka. Muat ulang.", "You may not do this, or the page is too old. Reload it."] : ["Belum tersimpan. Muat ulang halaman, periksa, lalu coba lagi.", "Not saved. Reload the page, check, then try again."];
  say(words[indonesian ? 0 : 1], "bad");
});
