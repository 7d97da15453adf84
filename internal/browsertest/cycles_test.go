package browsertest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"reviewfolio/internal/browser"
)

var cycles = flag.Int("cycles", 20, "how often a report is broken and mended with eight tabs open")

// eightPages are of every kind that a report shows on, and two of the same.
var eightPages = []string{
	"", "reviews/2026-Q3/p0007/", "reviews/2026-Q3/p0007/", "people/p0007/", "teams/t000/",
	"periods/2026-Q3/", "themes/goals/2026-Q3/", "actions/",
}

// However often reports are broken and mended, the command goes on: in all of
// eight tabs the faults lie over the page as it was within half a second, go
// when they are mended, and no page is loaded anew. Neither the command nor the
// page holds more at the end.
func TestPreviewSurvivesBreaking(t *testing.T) {
	dir := t.TempDir()
	company(t, dir, 20)
	p := preview(t, dir, "--no-follow")
	var tabs []*browser.Tab
	for _, page := range eightPages {
		tabs = append(tabs, p.show(t, page))
	}
	for _, tab := range tabs {
		tab.Await(t, overlay) // the preview's script is at work in the page
		remember(t, tab)
	}
	var took []time.Duration
	var first, last held
	for n := range *cycles {
		file := fmt.Sprintf("content/reviews/2026-Q3/p%04d/report.md", 5+n%5)
		good, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, tab := range tabs {
			armOverlay(t, tab, true)
		}
		start := p.rewrite(t, file, func(s string) string { return strings.Replace(s, "metrics:\n", fmt.Sprintf("metrics: [%d\n", n), 1) })
		for _, tab := range tabs {
			took = append(took, patched(t, tab).Sub(start))
		}
		for _, tab := range tabs {
			armOverlay(t, tab, false)
		}
		p.rewrite(t, file, func(string) string { return string(good) })
		for _, tab := range tabs {
			patched(t, tab)
		}
		if n == *cycles/4 {
			first = p.holds(t, tabs[0])
		}
	}
	last = p.holds(t, tabs[0])
	slices.Sort(took)
	t.Logf("%d cycles: faults show after %v, at most %v; the command held %v MiB, then %v, the page %v KiB, then %v",
		*cycles, took[len(took)/2], took[len(took)-1], first.command, last.command, first.page>>10, last.page>>10)
	// Other tests keep the machine busy: one slow tab of ten says nothing.
	if most := took[len(took)*9/10]; most > 500*time.Millisecond {
		t.Errorf("faults show after %v in nine of ten tabs", most)
	}
	const young = 8 // MiB that the heap of a command just started may still grow by
	if last.page > first.page*11/10 || last.command > first.command*11/10+young {
		t.Errorf("memory grows: %v, then %v", first, last)
	}
	for i, tab := range tabs {
		if !remembered(t, tab) {
			t.Errorf("the page %s was loaded anew", eightPages[i])
		}
	}
}

// overlay is the list of faults that the preview lays over the page.
const overlay = `document.querySelector("reviewfolio-preview")?.shadowRoot.querySelector(".overlay")`

// armOverlay makes the page note when the overlay is shown, or is not.
func armOverlay(tb testing.TB, tab *browser.Tab, shown bool) {
	tb.Helper()
	const script = `(() => {
		const overlay = %s, is = () => overlay.hidden !== %t;
		window.patched = new Promise((done) => {
			const end = () => done(performance.timeOrigin + performance.now());
			if (is()) return end();
			const watch = new MutationObserver(() => {
				if (!is()) return;
				watch.disconnect();
				end();
			});
			watch.observe(overlay, {attributes: true});
		});
	})()`
	browser.Eval[chromedp.Void](tb, tab, fmt.Sprintf(script, overlay, shown))
}

// remember marks the document, which another one would not have.
func remember(tb testing.TB, tab *browser.Tab) {
	tb.Helper()
	browser.Eval[bool](tb, tab, "document.sameAsEver = true")
}

func remembered(tb testing.TB, tab *browser.Tab) bool {
	tb.Helper()
	return browser.Eval[bool](tb, tab, "document.sameAsEver === true")
}

// held is the memory that is held.
type held struct {
	command int   // MiB
	page    int64 // bytes, of what its scripts made, after garbage is collected
}

func (p *previewing) holds(tb testing.TB, tab *browser.Tab) held {
	tb.Helper()
	browser.Call(tb, tab, heapprofiler.CollectGarbage, cdp.Empty{})
	usage := browser.Call(tb, tab, runtime.GetHeapUsage, cdp.Empty{})
	return held{p.resident(tb), int64(usage.UsedSize)}
}
