// The little that a page outside the books uses: it should be light before anybody has signed in.
import "./theme.js";
import "./toasts.js";
import "./copy.js";
import "./outbox/leave.js";
import { wipe } from "./outbox/shell.js";
import { offer } from "./outbox/no-line.js";

const noLine = document.querySelector("[data-no-line-page]");
if (globalThis.indexedDB && noLine) offer(noLine);
else if (globalThis.indexedDB && location.pathname === "/masuk/") wipe().catch(() => null); // nobody is signed in here any more
