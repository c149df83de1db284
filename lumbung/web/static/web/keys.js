// Keys for people who work all day: ? shows them, / searches, N does the main deed, G then a number goes to a place.
let going = 0;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const does = {
    "?": () => document.getElementById("shortcuts")?.showModal(),
    "/": () => document.querySelector("[data-search], [type=search]")?.focus(),
    n: () => document.querySelector(".head .button.main, [data-main-deed]")?.click(),
    g: () => { going = Date.now(); },
  }[key];
  if (does) { event.preventDefault(); does(); }
  else if (/^[1-9]$/.test(key) && Date.now() - going < 1500) document.querySelectorAll(".side .nav a")[key - 1]?.click();
});
