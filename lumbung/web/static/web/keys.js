// Keys for people who work all day: ? shows them, / searches, N does the main deed, K locks, G then a number goes to a place.
let going = 0;

// The place one stands in is in sight, however long the menu or the tabs.
const inSight = (here, box) => {
  const [a, b] = [here.getBoundingClientRect(), box.getBoundingClientRect()];
  if (a.bottom > b.bottom || a.top < b.top) box.scrollTop += a.top - b.top - (b.height - a.height) / 2;
  if (a.right > b.right || a.left < b.left) box.scrollLeft += a.left - b.left - (b.width - a.width) / 2;
};
for (const here of document.querySelectorAll(".nav [aria-current], .tabs [aria-current]")) inSight(here, here.closest(".nav, .tabs"));
document.getElementById("menu")?.addEventListener("toggle", ({ target, newState }) => {
  const here = target.querySelector(".nav [aria-current]");
  if (here && newState === "open") inSight(here, target);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const does = {
    "?": () => document.getElementById("shortcuts")?.showModal(),
    "/": () => document.querySelector("[data-search], [type=search]")?.focus(),
    n: () => document.querySelector(".head .button.main, [data-main-deed]")?.click(),
    k: () => document.querySelector("[data-lock]")?.requestSubmit(),
    g: () => { going = Date.now(); },
  }[key];
  if (does) { event.preventDefault(); does(); }
  else if (/^[1-9]$/.test(key) && Date.now() - going < 1500) document.querySelectorAll(".side .nav a")[key - 1]?.click();
});
