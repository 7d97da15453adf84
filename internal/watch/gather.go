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
	quietTime   = 5 * time.Millisecond   // without events, and a save is over
	longestTime = 50 * time.Millisecond  // for events that do not stop
	stormTime   = 250 * time.Millisecond // more, where they are of many files
	stormPaths  = 64                     // are many
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
	moved := op&(fsnotify.Create|fsnotify.Rename|fsnotify.Remove) != 0
	return look{named: op&^fsnotify.Chmod != 0, moved: moved, deep: moved || op.Has(fsnotify.Chmod)}
}

// gather turns events into batches until the watcher is closed. It always
// receives, as the watcher takes no call while it cannot get rid of an error.
func gather(w *fsnotify.Watcher, below func(string) (string, bool), out chan<- batch) {
	var (
		b       = batch{ops: map[string]fsnotify.Op{}}
		ready   chan<- batch // out once b is to be sent
		stormy  bool
		quiet   = newStopped()
		longest = newStopped()
	)
	for {
		select {
		case e, open := <-w.Events:
			if !open {
				return
			}
			path, ok := below(e.Name)
			if !ok {
				continue
			}
			if len(b.ops) == 0 {
				longest.Reset(longestTime)
			}
			quiet.Reset(quietTime)
			b.ops[path] |= e.Op
		case err, open := <-w.Errors:
			if !open {
				return
			}
			// A folder was gone before its watch was taken away.
			if !errors.Is(err, syscall.EINVAL) {
				b.fault, ready = err, out
			}
		case <-quiet.C:
			ready = out
		case <-longest.C:
			if !stormy && len(b.ops) > stormPaths {
				stormy = true
				longest.Reset(stormTime)
			} else {
				ready = out
			}
		case ready <- b:
			b, ready, stormy = batch{ops: map[string]fsnotify.Op{}}, nil, false
			quiet.Stop()
			longest.Stop()
		}
	}
}

func newStopped() *time.Timer {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return t
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
