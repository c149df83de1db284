// What this device keeps: items that wait, and a few facts. Nothing counts as kept before the disk has said so.
const ITEMS = "items", FACTS = "facts";
let opened = null;

function open() {
  opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open("lumbung", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(ITEMS, { keyPath: "uuid" });
      asked.result.createObjectStore(FACTS);
    };
    asked.onsuccess = () => {
      const close = () => { asked.result.close(); opened = null; };
      asked.result.onversionchange = close;
      asked.result.onclose = () => { opened = null; };
      done(asked.result);
    };
    asked.onerror = asked.onblocked = () => { opened = null; failed(asked.error ?? new Error("blocked")); };
  });
  return opened;
}

// One transaction; `deed(items, facts, say)` works in it, what it says is the answer once everything is on the disk.
async function within(mode, deed) {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction([ITEMS, FACTS], mode, { durability: "strict" });
    let answer;
    transaction.oncomplete = () => done(answer);
    transaction.onabort = () => failed(transaction.error ?? new DOMException("aborted", "AbortError"));
    try { deed(transaction.objectStore(ITEMS), transaction.objectStore(FACTS), (said) => { answer = said; }); }
    catch (error) { transaction.abort(); failed(error); }
  });
}
// An error thrown while an answer is worked on must stop the transaction as well.
function then(request, next) {
  request.onsuccess = () => {
    try { next(request.result); }
    catch (error) { request.transaction.failure = error; request.transaction.abort(); }
  };
}
const pick = (list) => list.sort((a, b) => a.written_at.localeCompare(b.written_at) || a.sequence - b.sequence);

export const all = () => within("readonly", (items, _facts, say) => then(items.getAll(), (found) => say(pick(found))));
export const fact = (name) => within("readonly", (_items, facts, say) => then(facts.get(name), say));
export const learn = (name, value) => within("readwrite", (_items, facts) => facts.put(value, name));
// Whose page this is.
export const me = () => ({ person: document.body.dataset.person ?? "", cooperative: document.body.dataset.cooperative ?? "", to: document.body.dataset.outbox ?? "" });
export const lineIsDown = () => navigator.onLine === false || "kept" in document.body.dataset;
export const waits = (item) => item.state === "waiting";
export const owned = (item, who) => item.person === who.person && item.cooperative === who.cooperative;

// Keep an item: its place in the row of this device is given in the same transaction. The same form twice is one item.
export async function add(item) {
  const kept = await within("readwrite", (items, facts, say) => {
    then(items.get(item.uuid), (there) => {
      if (there) return say(there);
      then(facts.get("row"), (row = { device: crypto.randomUUID(), sequence: 0, last: {} }) => {
        const whose = `${item.person} ${item.cooperative}`;
        const next = { ...item, state: "waiting", failures: 0, device: row.device, sequence: row.sequence + 1, previous: row.last[whose] ?? null };
        facts.put({ ...row, sequence: next.sequence, last: { ...row.last, [whose]: next.uuid } }, "row");
        items.add(next);
        say(next);
      });
    });
  });
  tell();
  return kept;
}
// Items out of a rescue file, as they were; those that are here already stay as they are.
export async function bring(found) {
  const added = await within("readwrite", (items, _facts, say) => {
    let count = 0;
    say(0);
    for (const item of found) then(items.get(item.uuid), (there) => { if (!there) { items.add(item); say(++count); } });
  });
  tell();
  return added;
}
export async function change(changes) {
  await within("readwrite", (items) => {
    for (const [uuid, news] of Object.entries(changes)) then(items.get(uuid), (item) => item && items.put({ ...item, ...news }));
  });
  tell();
}
export async function forget(choose) {
  await within("readwrite", (items) => then(items.getAll(), (found) => { for (const item of found) if (choose(item)) items.delete(item.uuid); }));
  tell();
}

// Other tabs, and whoever shows a count in this one.
const channel = "BroadcastChannel" in self ? new BroadcastChannel("lumbung-outbox") : null;
const listeners = new Set();
export function watch(listener) { listeners.add(listener); }
function tell() {
  channel?.postMessage("changed");
  for (const listener of listeners) listener();
}
channel?.addEventListener("message", () => { for (const listener of listeners) listener(); });
