// A form marked data-offline stays an ordinary form. Only when the line fails is it kept on the device instead.
import { add, lineIsDown, me } from "./store.js";
import { saveFile } from "./file.js";
import { say } from "../toasts.js";
import { icon, make, words } from "./words.js";

const SLOW = 20_000, LARGEST = 700_000, WIDEST = 1600;
const marked = (element) => element?.closest?.("form[data-offline]");

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt.matches("form[data-offline]")) event.detail.timeout = SLOW;
});
for (const name of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(name, (event) => {
  const form = marked(event.target);
  if (!form) return;
  event.stopImmediatePropagation();
  if (event.target === form) keep(form); // it may have been done: the item has the form's own id, so it is done once
}, true);
document.addEventListener("htmx:beforeRequest", (event) => {
  if (marked(event.target) && event.target !== marked(event.target) && lineIsDown()) { event.preventDefault(); event.stopImmediatePropagation(); }
}, true);

export async function keep(form) {
  if (form.dataset.keeping || !complete(form)) return;
  form.dataset.keeping = "1";
  try {
    const item = await written(form).catch((error) => error instanceof RangeError || refuse(form, null, error));
    if (!item?.uuid) return;
    const kept = await add(item).catch((error) => refuse(form, item, error));
    if (kept) show(form, kept, await lasting());
  } finally { delete form.dataset.keeping; }
}

function complete(form) {
  for (const list of form.querySelectorAll("lumbung-picker select")) if (!list.value) {
    list.parentElement.querySelector("input").focus();
    say(words.member, "wait");
    return false;
  }
  return form.reportValidity();
}

async function written(form) {
  const body = JSON.parse(form.dataset.offlineSet || "{}");
  for (const [name, value] of new FormData(form)) {
    if (name === "csrfmiddlewaretoken" || name === "request_id") continue;
    const text = value instanceof File ? await photo(value) : value;
    if (text === "" && value instanceof File) continue;
    body[name] = name in body ? [body[name], text].flat() : text;
  }
  const { person, cooperative } = me();
  return {
    uuid: form.elements.request_id?.value || crypto.randomUUID(), person, cooperative, body, shown: shown(form),
    kind: form.dataset.offline, version: Number(form.dataset.offlineVersion), label: form.dataset.offlineLabel,
    title: document.querySelector("h1")?.textContent.trim() ?? "", page: location.pathname + location.search, written_at: new Date().toISOString(),
    replaces: form.dataset.replaces || null,
  };
}
function shown(form) {
  return [...form.querySelectorAll(".field")].flatMap((field) => {
    const label = field.querySelector("label, legend")?.childNodes[0]?.textContent.trim();
    const box = field.querySelector("input:checked, lumbung-picker input, select, input:not([type=radio], [type=hidden], [type=file]), textarea");
    const text = box?.type === "radio" ? box.closest("label").textContent : box?.tagName === "SELECT" ? box.selectedOptions[0]?.text : box?.value;
    return label && text?.trim() ? [[label, text.trim()]] : [];
  });
}

// A photo goes along as a small JPEG; one that stays too large is said to be, not dropped.
async function photo(file) {
  if (!file.size) return "";
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return toText(file);
  const scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return toText(await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.7)));
}
function toText(blob) {
  if (blob.size > LARGEST) { say(words.photo, "bad"); throw new RangeError("photo"); }
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
}

// Whether the browser promises not to throw it away; asked when there is something to lose.
async function lasting() {
  if (!navigator.storage?.persist) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

function show(form, item, lasts) {
  const sum = form.querySelector("[data-money]")?.value;
  const panel = make("section", { class: "receipt", role: "status", "data-kept-item": item.uuid, tabindex: "-1" },
    make("header", {}, make("span", { class: "stamp wait" }, icon("hourglass"), words.kept)),
    ...(sum ? [make("p", { class: "sum" }, `Rp${sum}`)] : []),
    make("dl", { class: "facts" }, ...item.shown.map(([label, text]) => make("div", {}, make("dt", {}, label), make("dd", {}, text)))),
    make("p", { class: "center" }, make("b", {}, words.notYet)),
    ...(lasts ? [] : [make("p", { class: "note" }, words.fleeting)]),
    make("div", { class: "row" }, make("a", { class: "button main grow", href: location.pathname }, words.again),
      make("a", { class: "button grow", href: document.body.dataset.outboxList }, words.see)));
  form.replaceWith(panel);
  panel.focus();
  document.dispatchEvent(new Event("lumbung:kept"));
}

function refuse(form, item, error) {
  form.querySelector("[data-unkept]")?.remove();
  const save = make("button", { class: "button small", type: "button" }, words.file);
  save.addEventListener("click", () => saveFile([{ ...item, device: crypto.randomUUID(), sequence: 1, previous: null, state: "waiting", failures: 0 }]));
  const full = error.name === "QuotaExceededError";
  const notice = make("div", { class: "notice bad", role: "alert", "data-unkept": "", tabindex: "-1" }, icon("circle-alert"), make("p", {}, full ? words.full : words.failed), ...(item ? [save] : []));
  form.prepend(notice);
  notice.focus();
}
