// The files a page loads. Each comes as { path in the site: hash of its bytes },
// and what differs is loaded again: style sheets and images in place, scripts
// with the page.

const isScript = (path) => path.endsWith(".js");
const isSheet = (path) => path.endsWith(".css");

// changedIn lists the paths that differ, also those that came or went.
function changedIn(old, next) {
  return Object.keys(Object.assign({}, old, next)).filter((path) => old[path] !== next[path]);
}

export function needsReload(old, next) {
  return changedIn(old, next).some(isScript);
}

// pathOf returns the path in the site that an address leads to.
function pathOf(address) {
  const url = new URL(address, location.href);
  return url.origin === location.origin ? decodeURIComponent(url.pathname.slice(1)) : "";
}

function versioned(address, hash) {
  const url = new URL(address, location.href);
  url.searchParams.set("v", hash);
  return url.href;
}

// Images that were loaded again carry their hash, for a browser does not load
// what it has. The next pages know nothing of that: withRefreshed tells them.
const images = new Map(); // path -> hash

export function withRefreshed(next) {
  if (images.size > 0) next.querySelectorAll("img[src]").forEach(refreshImage);
  return next;
}

function refreshImage(img) {
  const hash = images.get(pathOf(img.getAttribute("src")));
  if (!hash) return;
  const address = versioned(img.getAttribute("src"), hash);
  if (img.getAttribute("src") !== address) img.setAttribute("src", address);
}

// refresh loads what has changed. next is the new page, or null where the page's
// own bytes are the same.
export function refresh(old, loads, next) {
  if (next) takeSheets(next);
  let pictures = false;
  for (const path of changedIn(old, loads)) {
    if (!loads[path] || !old[path]) continue; // the page's own bytes bring it, or leave it out
    if (isSheet(path)) sheets().filter((link) => pathOf(link.href) === path).forEach((link) => swap(link, loads[path]));
    else {
      images.set(path, loads[path]);
      pictures = true;
    }
  }
  if (pictures) document.querySelectorAll("img[src]").forEach(refreshImage);
}

const sheets = (doc = document) => Array.from(doc.querySelectorAll("link[rel=stylesheet]"));

// swap puts the new style sheet beside the old one, which goes when the new one
// is there: the page is never without.
function swap(link, hash) {
  if (link.dataset.leaving) return;
  const fresh = link.cloneNode();
  fresh.href = versioned(link.href, hash);
  link.dataset.leaving = "";
  fresh.onload = fresh.onerror = () => link.remove();
  link.after(fresh);
}

// takeSheets makes the page's list of style sheets that of the next page.
function takeSheets(next) {
  const wanted = sheets(next).map((link) => pathOf(link.href));
  sheets().filter((link) => !wanted.includes(pathOf(link.href))).forEach((link) => link.remove());
  let last = null;
  for (const link of sheets(next)) {
    const here = sheets().filter((l) => pathOf(l.href) === pathOf(link.href)).pop();
    const kept = here || document.importNode(link, true);
    if (!here) last ? last.after(kept) : document.head.prepend(kept);
    last = kept;
  }
}
