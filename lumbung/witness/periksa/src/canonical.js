// Canonical JSON (RFC 8785) of the few kinds of value that a book has: text, whole numbers, lists, objects.
import { Malformed } from "./bytes.js";

/** The value of a canonical text. Writing it again gives the same text, so no key stands there twice. */
export function readCanonical(text) {
  let value;
  try {
    value = JSON.parse(text);
    if (write(value) === text) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError)) throw error;
  }
  throw new Malformed("canonical");
}

function write(value) {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (value === null || typeof value === "boolean") throw new TypeError("not in a book");
  if (typeof value === "object") {
    const keys = Object.keys(value).sort(); // by UTF-16 units, as the RFC wants
    return `{${keys.map((key) => `${JSON.stringify(key)}:${write(value[key])}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new TypeError("not exact");
  return JSON.stringify(value);
}
