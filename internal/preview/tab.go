package preview

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"
)

const (
	helloWait   = 10 * time.Second // for a tab to say what it shows
	writeWait   = 10 * time.Second // for a tab to take a message; then it is given up
	readLimit   = 64 << 10
	mostTabs    = 500 // connections at once; nobody has so many tabs
	mostTabName = 64
)

// A tab is one page that is open in a browser. What it shows is guarded by the
// server's mu.
type tab struct {
	page  string // path in the tree
	name  string // of the browser's tab, the same from page to page
	shows view   // what it was last told to show
	out   outbox
}

// show queues the view for the tab, where it shows something else, and reports
// whether it does.
func (t *tab) show(v view) bool {
	if t.shows.same(v) {
		return false
	}
	differs := v.version != nil && (t.shows.version == nil || !t.shows.equal(v.version))
	t.shows = v
	t.out.put(func(m *messages) { m.view = &v })
	return differs
}

// follow queues the edit for the tab.
func (t *tab) follow(e edit) { t.out.put(func(m *messages) { m.edit = &e }) }

func (v view) same(other view) bool {
	if (v.version == nil) != (other.version == nil) || (v.err == nil) != (other.err == nil) {
		return false
	}
	return (v.err == nil || v.err.Error() == other.err.Error()) && (v.version == nil || v.equal(other.version))
}

func (v *version) equal(other *version) bool {
	return v.hash == other.hash && maps.Equal(v.loads, other.loads)
}

// messages are what a tab has still to be told. A newer one takes the place of
// an older one that was not sent.
type messages struct {
	view   *view
	whole  bool // the view as a whole page, whatever the tab shows
	edit   *edit
	faults []byte
}

// An outbox holds the messages for a tab. It never blocks who puts.
type outbox struct {
	mu    sync.Mutex
	ready chan struct{} // holds a token when there is something to take
	messages
}

func newOutbox() outbox { return outbox{ready: make(chan struct{}, 1)} }

func (o *outbox) put(change func(*messages)) {
	o.mu.Lock()
	change(&o.messages)
	o.mu.Unlock()
	select {
	case o.ready <- struct{}{}:
	default:
	}
}

func (o *outbox) take() messages {
	o.mu.Lock()
	defer o.mu.Unlock()
	m := o.messages
	o.messages = messages{}
	return m
}

// A hello is what a tab says first.
type hello struct {
	Page  string // path in the tree
	Hash  string // of the version that it shows; "" where it shows no page of the site
	Loads loads
	Tab   string // its name
	Edit  int    // number of the last edit that it was told of
	Seen  bool   // its reader looks at it
	Focus bool   // and it has the keyboard
}

// connect serves the socket of a tab.
func (s *Server) connect(w http.ResponseWriter, r *http.Request) {
	if !s.begin() {
		s.refuse(w, http.StatusServiceUnavailable)
		return
	}
	defer s.running.Done()
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{CompressionMode: websocket.CompressionDisabled})
	if err != nil {
		return // Accept has answered
	}
	defer conn.CloseNow()
	conn.SetReadLimit(readLimit)
	ctx, hangUp := context.WithCancel(s.life) // the request's own ends when its connection is taken over
	defer hangUp()

	first, err := readHello(ctx, conn)
	if err != nil {
		return
	}
	t := newTab(first)
	shows := t.shows.version
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		defer hangUp()
		t.send(ctx, conn, shows)
	}()
	s.enter(t, first)
	s.listen(ctx, conn, t)
	s.leave(t)
	hangUp()
	<-sent
}

// begin counts a connection in, unless the server is closed or full.
func (s *Server) begin() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.life.Err() != nil || len(s.tabs) >= mostTabs {
		return false
	}
	s.running.Add(1)
	return true
}

func newTab(first hello) *tab {
	t := &tab{page: first.Page, name: first.Tab, out: newOutbox()}
	if first.Hash != "" {
		t.shows.version = &version{hash: first.Hash, loads: first.Loads}
	}
	return t
}

func readHello(ctx context.Context, conn *websocket.Conn) (hello, error) {
	ctx, cancel := context.WithTimeout(ctx, helloWait)
	defer cancel()
	_, text, err := conn.Read(ctx)
	if err != nil {
		return hello{}, err
	}
	var h hello
	if err := json.Unmarshal(text, &h); err != nil {
		return hello{}, err
	}
	if len(h.Tab) > mostTabName {
		return hello{}, errors.New("the tab's name is too long")
	}
	return h, nil
}

// enter lets a tab in and queues for it what it lacks.
func (s *Server) enter(t *tab, first hello) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tabs[t] = true
	s.lead.enter(t, first)
	if tree := s.now.Load().Tree; tree != nil {
		v := s.view(t.page, newRenderer(tree))
		if !t.show(v) {
			t.shows = v // the same, with its bytes
		}
	}
	t.out.put(func(m *messages) { m.faults = s.faults.message })
}

func (s *Server) leave(t *tab) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.tabs, t)
	s.lead.leave(t, time.Now())
}

// listen takes what a tab says after its hello: that its reader has come back to
// it, or that it could not make its page what it was told.
func (s *Server) listen(ctx context.Context, conn *websocket.Conn, t *tab) {
	for {
		_, text, err := conn.Read(ctx)
		if err != nil {
			return
		}
		s.mu.Lock()
		switch string(text) {
		case "look":
			s.lead.look(t)
		case "whole":
			v := t.shows
			t.out.put(func(m *messages) { m.view, m.whole = &v, true })
		}
		s.mu.Unlock()
	}
}

// send writes what is put into the tab's outbox until the connection ends; sent
// is the version that the tab shows.
func (t *tab) send(ctx context.Context, conn *websocket.Conn, sent *version) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.out.ready:
		}
		m := t.out.take()
		var texts [][]byte
		if m.whole {
			sent = nil
		}
		if m.view != nil {
			texts = append(texts, m.view.message(sent))
			if m.view.version != nil {
				sent = m.view.version
			}
		}
		if m.edit != nil {
			texts = append(texts, m.edit.message())
		}
		if m.faults != nil {
			texts = append(texts, m.faults)
		}
		for _, text := range texts {
			if write(ctx, conn, text) != nil {
				return
			}
		}
	}
}

func write(ctx context.Context, conn *websocket.Conn, text []byte) error {
	ctx, cancel := context.WithTimeout(ctx, writeWait)
	defer cancel()
	return conn.Write(ctx, websocket.MessageText, text)
}
