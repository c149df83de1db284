// What an entry says: the leaf input and, when it came along, the personal part. docs/decisions/0004-leaf.md
import { Malformed } from "./bytes.js";
import { readCanonical } from "./canonical.js";

const AMOUNT = /^(0|[1-9][0-9]{0,15})(\.[0-9]{2})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const FIRST_MONEY = "111100"; // cash and bank of the chart
const LAST_MONEY = "112500";
const WIB = 7 * 3600 * 1000;

/** {number, document, day, at, kind, lines, amount, way, undoes, commitment}; amounts in sen, `way` in, out or other. */
export function readLeaf(text) {
  const leaf = readCanonical(text);
  if (leaf.v !== 1) throw new Malformed("leaf-version");
  const whole = [leaf.n, leaf.r ?? 0].every((number) => Number.isInteger(number) && number >= 0);
  const written = [leaf.d, leaf.m, leaf.k ?? "", leaf.p ?? ""].every((value) => typeof value === "string");
  if (!whole || !written || !Array.isArray(leaf.a) || !isMoment(leaf.t) || (leaf.p && !isDay(leaf.p))) throw new Malformed("leaf");
  const lines = leaf.a.map(readLine), at = new Date(leaf.t);
  if (sum(lines, "debit") !== sum(lines, "credit")) throw new Malformed("unbalanced");
  const day = leaf.p || new Date(at.getTime() + WIB).toISOString().slice(0, 10);
  return { number: leaf.n + 1, index: BigInt(leaf.n), document: leaf.d, day, at, kind: leaf.k ?? "", lines,
    ...amountOf(lines), undoes: leaf.r === undefined ? undefined : leaf.r + 1, commitment: leaf.m };
}

const isMoment = (text) => typeof text === "string" && MOMENT.test(text) && !Number.isNaN(Date.parse(text));
const isAmount = (text) => typeof text === "string" && AMOUNT.test(text);
const isDay = (text) => DAY.test(text) && !Number.isNaN(Date.parse(text));

function readLine(line) {
  const [account, debit, credit, ...more] = Array.isArray(line) ? line : [];
  if (more.length || typeof account !== "string" || ![debit, credit].every(isAmount)) throw new Malformed("leaf");
  return { account, debit: sen(debit), credit: sen(credit) };
}

function sen(text) {
  const [rupiah, odd = "00"] = text.split(".");
  return BigInt(rupiah) * 100n + BigInt(odd);
}

const sum = (lines, side) => lines.reduce((total, line) => total + line[side], 0n);

/** Money that came in or went out when cash or bank changed; else all that the entry moved. */
function amountOf(lines) {
  const money = lines.filter(({ account }) => account >= FIRST_MONEY && account <= LAST_MONEY);
  const change = sum(money, "debit") - sum(money, "credit");
  if (change > 0n) return { amount: change, way: "in" };
  if (change < 0n) return { amount: -change, way: "out" };
  return { amount: sum(lines, "debit"), way: "other" };
}

/** The memo of a personal part. */
export function readPersonal(text) {
  const personal = readCanonical(text);
  if (!Array.isArray(personal) || typeof personal[2] !== "string") throw new Malformed("canonical");
  return { memo: personal[2] };
}
