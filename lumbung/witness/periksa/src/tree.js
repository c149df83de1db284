// The Merkle tree of RFC 6962: hashes, and the two proofs of RFC 9162 section 2.1. Sizes and places are BigInts.
import { joined, same } from "./bytes.js";
import { sha256 } from "./hash.js";

export const HASH_SIZE = 32;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (leaf) => sha256(joined(LEAF, leaf));
export const nodeHash = (left, right) => sha256(joined(NODE, left, right));

const areHashes = (...values) => values.every((value) => value.length === HASH_SIZE);

/** Is this leaf number `index` of the tree of `size` leaves with this root? (2.1.3.2) */
export async function isIncluded(leaf, index, size, proof, root) {
  if (index < 0n || index >= size || !areHashes(leaf, root, ...proof)) return false;
  let at = index, last = size - 1n, node = leaf;
  for (const sibling of proof) {
    if (last === 0n) return false;
    const left = at & 1n || at === last;
    node = left ? await nodeHash(sibling, node) : await nodeHash(node, sibling);
    while (left && at && !(at & 1n)) [at, last] = [at >> 1n, last >> 1n];
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && same(node, root);
}

/** Does the tree (size, root) begin with the tree (oldSize, oldRoot)? (2.1.4.2) An old size of nothing proves nothing. */
export async function isConsistent(oldSize, size, proof, oldRoot, root) {
  if (oldSize === size) return oldSize > 0n && proof.length === 0 && same(oldRoot, root);
  if (oldSize <= 0n || oldSize > size || proof.length === 0 || !areHashes(oldRoot, root, ...proof)) return false;
  const path = (oldSize & (oldSize - 1n)) === 0n ? [oldRoot, ...proof] : [...proof];
  let at = oldSize - 1n, last = size - 1n;
  while (at & 1n) [at, last] = [at >> 1n, last >> 1n];
  let before = path[0], after = path[0];
  for (const sibling of path.slice(1)) {
    if (last === 0n) return false;
    if (at & 1n || at === last) {
      [before, after] = [await nodeHash(sibling, before), await nodeHash(sibling, after)];
      while (at && !(at & 1n)) [at, last] = [at >> 1n, last >> 1n];
    } else after = await nodeHash(after, sibling);
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && same(before, oldRoot) && same(after, root);
}
