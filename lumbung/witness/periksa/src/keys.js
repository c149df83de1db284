// Verifier keys (c2sp.org/signed-note) and what they sign, Ed25519.
import { Malformed, hex, joined, same, unbase64, utf8 } from "./bytes.js";
import { ownSha512, sha256 } from "./hash.js";
import { hashes, verify } from "../vendor/noble-ed25519.js";

export const LOG = 0x01;
export const WITNESS = 0x04;

const VKEY = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/;
const RFC8032_KEY = unbase64("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");

/** `name+id+base64(kind, public key)` as {name, kind, public, id}. */
export async function readKey(text) {
  const found = VKEY.exec(text);
  if (!found) throw new Malformed("vkey", { text });
  const material = unbase64(found[3]);
  const key = { text, name: found[1], kind: material[0], public: material.subarray(1), id: "" };
  key.id = await idOf(key.name, material);
  if (key.id !== found[2]) throw new Malformed("vkey-id", { text: key.name });
  if ([LOG, WITNESS].includes(key.kind) && key.public.length !== 32) throw new Malformed("vkey", { text: key.name });
  return key;
}

const idOf = async (name, material) => hex((await sha256(joined(utf8(name), utf8("\n"), material))).subarray(0, 4));

let native; // does this browser know Ed25519? Asked once.

async function browserKnows() {
  try {
    await crypto.subtle.importKey("raw", RFC8032_KEY, { name: "Ed25519" }, false, ["verify"]);
    return true;
  } catch {
    return false;
  }
}

/** Did the owner of this key sign `message`? `own`: by the program inside this page, whatever the browser knows. */
export async function holds(key, signature, message, { own = false } = {}) {
  if (signature.length !== 64) return false;
  native ??= browserKnows();
  if (own || !(await native)) return holdsByOurselves(key.public, signature, message);
  try {
    const known = await crypto.subtle.importKey("raw", key.public, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, known, signature, message);
  } catch {
    return false; // no point on the curve
  }
}

function holdsByOurselves(publicKey, signature, message) {
  hashes.sha512 = ownSha512;
  try {
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** The lines of a note that say they are by this key: name and id must both fit. */
export const linesBy = (note, key) => note.signatures.filter((line) => line.name === key.name && same(line.id, idBytes(key)));

const idBytes = (key) => Uint8Array.from(key.id.match(/../g), (pair) => parseInt(pair, 16));
