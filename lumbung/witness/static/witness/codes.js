// A photo of a code, chosen where a text is asked for: what the code says goes into the field for the text. The reader (260 kB) is
// fetched when a picture is chosen, and nothing leaves the device but that text, when the form is sent.
function tell(box, words) {
  box.parentElement.querySelector("[data-told]")?.remove();
  const line = document.createElement("p");
  line.className = "wrong";
  line.setAttribute("role", "alert");
  line.dataset.told = "";
  line.textContent = words;
  box.after(line);
}

document.addEventListener("change", async (event) => {
  const box = event.target;
  if (!box.matches?.("[data-reads]") || !box.files[0]?.type.startsWith("image/")) return;
  const [file] = box.files, text = box.form.elements.text;
  box.value = "";
  try {
    const { readPicture } = await import(box.dataset.reads);
    text.value = await readPicture(file);
    box.parentElement.querySelector("[data-told]")?.remove();
    text.focus();
  } catch {
    tell(box, box.dataset.unread);
  }
});
