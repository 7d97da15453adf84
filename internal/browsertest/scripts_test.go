package browsertest

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/browser"
)

// A reading is what a page shows in numbers while scripts are on, and each of
// its charts.
type reading struct {
	shown  map[string]bool
	charts []chart
}

func numbersOf(t *testing.T, b *browser.Tab) reading {
	t.Helper()
	return reading{set(browser.Eval[[]string](t, b, numbersShown)), browser.Eval[[]chart](t, b, numbersDrawn)}
}

// readWithoutScripts fails the test unless scripts add nothing that one has to
// know: with scripts off the page shows the same figures, and what a chart prints
// stands in the table below it.
func (with reading) readWithoutScripts(t *testing.T, b *browser.Tab) {
	t.Helper()
	without := set(browser.Eval[[]string](t, b, numbersShown))
	if !maps.Equal(with.shown, without) {
		t.Errorf("figures with scripts only: %q, without only: %q", minus(with.shown, without), minus(without, with.shown))
	}
	for _, c := range with.charts {
		if lost := minus(set(c.Drawn), set(c.Table)); len(lost) > 0 {
			t.Errorf("chart %q: %q is drawn and not in its table", c.Name, lost)
		}
	}
	if n := browser.Eval[int](t, b, `document.querySelectorAll(".plot").length`); n != len(with.charts) {
		t.Errorf("%d charts, with scripts %d", n, len(with.charts))
	}
}

type chart struct {
	Name         string
	Drawn, Table []string // numbers, those of the scale aside
}

func set(list []string) map[string]bool {
	m := map[string]bool{}
	for _, s := range list {
		m[strings.TrimRight(s, ".,")] = true
	}
	return m
}

func minus(a, b map[string]bool) []string {
	var rest []string
	for _, s := range slices.Sorted(maps.Keys(a)) {
		if !b[s] {
			rest = append(rest, s)
		}
	}
	return rest
}

// numbersShown lists the numbers in the text of a page, charts aside. What is
// hidden does not count, what can be opened does.
const numbersShown = `(() => {
	const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
	const found = [];
	while (walk.nextNode()) {
		if (walk.currentNode.parentElement.closest("script, style, template, [hidden], .plot")) continue;
		found.push(...(walk.currentNode.data.match(/[0-9][0-9.,]*/g) || []));
	}
	return found;
})()`

// numbersDrawn lists what each chart draws, without the marks of its scale,
// and what its table holds.
const numbersDrawn = `Array.from(document.querySelectorAll(".plot"), (plot) => {
	const figure = plot.closest("figure");
	const data = JSON.parse(figure.querySelector(".chart-data").textContent);
	const scale = data.y ? data.y.ticks : ["0%", "25%", "50%", "75%", "100%"];
	const numbers = (texts) => texts.flatMap((s) => s.match(/[0-9][0-9.,]*/g) || []);
	const drawn = Array.from(plot.querySelectorAll("svg text"), (e) => e.textContent).filter((s) => !scale.includes(s));
	return {
		Name: figure.querySelector("figcaption").textContent,
		Drawn: numbers(drawn),
		Table: numbers(Array.from(figure.querySelectorAll("details table *"), (e) => e.textContent)),
	};
})`
