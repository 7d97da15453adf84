package browsertest

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/browser"
)

// Scripts add nothing that one has to know: with scripts off a page shows the
// same figures, and what a chart prints stands in the table below it.
func TestFiguresReadWithoutScripts(t *testing.T) {
	eachPage(t, disk, func(t *testing.T, b *browser.Tab, p page) {
		b.Scripts(t, true)
		show(t, b, p.folder, 1440)
		unfold(t, b, 1440)
		with := set(browser.Eval[[]string](t, b, numbersShown))
		charts := browser.Eval[[]chart](t, b, numbersDrawn)

		b.Scripts(t, false)
		show(t, b, p.folder, 1440)
		without := set(browser.Eval[[]string](t, b, numbersShown))
		if !maps.Equal(with, without) {
			t.Errorf("figures with scripts only: %q, without only: %q", minus(with, without), minus(without, with))
		}
		for _, c := range charts {
			if lost := minus(set(c.Drawn), set(c.Table)); len(lost) > 0 {
				t.Errorf("chart %q: %q is drawn and not in its table", c.Name, lost)
			}
		}
		if n := browser.Eval[int](t, b, `document.querySelectorAll(".plot").length`); n != len(charts) {
			t.Errorf("%d charts, with scripts %d", n, len(charts))
		}
	})
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
