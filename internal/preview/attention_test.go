package preview

import (
	"testing"
	"time"
)

// Which tab follows, by who looked and who left. Times are seconds.
func TestAttention(t *testing.T) {
	a := newAttention()
	tabs := map[*tab]bool{}
	enter := func(name string, h hello) *tab {
		x := newTab(h)
		x.name = name
		tabs[x] = true
		a.enter(x, h)
		return x
	}
	leave := func(x *tab, at int64) {
		delete(tabs, x)
		a.leave(x, time.Unix(at, 0))
	}
	told := func(x *tab) bool { return x.out.take().edit != nil }
	follow := func(at int64) { a.follow(tabs, Edit{Page: "p"}, time.Unix(at, 0)) }

	follow(0) // nobody is there
	one, two := enter("one", hello{Seen: true}), enter("two", hello{Seen: true})
	if follow(1); told(one) || !told(two) {
		t.Error("the tab that was opened last does not follow")
	}
	a.look(one)
	if follow(2); !told(one) || told(two) {
		t.Error("the tab that was looked at last does not follow")
	}
	leave(one, 10)
	if follow(11); told(two) {
		t.Error("another tab follows while the one is on its way")
	}
	one = enter("one", hello{Edit: 3})
	if !told(one) {
		t.Error("the tab that was on its way is not told when it is there")
	}
	leave(one, 12)
	if one = enter("one", hello{Edit: 4}); told(one) {
		t.Error("a tab is told again what it knows")
	}
	leave(one, 20)
	if follow(24); !told(two) {
		t.Error("no tab follows after the one is gone")
	}
	if one = enter("one", hello{Edit: 4}); told(one) {
		t.Error("a tab is told what another one followed")
	}

	a, tabs = newAttention(), map[*tab]bool{} // the server was started again
	one = enter("one", hello{Edit: 40, Focus: true})
	leave(one, 30)
	follow(31)
	if one = enter("one", hello{Edit: 40}); !told(one) {
		t.Error("a tab that knew a server before this one misses an edit")
	}
}
