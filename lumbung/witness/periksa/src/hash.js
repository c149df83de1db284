// SHA-256, SHA-512 and HMAC: the browser's own where it gives them, ours where not (old WebViews; a page opened over
// plain http from another machine has no crypto.subtle).
import { joined } from "./bytes.js";

/** The first 64 bits behind the point of the `root`th root of the first `count` primes: all constants of SHA-2. */
function constants(count, root) {
  const found = [];
  for (let n = 2; found.length < count; n += 1) {
    if (found.some(([prime]) => n % prime === 0)) continue;
    const wanted = BigInt(n) << BigInt(64 * root);
    let low = 0n;
    for (let bit = 1n << 72n; bit; bit >>= 1n) if ((low + bit) ** BigInt(root) <= wanted) low += bit;
    found.push([n, BigInt.asUintN(64, low)]);
  }
  return found.map(([, bits]) => bits);
}

const STEPS = constants(80, 3);
const START = constants(8, 2);
const SHA256 = { word: 32n, rounds: 64, big0: [2n, 13n, 22n], big1: [6n, 11n, 25n], small0: [7n, 18n, 3n], small1: [17n, 19n, 10n] };
const SHA512 = { word: 64n, rounds: 80, big0: [28n, 34n, 39n], big1: [14n, 18n, 41n], small0: [1n, 8n, 7n], small1: [19n, 61n, 6n] };

/** SHA-2 of `message` (FIPS 180-4), written for reading. */
function sha2(message, { word, rounds, big0, big1, small0, small1 }) {
  const size = Number(word) / 8, block = size * 16, mask = (1n << word) - 1n;
  const cut = (bits) => bits >> (64n - word);
  const turn = (x, n) => ((x >> n) | (x << (word - n))) & mask;
  const big = (x, [a, b, c]) => turn(x, a) ^ turn(x, b) ^ turn(x, c);
  const small = (x, [a, b, c]) => turn(x, a) ^ turn(x, b) ^ (x >> c);
  const steps = STEPS.slice(0, rounds).map(cut);
  let state = START.map(cut);
  const bytes = padded(message, block);
  for (let at = 0; at < bytes.length; at += block) {
    const w = Array.from({ length: 16 }, (_, i) => number(bytes.subarray(at + i * size, at + (i + 1) * size)));
    for (let i = 16; i < rounds; i += 1) w.push((w[i - 16] + small(w[i - 15], small0) + w[i - 7] + small(w[i - 2], small1)) & mask);
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < rounds; i += 1) {
      const one = h + big(e, big1) + ((e & f) ^ (~e & mask & g)) + steps[i] + w[i];
      const two = big(a, big0) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(one + two) & mask, a, b, c, (d + one) & mask, e, f, g];
    }
    state = [a, b, c, d, e, f, g, h].map((value, i) => (value + state[i]) & mask);
  }
  return joined(...state.map((value) => spread(value, size)));
}

function padded(message, block) {
  const tail = block / 8; // the message's length in bits stands at the end, in an eighth of a block
  const zeros = (2 * block - 1 - tail - (message.length % block)) % block;
  return joined(message, Uint8Array.of(0x80), new Uint8Array(zeros), spread(BigInt(message.length) * 8n, tail));
}

const number = (bytes) => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

const spread = (value, size) => Uint8Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * (size - 1 - i))) & 255n));

export const ownSha256 = (message) => sha2(message, SHA256);
export const ownSha512 = (message) => sha2(message, SHA512);

export async function sha256(message) {
  const native = globalThis.crypto && globalThis.crypto.subtle;
  return native ? new Uint8Array(await native.digest("SHA-256", message)) : ownSha256(message);
}

/** HMAC-SHA-256 (RFC 2104); keys here have 32 bytes. */
export async function hmac(key, message) {
  const long = key.length > 64 ? await sha256(key) : key;
  const block = joined(long, new Uint8Array(64 - long.length));
  const inner = await sha256(joined(block.map((byte) => byte ^ 0x36), message));
  return sha256(joined(block.map((byte) => byte ^ 0x5c), inner));
}
