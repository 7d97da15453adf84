// Bringing the open page up to date, by a delta from the server or by a whole
// page. Both return the elements whose look has changed.
import { patchAttributes, patchBetween, patchNode, same } from "./patch.js";
import { withRefreshed } from "./loads.js";

const changes = (set) => Array.from(set).filter((e) => e.isConnected);

// patchWhole makes the page what the next one is.
export function patchWhole(next) {
  const changed = new Set();
  if (document.title !== next.title) document.title = next.title;
  patchAttributes(document.documentElement, next.documentElement, changed);
  if (!same(document.body, next.body)) patchNode(document.body, next.body, changed);
  return changes(changed);
}

// patchDelta applies the delta, or returns null and leaves the page as it is
// where the page is not what the server takes it for.
export function patchDelta({ title, ops }) {
  const found = ops.map(locate);
  if (found.includes(null)) return null;
  const changed = new Set();
  if (title !== undefined) document.title = title;
  for (const { element, after, before, op } of found) {
    if (op.tag) patchAttributes(element, parse(element.parentElement, op.tag).firstElementChild, changed);
    else patchBetween(element, after, before, parse(element, op.html), changed);
  }
  return changes(changed);
}

// locate finds what an op is about; null where something else is there.
function locate(op) {
  let element = document.body;
  for (let i = 0; i < op.path.length; i += 3) {
    const [tag, at, of] = op.path.slice(i, i + 3);
    if (element.children.length !== of) return null;
    element = element.children[at];
    if (element.localName !== tag) return null;
  }
  if (op.tag) return { element, op };
  if (element.children.length !== op.of) return null;
  return { element, after: element.children[op.after] || null, before: element.children[op.before] || null, op };
}

const inert = document.implementation.createHTMLDocument("");

// parse reads HTML as the content of an element like the given one, without
// loading anything. Most often it is a figure or a few words, and no more than text.
function parse(element, html) {
  if (!/[<&]/.test(html)) {
    const text = document.createDocumentFragment();
    if (html) text.append(html);
    return text;
  }
  const holder = inert.importNode(element, false);
  holder.innerHTML = html;
  return withRefreshed(holder);
}
