package browsertest

import (
	"fmt"
	"testing"

	"reviewfolio/internal/browser"
)

// What is chosen in the case library combines, is counted, stands in the address
// for others to open, and goes with Back; on a server with a strict policy as
// from the disk.
func TestCasesAreFiltered(t *testing.T) {
	s := sites()[0]
	for _, where := range []place{disk, strictServer} {
		t.Run(where.name, func(t *testing.T) {
			t.Parallel()
			b := browser.Open(t, where.at(t, s.built(t)))
			show(t, b, "cases/", 1440)
			expect := func(when string, want library) {
				t.Helper()
				if got := browser.Eval[library](t, b, libraryShown); got != want {
					t.Errorf("%s: %+v, want %+v", when, got, want)
				}
			}
			// 61 cases: 30 of success, 31 of failure; all on one page.
			whole := library{Rows: 61, Articles: 61, Periods: 4, Says: "显示 61 / 61 成功 30 失败 31"}
			expect("at first", whole)
			browser.Eval[bool](t, b, `(window.same = true)`)
			choose(t, b, "outcome", "failure")
			expect("failures", library{Rows: 31, Articles: 31, Periods: 3, Query: "?outcome=failure", Says: "显示 31 / 61 成功 0 失败 31"})
			choose(t, b, "team", "south")
			// A team is it and those below it.
			south := browser.Eval[library](t, b, libraryShown)
			if south.Rows == 0 || south.Rows >= 31 || south.Rows != browser.Eval[int](t, b, southFailures) {
				t.Errorf("failures of the south: %+v", south)
			}
			choose(t, b, "theme", "market")
			expect("of one theme too", library{Rows: 1, Articles: 1, Periods: 1, Query: "?outcome=failure&team=south&theme=market", Says: "显示 1 / 61 成功 0 失败 1"})
			choose(t, b, "period", "2025")
			expect("nothing left", library{Query: "?outcome=failure&team=south&theme=market&period=2025", Says: "显示 0 / 61 成功 0 失败 0", Empty: true})

			browser.Eval[bool](t, b, `(history.back(), true)`)
			b.Await(t, `document.querySelector("[data-by=period]").value === ""`)
			expect("back", library{Rows: 1, Articles: 1, Periods: 1, Query: "?outcome=failure&team=south&theme=market", Says: "显示 1 / 61 成功 0 失败 1"})
			if !browser.Eval[bool](t, b, `window.same === true`) {
				t.Error("a choice loads the page anew")
			}
			choose(t, b, "period", "2025")
			browser.Eval[bool](t, b, `(document.querySelector("[data-none] [data-reset]").click(), true)`)
			expect("reset", whole)
			if by := browser.Eval[string](t, b, `document.activeElement.dataset.by`); by != "outcome" {
				t.Errorf("after the reset the focus is at %q", by)
			}
			b.Quiet(t)
		})
	}
}

// Whoever opens the address sees the same; what it does not know is left out. A
// page that a preview patches in place keeps what was chosen.
func TestAFilteredLibraryOpensFromItsAddress(t *testing.T) {
	b := browser.Open(t, onDisk(t, sites()[0].built(t)))
	b.Show(t, "cases/index.html?theme=-&person=miao-ke&team=nowhere", 1440, 900)
	want := library{Rows: 2, Articles: 2, Periods: 1, Query: "?theme=-&person=miao-ke&team=nowhere", Says: "显示 2 / 61 成功 1 失败 1"}
	if got := browser.Eval[library](t, b, libraryShown); got != want {
		t.Errorf("opened: %+v, want %+v", got, want)
	}
	// A preview writes the page as the server has it, and says so.
	browser.Eval[bool](t, b, `(() => {
		document.querySelector("[data-filter]").hidden = true;
		document.querySelectorAll("main [hidden]").forEach((e) => { if (!e.matches("[data-filter], [data-none]")) e.hidden = false; });
		document.querySelectorAll("[data-filter] select").forEach((s) => { s.value = ""; });
		document.dispatchEvent(new Event("reviewfolio:patched"));
		return true;
	})()`)
	if got := browser.Eval[library](t, b, libraryShown); got != want {
		t.Errorf("patched: %+v, want %+v", got, want)
	}
}

// A long library folds its older part away; it opens where it holds what was
// chosen, and folds again.
func TestAChoiceOpensTheOlderPartOfALibrary(t *testing.T) {
	files, err := unpack("testdata/edges.txtar")
	if err != nil {
		t.Fatal(err)
	}
	report := files["content/reviews/2026-Q3/ada/report.md"]
	report.Data = append(report.Data, "\n## Case studies\n"...)
	for i := range 1000 {
		report.Data = fmt.Appendf(report.Data, "### Win: customer %d {#c-%d}\nSigned.\n", i, i)
	}
	built, err := render(files, true)
	if err != nil {
		t.Fatal(err)
	}
	b := browser.Open(t, onDisk(t, built))
	show(t, b, "cases/", 1440)
	for _, x := range []struct {
		period     string
		rows       int
		open, fold bool // whether the newer lines are seen, and those folded away
	}{{"", 1000, true, false}, {"2026-Q2", 2, false, true}, {"2026-Q3", 1000, true, false}, {"2026", 1002, true, true}, {"", 1000, true, false}} {
		choose(t, b, "period", x.period)
		got := browser.Eval[library](t, b, libraryShown)
		open := browser.Eval[bool](t, b, `document.querySelector(".tw").checkVisibility()`)
		fold := browser.Eval[bool](t, b, `document.querySelector("[data-rest] .tw").checkVisibility()`)
		if got.Rows != x.rows || open != x.open || fold != x.fold {
			t.Errorf("period %q: %d lines, want %d; newer %t, want %t; older %t, want %t", x.period, got.Rows, x.rows, open, x.open, fold, x.fold)
		}
	}
}

// Without scripts there are no controls, and the index is whole.
func TestWithoutScriptsTheIndexIsWhole(t *testing.T) {
	b := browser.Open(t, onDisk(t, sites()[0].built(t)))
	b.Scripts(t, false)
	b.Show(t, "cases/index.html?outcome=failure", 1440, 900)
	want := library{Rows: 61, Articles: 61, Periods: 4, Query: "?outcome=failure"}
	if got := browser.Eval[library](t, b, libraryShown); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// A library is what one sees of the case library.
type library struct {
	Rows, Articles, Periods int
	Query, Says             string
	Empty                   bool // it says that nothing is left
}

// choose picks an option as a reader does, by the keyboard or the mouse.
func choose(t *testing.T, b *browser.Tab, by, value string) {
	t.Helper()
	browser.Eval[bool](t, b, `(() => {
		const s = document.querySelector("[data-by=`+by+`]");
		s.value = "`+value+`";
		s.dispatchEvent(new Event("change", { bubbles: true }));
		return s.value === "`+value+`";
	})()`)
}

const libraryShown = `(() => {
	const seen = (selector) => Array.from(document.querySelectorAll(selector)).filter((e) => e.checkVisibility());
	return {
		Rows: seen("[data-case]").length, Articles: seen("article.case").length, Periods: seen(".blk[id^=p-]").length, Query: location.search,
		Says: seen("[data-filter] [role=status]").map((e) => e.textContent.replace(/\s+/g, " ").trim()).join(), Empty: seen("[data-none]").length > 0,
	};
})()`

// southFailures counts them by what the lines say.
const southFailures = `Array.from(document.querySelectorAll("[data-case]")).filter((row) =>
	row.cells[1].textContent === "失败" && ["华南区", "广州部", "深圳部"].includes(row.cells[3].textContent)).length`
