package source

import (
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"reviewfolio/internal/diag"
)

// check tells of something another file should have and has not.
func (a *assembly) check(n need, faults *diag.List) {
	switch n.kind {
	case needsPerson:
		if a.people[n.id] == nil && !a.lost["content/people/"+n.id+".md"] {
			unknown(faults, n.pos, "unknown-person", n.id, a.persons)
		}
	case needsReviewer:
		if !a.known[n.id] && !a.lost["content/people/"+n.id+".md"] {
			unknown(faults, n.pos, "unknown-person", n.id, a.reviewers)
		}
	case needsTeam:
		if a.teams[n.id] == nil && !a.lost["content/teams/"+n.id+".md"] {
			unknown(faults, n.pos, "unknown-team", n.id, a.teamNames)
		}
	case needsImage:
		if a.folder.file(n.id) == nil {
			a.missing(n, "broken-image", faults)
			return
		}
		checkCopied(n, faults)
	case needsFile:
		switch f := a.folder.file(n.id); {
		case f == nil:
			a.missing(n, "broken-link", faults)
		case !f.isText():
			checkCopied(n, faults)
		case n.fragment != "":
			checkFragment(n, f.anchors(), faults)
		}
	}
}

// missing tells of a file that is not there. Where another one differs in the
// name of one folder or of the file only, that was meant.
func (a *assembly) missing(n need, key string, faults *diag.List) {
	d := faults.Error(n.pos, key, n.raw)
	want := strings.Split(n.id, "/")
	instead := map[string]string{} // what stands in place of a name -> that name
	for _, f := range a.folder.list {
		if i := onlyDifference(want, f.place.path); i >= 0 && !f.irregular {
			instead[strings.Split(f.place.path, "/")[i]] = want[i]
		}
	}
	best := ""
	for _, name := range slices.Sorted(maps.Keys(instead)) {
		if near, ok := diag.Nearest(instead[name], []string{name}); ok && best == "" {
			best = near
		}
	}
	if best != "" {
		address, _, _ := strings.Cut(n.raw, "#")
		d.WithHint("hint-did-you-mean", strings.Replace(unescaped(address), instead[best], best, 1))
	}
}

// onlyDifference returns the one place where the names of a path differ from
// those of file, -1 where there is not exactly one.
func onlyDifference(names []string, file string) int {
	if strings.Count(file, "/") != len(names)-1 {
		return -1
	}
	at, i := -1, 0
	for name := range strings.SplitSeq(file, "/") {
		if name != names[i] {
			if at >= 0 {
				return -1
			}
			at = i
		}
		i++
	}
	return at
}

// checkFragment tells of a heading that a file with these ones has not.
func checkFragment(n need, in *anchors, faults *diag.List) {
	if in == nil {
		return // unreadable, and told
	}
	if _, ok := in.ids[n.fragment]; !ok {
		unknown(faults, n.pos, "broken-anchor", n.fragment, in.names())
	}
}

// activeFiles would run as pages of the site if they were copied.
var activeFiles = []string{".html", ".htm", ".xhtml", ".shtml", ".js", ".mjs", ".svg", ".xml"}

// checkCopied tells of a file that lies where a link says and cannot be copied into
// a site: by its name a web server or another system would take it for
// something else, or it would run as a page. Of a file that is not there, that
// alone is told.
func checkCopied(n need, faults *diag.List) {
	for name := range strings.SplitSeq(n.id, "/") {
		if strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune(`\:*?"<>|`, r) }) ||
			strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
			faults.Error(n.pos, "attachment-name", name).WithHint("hint-attachment-name")
			break
		}
	}
	if n.kind == needsFile && slices.Contains(activeFiles, strings.ToLower(path.Ext(n.id))) {
		faults.Error(n.pos, "attachment-type", path.Ext(n.id))
	}
}
