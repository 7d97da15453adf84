package preview

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"

	"reviewfolio/internal/browser"
)

func TestMain(m *testing.M) { browser.Main(m) }

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
func (s *stage) openOn(t testing.TB, path string) *browser.Tab {
	t.Helper()
	w := browser.Open(t, s.address)
	w.Show(t, path, 1280, 800)
	w.Await(t, live)
	name := browser.Eval[string](t, w, `sessionStorage.getItem("reviewfolio-tab")`)
	browser.Until(t, "the tab of "+path+" is connected", func() bool { return s.has(name) })
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
	browser.Until(t, fmt.Sprintf("%d tabs are connected", n), func() bool { return s.open() == n })
}

func quote(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(b))
}
