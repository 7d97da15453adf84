// A place in a file: to copy, and to open where the author has named an editor.
import { setup } from "./setup.js";
import { el } from "./panel.js";

// placeRow shows a place, in short where the file is told already.
export function placeRow(place, short) {
  const { words } = setup;
  const copy = el("button", { type: "button", className: "copy", "aria-label": words.copy + " " + place.text }, words.copy);
  copy.addEventListener("click", async () => {
    await copyText(place.text, copy);
    copy.textContent = words.copied;
  });
  const text = el("span", { className: "where" }, short || place.text);
  const open = place.link ? el("a", { href: place.link, "aria-label": words.open + " " + place.text }, words.open) : "";
  return el("p", { className: "place" }, text, copy, open);
}

// copyText puts the text on the clipboard. Beyond loopback browsers have no
// clipboard for pages without https; there the old way still works.
async function copyText(text, near) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).catch(() => {});
  const field = el("textarea", { value: text, className: "vh" });
  near.after(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  near.focus();
}
