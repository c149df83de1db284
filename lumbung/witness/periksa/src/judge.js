// The checks of docs/periksa-format.md, in their order. The first that fails gives the verdict.
import { Malformed, base64, utf8, joined } from "./bytes.js";
import { isEvidence, judgeEvidence } from "./evidence.js";
import { hmac } from "./hash.js";
import { holds, linesBy } from "./keys.js";
import { readLeaf, readPersonal } from "./leaf.js";
import { isQuorum, logsNamed, witnessesOf } from "./policy.js";
import { readReceipt, receiptsIn } from "./receipt.js";
import { isIncluded, leafHash } from "./tree.js";

export const CHECKS = ["bentuk", "isi", "catatan", "nomor", "letak", "pribadi", "kunci", "tanda-tangan", "saksi", "kuorum"];
const TIME_SIZE = 8;
const LATEST = 1n << 40n; // seconds; a later one no calendar can show

class Failed extends Error {
  constructor(verdict, check, why, facts = {}) {
    super(why);
    Object.assign(this, { verdict, check, why, facts });
  }
}

const fail = (check, why, facts) => new Failed("tidak-sah", check, why, facts);

/** A Malformed inside `work` becomes the failure of this check. */
async function within(check, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Malformed) throw fail(check, error.why, error.facts);
    throw error;
  }
}

/** What each receipt of a text is worth to whoever trusts these policies. Never throws: a stranger's text is no error. */
export async function judgeAll(text, policies, options) {
  if (isEvidence(text)) return [await judgeEvidence(text, policies, options)];
  let receipts;
  try {
    receipts = receiptsIn(text);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return [{ verdict: "bukan-kuitansi", check: "teks", why: error.why, facts: error.facts }];
  }
  const found = [];
  for (const receipt of receipts) found.push(await judge(receipt, policies, options));
  return found;
}

/** {verdict, check, why, facts, entry, origin, size, witnesses, absent, seen}; what could be read before a failure is there. */
export async function judge(text, policies, options) {
  const seen = { witnesses: [], absent: [], text };
  try {
    await examine(seen, text, policies, options);
    return { ...seen, verdict: "sah", check: "" };
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return { ...seen, verdict: error.verdict, check: error.check, why: error.why, facts: error.facts };
  }
}

async function examine(seen, text, policies, options) {
  const receipt = await within("bentuk", () => readReceipt(text));
  seen.origin = receipt.checkpoint.origin;
  seen.size = receipt.checkpoint.size;
  if (receipt.leaf === undefined) throw new Failed("tidak-lengkap", "isi", "no-leaf");
  await checkEntry(seen, receipt);
  const [policy, logs] = knownLogs(seen, receipt, policies);
  await checkLog(receipt, logs, options);
  await checkWitnesses(seen, receipt, policy, options);
}

async function checkEntry(seen, { leaf, index, siblings, checkpoint, extra, personal }) {
  const entry = await within("catatan", () => readLeaf(leaf));
  seen.entry = entry;
  if (entry.index !== index) throw fail("nomor", "number", { number: entry.number, index: String(index + 1n) });
  if (!(await isIncluded(await leafHash(utf8(leaf)), index, checkpoint.size, siblings, checkpoint.root))) throw fail("letak", "place");
  if (personal === undefined) return;
  if (!extra) throw fail("pribadi", "no-key");
  if (base64(await hmac(extra, utf8(personal))) !== entry.commitment) throw fail("pribadi", "personal");
  seen.memo = (await within("pribadi", () => readPersonal(personal))).memo;
}

/** The policy that knows this log, and its keys that the checkpoint says it is signed by. */
function knownLogs(seen, { note, checkpoint: { origin } }, policies) {
  let why = policies.length ? "unknown-log" : "no-policy";
  for (const policy of policies) {
    const named = logsNamed(policy, origin), logs = named.filter((key) => linesBy(note, key).length);
    if (named.length) seen.name = named[0].remark;
    if (logs.length) return [policy, logs];
    if (named.length) why = note.signatures.some((line) => line.name === origin) ? "other-key" : "unsigned";
  }
  throw new Failed("kunci-belum-dikenal", "kunci", why, { origin });
}

async function checkLog({ note }, logs, options) {
  for (const key of logs)
    for (const line of linesBy(note, key))
      if (!(await holds(key, line.value, utf8(note.text), options))) throw fail("tanda-tangan", "log-signature", { name: key.name });
}

async function checkWitnesses(seen, { note }, policy, options) {
  for (const [name, key] of witnessesOf(policy)) {
    const times = [];
    for (const line of linesBy(note, key)) times.push(await cosigned(note, key, name, line.value, options));
    if (times.length) seen.witnesses.push({ name, at: new Date(Math.max(...times) * 1000) });
    else seen.absent.push(name);
  }
  seen.alone = policy.quorum === "none";
  if (!isQuorum(policy, seen.witnesses.map(({ name }) => name))) throw new Failed("belum-disaksikan", "kuorum", "no-quorum");
}

async function cosigned(note, key, name, value, options) {
  const time = value.subarray(0, TIME_SIZE).reduce((total, byte) => (total << 8n) | BigInt(byte), 0n);
  const message = joined(utf8(`cosignature/v1\ntime ${time}\n`), utf8(note.text));
  if (time >= LATEST || !(await holds(key, value.subarray(TIME_SIZE), message, options))) throw fail("saksi", "witness-signature", { name });
  return Number(time);
}
