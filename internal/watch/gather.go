package watch

import (
	"errors"
	"maps"
	"slices"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	quiet   = 5 * time.Millisecond  // without events, and a save is over
	longest = 50 * time.Millisecond // for events that do not stop

	// A storm is of many files, as when git checks out a branch. It stops for
	// breath, and to tell it in pieces would cost more than to wait.
	stormPaths   = 10
	stormQuiet   = 50 * time.Millisecond
	stormLongest = 300 * time.Millisecond
)

// A batch is what events named, up to a moment of quiet.
type batch struct {
	ops   map[string]fsnotify.Op // by path below the root
	fault error                  // the last that the system told instead of events
}

// sorted returns the paths, folders before what is in them.
func (b batch) sorted() []string { return slices.Sorted(maps.Keys(b.ops)) }

// look says how to look at a path of the batch. On some systems a folder is
// said to be written when a file in it is.
func (b batch) look(path string) look {
	op := b.ops[path]
	return look{named: op&^fsnotify.Chmod != 0, moved: op&^fsnotify.Write != 0}
}

// gather turns events into batches until the watcher is closed. It always
// receives, as the watcher takes no call while it cannot get rid of an error.
func gather(w *fsnotify.Watcher, below func(string) (string, bool), out chan<- batch) {
	b := batch{ops: map[string]fsnotify.Op{}}
	var ready chan<- batch // out once b is to be sent
	pause := newPause()
	for {
		select {
		case e, open := <-w.Events:
			if !open {
				return
			}
			if path, ok := below(e.Name); ok {
				if len(b.ops) == 0 {
					pause.begin()
				}
				b.ops[path] |= e.Op
				pause.event(len(b.ops))
			}
		case err, open := <-w.Errors:
			if !open {
				return
			}
			// A folder was gone before its watch was taken away.
			if !errors.Is(err, syscall.EINVAL) {
				b.fault, ready = err, out
			}
		case <-pause.quiet.C:
			ready, pause.storm = out, len(b.ops) > stormPaths
		case <-pause.longest.C:
			ready = out
		case ready <- b:
			b, ready = batch{ops: map[string]fsnotify.Op{}}, nil
			pause.quiet.Stop()
			pause.longest.Stop()
		}
	}
}

// A pause says when to wait no longer for more events.
type pause struct {
	quiet, longest *time.Timer
	storm          bool // until a batch of few files ends in quiet
}

func newPause() *pause {
	p := &pause{quiet: time.NewTimer(quiet), longest: time.NewTimer(longest)}
	p.quiet.Stop()
	p.longest.Stop()
	return p
}

// begin notes the first event of a batch.
func (p *pause) begin() {
	if p.storm {
		p.longest.Reset(stormLongest)
	} else {
		p.longest.Reset(longest)
	}
}

// event notes an event, after which so many paths are named.
func (p *pause) event(paths int) {
	if !p.storm && paths > stormPaths {
		p.storm = true
		p.longest.Reset(stormLongest)
	}
	if p.storm {
		p.quiet.Reset(stormQuiet)
	} else {
		p.quiet.Reset(quiet)
	}
}

func isOverflow(err error) bool { return errors.Is(err, fsnotify.ErrEventOverflow) }

var errNetwork = errors.New("file system over a network")

// noticeOf returns what to tell a person of why events cannot be had.
func noticeOf(err error) Notice {
	if errors.Is(err, errNetwork) {
		return Network
	}
	for _, none := range []error{syscall.ENOSPC, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM} {
		if errors.Is(err, none) {
			return Limit
		}
	}
	return Broken
}
