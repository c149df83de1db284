// The little that a page outside the books uses: it should be light before anybody has signed in.
import "./theme.js";
import "./toasts.js";
import "./copy.js";
