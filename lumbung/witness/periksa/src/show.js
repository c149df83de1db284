// A verdict as people read it. Elements are made one by one: nothing that a receipt says is ever read as HTML.
import { CHECKS } from "./judge.js";
import { inWords, longDay, moment, rupiah } from "./money.js";
import { say } from "./words.js";
import { ACCOUNTS } from "./names.js";

const ICONS = { sah: "check", "tidak-sah": "x", "belum-disaksikan": "eye", "kunci-belum-dikenal": "key", terbukti: "x", dugaan: "eye" };
const TONES = { sah: "ok", "tidak-sah": "bad", "belum-disaksikan": "wait", "kunci-belum-dikenal": "wait", terbukti: "bad", dugaan: "wait" };
const FIRST_MONEY = "111100", LAST_MONEY = "112500"; // cash and bank: the amount tells of them

/** An element with attributes and children; text is text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.flat().filter((child) => child !== undefined && child !== ""));
  return element;
}

export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

/** The card of one result. */
export function card(found, language, place) {
  const told = (key, facts) => say(key, language, facts);
  const { verdict, entry } = found;
  return make("section", { class: `card result ${TONES[verdict] ?? "wait"}`, "data-verdict": verdict, "data-check": found.check },
    place && make("p", { class: "soft" }, told("result-of", place)),
    make("h2", { class: "verdict", tabindex: "-1" }, icon(ICONS[verdict] ?? "file-text"), make("span", {}, told(verdict))),
    ...reasons(found, told),
    entry && verdict === "tidak-sah" ? make("h3", {}, told("claims")) : undefined,
    entry ? sum(entry, language, told) : undefined,
    entry ? facts(found, language, told) : undefined,
    entry ? accounts(entry, language, told) : undefined,
    found.text ? details(found, told) : undefined);
}

function reasons(found, told) {
  const says = found.verdict === "sah" && found.alone ? "alone" : found.verdict;
  const why = found.why && make("p", { class: "why" }, told(found.why, found.facts));
  const meaning = ["tidak-lengkap", "bukan-kuitansi", "bukan-bukti"].includes(found.verdict) ? undefined : make("p", {}, told(`${says}.says`));
  return [why, meaning];
}

function sum(entry, language, told) {
  return make("div", { class: "amount" },
    make("p", { class: "soft" }, told(`way.${entry.way}`)),
    make("p", { class: "sum" }, rupiah(entry.amount)),
    make("p", { class: "soft" }, inWords(entry.amount, language)));
}

function facts(found, language, told) {
  const { entry, origin, size, name } = found;
  const fact = (key, ...value) => make("div", {}, make("dt", {}, told(key)), make("dd", {}, ...value));
  const house = name ? [make("b", {}, name), make("small", {}, origin)] : [make("b", { class: "code" }, origin)];
  const rows = [
    fact("cooperative", ...house),
    fact("document", make("b", {}, entry.document)),
    fact("day", longDay(entry.day, language)),
    forWhat(entry, language) && fact("kind", forWhat(entry, language)),
    found.memo && fact("memo", found.memo),
    entry.undoes && fact("undoes", String(entry.undoes)),
    fact("entry", `${entry.number} `, make("small", {}, told("of", { size }))),
    fact("posted", moment(entry.at, language)),
    isJudged(found) && fact("witnessed", ...witnesses(found, language, told)),
  ];
  return make("dl", { class: "facts" }, ...rows.filter(Boolean));
}

const isJudged = ({ verdict }) => verdict === "sah" || verdict === "belum-disaksikan";
const nameOf = (account, language) => (ACCOUNTS[account] ?? [account, account])[language === "en" ? 1 : 0];

/** The accounts beside cash and bank, in words: what the money was for. */
function forWhat({ lines }, language) {
  const others = lines.filter(({ account }) => account < FIRST_MONEY || account > LAST_MONEY);
  return [...new Set(others.map(({ account }) => nameOf(account, language)))].slice(0, 6).join(", ");
}

export const short = (name) => name.replace(/\+[0-9a-f]{8}$/, ""); // a policy may tell two keys of one name apart by their ids

function witnesses({ witnesses: signed, absent }, language, told) {
  const rows = signed.map(({ name, at }) => make("span", { class: "witness" }, short(name), make("small", {}, moment(at, language))));
  const missing = absent.length ? [make("small", {}, told("absent", { names: absent.map(short).join(", ") }))] : [];
  return rows.length || missing.length ? [...rows, ...missing] : [told("nobody")];
}

function accounts({ lines }, language, told) {
  const plain = (sen) => (sen ? rupiah(sen).slice(2) : "");
  const head = ["account", "debit", "credit"].map((key, at) => make("th", { scope: "col", class: at ? "n" : undefined }, told(key)));
  const rows = lines.map(({ account, debit, credit }) => make("tr", {},
    make("th", { scope: "row" }, nameOf(account, language), make("small", {}, account)),
    make("td", { class: "n" }, plain(debit)), make("td", { class: "n" }, plain(credit))));
  return make("details", {}, make("summary", {}, told("lines")),
    make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)));
}

function details(found, told) {
  return make("details", { open: found.verdict === "tidak-sah" ? "" : undefined },
    make("summary", {}, told("checks")),
    make("ol", { class: "checks" }, ...CHECKS.map((check) => step(check, found, told))),
    make("details", {}, make("summary", {}, told("text")), make("pre", { tabindex: "0" }, found.text.slice(0, 4000))));
}

function step(check, found, told) {
  const at = CHECKS.indexOf(found.check), here = CHECKS.indexOf(check);
  const skipped = (at >= 0 && here > at) || (check === "pribadi" && found.memo === undefined && found.check !== "pribadi");
  const state = here === at ? "failed" : skipped ? "skipped" : "passed";
  const sign = { passed: "check", failed: "x", skipped: "minus" }[state];
  return make("li", { class: state }, icon(sign), make("span", {}, told(`check.${check}`)), make("small", {}, told(state)));
}
