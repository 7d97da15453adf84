package preview

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// An edit that a tab is to follow. Numbers rise from edit to edit; a server goes
// on from the greatest that a tab has heard of from the one before it.
type edit struct {
	Edit
	number int
}

// lastEdit returns the newest edit that shows on a page; false for none.
func (s Snapshot) lastEdit() (Edit, bool) {
	for _, e := range slices.Backward(s.Edits) {
		if e.Page != "" {
			return e, true
		}
	}
	return Edit{}, false
}

// attention knows which tab the reader looked at last: that one follows what is
// edited, and no other. It is guarded by the server's mu.
//
// A tab that goes from page to page is a new connection each time. It is the
// same tab by its name, which the browser keeps, and in between it keeps its
// turn for a while.
type attention struct {
	looks map[string]int // name of a tab -> when it was looked at, counted; greater is later
	count int
	away  absence
	last  edit   // that was followed
	by    string // name of the tab that follows it
	heard int    // greatest number that a tab knew when it came
}

// An absence is that of the tab which left last.
type absence struct {
	name string
	at   time.Time
}

const (
	patience  = 3 * time.Second // with a tab on its way from page to page
	mostLooks = 10_000          // names remembered; a tab that was forgotten counts as never looked at
)

func newAttention() attention { return attention{looks: map[string]int{}} }

func (a *attention) look(t *tab) {
	if len(a.looks) >= mostLooks {
		clear(a.looks)
	}
	a.count++
	a.looks[t.name] = a.count
}

// enter notes a new connection. An edit that its tab was to follow and did not
// hear of is told again.
func (a *attention) enter(t *tab, first hello) {
	_, known := a.looks[t.name]
	if first.Focus || first.Seen && !known {
		a.look(t)
	}
	a.heard = max(a.heard, first.Edit)
	if t.name == a.by && first.Edit < a.last.number {
		t.follow(a.last)
	}
}

func (a *attention) leave(t *tab, at time.Time) { a.away = absence{t.name, at} }

// follow lets the tab that was looked at last go where the edit is.
func (a *attention) follow(tabs map[*tab]bool, e Edit, now time.Time) {
	a.last, a.by = edit{e, max(a.last.number, a.heard) + 1}, ""
	var first *tab
	if ordered := a.order(tabs); len(ordered) > 0 {
		first = ordered[0]
		a.by = first.name
	}
	if a.looks[a.away.name] > a.looks[a.by] && now.Sub(a.away.at) < patience {
		a.by = a.away.name // it will say hello
		return
	}
	if first != nil {
		first.follow(a.last)
	}
}

// order returns the tabs, the one that was looked at last first.
func (a *attention) order(tabs map[*tab]bool) []*tab {
	return slices.SortedFunc(maps.Keys(tabs), func(x, y *tab) int {
		return cmp.Or(cmp.Compare(a.looks[y.name], a.looks[x.name]), cmp.Compare(x.page, y.page))
	})
}
