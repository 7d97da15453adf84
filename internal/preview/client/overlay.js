// The faults of the content, over the page as it last was. Errors come by
// themselves and go when they are mended; warnings and notes wait until they are
// asked for.
import { setup } from "./setup.js";
import { el } from "./panel.js";
import { placeRow } from "./place.js";

export function createOverlay(panel) {
  const { words } = setup;
  const title = el("h2", { id: "faults-title" });
  const close = el("button", { type: "button", className: "close" }, words.close);
  const list = el("div", { className: "list", tabIndex: 0, role: "group", "aria-label": words.faults });
  const broken = el("div", { className: "broken", hidden: true });
  const alert = el("p", { className: "vh", role: "alert" });
  const dialog = el("div", { className: "overlay", role: "dialog", "aria-labelledby": "faults-title", hidden: true },
    el("div", { className: "head" }, title, el("p", { className: "hint" }, words["faults-note"]), close), broken, list);
  panel.append(alert, dialog);

  let told = { label: "", errors: 0, warnings: 0, files: [] }, signature = "", page = "", before = null;

  // show opens or closes; the keyboard moves only when the reader asked for it.
  function show(open, asked) {
    if (open === !dialog.hidden) return;
    if (open) fill();
    dialog.hidden = !open;
    if (open) {
      before = asked ? panel.activeElement : null;
      if (asked) close.focus();
    } else if (dialog.contains(panel.activeElement)) {
      if (before) before.focus();
      else panel.activeElement.blur();
    }
  }

  function fill() {
    title.textContent = told.label || words["page-broken"];
    dialog.classList.toggle("calm", told.errors === 0 && !page);
    dialog.classList.toggle("notes", told.errors + told.warnings === 0 && !page);
    broken.hidden = !page;
    broken.replaceChildren(el("h3", null, words["page-broken"]), el("p", null, page));
    list.replaceChildren(...told.files.map(fileSection), told.untold ? el("p", { className: "hint" }, told.untold) : "");
  }

  // update opens for faults that were not there before, and closes when all
  // errors are mended.
  function update() {
    const bad = told.errors > 0 || page !== "";
    const now = bad ? JSON.stringify([page, told.files.map((f) => f.faults.map((x) => [x.place.text, x.text]))]) : "";
    const fresh = now !== signature;
    signature = now;
    if (!dialog.hidden) fill();
    if (bad && fresh) show(true, false);
    if (!bad && fresh || !told.label && !page) show(false);
    if (fresh) alert.textContent = bad ? title.textContent : "";
  }

  close.addEventListener("click", () => show(false));
  addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !dialog.hidden) show(false);
  });
  return {
    faults(message) {
      told = message;
      update();
    },
    pageBroken(text) {
      if (text === page) return;
      page = text;
      update();
    },
    toggle: () => show(dialog.hidden, true),
  };
}

function fileSection({ file, faults }) {
  return el("section", { className: "file", "aria-label": file }, el("h3", null, file), ...faults.map((f) => faultRow(f, file)));
}

function faultRow(fault, file) {
  const { words } = setup;
  const row = el("article", { className: "fault " + fault.severity },
    el("p", { className: "what" }, el("span", { className: "sign" }, words[fault.severity]), el("span", null, ...coded(fault.text))),
    placeRow(fault.place, fault.place.text.slice(file.length + 1)));
  if (fault.frame) row.append(frame(fault.frame));
  if (fault.hint) row.append(el("p", { className: "hint" }, ...coded(fault.hint)));
  return row;
}

// coded shows what stands between backticks as code. Where they do not pair, the
// text is somebody's, not ours, and stays as it is.
function coded(text) {
  const parts = text.split("`");
  return parts.length % 2 ? parts.map((part, i) => (i % 2 ? el("code", null, part) : part)) : [text];
}

// frame shows the line with the character at fault marked.
function frame({ text, before }) {
  const characters = Array.from(text);
  const at = characters[before] || " ";
  return el("pre", { tabIndex: 0 }, characters.slice(0, before).join(""), el("mark", null, at), characters.slice(before + 1).join(""));
}
