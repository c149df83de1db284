// The rescue file: what waits here, to be carried to another machine. It says so itself when it has been damaged.
import { all, bring, owned, waits } from "./store.js";

const KIND = "lumbung-belum-terkirim";
async function seal(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function saveFile(items) {
  const said = JSON.stringify(items);
  const blob = new Blob([JSON.stringify({ kind: KIND, version: 1, saved_at: new Date().toISOString(), seal: await seal(said), items: said })], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${KIND}-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
export const saveWaiting = async (here) => saveFile((await all()).filter((item) => waits(item) && owned(item, here)));

// How many of the file's items are now here: {restored, here, foreign}, or null when the file cannot be believed.
export async function restoreFile(file, here) {
  try {
    const given = JSON.parse(await file.text());
    if (given.kind !== KIND || given.seal !== (await seal(given.items))) return null;
    const items = JSON.parse(given.items), mine = items.filter((item) => owned(item, here));
    const restored = await bring(mine.map((item) => ({ ...item, state: "waiting", failures: 0 })));
    return { restored, here: mine.length - restored, foreign: items.length - mine.length };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
