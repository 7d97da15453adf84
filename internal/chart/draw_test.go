package chart_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// drawn is what one chart looks like in the page.
type drawn struct {
	Texts  []string
	Paints []string // colours of fills and strokes
}

const readDrawn = `Array.from(document.querySelectorAll(".plot"), (plot) => {
	const all = Array.from(plot.querySelectorAll("svg *")).filter((e) => !e.closest("defs"));
	return {
		Texts: all.filter((e) => e.tagName === "text").map((e) => e.textContent),
		Paints: all.flatMap((e) => [e.getAttribute("fill"), e.getAttribute("stroke")]).filter(Boolean),
	};
})`

// Every kind with every sort of data is drawn by the bundle the site serves,
// under the site's policy, wide and narrow, without a word on the console. The
// labels of the data are there, and only colours of the style sheets.
func TestEveryChartIsDrawn(t *testing.T) {
	all := scenes()
	ctx, url := browser(t), serve(t, all)
	messages := listen(t, ctx)
	open(t, ctx, url, 290)
	open(t, ctx, url, 640)
	page := run(t, ctx, chromedp.Evaluate[[]drawn](readDrawn))
	if got := messages(); len(got) > 0 {
		t.Errorf("console: %q", got)
	}
	if run(t, ctx, chromedp.Evaluate[bool](`document.querySelector("img") !== null`)) {
		t.Error("text of the data became an element")
	}
	variable := regexp.MustCompile(`^(var\(--[a-z0-9-]+\)|none|transparent)$`)
	for i, s := range all {
		t.Run(s.name, func(t *testing.T) {
			labels := strings.Join(page[i].Texts, "\n")
			for _, want := range s.want {
				if !strings.Contains(labels, want) {
					t.Errorf("no label %q among %q", want, page[i].Texts)
				}
			}
			for _, paint := range page[i].Paints {
				if !variable.MatchString(paint) {
					t.Errorf("painted with %s, which no style sheet knows", paint)
				}
			}
		})
	}
}

// The console of the test above hears what the policy forbids; its silence
// means something.
func TestConsoleHearsViolations(t *testing.T) {
	ctx, url := browser(t), serve(t, trendScenes()[:1])
	messages := listen(t, ctx)
	open(t, ctx, url, 640)
	run(t, ctx, chromedp.Evaluate[chromedp.Void](`document.body.setAttribute("style", "color: red")`))
	if got := messages(); len(got) != 1 || !strings.Contains(got[0], "Content Security Policy") {
		t.Errorf("console: %q, want one violation", got)
	}
}

// The tooltip says what the table says, letter by letter.
func TestTooltipIsText(t *testing.T) {
	hostileTrend := companyTrend()
	for i := range hostileTrend.Points {
		hostileTrend.Points[i].Actual.Text = "<img src=x onerror=alert(1)>{a|b}"
	}
	tests := []struct {
		scene scene
		want  string
	}{
		{scene{"trend", companyTrend(), nil}, "2026 年一季度/实际  9,343.0 万元/目标  9,650.0 万元/达成率  96.8%"},
		{scene{"mix", channelMix(), nil}, "2026 年二季度/直销  4915.0 万元 46.0%/经销  3740.0 万元 35.0%/线上  2029.0 万元 19.0%"},
		{scene{"columns", monthColumns(), nil}, "2026 年 8 月/2026 年  435.0 万元/2025 年  355.0 万元/同比  +22.5%"},
		{scene{"hostile", hostileTrend, nil}, "2026 年一季度/实际  <img src=x onerror=alert(1)>｛a|b} 万元/目标  9,650.0 万元/达成率  96.8%"},
	}
	ctx := browser(t)
	for _, test := range tests {
		t.Run(test.scene.name, func(t *testing.T) {
			open(t, ctx, serve(t, []scene{test.scene}), 640)
			messages := listen(t, ctx)
			before := len(run(t, ctx, chromedp.Evaluate[[]drawn](readDrawn))[0].Texts)
			run(t, ctx, chromedp.MouseEvent(chromedp.MouseMoved, 400, 100))
			run(t, ctx, chromedp.MouseEvent(chromedp.MouseMoved, 420, 120))
			run(t, ctx, chromedp.Poll[bool](fmt.Sprintf(`document.querySelectorAll(".plot text").length > %d`, before)))
			texts := run(t, ctx, chromedp.Evaluate[[]drawn](readDrawn))[0].Texts
			if got := strings.Join(texts[before:], "/"); got != test.want {
				t.Errorf("tooltip %s, want %s", got, test.want)
			}
			if got := messages(); len(got) > 0 {
				t.Errorf("console: %q", got)
			}
		})
	}
}

func TestChartFollowsItsPlace(t *testing.T) {
	ctx, url := browser(t), serve(t, scenes()[:3])
	open(t, ctx, url, 640)
	run(t, ctx, chromedp.EmulateViewport(290, 12000))
	run(t, ctx, chromedp.Poll[bool](`Array.from(document.querySelectorAll(".plot svg")).every((s) => s.getAttribute("viewBox") === "0 0 290 248")`))
}

// Charts that nobody scrolled to are drawn for the print, each as wide as its
// place on paper, and as wide as on the screen again afterwards.
func TestPrintDrawsAll(t *testing.T) {
	ctx, url := browser(t), serve(t, scenes())
	run(t, ctx, chromedp.EmulateViewport(1000, 300))
	run(t, ctx, chromedp.Navigate(url))
	run(t, ctx, chromedp.Poll[bool](`document.querySelector(".plot svg[viewBox]") !== null`))
	if run(t, ctx, chromedp.Evaluate[bool](drawnAll)) {
		t.Fatal("all charts are drawn before they come into view")
	}
	// Listeners run in order: this one sees the page as it goes to paper.
	run(t, ctx, chromedp.Evaluate[chromedp.Void](`matchMedia("print").addEventListener("change", (e) => {
		if (e.matches) window.onPaper = Array.from(document.querySelectorAll(".plot"), (p) => {
			const svg = p.querySelector("svg");
			return svg && svg.getAttribute("viewBox") === "0 0 " + p.clientWidth + " 248";
		});
	})`))
	run(t, ctx, chromedp.PrintToPDF())
	onPaper := run(t, ctx, chromedp.Evaluate[[]bool](`window.onPaper`))
	if len(onPaper) != len(scenes()) {
		t.Fatalf("%d charts on paper, want %d", len(onPaper), len(scenes()))
	}
	for i, s := range scenes() {
		if !onPaper[i] {
			t.Errorf("%s is not drawn to the width of the paper", s.name)
		}
	}
	run(t, ctx, chromedp.Poll[bool](`document.querySelector(".plot svg").getAttribute("viewBox") === "0 0 1000 248"`))
}
