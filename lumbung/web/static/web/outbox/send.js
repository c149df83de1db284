// Sending, oldest first, a letter at a time, never in two tabs at once. An item leaves only when the server has answered it.
import { all, change, forget, learn, me, owned, waits } from "./store.js";

const LETTER = 50, HEAVY = 900_000, PATIENCE = 3, DAYS_KEPT = 7;
const SAID = ["uuid", "device", "person", "cooperative", "kind", "version", "sequence", "previous", "written_at", "body", "shown", "page", "withdrawn", "replaces"];
const parcel = (item) => Object.fromEntries(SAID.map((name) => [name, item[name] ?? null]));

class Stopped extends Error {}
const stop = (why) => { throw new Stopped(why); };

async function ask(address, given = {}) {
  const answer = await fetch(address, { ...given, redirect: "manual", cache: "no-store", credentials: "same-origin" }).catch(() => stop("offline"));
  if (answer.type === "opaqueredirect") stop("signed-out");
  if (answer.status === 404) stop("stranger");
  return answer;
}
export async function who(address) {
  const answer = await ask(address, { headers: { Accept: "application/json" } });
  return answer.ok ? answer.json() : stop("trouble");
}

// Why it stopped: "" (all that could go has gone), "busy", "offline", "signed-out", "stranger", "trouble".
export async function send() {
  if (!me().to) return "";
  return navigator.locks.request("lumbung-outbox", { ifAvailable: true }, async (turn) => {
    if (!turn) return "busy";
    try { await sendAll(); return ""; }
    catch (error) { if (error instanceof Stopped) return error.message; throw error; }
  });
}

async function sendAll() {
  const here = me();
  if (!(await all()).some((item) => waits(item) && owned(item, here))) return;
  let session = await who(here.to); // a fresh token, and who is really signed in
  await learn("skew", new Date(session.now) - Date.now());
  for (const tried = new Set(); ;) {
    const mine = (await all()).filter((item) => waits(item) && owned(item, session) && owned(item, here));
    const letter = cut(mine.filter((item) => !tried.has(turnOf(item))));
    if (!letter.length) break;
    const { answers, token } = await post(here.to, letter, session, mine);
    session = { ...session, token };
    for (const item of letter) tried.add(turnOf(item));
    await settle(answers);
  }
  const old = new Date(Date.now() - DAYS_KEPT * 86_400_000).toISOString();
  await forget((item) => item.state === "accepted" && item.written_at < old);
}

const turnOf = (item) => item.uuid + (item.orphan ? " orphan" : "");

function cut(items) {
  const letter = [];
  let weight = 0;
  for (const item of items) {
    weight += JSON.stringify(item.body).length;
    if (letter.length && (letter.length === LETTER || weight > HEAVY)) break;
    letter.push(item);
  }
  return letter;
}

// An item whose predecessor is nowhere on this device, or which the server cannot digest, is not waited for.
function linked(letter, waiting) {
  const coming = new Map(waiting.map((item) => [item.uuid, item]));
  return letter.map((item) => {
    const before = coming.get(item.previous);
    return { ...item, previous: item.orphan || (before && before.failures >= PATIENCE) ? null : item.previous };
  });
}

async function post(address, letter, session, waiting) {
  const body = JSON.stringify({ items: linked(letter, waiting).map(parcel) });
  const once = (token) => ask(address, { method: "POST", body, headers: { "Content-Type": "application/json", "X-CSRFToken": token } });
  let answer = await once(session.token), token = session.token;
  if (answer.status === 403) { // the token has turned since: another tab signed in again
    token = (await who(address)).token;
    answer = await once(token);
  }
  if (answer.ok) return { ...(await answer.json().catch(() => stop("offline"))), token };
  if (answer.status === 403) stop("trouble");
  if (letter.length > 1) return { answers: await alone(address, letter, { ...session, token }, waiting), token };
  await change({ [letter[0].uuid]: { failures: letter[0].failures + 1 } });
  if (letter[0].failures + 1 < PATIENCE) stop("trouble");
  return { answers: [], token };
}

// The letter as a whole was not taken: one by one, so that one bad item holds up no other.
async function alone(address, letter, session, waiting) {
  const answers = [];
  for (const item of letter) {
    const told = (await post(address, [item], session, waiting)).answers;
    await settle(told);
    answers.push(...told);
  }
  return answers;
}

async function settle(answers) {
  const news = {}, held = new Map((await all()).map((item) => [item.uuid, item]));
  for (const { uuid, state, ...answer } of answers) {
    if (["accepted", "refused", "withdrawn"].includes(state)) news[uuid] = { state, answer };
    else if (state === "wait" && !waits(held.get(held.get(uuid)?.previous) ?? {})) news[uuid] = { orphan: true };
  }
  await change(news);
}
