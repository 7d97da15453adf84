// Package preview serves a site from memory and keeps the pages that are open
// in browsers up to date while it is written.
//
// In go [Snapshot]s, one for each state of the site: its tree of pages, the
// faults of its content, and what was edited. Out go pages over HTTP, each
// exactly as the tree renders it plus one script, and over a WebSocket what has
// changed since: the page's new bytes, the faults, and the place to look at. The
// script, in client/, patches the page in place.
//
// The package does not build sites or watch files, it writes nothing to disk and
// reads nothing from it. It answers its own machine's browser only, as far as a
// server can tell: see guard.go.
package preview

import (
	"context"
	"errors"
	"io"
	"log"
	"maps"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/output"
	"reviewfolio/internal/words"
)

// A Snapshot is one state of the site. Nobody changes it once it is shown.
type Snapshot struct {
	Tree   *output.Tree // the last good site; nil until there is one
	Faults diag.List    // every fault of every file
	Edits  []Edit       // what was edited since the Snapshot before, the newest last

	// Touched are the files and folders that may be others than in the Snapshot
	// before; nil where all may be.
	Touched []string

	// Source returns the text of a file, for the lines that faults show. Nil
	// shows none.
	Source func(file string) ([]byte, error)
	// Places returns where that which stands on a page comes from, by the id of
	// its element; the page as a whole has the id "". Nil knows of no places.
	Places func(page string) map[string][]diag.Pos
}

// An Edit is a change to a file of the portfolio and where it shows.
type Edit struct {
	File   string // slash path from the portfolio's root
	Page   string // path in the Tree, such as people/ada/index.html; "" for none
	Anchor string // id of the element that shows it; "" for the top of the page
}

// Options is how a site is served.
type Options struct {
	Lang   words.Lang // of the preview's own words
	Follow bool       // whether tabs go to what is edited until their reader says otherwise
	Editor string     // address that opens a place in an editor, with {path}, {line} and {col}; "" for none
	Root   string     // the portfolio's absolute folder, for {path}
	Hosts  []string   // what a request may name as its host, port included: see Hosts
	Token  string     // what a browser has to bring once; "" on loopback
}

// Shown tells what a new Snapshot did to open pages.
type Shown struct {
	Patched int      // tabs that were sent new bytes
	Broken  []Broken // open pages that could not be rendered and stay as they were
}

// A Broken page is one that could not be rendered.
type Broken struct {
	Page string // path in the Tree
	Err  error
}

// A Server shows one site to any number of tabs. Its methods may be called from
// several goroutines.
type Server struct {
	options Options
	hosts   map[string]bool
	client  map[string][]byte // the files of the browser's side, by their name

	now atomic.Pointer[Snapshot] // never nil

	// mu orders what tabs are told: a Snapshot is shown to all of them before a
	// new tab, or the next Snapshot, comes in between.
	mu     sync.Mutex
	tabs   map[*tab]bool
	good   map[string]*version // the last good version of pages that are open, by path
	faults *teller
	lead   attention

	life    context.Context // of the sockets
	end     context.CancelFunc
	running sync.WaitGroup // the sockets
}

// New returns a server that has no site to show yet.
func New(o Options) *Server {
	s := &Server{
		options: o, hosts: map[string]bool{}, client: clientFiles(o),
		tabs: map[*tab]bool{}, good: map[string]*version{}, lead: newAttention(),
		faults: newTeller(o),
	}
	s.life, s.end = context.WithCancel(context.Background())
	for _, host := range o.Hosts {
		s.hosts[host] = true
	}
	s.now.Store(&Snapshot{})
	return s
}

// Show takes the new state of the site and queues for each tab what it lacks.
// It waits for no browser: a tab that is slow gets the newest state when it is
// ready for it.
func (s *Server) Show(next Snapshot) Shown {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now.Store(&next)

	var shown Shown
	if next.Tree != nil {
		shown = s.patch(newRenderer(next.Tree))
	}
	if e, ok := next.lastEdit(); ok {
		s.lead.follow(s.tabs, e, time.Now())
	}
	if s.faults.tell(next) {
		s.tellFaults()
	}
	return shown
}

// tellFaults tells all tabs the faults.
func (s *Server) tellFaults() {
	message := s.faults.message
	for t := range s.tabs {
		t.out.put(func(m *messages) { m.faults = message })
	}
}

// patch brings every tab the version of its page that r renders, the tab that
// its reader looks at first.
func (s *Server) patch(r *renderer) Shown {
	var shown Shown
	views := map[string]view{}
	for _, t := range s.lead.order(s.tabs) {
		v, known := views[t.page]
		if !known {
			v = s.view(t.page, r)
			views[t.page] = v
			if v.err != nil {
				shown.Broken = append(shown.Broken, Broken{t.page, v.err})
			}
		}
		if t.show(v) {
			shown.Patched++
		}
	}
	maps.DeleteFunc(s.good, func(page string, _ *version) bool { _, open := views[page]; return !open })
	return shown
}

// Serve answers requests on the listener until the context is done, then ends
// every connection, and returns nil. Another error is the listener's.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // what clients do wrong is not the author's concern
	}
	done := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(done)
		s.close()
		patience, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if server.Shutdown(patience) != nil {
			server.Close()
		}
	})
	err := server.Serve(l)
	if stop() { // the listener failed before the context was done
		s.close()
		return err
	}
	<-done
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// close ends the connections of all tabs, and lets none in any more.
func (s *Server) close() {
	s.mu.Lock()
	s.end()
	s.mu.Unlock()
	s.running.Wait()
}
