package browser

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A Tab is a tab of the browser, and what it complained of: anything on the
// console, any request that failed or left the site.
type Tab struct {
	ctx  context.Context
	site string // what the address of every request has to begin with

	mu    sync.Mutex
	heard []string
}

// Open opens an empty tab for the pages of a site, whose address ends in a
// slash. It is closed when the test ends, and after five minutes.
func Open(t testing.TB, site string) *Tab {
	t.Helper()
	ctx, cancel := context.WithTimeout(start(t), 5*time.Minute)
	t.Cleanup(cancel)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	b := &Tab{ctx: ctx, site: site}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *Tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, arg := range e.Args {
			words = append(words, string(arg.Value), arg.Description)
		}
		b.complain("console: %s", strings.Join(words, " "))
	case *runtime.EventExceptionThrown:
		b.complain("exception: %s", (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		b.complain("browser log: %s %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
	case *network.EventRequestWillBeSent:
		if to := e.Request.URL; !strings.HasPrefix(to, b.site) && !strings.HasPrefix(to, "data:") && to != "about:blank" {
			b.complain("request to %s", to)
		}
	case *network.EventLoadingFailed:
		b.complain("loading failed: %s %s", e.Type, e.ErrorText)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			b.complain("status %d of %s", e.Response.Status, e.Response.URL)
		}
	}
}

func (b *Tab) complain(format string, args ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.heard = append(b.heard, fmt.Sprintf(format, args...))
}

// Complaints returns what was heard since it was last called. The question to
// the page before it makes sure that everything the page said has arrived.
func (b *Tab) Complaints(t testing.TB) []string {
	t.Helper()
	Eval[int](t, b, "0")
	b.mu.Lock()
	defer b.mu.Unlock()
	heard := b.heard
	b.heard = nil
	return heard
}

// Quiet fails the test for each complaint.
func (b *Tab) Quiet(t testing.TB) {
	t.Helper()
	for _, complaint := range b.Complaints(t) {
		t.Error(complaint)
	}
}

// Show opens the page at a path of the site in a window of a size.
func (b *Tab) Show(t testing.TB, path string, width, height int64) {
	t.Helper()
	b.Do(t, chromedp.EmulateViewport(width, height), chromedp.Navigate(b.site+path))
}

// Size gives the window another size.
func (b *Tab) Size(t testing.TB, width, height int64) {
	t.Helper()
	b.Do(t, chromedp.EmulateViewport(width, height))
}

// Do takes the steps in the tab.
func (b *Tab) Do(t testing.TB, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// Eval returns the value of an expression in the page, or what its promise
// comes to.
func Eval[T any](t testing.TB, b *Tab, expression string) T {
	t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.500s: %v", expression, err)
	}
	return v
}

// Await waits until the expression is true in the page, which may be another
// page by then. It asks again and again: a page that is not in front has slow
// timers.
func (b *Tab) Await(t testing.TB, expression string) {
	t.Helper()
	Until(t, expression, func() bool {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		return ok && err == nil
	}, func() string {
		return Eval[string](t, b, "'the page is ' + location.href + ' at ' + scrollY + ': ' + document.body.innerText.slice(0, 200)")
	})
}

// Until waits until something is true, for half a minute at most; tell says
// more where it never is.
func Until(t testing.TB, what string, is func() bool, tell ...func() string) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Now().Before(end) {
			continue
		}
		for _, more := range tell {
			t.Log(more())
		}
		t.Fatalf("it was never true that %s", what)
	}
}

// Scripts switches the scripts of pages on or off.
func (b *Tab) Scripts(t testing.TB, on bool) {
	t.Helper()
	Call(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
}

// Scheme sets the colours that the reader's system asks for: light or dark.
func (b *Tab) Scheme(t testing.TB, name string) {
	t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}
	Call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
}

// Before runs a script in each page to come, before its own.
func (b *Tab) Before(t testing.TB, script string) {
	t.Helper()
	Call(t, b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// Call gives the tab a command of the DevTools protocol.
func Call[P, R any](t testing.TB, b *Tab, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		t.Fatal(err)
	}
	return result
}
