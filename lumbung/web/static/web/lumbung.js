// Everything here makes a working page quicker; nothing here is needed for it to work.
import "./theme.js";
import "./money.js";
import "./count.js";
import "./calendar.js";
import "./picker.js";
import "./grid.js";
import "./dialogs.js";
import "./typing.js";
import "./walk.js";
import "./photo.js";
import "./toasts.js";
import "./keys.js";
import "./guard.js";
import "./idle.js";
import "./copy.js";
import "./outbox/start.js";
