package prose

import (
	"strings"

	"github.com/yuin/goldmark/util"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// schemes are the only ones a link may have, own ones last.
var schemes = []string{"http", "https", "mailto", "metric", "person", "team"}

// A target is what a link or an image points at, decoded: escapes and entities
// are resolved before anything is decided, as browsers do.
type target struct {
	address string
	scheme  string // lower case; "" of a relative address
	rest    string // behind the scheme and its colon
}

func newTarget(address string) target {
	t := target{address: address, rest: address}
	if i := strings.IndexAny(address, ":/?#"); i >= 0 && address[i] == ':' {
		t.scheme, t.rest = strings.ToLower(address[:i]), address[i+1:]
	}
	return t
}

// isForeign reports whether an address without a scheme leads to another host,
// as //host does, and \\host in browsers.
func (t target) isForeign() bool {
	return t.scheme == "" && len(t.address) > 1 &&
		strings.IndexByte(`/\`, t.address[0]) >= 0 && strings.IndexByte(`/\`, t.address[1]) >= 0
}

// hasControl reports characters that browsers drop from an address before they
// look at its scheme.
func (t target) hasControl() bool {
	return strings.ContainsFunc(t.address, func(r rune) bool { return r < ' ' || r == 0x7f })
}

// link returns what the address leads to as far as its syntax tells; ok is
// false where it is refused, which is then told at pos.
func (t target) link(pos diag.Pos, faults *diag.List) (l model.Link, ok bool) {
	l = model.Link{Pos: pos, Raw: t.address}
	switch {
	case t.address == "":
		faults.Error(pos, "link-empty")
		return l, false
	case t.hasControl():
		faults.Error(pos, "link-scheme.control")
		return l, false
	case t.isForeign():
		faults.Error(pos, "link-scheme.foreign", t.address).WithHint("hint-write", "https:"+t.address)
		return l, false
	}
	switch t.scheme {
	case "":
		if name, rest, wide := strings.Cut(t.address, "："); wide && isOwn(name) {
			faults.Error(pos, "link-scheme.colon", name).WithHint("hint-write", name+":"+rest)
			return l, false
		}
	case "http", "https":
		if host, found := strings.CutPrefix(t.rest, "//"); !found || host == "" || strings.IndexByte(`/\?#`, host[0]) >= 0 {
			faults.Error(pos, "link-scheme.host", t.address)
			return l, false
		}
		l.Kind, l.URL = model.ToURL, escapeURL(t.address)
	case "mailto":
		l.Kind, l.URL = model.ToURL, escapeURL(t.address)
	case "person":
		l.Kind, l.Person = model.ToPerson, model.PersonID(t.rest)
	case "team":
		l.Kind, l.Team = model.ToTeam, model.TeamID(t.rest)
	default:
		d := faults.Error(pos, "link-scheme", t.scheme)
		if near, found := diag.Nearest(t.scheme, schemes); found {
			d.WithHint("hint-did-you-mean", near)
		}
		return l, false
	}
	return l, true
}

func isOwn(scheme string) bool {
	return scheme == "metric" || scheme == "person" || scheme == "team"
}

// image reports whether the address is a file of the portfolio; where it is
// not, that is told at pos.
func (t target) image(pos diag.Pos, faults *diag.List) bool {
	switch {
	case t.address == "":
		faults.Error(pos, "link-empty")
	case t.hasControl():
		faults.Error(pos, "link-scheme.control")
	case t.isForeign() || t.scheme == "http" || t.scheme == "https" || t.scheme == "data":
		faults.Error(pos, "remote-image")
	case t.scheme != "":
		faults.Error(pos, "link-scheme", t.scheme)
	default:
		return true
	}
	return false
}

// escapeURL percent-encodes what an address may not hold.
func escapeURL(address string) string { return string(util.URLEscape([]byte(address), false)) }
