// The preview's own part of the window: a shadow tree beside the page's body, so
// that the page's style and the preview's do not meet, and no patch finds it.

// el makes an element: properties, then children. Text is only ever text.
export function el(name, properties, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key in e) e[key] = value;
    else e.setAttribute(key, value);
  }
  e.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return e;
}

// createPanel returns the root that parts of the preview are appended to.
export function createPanel(lang) {
  const host = el("reviewfolio-preview", { lang });
  const root = host.attachShadow({ mode: "open" });
  const sheet = el("link", { rel: "stylesheet", href: "/_preview/ui.css" });
  host.hidden = true;
  sheet.onload = () => { host.hidden = false; };
  root.append(sheet);
  document.documentElement.append(host);
  return root;
}
