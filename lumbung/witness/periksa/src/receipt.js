// The text of a receipt, read but not believed: docs/periksa-format.md.
import { Malformed, unbase64, utf8 } from "./bytes.js";
import { HASH_SIZE } from "./tree.js";

export const HEAD = "c2sp.org/tlog-proof@v1";
export const LONGEST = 1_000_000;
const LONGEST_LEAF = 65_535;
const MOST_SIGNATURES = 100;
const MOST_SIBLINGS = 64;
const NUMBER = /^(0|[1-9][0-9]{0,18})$/;
const SIGNATURE = /^— ([^\s+]+) (\S+)$/u;
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const BEGIN = /^c2sp\.org\/tlog-proof@v1$/m;

/** What telephones add is taken away: a byte order mark, carriage returns, white space around. */
export const cleaned = (text) => text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n").trim();

/** Is there a receipt in it? A text with one is never taken for a list of keys. */
export const hasReceipt = (text) => BEGIN.test(cleaned(text));

/** The receipts of a text, each as a text of its own. Malformed when there is none. */
export function receiptsIn(text) {
  if (text.length > LONGEST) throw new Malformed("too-long");
  const lines = cleaned(text).split("\n"), found = [];
  for (const line of lines) {
    if (line === HEAD || !found.length) found.push([]);
    found[found.length - 1].push(line);
  }
  if (!BEGIN.test(cleaned(text))) throw new Malformed(cleaned(text) ? (isEntryAlone(text) ? "entry-alone" : "no-receipt") : "nothing");
  return found.map((each) => each.join("\n").trimEnd());
}

/** Several files as one text: a proof without its leaf finds the leaf, and the personal part, that came beside it. */
export function together(texts) {
  const parts = texts.map(cleaned), rest = [...parts].filter((part) => !BEGIN.test(part));
  const proofs = parts.filter((part) => BEGIN.test(part));
  const beside = ["{", "["].map((sign) => rest.find((part) => part.startsWith(sign))).filter(Boolean);
  if (proofs.length !== 1 || !beside.length || proofs[0].split("\n\n").length > 3) return parts.join("\n");
  return `${proofs[0]}\n\n${beside.join("\n")}`;
}

/** Is this the one part of a receipt without which the other proves nothing: a proof alone, or an entry alone? */
export const isProofAlone = (text) => receiptsAlone(text) && cleaned(text).split("\n\n").length === 3;
export const isEntryAlone = (text) => cleaned(text).startsWith("{") && !cleaned(text).includes("\n");
const receiptsAlone = (text) => cleaned(text).startsWith(`${HEAD}\n`) && cleaned(text).indexOf(HEAD, 1) < 0;

/** {index, siblings, extra, note, checkpoint, leaf, personal}; `leaf` undefined when it did not come along. */
export function readReceipt(text) {
  const [head, body, signatures, content, ...more] = text.split("\n\n");
  if (signatures === undefined) throw new Malformed("cut");
  if (more.length || CONTROL.test(text)) throw new Malformed("shape");
  const proof = readProof(head), note = readNote(`${body}\n`, signatures);
  const [leaf, personal, ...odd] = content === undefined ? [] : content.split("\n");
  if (odd.length || (leaf !== undefined && !leaf.startsWith("{"))) throw new Malformed("shape");
  if (leaf !== undefined && utf8(leaf).length > LONGEST_LEAF) throw new Malformed("shape");
  if (personal !== undefined && !personal.startsWith("[")) throw new Malformed("shape");
  return { ...proof, note, checkpoint: readCheckpoint(body), leaf, personal };
}

function readProof(text) {
  const [first, ...lines] = text.split("\n");
  if (first !== HEAD) throw new Malformed("before");
  const extra = lines.length && lines[0].startsWith("extra ") ? unbase64(lines.shift().slice(6)) : undefined;
  const index = (lines.shift() || "").replace(/^index /, "\u0000");
  if (index[0] !== "\u0000" || !NUMBER.test(index.slice(1)) || lines.length > MOST_SIBLINGS) throw new Malformed("proof");
  return { extra, index: BigInt(index.slice(1)), siblings: lines.map(readHash) };
}

function readHash(text) {
  const bytes = unbase64(text);
  if (bytes.length !== HASH_SIZE) throw new Malformed("hash");
  return bytes;
}

/** {origin, size, root} of a checkpoint's text. */
export function readCheckpoint(text) {
  const [origin, size, root, ...extensions] = text.split("\n");
  if (!origin || root === undefined || !NUMBER.test(size) || extensions.includes("")) throw new Malformed("checkpoint");
  return { origin, size: BigInt(size), root: readHash(root) };
}

/** {text, signatures} of what is signed and the lines beneath it. */
export function readNote(text, lines) {
  const signatures = lines.split("\n").map(readSignature);
  if (signatures.length > MOST_SIGNATURES) throw new Malformed("signature");
  return { text, signatures };
}

function readSignature(line) {
  const found = SIGNATURE.exec(line);
  if (!found) throw new Malformed("signature");
  const bytes = unbase64(found[2]);
  if (bytes.length <= 4) throw new Malformed("signature");
  return { name: found[1], id: bytes.subarray(0, 4), value: bytes.subarray(4) };
}
