package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// missing skips the test for want of something, unless the environment says
// that nothing may be skipped.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("REVIEWFOLIO_BROWSER") == "required" {
		t.Fatalf("%s, and REVIEWFOLIO_BROWSER=required", what)
	}
	t.Skip(what)
}

// browser starts a Chromium for the test and its subtests.
func browser(t testing.TB) context.Context {
	t.Helper()
	names := []string{"chromium", "chromium-browser", "google-chrome", "chrome"}
	found := slices.IndexFunc(names, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if found < 0 {
		missing(t, "no chromium found")
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(names[found]), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(t.TempDir()))...)
	t.Cleanup(stop)
	ctx, closeBrowser := chromedp.NewContext(ctx)
	t.Cleanup(closeBrowser)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// A tab is a tab of the browser and what it has complained of since it was
// opened: anything on the console, any request that failed or left the site.
type tab struct {
	ctx  context.Context
	site string // address that every request has to begin with

	mu    sync.Mutex
	heard []string
}

func openTab(t *testing.T, browser context.Context, site string) *tab {
	t.Helper()
	ctx, cancel := context.WithTimeout(browser, 5*time.Minute)
	t.Cleanup(cancel)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	b := &tab{ctx: ctx, site: site}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *tab) listen(event any) {
	complain := func(format string, args ...any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.heard = append(b.heard, fmt.Sprintf(format, args...))
	}
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, arg := range e.Args {
			words = append(words, string(arg.Value), arg.Description)
		}
		complain("console: %s", strings.Join(words, " "))
	case *runtime.EventExceptionThrown:
		complain("exception: %s", (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		complain("browser log: %s %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
	case *network.EventRequestWillBeSent:
		if to := e.Request.URL; !strings.HasPrefix(to, b.site) && !strings.HasPrefix(to, "data:") && to != "about:blank" {
			complain("request to %s", to)
		}
	case *network.EventLoadingFailed:
		complain("loading failed: %s %s", e.Type, e.ErrorText)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			complain("status %d of %s", e.Response.Status, e.Response.URL)
		}
	}
}

// complaints returns what was heard since it was last called. The question to
// the page before it makes sure that everything the page said has arrived.
func (b *tab) complaints(t *testing.T) []string {
	t.Helper()
	evaluate[int](t, b, "0")
	b.mu.Lock()
	defer b.mu.Unlock()
	heard := b.heard
	b.heard = nil
	return heard
}

func (b *tab) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func evaluate[T any](t *testing.T, b *tab, expression string, opts ...chromedp.EvaluateOption) T {
	t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, opts...))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// scripts switches the scripts of pages on or off.
func (b *tab) scripts(t *testing.T, on bool) {
	t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		t.Fatal(err)
	}
}

// prefer sets the colours that the reader's system asks for: light or dark.
func (b *tab) prefer(t *testing.T, scheme string) {
	t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		t.Fatal(err)
	}
}

// show opens a page in a window of a width.
func (b *tab) show(t *testing.T, folder string, width int64) {
	t.Helper()
	b.do(t, chromedp.EmulateViewport(width, 900), chromedp.Navigate(b.site+folder+"index.html"))
}

// unfold opens everything that can be opened and makes the window as high as
// the page, so that every chart comes into view; it waits until they are drawn.
func (b *tab) unfold(t *testing.T, width int64) {
	t.Helper()
	height := evaluate[float64](t, b, `document.querySelectorAll("details:not(.pick)").forEach((d) => { d.open = true; }), document.documentElement.scrollHeight`)
	b.do(t, chromedp.EmulateViewport(width, int64(height)+100))
	if _, err := chromedp.Run(b.ctx, chromedp.Poll[bool](drawn, chromedp.WithPollingInterval(50*time.Millisecond))); err != nil {
		t.Fatalf("charts are not drawn: %v", err)
	}
}

// drawn is true in a page when no chart waits.
const drawn = `document.querySelectorAll(".plot svg[viewBox]").length === document.querySelectorAll(".plot").length`
