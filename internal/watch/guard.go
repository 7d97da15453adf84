package watch

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// A guard has folders watched by the system. A nil guard watches none.
//
// The system watches a folder, not a path: asked for the new path of a renamed
// folder, fsnotify keeps telling its events under the old one, and forgets
// both when it learns of the rename. So a folder is let go under its old path
// first, and a guard knows which that is.
type guard struct {
	root   string
	events *fsnotify.Watcher
	on     map[string]id // watched paths below the root
	at     map[id]string // the other way round, where folders have ids
	done   chan struct{} // closed when no event will be told any more
	err    error         // the first of a folder that could not be watched
}

func newGuard(root string, out chan<- batch) (*guard, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	g := &guard{root: root, events: events, on: map[string]id{}, at: map[id]string{}, done: make(chan struct{})}
	go func() {
		defer close(g.done)
		gather(events, g.below, out)
	}()
	return g, nil
}

func (g *guard) close() {
	if g == nil {
		return
	}
	g.events.Close()
	<-g.done
}

// add has a folder watched, unless it is.
func (g *guard) add(path string, folder id) {
	if g == nil || g.err != nil {
		return
	}
	if was, ok := g.on[path]; ok && was == folder {
		return
	}
	g.drop(path)
	if folder != (id{}) {
		if elsewhere, ok := g.at[folder]; ok {
			g.drop(elsewhere)
		}
	}
	file := filepath.Join(g.root, path)
	if isTop(path) && onNetwork(file) {
		g.err = errNetwork
		return
	}
	// Only Windows has a buffer for each folder. Reports have few files.
	err := g.events.AddWith(file, fsnotify.WithBufferSize(4096))
	switch {
	case err == nil:
		g.on[path] = folder
		g.at[folder] = path
	case !unreadable(err):
		g.err = err
	}
}

// drop ends the watching of a folder, if it is watched.
func (g *guard) drop(path string) {
	if g == nil {
		return
	}
	folder, ok := g.on[path]
	if !ok {
		return
	}
	delete(g.on, path)
	if g.at[folder] == path {
		delete(g.at, folder)
	}
	// It fails where the folder is gone, and its watch with it.
	_ = g.events.Remove(filepath.Join(g.root, path))
}

// below returns the path that an event names, if it may be of content.
func (g *guard) below(name string) (path string, ok bool) {
	path = strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(name, g.root)), "/")
	if path == "" {
		return "", true
	}
	top, rest, _ := strings.Cut(path, "/")
	return path, isTop(top) && !strings.Contains("/"+rest, "/.")
}

// unreadable reports whether a folder is gone or not ours to read. In both
// cases it holds nothing, and what comes of it is told by the folder above.
func unreadable(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOTDIR)
}
