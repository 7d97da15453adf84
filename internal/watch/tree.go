package watch

import (
	"maps"
	"path"
	"slices"
	"strings"
)

// A tree is what was found below the root when it was last looked at, and how
// that differs from what was told by settle.
type tree struct {
	root    string // absolute
	self    stamp  // of the root
	folders map[string]*folder
	guard   *guard
	failure error // of a guard that could not be had
	turn    int   // counts the calls of settle

	changed  []string
	doubtful map[string]id // as they were, for now
	arrived  map[id]bool   // files that came to a path
}

type folder struct {
	entries []entry // sorted
	turn    int     // of the last look
}

type entry struct {
	name string
	stamp
}

// A look says how to look.
type look struct {
	deep  bool // into all folders below
	named bool // an event says that it has changed
	moved bool // an event says that it came or went, or who may read it
	final bool // what is empty or gone now is believed to be so
}

func newTree(root string) *tree {
	return &tree{root: root, folders: map[string]*folder{"": {}}, doubtful: map[string]id{}, arrived: map[id]bool{}}
}

// see looks at one path, the root if it is "".
func (t *tree) see(p string, l look) {
	if p == "" {
		t.seeRoot(l)
		return
	}
	name := path.Base(p)
	above := t.folders[strings.TrimSuffix(strings.TrimSuffix(p, name), "/")]
	if above == nil {
		return // it went away with its folder
	}
	now := t.stat(p)
	i, known := slices.BinarySearchFunc(above.entries, name, func(e entry, name string) int {
		return strings.Compare(e.name, name)
	})
	var old stamp
	if known {
		old = above.entries[i].stamp
	}
	kept := now
	if l.named || !old.isFile() || !old.sameFile(now) {
		kept = t.judge(p, old, now, l)
	}
	switch {
	case known && kept.exists():
		above.entries[i].stamp = kept
	case known:
		above.entries = slices.Delete(above.entries, i, i+1)
	case kept.exists():
		above.entries = slices.Insert(above.entries, i, entry{name, kept})
	}
}

func (t *tree) seeRoot(l look) {
	now := t.stat("")
	if now != t.self || l.moved {
		t.unwatch("")
		t.self = now
		l.deep, l.named = true, true
	}
	t.guard.add("", now.id)
	t.lookInto("", l)
}

// lookInto compares what is in a folder with what was.
func (t *tree) lookInto(p string, l look) {
	f := t.folders[p]
	if f == nil {
		return
	}
	f.turn = t.turn
	now, ok := t.list(p)
	if !ok {
		return
	}
	l.named, l.moved = l.named && l.deep, false
	was, kept := f.entries, make([]entry, 0, len(now))
	for len(was) > 0 || len(now) > 0 {
		var name string
		var before, after stamp
		first := cmpFirst(was, now)
		if first <= 0 {
			name, before, was = was[0].name, was[0].stamp, was[1:]
		}
		if first >= 0 {
			name, after, now = now[0].name, now[0].stamp, now[1:]
		}
		if before == after && after.isFile() && !l.named {
			kept = append(kept, entry{name, after})
		} else if stays := t.judge(path.Join(p, name), before, after, l); stays.exists() {
			kept = append(kept, entry{name, stays})
		}
	}
	f.entries = kept
}

// cmpFirst compares the first names of two lists of which one is not empty.
func cmpFirst(a, b []entry) int {
	switch {
	case len(a) == 0:
		return 1
	case len(b) == 0:
		return -1
	}
	return strings.Compare(a[0].name, b[0].name)
}

// judge takes in what is at a path and returns what to remember of it.
func (t *tree) judge(p string, old, now stamp, l look) stamp {
	if old.isFolder() && now != old {
		t.leave(p)
		old = stamp{}
	}
	switch {
	case now.isFolder():
		if old.isFile() {
			t.changed = append(t.changed, p)
		}
		t.enter(p, now, l)
	case now == old:
		if l.named && now.exists() {
			t.changed = append(t.changed, p)
		}
	case halfSaved(old, now) && !l.final:
		t.doubtful[p] = old.id
		return old
	default:
		t.changed = append(t.changed, p)
		if now.id != old.id {
			t.arrived[now.id] = true
		}
	}
	return now
}

// enter watches and looks into a folder, if it is new or l says so. It is
// watched first, so that nothing happens between the two.
func (t *tree) enter(p string, now stamp, l look) {
	f := t.folders[p]
	switch {
	case f == nil:
		t.folders[p] = &folder{}
	case l.moved && f.turn == t.turn:
		return // it came with the folder above
	case l.moved:
		// It may have been away for a moment, all below with it, and a reader may
		// have met that.
		t.unwatch(p)
		l.deep, l.named = true, true
	case !l.named && !l.deep:
		return
	}
	t.guard.add(p, now.id)
	t.lookInto(p, l)
}

// leave forgets a folder: its files are gone.
func (t *tree) leave(p string) {
	f := t.folders[p]
	t.guard.drop(p)
	delete(t.folders, p)
	for _, e := range f.entries {
		if child := path.Join(p, e.name); e.isFolder() {
			t.leave(child)
		} else {
			t.changed = append(t.changed, child)
		}
	}
}

// unwatch has a folder and all below watched no more.
func (t *tree) unwatch(p string) {
	t.guard.drop(p)
	for _, e := range t.folders[p].entries {
		if e.isFolder() {
			t.unwatch(path.Join(p, e.name))
		}
	}
}

// settle returns what changed since it was called last, and what may be in the
// middle of being saved. A file that went away is no such file if it came to
// another path.
func (t *tree) settle() (changed, doubtful []string) {
	for p, file := range t.doubtful {
		if t.arrived[file] && file != (id{}) {
			t.see(p, look{final: true})
		} else {
			doubtful = append(doubtful, p)
		}
	}
	changed, t.changed = t.changed, nil
	t.doubtful, t.arrived = map[string]id{}, map[id]bool{}
	t.turn++
	return changed, doubtful
}

// paths returns all folders, in no order.
func (t *tree) paths() []string { return slices.Collect(maps.Keys(t.folders)) }

// guardWith has folders watched from the next look on.
func (t *tree) guardWith(out chan<- batch) { t.guard, t.failure = newGuard(t.root, out) }

func (t *tree) unguard() {
	t.guard.close()
	t.guard, t.failure = nil, nil
}

// failed returns why not all folders are watched, nil if they are.
func (t *tree) failed() error {
	if t.guard != nil {
		return t.guard.err
	}
	return t.failure
}
