// Whom the reader trusts (c2sp.org/tlog-policy): logs, witnesses, and how many of these must have seen a book.
import { Malformed } from "./bytes.js";
import { LOG, WITNESS, readKey } from "./keys.js";
import { LONGEST, cleaned, hasReceipt } from "./receipt.js";

const NAME = 1;
const HOUSE = /^[ \t]*#[ \t]*koperasi:(.*)$/;

/** {text, logs, witnesses, groups, quorum}. A comment `# koperasi: …` names the cooperative of the logs below it. */
export async function readPolicy(text) {
  if (hasReceipt(text)) throw new Malformed("policy-receipt");
  if (text.length > LONGEST) throw new Malformed("too-long");
  const policy = { text: cleaned(text), logs: [], witnesses: new Map(), groups: new Map(), quorum: undefined };
  let remark = "";
  for (const [at, line] of policy.text.split("\n").entries()) {
    const words = line.split(/[ \t]+/).filter(Boolean);
    if (words.length && !words[0].startsWith("#")) await readLine(policy, words, remark, at + 1);
    remark = (HOUSE.exec(line) ?? [line, remark])[1].trim();
  }
  if (!policy.logs.length) throw new Malformed("policy-no-log");
  if (policy.quorum === undefined) throw new Malformed("policy-no-quorum");
  return policy;
}

async function readLine(policy, words, remark, line) {
  const read = { log: readLog, witness: readWitness, group: readGroup, quorum: readQuorum }[words[0]];
  if (!read) throw new Malformed("policy-line", { line });
  try {
    await read(policy, words, remark);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new Malformed("policy-line", { line });
  }
}

const wrong = () => new Malformed("policy-line");
const keysOf = (policy) => [...policy.logs, ...policy.witnesses.values()].map((key) => key.text.split("+").slice(2).join("+"));
const isTaken = (policy, name) => name === "none" || policy.witnesses.has(name) || policy.groups.has(name);

async function readLog(policy, [, vkey, url, ...more], remark) {
  if (!vkey || more.length) throw wrong();
  const key = await readKey(vkey);
  if (keysOf(policy).includes(vkey.split("+").slice(2).join("+"))) throw wrong();
  policy.logs.push({ ...key, url, remark });
}

async function readWitness(policy, [, name, vkey, url, ...more]) {
  if (!vkey || more.length || isTaken(policy, name)) throw wrong();
  const key = await readKey(vkey);
  if (keysOf(policy).includes(vkey.split("+").slice(2).join("+"))) throw wrong();
  policy.witnesses.set(name, { ...key, url });
}

function readGroup(policy, [, name, many, ...members]) {
  const wanted = { any: 1, all: members.length }[many] ?? (/^[1-9][0-9]*$/.test(many) ? Number(many) : 0);
  const used = [...policy.groups.values()].flatMap((group) => group.members);
  const odd = members.some((member, at) => member === "none" || !isTaken(policy, member) || members.indexOf(member) !== at || used.includes(member));
  if (!members.length || odd || isTaken(policy, name) || wanted < 1 || wanted > members.length) throw wrong();
  policy.groups.set(name, { wanted, members });
}

function readQuorum(policy, words) {
  if (words.length !== NAME + 1 || policy.quorum !== undefined || !isTaken(policy, words[NAME])) throw wrong();
  policy.quorum = words[NAME];
}

/** Do these witnesses, by their names in the policy, make its quorum? */
export function isQuorum(policy, signed, name = policy.quorum) {
  if (name === "none") return true;
  const group = policy.groups.get(name);
  if (!group) return signed.includes(name);
  return group.members.filter((member) => isQuorum(policy, signed, member)).length >= group.wanted;
}

/** The logs of a name whose signatures this page can check, and likewise the witnesses. */
export const logsNamed = (policy, name) => policy.logs.filter((key) => key.name === name && key.kind === LOG);
export const witnessesOf = (policy) => [...policy.witnesses].filter(([, key]) => key.kind === WITNESS);
