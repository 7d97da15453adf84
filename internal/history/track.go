package history

import (
	"bufio"
	"errors"
	"strings"

	"reviewfolio/internal/model"
)

// A track follows the reports through the commits, the oldest first.
type track struct {
	prefix string
	cut    bool // the repository does not hold all commits
	now    map[string][]Version

	day   model.Date // of the commit
	first bool       // whether nothing is known from before it
}

// read reads what git log prints: of each commit a day and its parents, then of
// each file that it changed modes, ids and a letter, then one path, or two of a
// file that was renamed. Of a merge only those files are told that it took from
// none of the merged.
func (t *track) read(b *bufio.Reader) error {
	var want int      // paths still to come
	var change string // what they are about
	var from string
	return eachToken(b, func(token string) error {
		if want > 0 {
			if want--; want > 0 {
				from = token
				return nil
			}
			return t.change(change, from, token)
		}
		token = strings.TrimLeft(token, "\n")
		switch {
		case token == "":
		case token[0] == 1:
			t.commit(token[1:])
		case token[0] == ':':
			change, from, want = token, "", 1
			if kind := token[strings.LastIndexByte(token, ' ')+1:]; kind[0] == 'R' || kind[0] == 'C' {
				want = 2
			}
		default:
			return errors.New("git: a log of another form")
		}
		return nil
	})
}

// commit begins a commit.
func (t *track) commit(line string) {
	when, parents, _ := strings.Cut(strings.TrimSpace(line), " ")
	t.day = model.Date{}
	if len(when) > len("2006-01-02") {
		t.day, _ = model.ParseDate(when[:len("2006-01-02")])
	}
	t.first = t.cut && parents == ""
}

// change notes what a commit did to a file: ":100644 100644 ID ID M", with one
// more colon, mode and id for each more parent of a merge.
func (t *track) change(line, from, to string) error {
	parents := len(line) - len(strings.TrimLeft(line, ":"))
	part := strings.Fields(line[parents:])
	if len(part) != 2*parents+3 {
		return errors.New("git: a change of another form")
	}
	mode, text, kind := part[parents], part[2*parents+1], part[len(part)-1]
	to, ok := strings.CutPrefix(to, t.prefix)
	if !ok || !isReport(to) || !isRegular(mode) || strings.HasSuffix(kind, "D") {
		return nil
	}
	if from, ok = strings.CutPrefix(from, t.prefix); ok && kind[0] == 'R' && isSameReview(from, to) {
		t.now[to] = append(t.now[to], t.now[from]...)
		delete(t.now, from)
	}
	if list := t.now[to]; len(list) == 0 || list[len(list)-1].Text != text {
		t.now[to] = append(list, Version{Day: t.day, Text: text, Cut: t.first})
	}
	return nil
}

// isSameReview reports whether a renamed report is still of the same period or
// of the same person: one that became another's in another period is not the
// same report.
func isSameReview(from, to string) bool {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	return len(a) == len(b) && len(a) == 5 && (a[2] == b[2] || a[3] == b[3])
}
