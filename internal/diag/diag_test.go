package diag

import "testing"

func TestNearest(t *testing.T) {
	keys := []string{"metrics", "breakdowns", "series", "status", "date", "goals"}
	for _, tc := range []struct {
		got, want string
		ok        bool
	}{
		{"metrcis", "metrics", true}, // neighbours swapped
		{"metric", "metrics", true},  // one left out
		{"Metrics", "metrics", true}, // case
		{"gaols", "goals", true},
		{"serie", "series", true},
		{"colour", "", false},
		{"x", "", false},
		{"", "", false},
	} {
		if got, ok := Nearest(tc.got, keys); got != tc.want || ok != tc.ok {
			t.Errorf("Nearest(%q) = %q, %v; want %q, %v", tc.got, got, ok, tc.want, tc.ok)
		}
	}
	if got, _ := Nearest("销售颜", []string{"毛利", "销售额"}); got != "销售额" {
		t.Errorf("Nearest counts characters: got %q", got)
	}
}

func TestListSortsByPlaceThenCode(t *testing.T) {
	var l List
	l.Error(Pos{"b.md", 1, 1}, "zz")
	l.Warn(Pos{"a.md", 9, 1}, "aa")
	l.Error(Pos{"a.md", 2, 10}, "bb")
	l.Error(Pos{"a.md", 2, 9}, "cc.variant", "x").WithHint("did-you-mean", "y")
	l.Error(Pos{"a.md", 2, 10}, "ab")
	l.Sort()
	if l[0].Hint.Key != "did-you-mean" {
		t.Errorf("hint was lost: %+v", l[0])
	}
	var got string
	for _, d := range l {
		got += d.Code() + " "
	}
	if want := "cc ab bb aa zz "; got != want {
		t.Errorf("order %q, want %q", got, want)
	}
	if e, w := l.Count(); e != 4 || w != 1 {
		t.Errorf("Count = %d, %d; want 4, 1", e, w)
	}
	l.Note(Pos{"c.md", 1, 1}, "advice")
	if e, w := l.Count(); e != 4 || w != 1 || l.Notes() != 1 || !l.HasErrors() {
		t.Errorf("with a note Count = %d, %d; Notes = %d", e, w, l.Notes())
	}
	if l = l[len(l)-1:]; l.HasErrors() || len(l.WithoutNotes()) > 0 {
		t.Errorf("a note is no fault: %+v", l.WithoutNotes())
	}
}
