// The lists of keys on this device, and the part of the page that shows them.
import { LOG } from "./keys.js";
import { readPolicy } from "./policy.js";
import { make, short } from "./show.js";
import { keepPolicies, keptPolicies } from "./store.js";
import { say } from "./words.js";

let kept = [];

/** Whom this device trusts. */
export const policies = () => kept;

const origins = (policy) => [...new Set(policy.logs.map((key) => key.name))];

/** What was kept before; a list that no longer reads is left out. */
export async function recall() {
  const read = await Promise.allSettled(keptPolicies().map(readPolicy));
  kept = read.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
}

/** Take a list in, in place of those about the same logs. Malformed when it is none. Returns what to say. */
export async function take(text) {
  const policy = await readPolicy(text), names = origins(policy);
  kept = [...kept.filter((old) => !origins(old).some((name) => names.includes(name))), policy];
  return { key: save() ? "policy-kept" : "policy-here", facts: { origin: names.join(", ") } };
}

const save = () => keepPolicies(kept.map(({ text }) => text));

/** The list of what is kept; `changed` is called after one was removed. */
export function list(language, changed) {
  const told = (key, facts) => say(key, language, facts);
  if (!kept.length) return [make("li", { class: "soft" }, told("keys-none"))];
  return kept.map((policy) => make("li", {}, ...about(policy, told), forget(policy, told, changed)));
}

function about(policy, told) {
  const [first] = policy.logs, names = [...policy.witnesses.keys()].map(short).join(", ");
  const numbers = policy.logs.filter(({ kind }) => kind === LOG).map((key) => key.id).join(", ");
  return [
    make("b", { class: first.remark ? undefined : "code" }, first.remark || first.name),
    first.remark ? make("span", { class: "code" }, first.name) : undefined,
    make("span", {}, `${told("key-number")} `, make("b", { class: "code" }, numbers), make("small", {}, told("key-compare"))),
    make("span", { class: "soft" }, `${told("key-witnesses")}: ${policy.quorum === "none" ? told("key-none") : names}`),
  ];
}

function forget(policy, told, changed) {
  const button = make("button", { class: "button quiet", type: "button", "aria-label": told("keys-forget-of", { origin: origins(policy).join(", ") }) }, told("keys-forget"));
  button.addEventListener("click", () => {
    kept = kept.filter((other) => other !== policy);
    save();
    changed();
  });
  return button;
}
