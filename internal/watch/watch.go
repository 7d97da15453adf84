// Package watch tells which files of a portfolio change while it is open.
//
// In goes the folder of a portfolio, out come the paths below content/,
// layouts/ and assets/ that were written, appeared or went away. Events of the
// system say where to look, a stat says what is there, and a slow round over
// all folders finds what no event told. Where the system cannot tell, all
// folders are looked at in intervals instead.
//
// It reads no file: a path that is told may still hold the same bytes, so the
// reader of changes compares. It does not follow symbolic links below the
// three folders, and it does not tell of hidden files and of those that
// editors write beside a file while they save it.
package watch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// A Change is what happened since the last one was received.
type Change struct {
	Paths  []string // files, sorted, below the root and with slashes: content/people/ada.md
	Notice Notice   // 0 unless the way of watching has changed
}

// A Notice tells a person why changes may be seen late.
type Notice uint8

// All but Overflow mean that files are polled from now on.
const (
	Forced   Notice = iota + 1 // as asked for
	Network                    // a file system over a network tells no events
	Limit                      // the system has no watches or open files left
	Broken                     // the system's events fail for another reason
	Overflow                   // events were lost, so everything is told, and events go on
)

const (
	beat     = 250 * time.Millisecond // between two steps of the round over all folders
	beats    = 120                    // steps of a round
	patience = 25 * time.Millisecond  // until what looks like half a save is believed
	pollTime = time.Second            // between two looks where polling was not asked for
)

// Start tells what changes below root from now on. Once ctx ends the channel
// is closed, and nothing is left running. Changes that are not received yet
// grow, so a slow receiver neither misses one nor holds up the watching.
//
// With poll above 0 no events are used: everything is looked at in that
// interval. The error is the machine's: root is not there.
func Start(ctx context.Context, root string, poll time.Duration) (<-chan Change, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	if _, err := os.ReadDir(root); err != nil {
		return nil, err
	}
	return start(ctx, root, poll, beat), nil
}

func start(ctx context.Context, root string, poll, beat time.Duration) <-chan Change {
	w := &watcher{
		tree: newTree(root), changes: make(chan Change, 1),
		next: time.NewTimer(beat), beat: beat, interval: pollTime,
	}
	if poll > 0 {
		w.interval = poll
		w.poll(Forced)
	} else {
		w.watch()
	}
	w.tree.settle() // what was there before is no change
	go w.run(ctx)
	return w.changes
}

type watcher struct {
	tree     *tree
	changes  chan Change   // holds what is not received yet
	batches  chan batch    // nil while polling
	next     *time.Timer   // fires when the next step of the round, or poll, is due
	beat     time.Duration // of the round
	interval time.Duration // of polling
	round    []string      // folders that are still to be looked at in this round
	doubts   []doubt       // the oldest first
	recent   []string      // told by the last poll
}

// A doubt is a set of paths to look at again when the timer fires.
type doubt struct {
	timer *time.Timer
	paths []string
}

func (w *watcher) run(ctx context.Context) {
	defer close(w.changes)
	defer w.tree.unguard()
	defer w.next.Stop()
	for {
		var doubtful <-chan time.Time
		if len(w.doubts) > 0 {
			doubtful = w.doubts[0].timer.C
		}
		select {
		case <-ctx.Done():
			return
		case b := <-w.batches:
			w.take(b)
		case <-doubtful:
			for _, path := range w.doubts[0].paths {
				w.tree.see(path, look{final: true})
			}
			w.doubts = w.doubts[1:]
			w.conclude()
		case <-w.next.C:
			if w.batches == nil {
				w.lookAgain()
			} else {
				w.step()
			}
		}
	}
}

// take looks at what events have named.
func (w *watcher) take(b batch) {
	for _, path := range b.sorted() {
		w.tree.see(path, b.look(path))
	}
	switch {
	case b.fault == nil:
	case isOverflow(b.fault):
		w.notify(Overflow)
		w.watch()
	default:
		w.poll(noticeOf(b.fault))
	}
	w.conclude()
}

// step looks at the next few folders of the round: so few that an edit is not
// held up. What events cannot tell of is looked at each time: links on top that
// point elsewhere, and a root that is back.
func (w *watcher) step() {
	w.next.Reset(w.beat) // first, since the step may end in polling
	w.tree.see("", look{})
	if len(w.round) == 0 {
		w.round = w.tree.paths()
	}
	few := min(len(w.round), len(w.tree.folders)/beats+1)
	for _, path := range w.round[:few] {
		w.tree.lookInto(path, look{})
	}
	w.round = w.round[few:]
	w.conclude()
}

// lookAgain looks at everything, as polling does.
func (w *watcher) lookAgain() {
	w.tree.see("", look{deep: true})
	// A file written twice within one tick of the file system's clock, with
	// the same size, leaves no trace; nor does a folder that was away while its
	// files were read. So each is told once more.
	again := w.recent
	w.recent = nil
	w.conclude()
	w.tell(Change{Paths: again})
	w.next.Reset(w.interval)
}

// watch begins with events, or begins anew, and tells of everything, since of
// what was lost nothing is known.
func (w *watcher) watch() {
	w.tree.unguard()
	w.batches = make(chan batch)
	w.tree.guardWith(w.batches)
	w.tree.see("", look{moved: true})
	w.retreat()
}

// poll ends the use of events, and tells of everything for the same reason.
func (w *watcher) poll(why Notice) {
	w.tree.unguard()
	w.batches, w.round = nil, nil
	w.notify(why)
	w.tree.see("", look{moved: true})
	w.next.Reset(w.interval)
}

// retreat polls if a folder could not be watched.
func (w *watcher) retreat() {
	if err := w.tree.failed(); err != nil {
		w.poll(noticeOf(err))
	}
}

// conclude ends a look: it tells what changed, and has what is doubtful looked
// at again.
func (w *watcher) conclude() {
	w.retreat()
	changed, doubtful := w.tree.settle()
	if len(doubtful) > 0 {
		w.doubts = append(w.doubts, doubt{time.NewTimer(patience), doubtful})
	}
	if w.batches == nil {
		w.recent = append(w.recent, changed...)
	}
	w.tell(Change{Paths: changed})
}

func (w *watcher) notify(why Notice) { w.tell(Change{Notice: why}) }

// tell adds to what is not received yet. It never waits: nobody else sends.
func (w *watcher) tell(c Change) {
	if len(c.Paths) == 0 && c.Notice == 0 {
		return
	}
	select {
	case old := <-w.changes:
		c.Paths = append(old.Paths, c.Paths...)
		if c.Notice == 0 {
			c.Notice = old.Notice
		}
	default:
	}
	slices.Sort(c.Paths)
	c.Paths = slices.Compact(c.Paths)
	w.changes <- c
}
