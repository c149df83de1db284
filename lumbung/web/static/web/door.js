// The little that a page outside the books uses: it should be light before anybody has signed in.
import "./theme.js";
import "./toasts.js";
import "./copy.js";
import "./outbox/door.js";

const noLine = document.querySelector("[data-no-line-page]");
if (globalThis.indexedDB && noLine) import("./outbox/no-line.js").then(({ offer }) => offer(noLine));
else if (globalThis.indexedDB && location.pathname === "/masuk/") import("./outbox/shell.js").then(({ wipe }) => wipe()).catch(console.warn); // nobody is signed in here any more
