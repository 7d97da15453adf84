package preview

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
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

// chromium is one browser for all tests of the package.
var chromium struct {
	once sync.Once
	ctx  context.Context
	stop []func()
	err  error
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, stop := range slices.Backward(chromium.stop) {
		stop()
	}
	os.Exit(code)
}

func browser(t testing.TB) context.Context {
	t.Helper()
	names := []string{"chromium", "chromium-browser", "google-chrome", "chrome"}
	found := slices.IndexFunc(names, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if found < 0 {
		missing(t, "no chromium found")
	}
	chromium.once.Do(func() {
		dir, err := os.MkdirTemp("", "chromium")
		if err != nil {
			chromium.err = err
			return
		}
		ctx, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(names[found]), chromedp.NoSandbox, chromedp.DisableGPU,
			chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(dir))...)
		ctx, closeBrowser := chromedp.NewContext(ctx)
		chromium.ctx, chromium.err = ctx, chromedp.Do(ctx)
		chromium.stop = []func(){func() { os.RemoveAll(dir) }, stop, closeBrowser}
	})
	if chromium.err != nil {
		t.Fatal(chromium.err)
	}
	return chromium.ctx
}

// A window is a tab of the browser, with what it has complained of.
type window struct {
	ctx   context.Context
	mu    sync.Mutex
	heard []string
}

func openWindow(t testing.TB, address string) *window {
	t.Helper()
	ctx, cancel := context.WithTimeout(browser(t), 5*time.Minute)
	t.Cleanup(cancel)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	w := &window{ctx: ctx}
	if err := chromedp.Listen(ctx, w.listen); err != nil {
		t.Fatal(err)
	}
	w.do(t, chromedp.EmulateViewport(1280, 800), chromedp.Navigate(address))
	return w
}

func (w *window) listen(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		for _, arg := range e.Args {
			w.heard = append(w.heard, "console: "+string(arg.Value)+arg.Description)
		}
	case *runtime.EventExceptionThrown:
		w.heard = append(w.heard, "exception: "+(&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		w.heard = append(w.heard, fmt.Sprintf("browser log: %s %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
	}
}

// quiet fails the test for what the page has complained of.
func (w *window) quiet(t testing.TB) {
	t.Helper()
	eval[int](t, w, "0") // all it said before has arrived
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, s := range w.heard {
		t.Error(s)
	}
}

func (w *window) do(t testing.TB, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(w.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t testing.TB, w *window, expression string) T {
	t.Helper()
	v, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// await waits until the expression is true in the page, which may be another
// page by then. It asks again and again: a page that is not in front has slow
// timers.
func (w *window) await(t testing.TB, expression string) {
	t.Helper()
	awaitTrue(t, expression, func() bool {
		ok, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		return ok && err == nil
	}, func() string {
		return eval[string](t, w, "'the page is ' + location.href + ' at ' + scrollY + ': ' + document.body.innerText.slice(0, 200)")
	})
}

// A stage is a server on a socket, and where it is.
type stage struct {
	*Server
	address string // http://127.0.0.1:1234/
	stop    func()
}

// serve starts a server on loopback. It is stopped when the test ends.
func serve(t testing.TB, o Options) *stage {
	t.Helper()
	l, err := Listen("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	return serveOn(t, l, o)
}

func serveOn(t testing.TB, l net.Listener, o Options) *stage {
	t.Helper()
	hosts, err := Hosts(l.Addr())
	if err != nil {
		t.Fatal(err)
	}
	o.Hosts = hosts
	s := New(o)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	stop := sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(stop)
	return &stage{s, "http://" + l.Addr().String() + "/", stop}
}

// openOn opens a page of the stage and waits until the server has its tab.
func (s *stage) openOn(t testing.TB, path string) *window {
	t.Helper()
	w := openWindow(t, s.address+path)
	w.await(t, live)
	name := eval[string](t, w, `sessionStorage.getItem("reviewfolio-tab")`)
	awaitTrue(t, "the tab of "+path+" is connected", func() bool { return s.has(name) })
	return w
}

// has reports whether the server has a tab of that name: others may come and go
// meanwhile.
func (s *stage) has(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for t := range s.tabs {
		if t.name == name {
			return true
		}
	}
	return false
}

// ui is an element of the preview's own, as an expression.
func ui(selector string) string {
	return `document.querySelector("reviewfolio-preview").shadowRoot.querySelector(` + quote(selector) + `)`
}

// live is true in a page that is connected and has its panel.
var live = ui(".state:not(.lost)") + ` && !document.querySelector("reviewfolio-preview").hidden`

func (s *stage) open() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.tabs)
}

func (s *stage) awaitTabs(t testing.TB, n int) {
	t.Helper()
	awaitTrue(t, fmt.Sprintf("%d tabs are connected", n), func() bool { return s.open() == n })
}

// awaitTrue waits until something is true; tell says more where it never is.
func awaitTrue(t testing.TB, what string, is func() bool, tell ...func() string) {
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

func quote(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(b))
}
