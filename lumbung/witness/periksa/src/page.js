// The page: what is brought is judged, what is judged is shown.
import { Malformed, base64, hex, textOf, unbase64, utf8 } from "./bytes.js";
import { hmac, ownSha256, ownSha512, sha256 } from "./hash.js";
import { KEYS, RECEIPT } from "./example.js";
import { judgeAll } from "./judge.js";
import { list, policies, recall, take } from "./keep.js";
import { holds, readKey } from "./keys.js";
import { inWords } from "./money.js";
import { isQuorum, readPolicy } from "./policy.js";
import { LONGEST, hasReceipt, isEntryAlone, isProofAlone, together } from "./receipt.js";
import { LARGEST_PICTURE, readPicture, watch } from "./scan.js";
import { card, icon, make } from "./show.js";
import { keepLanguage, keptLanguage } from "./store.js";
import { isConsistent, isIncluded, leafHash } from "./tree.js";
import { say } from "./words.js";

// For whoever wants to compare this program with another: the tests of Lumbung do.
globalThis.Periksa = Object.freeze({ base64, hex, hmac, holds, inWords, isConsistent, isIncluded, isQuorum, judgeAll, leafHash,
  ownSha256, ownSha512, readKey, readPolicy, sha256, unbase64, utf8 });

const $ = (id) => document.getElementById(id);
let language = keptLanguage();
let last; // {text} of a receipt, to judge it again when the keys or the language change
let spoken; // {id, key, facts} of the sentence that stands

function speak(id, key, facts) {
  spoken = { ...spoken, [id]: key && { key, facts } };
  $(id).textContent = key ? say(key, language, facts) : "";
  $(id).dataset.key = key ?? "";
  $(id).hidden = !key;
}

const sorry = (id, error) => (error instanceof Malformed ? speak(id, error.why, error.facts) : speak(id, "trouble"));

// --- judging ---------------------------------------------------------------------------------------------------------

/** A big book's paper has two codes: whichever comes second is put to the one that waits. */
function completed(text) {
  const waiting = last?.text ?? "";
  const fits = (isProofAlone(waiting) && isEntryAlone(text)) || (isEntryAlone(waiting) && isProofAlone(text));
  return fits ? together([waiting, text]) : text;
}

async function judge(brought, { focus = true } = {}) {
  speak("message");
  const text = completed(brought);
  last = { text };
  const found = (await isPolicy(text)) ? [{ verdict: "bukan-kuitansi", check: "teks", why: "is-policy" }] : await judgeAll(text, policies());
  const cards = found.map((each, n) => card(each, language, found.length > 1 ? { n: n + 1, all: found.length } : undefined));
  $("result").replaceChildren(...cards, after());
  document.title = `${say(found[0].verdict, language)} · ${say("title", language)}`;
  if (focus) $("result").querySelector(".verdict").focus();
  if (focus) $("result").scrollIntoView({ block: "start" });
}

async function isPolicy(text) {
  if (hasReceipt(text) || text.length > LONGEST) return false;
  try {
    return Boolean(await readPolicy(text));
  } catch {
    return false;
  }
}

function after() {
  const print = make("button", { class: "button", type: "button" }, icon("printer"), say("print", language));
  const again = make("button", { class: "button quiet", type: "button" }, say("again", language));
  print.addEventListener("click", () => globalThis.print());
  again.addEventListener("click", clear);
  return make("div", { class: "ways no-print" }, print, again);
}

function clear() {
  last = undefined;
  $("result").replaceChildren();
  $("text").value = "";
  speak("message");
  document.title = say("title", language);
  $("bring").scrollIntoView({ block: "center" });
  $("text").focus({ preventScroll: true });
}

// --- bringing --------------------------------------------------------------------------------------------------------

async function textIn(file) {
  if (file.type.startsWith("image/")) return readPicture(file);
  if (file.size > (file.type ? LONGEST : LARGEST_PICTURE)) throw new Malformed("too-long");
  try {
    return textOf(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!file.type && error instanceof Malformed) return readPicture(file).catch(() => Promise.reject(error));
    throw error;
  }
}

async function bring(input, then, message) {
  const files = [...input.files];
  input.value = "";
  if (!files.length) return;
  speak(message, "reading");
  try {
    const texts = [];
    for (const file of files) texts.push(await textIn(file));
    speak(message);
    await then(together(texts));
  } catch (error) {
    if (message === "message") $("result").replaceChildren();
    sorry(message, error);
  }
}

async function learn(text) {
  try {
    const { key, facts } = await take(text);
    speak("policy-message", key, facts);
    $("policy-text").value = "";
    await refresh();
  } catch (error) {
    sorry("policy-message", error);
  }
}

async function look() {
  const video = $("video"), finder = $("finder");
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } } });
  } catch {
    return speak("message", "camera-none");
  }
  speak("message");
  video.srcObject = stream;
  finder.showModal();
  await video.play();
  const stop = watch(video, (text) => {
    finder.close();
    judge(text);
  });
  finder.addEventListener("close", () => {
    stop();
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }, { once: true });
}

// --- showing ---------------------------------------------------------------------------------------------------------

function name() {
  document.documentElement.lang = language;
  document.title = say("title", language);
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say, language);
  $("language").textContent = say("language", language);
  $("language").lang = language === "en" ? "id" : "en";
  for (const [id, sentence] of Object.entries(spoken ?? {})) if (sentence) speak(id, sentence.key, sentence.facts);
}

/** The keys or the language changed: what stands on the page is said and judged anew. */
async function refresh() {
  $("kept").replaceChildren(...list(language, refresh));
  if (last) await judge(last.text, { focus: false });
}

function listen() {
  $("language").addEventListener("click", () => {
    language = language === "en" ? "id" : "en";
    keepLanguage(language);
    name();
    refresh();
  });
  $("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    judge($("text").value).catch((error) => sorry("message", error));
  });
  $("policy").addEventListener("submit", (event) => {
    event.preventDefault();
    learn($("policy-text").value);
  });
  $("file").addEventListener("change", () => bring($("file"), judge, "message"));
  $("policy-file").addEventListener("change", () => bring($("policy-file"), learn, "policy-message"));
  $("camera").addEventListener("click", look);
}

/** Does this browser reckon as it should? A genuine receipt must be genuine, a changed one must not. */
async function isFit() {
  try {
    const keys = [await readPolicy(KEYS)], texts = [RECEIPT, RECEIPT.replace(/20000/g, "90000")];
    const [[good], [bad]] = await Promise.all(texts.map((text) => judgeAll(text, keys)));
    return good.verdict === "sah" && bad.check === "letak";
  } catch {
    return false;
  }
}

async function start() {
  name();
  listen();
  const canLook = Boolean(navigator.mediaDevices && navigator.mediaDevices.getUserMedia && globalThis.HTMLDialogElement);
  $("camera").hidden = !canLook;
  $("choose").classList.toggle("main", !canLook);
  $("save").hidden = !location.protocol.startsWith("http");
  await recall();
  await refresh();
  if (!(await isFit())) speak("message", "unfit");
  document.documentElement.dataset.ready = "";
}

start();
