// Bytes and the spellings of them. Whatever is written in two ways, or in none, is Malformed.

const encoder = new TextEncoder();

/** A text is not written as its format says; `why` is a key of words.js, `facts` fill its blanks. */
export class Malformed extends Error {
  constructor(why, facts = {}) {
    super(why);
    this.why = why;
    this.facts = facts;
  }
}

export const utf8 = (text) => encoder.encode(text);

/** The text of UTF-8 bytes. */
export function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed("not-utf8");
  }
}

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** The bytes of standard base64, which has one spelling for each. */
export function unbase64(text) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw new Malformed("base64");
  }
  if (base64(bytes) !== text) throw new Malformed("base64");
  return bytes;
}
