// The calendar of the device beside a date box that people may also type into.
const months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function words(iso, whole) {
  const [year, month, day] = iso.split("-").map(Number);
  const name = (document.documentElement.lang === "en" ? english : months)[month - 1];
  return whole ? `${day} ${name} ${year}` : `${name} ${year}`;
}

export function furnish(root) {
  for (const place of root.querySelectorAll("[data-calendar]:not(:has(input))")) {
    const box = place.parentElement.querySelector("[data-date]");
    const native = document.createElement("input");
    native.type = place.dataset.calendar === "month" ? "month" : "date";
    native.tabIndex = -1;
    native.setAttribute("aria-hidden", "true");
    place.append(native);
    place.addEventListener("click", () => native.showPicker?.());
    native.addEventListener("change", () => {
      if (native.value) box.value = words(native.value, native.type === "date");
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
furnish(document);
document.addEventListener("htmx:load", (event) => furnish(event.target));
