// What a witness kept of a book that did not continue what it had seen: what that proves, and what it only suggests.
import { Malformed, same, unbase64, utf8 } from "./bytes.js";
import { holds, linesBy } from "./keys.js";
import { logsNamed } from "./policy.js";
import { LONGEST, cleaned, readCheckpoint, readNote } from "./receipt.js";
import { isConsistent } from "./tree.js";

const EVIDENCE = "# lumbung: bukti saksi ";

export const isEvidence = (text) => text.length <= LONGEST && cleaned(text).startsWith(EVIDENCE);

class Weighed extends Error {
  constructor(verdict, why, facts) {
    super(why);
    Object.assign(this, { verdict, why, facts });
  }
}

/** {verdict, why, facts, origin}: terbukti, dugaan, bukan-bukti, kunci-belum-dikenal. Never throws for a stranger's text. */
export async function judgeEvidence(text, policies, options) {
  const found = { check: "" };
  try {
    const { old, proof, shown, seen } = readEvidence(text);
    found.origin = shown.checkpoint.origin;
    for (const head of [shown, seen]) if (head) await checkSigned(head, policies, options);
    await weigh(old, proof, shown.checkpoint, seen && seen.checkpoint);
  } catch (error) {
    if (error instanceof Malformed) return { ...found, verdict: "bukan-bukti", why: "evidence-shape", facts: {} };
    if (!(error instanceof Weighed)) throw error;
    return { ...found, verdict: error.verdict, why: error.why, facts: error.facts ?? {} };
  }
  return found;
}

/** Lines that begin with # stand between what was shown and what the witness had signed for. */
function readEvidence(text) {
  const [request, before, ...more] = cleaned(text).split(/^#.*$/m).map((part) => part.trim()).filter(Boolean);
  const [, old, proof, rest] = /^old (0|[1-9][0-9]{0,18})\n((?:\S+\n)*)\n([^]+)$/.exec(request ?? "") ?? [];
  if (rest === undefined || more.length) throw new Malformed("shape");
  return { old: BigInt(old), proof: proof.split("\n").filter(Boolean).map(unbase64), shown: readHead(rest), seen: before && readHead(before) };
}

function readHead(text) {
  const [body, lines, ...more] = text.split("\n\n");
  if (lines === undefined || more.length) throw new Malformed("shape");
  return { note: readNote(`${body}\n`, lines), checkpoint: readCheckpoint(body) };
}

async function checkSigned({ note, checkpoint: { origin } }, policies, options) {
  const keys = policies.flatMap((policy) => logsNamed(policy, origin)).filter((key) => linesBy(note, key).length);
  if (!keys.length) throw new Weighed("kunci-belum-dikenal", policies.length ? "evidence-key" : "no-policy", { origin });
  for (const key of keys)
    for (const line of linesBy(note, key))
      if (!(await holds(key, line.value, utf8(note.text), options))) throw new Weighed("bukan-bukti", "evidence-forged", { origin });
}

async function weigh(old, proof, shown, seen) {
  const facts = { origin: shown.origin, shown: shown.size, seen: seen && seen.size };
  if (!seen || seen.origin !== shown.origin) throw new Weighed("bukan-bukti", "evidence-one", facts);
  if (shown.size === seen.size && !same(shown.root, seen.root)) throw new Weighed("terbukti", "evidence-split", facts);
  const continues = old === seen.size && (await isConsistent(seen.size, shown.size, proof, seen.root, shown.root));
  if (shown.size === seen.size || continues) throw new Weighed("bukan-bukti", "evidence-continues", facts);
  throw new Weighed("dugaan", shown.size < seen.size ? "evidence-shorter" : "evidence-unconnected", facts);
}
