// What is known of the page that is open: its path in the site, the hashes of
// its bytes and of the files it loads, and the name of the tab it is open in.
export const page = { path: "", hash: "", loads: {}, tab: "" };

// takeTag reads what the server has written into the page and takes it out, so
// that the page is the site's own.
export function takeTag() {
  const tag = document.querySelector("script[data-page][src='/_preview/main.js']");
  page.path = tag.dataset.page;
  page.hash = tag.dataset.hash || "";
  page.loads = JSON.parse(tag.dataset.loads || "{}");
  page.tab = recall("tab") || newName();
  remember("tab", page.tab);
  const before = tag.previousSibling, after = tag.nextSibling;
  tag.remove();
  if (before && after && before.nodeType === Node.TEXT_NODE && after.nodeType === Node.TEXT_NODE) {
    before.appendData(after.data);
    after.remove();
  }
}

function newName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");
}

// The tab's memory lasts from page to page, where the browser lets it.
export function recall(name) {
  try {
    return sessionStorage.getItem("reviewfolio-" + name);
  } catch (e) {
    return null;
  }
}

export function remember(name, value) {
  try {
    sessionStorage.setItem("reviewfolio-" + name, value);
  } catch (e) {
    // It holds for this page only.
  }
}
