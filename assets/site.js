// What pages do beyond reading: switch light and dark, mark the section one is
// in, close the period list, place explanations. A page reads without any of it.
(function () {
  "use strict";
  const root = document.documentElement;

  const switches = () => document.querySelectorAll("[data-theme-switch]").forEach((b) => { b.hidden = false; });
  switches();
  document.addEventListener("click", (e) => {
    if (!e.target.closest("[data-theme-switch]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("reviewfolio-theme", root.dataset.theme);
    } catch (e) {
      // The choice holds for this page only.
    }
  });

  // The period list closes when one looks elsewhere.
  document.addEventListener("click", (e) => {
    for (const list of document.querySelectorAll("details.pick[open]")) {
      if (!list.contains(e.target)) list.open = false;
    }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    for (const list of document.querySelectorAll("details.pick[open]")) {
      list.open = false;
      list.querySelector("summary").focus();
    }
    // A figure's explanation goes away and comes back with the next hover.
    if (document.activeElement && document.activeElement.closest(".has-tip")) document.activeElement.blur();
  });

  // An explanation opens where the window has room for it, also out of a table
  // that scrolls and would cut it off.
  const place = () => {
    for (const tip of document.querySelectorAll(".has-tip:hover > .tip, .fx:focus + .tip, .bind:focus + .tip")) {
      const at = tip.parentElement.getBoundingClientRect();
      tip.style.position = "fixed";
      tip.style.right = "auto";
      const above = at.top - tip.offsetHeight - 4, below = at.bottom + 4;
      tip.style.left = Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8)) + "px";
      tip.style.top = (below + tip.offsetHeight > innerHeight && above > 0 ? above : below) + "px";
    }
  };
  for (const kind of ["mouseover", "focusin", "scroll"]) document.addEventListener(kind, place, { capture: true, passive: true });

  // The contents beside a review follow the reading.
  let links = new Map(), current = null;
  const mark = (link) => {
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    current = link;
    current.setAttribute("aria-current", "true");
  };
  const watch = window.IntersectionObserver && new IntersectionObserver((entries) => {
    for (const e of entries) {
      if (e.isIntersecting && links.has(e.target.id)) mark(links.get(e.target.id));
    }
  }, { rootMargin: "-10% 0px -80% 0px" });
  const contents = () => {
    links = new Map();
    for (const a of document.querySelectorAll(".toc a[href^='#']")) links.set(decodeURIComponent(a.hash.slice(1)), a);
    if (!watch) return;
    watch.disconnect();
    for (const id of links.keys()) {
      const section = document.getElementById(id);
      if (section) watch.observe(section);
    }
  };
  contents();
  // A preview that has changed the page in place says so.
  document.addEventListener("reviewfolio:patched", () => {
    switches();
    contents();
  });
})();
