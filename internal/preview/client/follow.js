// Following what is edited: the tab goes to the page, and the reader's eye to
// what changed on it.
import { page, recall, remember } from "./page.js";

const GLOW = 1600; // milliseconds
const MOST = 40;   // elements that glow at once; with more the page would be one glow

export class Follower {
  constructor(byDefault) {
    const own = recall("follow");
    this.on = own ? own === "yes" : byDefault;
    this.number = Number(recall("edit")) || 0; // of the last edit that was told
    this.changed = []; // elements that the last patch changed
  }

  // turn switches following for this tab.
  turn(on) {
    this.on = on;
    remember("follow", on ? "yes" : "no");
  }

  follow({ number, page: path, anchor }) {
    this.number = number;
    remember("edit", number);
    if (!this.on || busy()) return;
    if (path === page.path) return this.show(anchor);
    remember("arrive", JSON.stringify({ path, anchor }));
    location.href = "/" + path.split("/").map(encodeURIComponent).join("/").replace(/(^|\/)index\.html$/, "$1") +
      (anchor ? "#" + encodeURIComponent(anchor) : "");
  }

  // arrive shows what this page was opened for.
  arrive() {
    const goal = JSON.parse(recall("arrive") || "null");
    remember("arrive", "null");
    if (goal && goal.path === page.path) this.show(goal.anchor);
  }

  show(anchor) {
    const block = anchor ? document.getElementById(anchor) : null;
    const spots = pick(this.changed, block);
    const goal = spots[0] || block || (anchor ? null : document.querySelector("h1"));
    if (goal && !inView(goal)) goal.scrollIntoView({ block: goal === block ? "start" : "center", inline: "nearest" });
    (spots.length > 0 ? spots : goal ? [goal] : []).forEach(glow);
    this.changed = [];
  }
}

// busy reports whether the reader is at something that must not move away.
function busy() {
  const selection = getSelection();
  const at = document.activeElement;
  return selection !== null && !selection.isCollapsed ||
    at !== null && at.matches("input, select, textarea, [contenteditable]");
}

// pick returns what to look at among the elements that changed: what is in the
// block that was edited, or else what follows it, or else all.
function pick(changed, block) {
  const spots = Array.from(new Set(changed.map(shown).filter(Boolean)));
  const inside = block ? spots.filter((e) => block.contains(e)) : [];
  const after = block ? spots.filter((e) => block.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) : [];
  const best = [inside, after, spots].find((list) => list.length > 0) || [];
  return best.slice(0, MOST);
}

// shown returns the block that shows a changed element, null where it does not show.
function shown(element) {
  const chart = element.closest("figure.ch");
  const block = chart || element.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, pre, summary, caption, figcaption") || element;
  if (element.closest(".tip, head") || block === document.body || block === document.documentElement) return null;
  return block.getClientRects().length > 0 ? block : null;
}

function inView(element) {
  const bar = document.querySelector(".bar");
  const top = bar ? bar.getBoundingClientRect().height : 0;
  const box = element.getBoundingClientRect();
  return box.top >= top && (box.bottom <= innerHeight || box.top < innerHeight / 2);
}

function glow(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const lit = { outline: "2px solid var(--accent, #1f4f8f)", outlineOffset: "3px" };
  element.animate([lit, Object.assign({ offset: 0.6 }, lit), { outline: "2px solid transparent", outlineOffset: "3px" }],
    { duration: GLOW, easing: still ? "steps(1)" : "ease-out" });
}
