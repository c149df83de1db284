// The little that a page outside the books uses: it should be light before anybody has signed in.
import "./theme.js";
import "./toasts.js";
import "./copy.js";

const noLine = document.querySelector("[data-no-line-page]");
if (globalThis.indexedDB && noLine) import("./outbox/no-line.js").then(({ offer }) => offer(noLine));
if (document.querySelector("form[action='/keluar/']")) import("./outbox/door.js");
