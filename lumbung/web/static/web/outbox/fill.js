// Correcting what was refused: the form as it was written, with an id of its own, naming the one that it replaces.
import { all } from "./store.js";

export async function refill() {
  const uuid = new URLSearchParams(location.search).get("perbaiki");
  const form = uuid && document.querySelector("form[data-offline]");
  const item = form && (await all()).find((one) => one.uuid === uuid);
  if (!item || item.kind !== form.dataset.offline) return;
  for (const [name, value] of Object.entries(item.body)) {
    for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (box.type === "radio" || box.type === "checkbox") box.checked = [value].flat().includes(box.value);
      else if (box.type !== "file" && box.type !== "hidden") box.value = value;
      const picker = box.closest("lumbung-picker");
      if (picker?.box && box.selectedOptions?.[0]) picker.box.value = box.selectedOptions[0].text;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  form.dataset.replaces = uuid;
}
