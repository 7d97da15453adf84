// Where that which stands on the page comes from: Alt and a click tell, or the
// badge's switch and a click.
import { setup } from "./setup.js";
import { el } from "./panel.js";
import { page } from "./page.js";
import { placeRow } from "./place.js";

export function createPlaces(panel) {
  const { words } = setup;
  const list = el("div", { className: "found" });
  const close = el("button", { type: "button", className: "close" }, words.close);
  const box = el("div", { className: "places", role: "dialog", "aria-labelledby": "places-title", hidden: true },
    el("h2", { id: "places-title" }, words.places), close, list);
  const aim = new CSSStyleSheet();
  aim.replaceSync("body, body * { cursor: crosshair !important; }");
  panel.append(box);

  const places = {
    on: false,
    turned() {},
    turn(on) {
      places.on = on;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== aim).concat(on ? [aim] : []);
      places.turned(on);
    },
  };

  async function tell(target, x, y) {
    const answer = await fetch("/_preview/places?page=" + encodeURIComponent(page.path));
    if (!answer.ok) return;
    const found = placesOf(target, await answer.json());
    list.replaceChildren(...found.map((p) => placeRow(p)), found.length ? "" : el("p", { className: "hint" }, words["no-place"]));
    box.hidden = false;
    box.style.left = Math.max(8, Math.min(x, innerWidth - box.offsetWidth - 8)) + "px";
    box.style.top = Math.max(8, Math.min(y + 12, innerHeight - box.offsetHeight - 8)) + "px";
    close.focus();
  }

  const asks = (e) => (e.altKey || places.on) && e.target instanceof Element && document.body.contains(e.target);
  const take = (e, x, y) => {
    e.preventDefault();
    e.stopPropagation();
    tell(e.target, x, y);
  };
  const hide = () => {
    box.hidden = true;
  };
  document.addEventListener("click", (e) => {
    if (asks(e)) take(e, e.clientX, e.clientY);
    else if (e.target instanceof Element && document.body.contains(e.target)) hide();
  }, true);
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !box.hidden) hide();
    else if (e.key === "Escape" && places.on) places.turn(false);
    else if (e.key === "Enter" && places.on && asks(e)) {
      const at = e.target.getBoundingClientRect();
      take(e, at.left, at.bottom);
    }
  }, true);
  close.addEventListener("click", hide);
  return places;
}

// placesOf returns the places of what was clicked: of the figure, else of the
// nearest element around it, or heading before it, that has some; else the page's.
function placesOf(target, known) {
  const figure = target.closest("[aria-describedby]") || target.closest(".has-tip")?.querySelector("[aria-describedby]");
  const explained = figure && known[figure.getAttribute("aria-describedby")];
  if (explained) return explained;
  for (let e = target; e && e !== document.body; e = e.parentElement) {
    if (e.id && known[e.id]) return known[e.id];
    for (let before = e.previousElementSibling; before; before = before.previousElementSibling) {
      if (/^h[1-6]$/.test(before.localName) && before.id && known[before.id]) return known[before.id];
    }
  }
  return known[""] || [];
}
