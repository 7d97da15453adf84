package browsertest

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"reviewfolio/internal/browser"
)

var people = flag.Int("people", 100, "how many people the company of BenchmarkPreview has; each has ten reports and ten comments")

// A previewing is the real command serving a portfolio.
type previewing struct {
	dir     string
	address string
	command *exec.Cmd
}

// preview builds the command and serves the portfolio in dir.
func preview(tb testing.TB, dir string, flags ...string) *previewing {
	tb.Helper()
	command := filepath.Join(tb.TempDir(), "reviewfolio")
	if out, err := exec.Command("go", "build", "-o", command, "../../cmd/reviewfolio").CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	p := &previewing{dir: dir, command: exec.Command(command, append([]string{"serve", dir, "--port", "14140"}, flags...)...)}
	said, err := p.command.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	p.command.Stderr = os.Stderr
	if err := p.command.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		p.command.Process.Signal(os.Interrupt)
		if err := p.command.Wait(); err != nil {
			tb.Errorf("serve ends with %v", err)
		}
	})
	lines := bufio.NewScanner(said)
	for p.address == "" && lines.Scan() {
		p.address = regexp.MustCompile(`http://\S+/`).FindString(lines.Text())
	}
	go func() {
		for lines.Scan() {
		}
	}()
	if p.address == "" {
		tb.Fatal("serve told no address")
	}
	return p
}

// resident returns the memory that the command holds, in MiB.
func (p *previewing) resident(tb testing.TB) (mib int) {
	tb.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.command.Process.Pid))
	if err != nil {
		tb.Skip("this system does not tell how much memory a process holds")
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	fmt.Sscan(rest, &mib)
	return mib >> 10
}

// sees reads what the page shows where the selector leads.
func sees(tb testing.TB, tab *browser.Tab, selector string) string {
	tb.Helper()
	return browser.Eval[string](tb, tab, fmt.Sprintf(`document.querySelector(%q).textContent`, selector))
}

// arm makes the page note when the text it shows under the selector is other
// than now, to the fraction of a millisecond.
func arm(tb testing.TB, tab *browser.Tab, selector string) {
	tb.Helper()
	const script = `(() => {
		const shown = () => document.querySelector(%q).textContent, before = shown();
		window.patched = new Promise((done) => {
			const watch = new MutationObserver(() => {
				if (shown() === before) return;
				watch.disconnect();
				done(performance.timeOrigin + performance.now());
			});
			watch.observe(document, {subtree: true, childList: true, characterData: true});
		});
	})()`
	browser.Eval[chromedp.Void](tb, tab, fmt.Sprintf(script, selector))
}

// patched returns when that was.
func patched(tb testing.TB, tab *browser.Tab) time.Time {
	tb.Helper()
	ms := browser.Eval[float64](tb, tab, "window.patched")
	return time.UnixMicro(int64(ms * 1000))
}

// rewrite replaces text in a file of the portfolio and returns when it began to
// write.
func (p *previewing) rewrite(tb testing.TB, file string, change func(string) string) time.Time {
	tb.Helper()
	name := filepath.Join(p.dir, filepath.FromSlash(file))
	text, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	changed := change(string(text))
	if changed == string(text) {
		tb.Fatalf("%s stays as it was", file)
	}
	start := time.Now()
	if err := os.WriteFile(name, []byte(changed), 0o666); err != nil {
		tb.Fatal(err)
	}
	return start
}

// show opens a page of the preview in a tab.
func (p *previewing) show(tb testing.TB, path string) *browser.Tab {
	tb.Helper()
	tab := browser.Open(tb, p.address)
	tab.Show(tb, path, 1440, 900)
	return tab
}

const latestReport = "content/reviews/2026-Q3/p0007/report.md"

var (
	revenueLine = regexp.MustCompile(`(revenue: \{target: \d+, actual: )(\d+)`)
	firstTheme  = regexp.MustCompile(`(?m)^## 目标达成\n`)
)

// The real command brings what is written to the page that is open: words to
// the report's own page, and a figure to that of the whole company.
func TestPreviewPatchesOpenPages(t *testing.T) {
	dir := t.TempDir()
	company(t, dir, 20)
	p := preview(t, dir, "--no-follow")
	review, home := p.show(t, "reviews/2026-Q3/p0007/"), p.show(t, "")
	before := sees(t, home, "dl.figs")

	arm(t, review, "main")
	p.rewrite(t, latestReport, func(s string) string { return firstTheme.ReplaceAllString(s, "## 目标达成\n\n补充说明。\n") })
	patched(t, review)
	if text := sees(t, review, "main"); !strings.Contains(text, "补充说明。") {
		t.Error("the page of the report does not show its new words")
	}

	arm(t, home, "dl.figs")
	p.rewrite(t, latestReport, func(s string) string { return revenueLine.ReplaceAllString(s, "${1}98765432") })
	patched(t, home)
	patchedText := sees(t, home, "main")
	home.Do(t, chromedp.Reload())
	if sees(t, home, "dl.figs") == before {
		t.Error("the company's figures do not follow the report")
	}
	if loaded := sees(t, home, "main"); loaded != patchedText {
		t.Errorf("the patched page reads\n%s\nand the loaded one\n%s", patchedText, loaded)
	}
}

// BenchmarkPreview measures in a real browser how long it takes from the write
// of a file to the open page that shows it: for words of a report on its own
// page, and for a figure that changes all rollups on the company's page.
// -people 1000 makes it 10,000 reports and 10,000 comments.
func BenchmarkPreview(b *testing.B) {
	dir := b.TempDir()
	company(b, dir, *people)
	p := preview(b, dir, "--no-follow")
	n := 0
	for _, bc := range []struct {
		name, page, selector string
		change               func(string) string
	}{
		{"words", "reviews/2026-Q3/p0007/", "main", func(s string) string {
			return firstTheme.ReplaceAllString(s, fmt.Sprintf("## 目标达成\n\n第 %d 次修改。\n", n))
		}},
		{"figure", "", "main", func(s string) string {
			return revenueLine.ReplaceAllString(s, fmt.Sprintf("${1}%d", 3_000_000+n*1_000_000))
		}},
	} {
		b.Run(bc.name, func(b *testing.B) {
			tab := p.show(b, bc.page)
			var took []float64
			for b.Loop() {
				n++
				arm(b, tab, bc.selector)
				start := p.rewrite(b, latestReport, bc.change)
				took = append(took, float64(patched(b, tab).Sub(start).Microseconds())/1000)
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2], "p50-ms")
			b.ReportMetric(took[len(took)*95/100], "p95-ms")
			b.ReportMetric(float64(p.resident(b)), "RSS-MiB")
		})
	}
}
