// Patching: nodes of the open page become what they are in the next one, and
// whatever did not change stays the very node it was, with its focus, scroll,
// selection and what scripts and the reader have made of it.
//
// Where children of an element changed, those at both ends that are the same are
// left alone; what remains is patched pair by pair when it pairs, inserted, or
// removed. Idiomorph sees to the rest, where children came, went and moved at once.
//
// Each function adds to a set the elements whose look it has changed.
import { Idiomorph } from "./idiomorph.esm.js";

// theirs tells the attributes that belong to scripts or to the reader.
function theirs(name, element) {
  switch (name) {
    case "style": // the site's policy lets no page have one
      return true;
    case "open":
      return element.localName === "details";
    case "data-theme":
      return element === document.documentElement;
    case "hidden":
      return element.matches("[data-theme-switch]");
    case "aria-current":
      return element.matches(".toc a");
  }
  return false;
}

// What is inside of these is made by scripts; what is in noscript is text to a
// browser that runs them, and elements to the parser.
const closed = (element) => element.matches(".plot, noscript");

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

// same reports whether a node of the page is what the next page has there.
export function same(old, next) {
  if (old.isEqualNode(next)) return true;
  if (!isElement(old) || !pairs(old, next)) return false;
  if (closed(old)) return true;
  if (old.childNodes.length !== next.childNodes.length || !sameAttributes(old, next)) return false;
  for (let a = old.firstChild, b = next.firstChild; a; a = a.nextSibling, b = b.nextSibling) {
    if (!same(a, b)) return false;
  }
  return true;
}

function sameAttributes(old, next) {
  const covers = (a, b) => Array.from(a.attributes).every((x) => theirs(x.name, old) || b.getAttribute(x.name) === x.value);
  return covers(old, next) && covers(next, old);
}

// pairs reports whether a node can become another one.
function pairs(old, next) {
  if (old.nodeType !== next.nodeType) return false;
  if (!isElement(old)) return true;
  return old.localName === next.localName && old.namespaceURI === next.namespaceURI &&
    (old.getAttribute("id") || "") === (next.getAttribute("id") || "");
}

export function patchNode(old, next, changed) {
  if (!isElement(old)) return patchText(old, next, changed);
  patchAttributes(old, next, changed);
  if (!closed(old)) patchChildren(old, next, changed);
}

// patchText changes only what differs, so that a selection in the rest stays.
function patchText(old, next, changed) {
  const a = old.data, b = next.data;
  if (a === b) return;
  let start = 0, end = 0;
  const most = Math.min(a.length, b.length);
  while (start < most && a[start] === b[start]) start++;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  old.replaceData(start, a.length - end - start, b.slice(start, b.length - end));
  if (old.parentElement) changed.add(old.parentElement);
}

export function patchAttributes(old, next, changed) {
  if (closed(old)) return;
  for (const { name, value } of Array.from(next.attributes)) {
    if (old.getAttribute(name) === value || theirs(name, old)) continue;
    old.setAttribute(name, value);
    if (!invisible.includes(name)) changed.add(old);
  }
  for (const { name } of Array.from(old.attributes)) {
    if (next.hasAttribute(name) || theirs(name, old)) continue;
    old.removeAttribute(name);
    if (!invisible.includes(name)) changed.add(old);
  }
}

// What no reader sees of an element: with one figure more, all explanations
// after it have another number.
const invisible = ["id", "aria-describedby"];

function patchChildren(parent, next, changed) {
  patchBetween(parent, null, null, next, changed);
}

// patchBetween makes the children of parent after one of them and before another
// what next holds; null stands for either end.
export function patchBetween(parent, after, before, next, changed) {
  const all = Array.from(parent.childNodes);
  const a = all.slice(after ? all.indexOf(after) + 1 : 0, before ? all.indexOf(before) : all.length);
  const b = Array.from(next.childNodes);
  let start = 0, end = 0;
  const most = Math.min(a.length, b.length);
  while (start < most && same(a[start], b[start])) start++;
  while (end < most - start && same(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  const olds = a.slice(start, a.length - end), nexts = b.slice(start, b.length - end);
  if (olds.length === nexts.length && olds.every((old, i) => pairs(old, nexts[i]))) {
    olds.forEach((old, i) => { if (!same(old, nexts[i])) patchNode(old, nexts[i], changed); });
  } else if (olds.length === 0) {
    insert(parent, nexts, a[start] || before, changed);
  } else if (nexts.length === 0) {
    olds.forEach((old) => old.remove());
    changed.add(parent);
  } else if (after || before) {
    insert(parent, nexts, olds[0], changed);
    olds.forEach((old) => old.remove());
  } else {
    morph(parent, next, changed);
  }
}

function insert(parent, nodes, before, changed) {
  for (const node of nodes) {
    const copy = document.importNode(node, true);
    parent.insertBefore(copy, before);
    if (isElement(copy)) changed.add(copy);
    else if (copy.data.trim()) changed.add(parent);
  }
}

// morph lets Idiomorph make the children of parent those of next.
function morph(parent, next, changed) {
  const note = (node) => changed.add(isElement(node) ? node : node.parentElement);
  Idiomorph.morph(parent, Array.from(next.childNodes), {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed(old, fresh) {
        if (same(old, fresh)) return false;
        if (isElement(old)) return !closed(old);
        patchText(old, fresh, changed);
        return false;
      },
      beforeAttributeUpdated(name, element) {
        if (theirs(name, element)) return false;
        note(element);
        return true;
      },
      afterNodeAdded(node) {
        if (isElement(node) || node.data.trim()) note(node);
      },
    },
  });
}
