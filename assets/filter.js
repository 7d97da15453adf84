// Filters the index of the case library, and the cases of this page with it.
//
// The controls stand in the page, hidden, as [data-filter] with a select for
// each thing one can choose by; a row names its values in data-case. What is
// chosen stands in the address (?outcome=failure&team=east), so that a link
// shows the same and Back goes back. Without scripts the index is whole.
(function () {
  "use strict";
  const fields = { outcome: 0, person: 1, team: 2, period: 3 }; // themes are the rest
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const shown = (e, on) => { if (e.hidden === on) e.hidden = !on; };
  const put = (e, n) => { if (e.textContent !== String(n)) e.textContent = n; };

  // choice returns, for each select that is set, which values it takes.
  function choice(selects) {
    return selects.filter((s) => s.value).map((s) => {
      const of = s.selectedOptions[0].dataset.of;
      return { by: s.dataset.by, values: new Set(of ? of.split(" ") : [s.value]) };
    });
  }

  function meets(row, chosen) {
    const values = row.dataset.case.split(" ");
    return chosen.every((c) => c.by === "theme" ? values.slice(4).some((v) => c.values.has(v)) : c.values.has(values[fields[c.by]]));
  }

  // A case of this page is shown with its row; a period or a table without any is not.
  function apply(filter) {
    const chosen = choice(all("select", filter)), counts = { "": 0, success: 0, failure: 0 };
    for (const row of all("[data-case]")) {
      const on = meets(row, chosen);
      shown(row, on);
      if (on) {
        counts[""]++;
        counts[row.dataset.case.split(" ")[0]]++;
      }
      const href = row.querySelector("a").getAttribute("href");
      const told = href[0] === "#" && document.getElementById(decodeURIComponent(href.slice(1)));
      if (told) shown(told, on);
    }
    for (const block of all(".blk")) {
      const cases = all(":scope > .case", block);
      if (cases.length) shown(block, cases.some((c) => !c.hidden));
    }
    for (const e of all("[data-count]", filter)) put(e, counts[e.dataset.count]);
    all("[data-reset]", filter).forEach((b) => { b.disabled = !chosen.length; });
    shown(document.querySelector("[data-none]"), !counts[""]);
    for (const table of all(".tw", filter.parentElement)) {
      const on = !!table.querySelector("[data-case]:not([hidden])"), rest = table.closest("[data-rest]");
      shown(rest || table, on);
      // What is folded away because it is long opens where it answers a choice.
      if (rest && rest.open !== (on && !!chosen.length)) rest.open = !rest.open;
    }
  }

  // read sets the controls as the address says; what it does not know it leaves out.
  function read(filter) {
    const query = new URLSearchParams(location.search);
    for (const s of all("select", filter)) {
      const value = query.get(s.dataset.by) || "";
      s.value = Array.from(s.options).some((o) => o.value === value) ? value : "";
    }
  }

  function write(filter) {
    const query = new URLSearchParams(location.search);
    for (const s of all("select", filter)) {
      if (s.value) query.set(s.dataset.by, s.value);
      else query.delete(s.dataset.by);
    }
    const text = query.toString();
    try {
      history.pushState(null, "", location.pathname + (text ? "?" + text : ""));
    } catch (e) {
      // A browser that does not let a file have another address filters all the same.
    }
  }

  function look() {
    const filter = document.querySelector("[data-filter]");
    if (!filter) return;
    read(filter);
    shown(filter, true);
    apply(filter);
  }
  document.addEventListener("change", (e) => {
    const filter = e.target.closest("[data-filter]");
    if (!filter) return;
    write(filter);
    apply(filter);
  });
  document.addEventListener("click", (e) => {
    const filter = e.target.closest("[data-reset]") && document.querySelector("[data-filter]");
    if (!filter) return;
    const selects = all("select", filter);
    selects.forEach((s) => { s.value = ""; });
    write(filter);
    apply(filter);
    selects[0].focus(); // the button that was pressed is gone or disabled
  });
  window.addEventListener("popstate", look);
  look();
  // A preview that has changed the page in place says so.
  document.addEventListener("reviewfolio:patched", look);
})();
