// The photo of a slip as a telephone makes it is four million bytes: on a slow line that is minutes. It is made small before
// it is sent, and shown. A browser that cannot do it sends the photo as it is.
const LONGEST = 1600, ENOUGH = 400_000, MUTE = 0.8;

async function small(file) {
  const picture = await createImageBitmap(file);
  const by = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * by);
  canvas.height = Math.round(picture.height * by);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", MUTE));
  return new File([blob], "nota.jpg", { type: "image/jpeg" });
}
function show(box, file) {
  const before = box.parentElement.querySelector("img.photo");
  if (before) { URL.revokeObjectURL(before.src); before.remove(); }
  const picture = document.createElement("img");
  picture.className = "photo";
  picture.alt = box.labels[0]?.textContent.trim() ?? "";
  picture.src = URL.createObjectURL(file);
  box.after(picture);
}
document.addEventListener("change", async (event) => {
  const box = event.target;
  if (!box.matches?.("[data-photo]") || !box.files[0]?.type.startsWith("image/")) return;
  try {
    const file = box.files[0].size > ENOUGH ? await small(box.files[0]) : box.files[0];
    const chosen = new DataTransfer();
    chosen.items.add(file);
    box.files = chosen.files;
    show(box, file);
  } catch { /* the server says in words what is wrong with it */ }
});
