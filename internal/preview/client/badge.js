// The line in the corner: whether the page is live, how many faults there are,
// and two switches.
import { setup } from "./setup.js";
import { el } from "./panel.js";

export function createBadge(panel, { follower, overlay, places }) {
  const { words } = setup;
  const state = el("span", { className: "state", role: "status" }, words.name);
  const count = el("button", { type: "button", className: "count", hidden: true });
  const follow = toggle(words.follow, words["follow-hint"]);
  const source = toggle(words.source, words["source-hint"]);
  const note = el("p", { className: "note", role: "status", hidden: true });
  panel.append(el("section", { className: "badge", "aria-label": words.name }, note,
    el("div", { className: "line" }, state, count, follow, source)));

  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  press(follow, follower.on);
  press(source, false);
  follow.addEventListener("click", () => {
    follower.turn(!follower.on);
    press(follow, follower.on);
  });
  source.addEventListener("click", () => places.turn(!places.on));
  places.turned = (on) => press(source, on);
  count.addEventListener("click", () => overlay.toggle());

  return {
    connected(yes) {
      state.classList.toggle("lost", !yes);
      state.textContent = yes ? words.name : words.lost;
      state.title = yes ? words.live : "";
    },
    faults({ label, errors, warnings }) {
      count.hidden = !label;
      count.textContent = label;
      count.classList.toggle("errors", errors > 0);
      count.classList.toggle("notes", errors + warnings === 0);
    },
    notice(text) {
      note.hidden = !text;
      note.textContent = text;
    },
  };
}

function toggle(text, hint) {
  return el("button", { type: "button", className: "toggle", title: hint, "aria-pressed": "false" }, text);
}
