// The theme changes at once; the form behind the switch still does it where no script runs.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-theme-switch]");
  if (!form) return;
  event.preventDefault();
  const button = event.submitter;
  const data = new FormData(form, button);
  if (button.value) document.documentElement.dataset.theme = button.value;
  else delete document.documentElement.dataset.theme;
  for (const other of form.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
  fetch(form.action, { method: "POST", body: data, redirect: "manual" });
});
