// The browser's side of the preview: what the server tells, and who acts on it.
// The page is the site's; everything here is added to it and leaves no trace.
import { setup } from "./setup.js";
import { page, takeTag } from "./page.js";
import { connect } from "./socket.js";
import { patchDelta, patchWhole } from "./update.js";
import { needsReload, refresh, withRefreshed } from "./loads.js";
import { Follower } from "./follow.js";
import { createPanel } from "./panel.js";
import { createBadge } from "./badge.js";
import { createOverlay } from "./overlay.js";
import { createPlaces } from "./places.js";

takeTag();
const panel = createPanel(setup.lang);
const follower = new Follower(setup.follow);
const overlay = createOverlay(panel);
const places = createPlaces(panel);
const badge = createBadge(panel, { follower, overlay, places });
let leaving = false;

function reload() {
  leaving = true; // what is told from now on is told to the page that comes
  location.reload();
}

const told = {
  page(message, html) {
    badge.notice(message.gone ? setup.words["page-gone"] : "");
    overlay.pageBroken(message.broken || "");
    if (!message.hash) return;
    if (!page.hash || needsReload(page.loads, message.loads)) return reload();
    const next = html ? withRefreshed(new DOMParser().parseFromString(html, "text/html")) : null;
    const changed = next ? patchWhole(next) : message.delta ? patchDelta(message.delta) : [];
    if (!changed) return connection.askWhole();
    refresh(page.loads, message.loads, next);
    page.hash = message.hash;
    page.loads = message.loads;
    follower.changed = changed;
    // The site's scripts see to what they have made of the page.
    if (next || message.delta) document.dispatchEvent(new CustomEvent("reviewfolio:patched"));
  },
  edit(message) {
    follower.follow(message);
  },
  faults(message) {
    overlay.faults(message);
    badge.faults(message);
  },
};

const connection = connect({
  hello: () => ({
    page: page.path, hash: page.hash, loads: page.loads, tab: page.tab, edit: follower.number,
    seen: document.visibilityState === "visible", focus: document.hasFocus(),
  }),
  receive(message, rest) {
    if (!leaving) told[message.kind](message, rest);
  },
  state: badge.connected,
});

addEventListener("focus", connection.look);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") connection.look();
});
follower.arrive();
