package preview

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"reviewfolio/internal/browser"
)

// A talker speaks to the server as a tab does.
type talker struct {
	*websocket.Conn
}

func (s *stage) talk(t testing.TB, first hello) talker {
	t.Helper()
	conn, _, err := websocket.Dial(t.Context(), strings.Replace(s.address, "http", "ws", 1)+socketPath[1:],
		&websocket.DialOptions{HTTPHeader: http.Header{"Origin": {strings.TrimSuffix(s.address, "/")}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.CloseNow() })
	conn.SetReadLimit(-1)
	text, err := json.Marshal(map[string]any{"page": first.Page, "hash": first.Hash, "tab": first.Tab, "seen": first.Seen, "focus": first.Focus, "edit": first.Edit})
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.Write(t.Context(), websocket.MessageText, text); err != nil {
		t.Fatal(err)
	}
	return talker{conn}
}

// heard is one message: its line, and the page after it.
type heard struct {
	Kind   string
	Gone   bool
	Broken string
	Hash   string
	Number int
	Anchor string
	Errors int
	page   string
}

// next returns the next message of the kind.
func (c talker) next(t testing.TB, kind string) heard {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for {
		_, text, err := c.Read(ctx)
		if err != nil {
			t.Fatalf("waiting for %s: %v", kind, err)
		}
		var h heard
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if err := json.Unmarshal(line, &h); err != nil {
			t.Fatal(err)
		}
		if h.page = string(rest); h.Kind == kind {
			return h
		}
	}
}

// A client that takes nothing holds up nobody, and costs no more than its newest
// state.
func TestStalledClient(t *testing.T) {
	s := serve(t, Options{})
	filler := strings.Repeat("filler text ", 120_000) // a few of these are more than sockets hold
	show := func(i int) { s.Show(onePage(t, fmt.Sprintf("<h1>%d</h1>\n<p>open%s", i, filler))) }
	show(0)
	s.talk(t, hello{Page: "index.html", Tab: "stalled"})
	good := s.talk(t, hello{Page: "index.html", Tab: "good"})
	s.awaitTabs(t, 2)
	const last = 15
	for i := range last {
		from := time.Now()
		show(i + 1)
		if took := time.Since(from); took > writeWait/2 {
			t.Errorf("showing took %v", took)
		}
	}
	for !strings.Contains(good.next(t, "page").page, fmt.Sprintf("<h1>%d</h1>", last)) {
	}
}

// When the server ends, all its connections do, and nothing of it runs on.
func TestNothingRunsOn(t *testing.T) {
	s := serve(t, Options{})
	s.Show(onePage(t, "x"))
	var talkers []talker
	for i := range 8 {
		talkers = append(talkers, s.talk(t, hello{Page: "index.html", Tab: fmt.Sprint(i)}))
	}
	s.awaitTabs(t, 8)
	silent, _, err := websocket.Dial(t.Context(), strings.Replace(s.address, "http", "ws", 1)+socketPath[1:],
		&websocket.DialOptions{HTTPHeader: http.Header{"Origin": {strings.TrimSuffix(s.address, "/")}}})
	if err != nil {
		t.Fatal(err)
	}
	defer silent.CloseNow() // it never says hello
	from := time.Now()
	s.stop()
	if took := time.Since(from); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	for _, c := range talkers {
		for err = nil; err == nil; {
			_, _, err = c.Read(t.Context())
		}
	}
	browser.Until(t, "nothing of the server runs", func() bool {
		stacks := make([]byte, 1<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		return !bytes.Contains(stacks, []byte("preview.(*Server)")) && !bytes.Contains(stacks, []byte("preview.(*tab)"))
	})
}

// Who does not say hello as a tab does is sent away.
func TestBadHello(t *testing.T) {
	s := serve(t, Options{})
	s.Show(onePage(t, "x"))
	for _, text := range []string{"", "hello", "[]", `{"page":1}`, `{"tab":"` + strings.Repeat("x", mostTabName+1) + `"}`, strings.Repeat(" ", readLimit+1)} {
		conn, _, err := websocket.Dial(t.Context(), strings.Replace(s.address, "http", "ws", 1)+socketPath[1:],
			&websocket.DialOptions{HTTPHeader: http.Header{"Origin": {strings.TrimSuffix(s.address, "/")}}})
		if err != nil {
			t.Fatal(err)
		}
		if err := conn.Write(t.Context(), websocket.MessageText, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if _, message, err := conn.Read(t.Context()); err == nil {
			t.Errorf("%.40q is told %q", text, message)
		}
		conn.CloseNow()
	}
	if n := s.open(); n != 0 {
		t.Errorf("%d tabs", n)
	}
}

// Only the tab that was looked at last follows an edit; one that is on its way to
// another page hears of it when it is there.
func TestOneTabFollows(t *testing.T) {
	s := serve(t, Options{})
	site := onePage(t, "x")
	s.Show(site)
	edit := func(anchor string) {
		site.Edits = []Edit{{File: "content/site.yaml"}, {File: "content/a.md", Page: "index.html", Anchor: anchor}, {File: "content/b.md"}}
		s.Show(site)
	}
	first := s.talk(t, hello{Page: "index.html", Tab: "first", Seen: true})
	s.awaitTabs(t, 1)
	second := s.talk(t, hello{Page: "index.html", Tab: "second", Seen: true})
	s.awaitTabs(t, 2)
	edit("one")
	if got := second.next(t, "edit"); got.Anchor != "one" || got.Number != 1 {
		t.Errorf("the second hears %+v", got)
	}
	if err := first.Write(t.Context(), websocket.MessageText, []byte("look")); err != nil {
		t.Fatal(err)
	}
	browser.Until(t, "the first is looked at", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.lead.looks["first"] > s.lead.looks["second"]
	})
	edit("two")
	if got := first.next(t, "edit"); got.Anchor != "two" { // it has not heard of one
		t.Errorf("the first hears %+v", got)
	}
	first.CloseNow()
	s.awaitTabs(t, 1)
	edit("three")
	back := s.talk(t, hello{Page: "index.html", Tab: "first", Edit: 2})
	if got := back.next(t, "edit"); got.Anchor != "three" {
		t.Errorf("back again it hears %+v", got)
	}
}

// A page that cannot be rendered stays as it last was, in open tabs and in new
// ones, with the reason beside it.
func TestBrokenPageStays(t *testing.T) {
	s := serve(t, Options{})
	s.Show(onePage(t, "good"))
	c := s.talk(t, hello{Page: "index.html", Tab: "a"})
	c.next(t, "page")
	bad := treeOf(t, nil)
	if err := bad.Add("index.html", func(io.Writer) error { return errors.New("no such template\nand a stack") }); err != nil {
		t.Fatal(err)
	}
	shown := s.Show(Snapshot{Tree: bad})
	if len(shown.Broken) != 1 || shown.Broken[0].Page != "index.html" || shown.Broken[0].Err == nil || shown.Patched != 0 {
		t.Errorf("told %+v", shown)
	}
	got := c.next(t, "page")
	if !strings.Contains(got.Broken, "no such template") || strings.Contains(got.Broken, "stack") || got.page != "" {
		t.Errorf("the tab hears %+v", got)
	}
	answer, err := http.Get(s.address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if text, _ := io.ReadAll(answer.Body); answer.StatusCode != 200 || !bytes.Contains(text, []byte("good")) {
		t.Errorf("a new tab gets %s %s", answer.Status, text)
	}
	s.Show(onePage(t, "mended"))
	if got := c.next(t, "page"); got.Broken != "" || got.Hash == "" {
		t.Errorf("then the tab hears %+v", got)
	}
}

// Faults are told when they are others than before, and only then.
func TestFaultsAreToldOnce(t *testing.T) {
	s := serve(t, Options{})
	site := onePage(t, "x")
	s.Show(site)
	c := s.talk(t, hello{Page: "index.html", Tab: "a"})
	c.next(t, "faults")
	for n := range 3 {
		site.Faults, site.Source = faulty(n + 1)
		s.Show(site)
		s.Show(site)
		if got := c.next(t, "faults"); got.Errors != n+1 {
			t.Errorf("told %d errors, want %d", got.Errors, n+1)
		}
	}
}
