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
func (a *assembly) check(n need) {
	switch n.kind {
	case needsPerson:
		if a.people[n.id] == nil && !a.lost["content/people/"+n.id+".md"] {
			unknown(&a.faults, n.pos, "unknown-person", n.id, a.persons)
		}
	case needsReviewer:
		if !a.known[n.id] && !a.lost["content/people/"+n.id+".md"] {
			unknown(&a.faults, n.pos, "unknown-person", n.id, a.reviewers)
		}
	case needsTeam:
		if a.teams[n.id] == nil && !a.lost["content/teams/"+n.id+".md"] {
			unknown(&a.faults, n.pos, "unknown-team", n.id, a.teamNames)
		}
	case needsImage:
		if !a.folder.files[n.id] {
			a.missing(n, "broken-image")
			return
		}
		a.copied(n)
	case needsFile:
		if !a.folder.files[n.id] {
			a.missing(n, "broken-link")
			return
		}
		if a.byPath[n.id] == nil {
			a.copied(n)
		} else if n.fragment != "" {
			a.checkFragment(n)
		}
	}
}

// missing tells of a file that is not there. Where another one differs in the
// name of one folder or of the file only, that was meant.
func (a *assembly) missing(n need, key string) {
	d := a.faults.Error(n.pos, key, n.raw)
	want := strings.Split(n.id, "/")
	instead := map[string]string{} // what stands in place of a name -> that name
	for file := range a.folder.files {
		if i := onlyDifference(want, file); i >= 0 {
			instead[strings.Split(file, "/")[i]] = want[i]
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

func (a *assembly) checkFragment(n need) {
	f := a.byPath[n.id]
	if f == nil || f.doc() == nil {
		return // no page of ours, or one whose own faults are told
	}
	anchors := a.anchorsIn(f)
	if _, ok := anchors[n.fragment]; ok {
		return
	}
	names := make([]string, 0, len(anchors))
	for name := range anchors {
		names = append(names, name)
	}
	slices.Sort(names)
	unknown(&a.faults, n.pos, "broken-anchor", n.fragment, names)
}

// anchorsIn returns the anchors of a file, which links of many files may want.
func (a *assembly) anchorsIn(f *parsed) map[string]string {
	found, ok := a.anchors[f.place.path]
	if !ok {
		found = anchorsOf(f.doc())
		a.anchors[f.place.path] = found
	}
	return found
}

// activeFiles would run as pages of the site if they were copied.
var activeFiles = []string{".html", ".htm", ".xhtml", ".shtml", ".js", ".mjs", ".svg", ".xml"}

// copied tells of a file that lies where a link says and cannot be copied into
// a site: by its name a web server or another system would take it for
// something else, or it would run as a page. Of a file that is not there, that
// alone is told.
func (a *assembly) copied(n need) {
	for name := range strings.SplitSeq(n.id, "/") {
		if strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune(`\:*?"<>|`, r) }) ||
			strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
			a.faults.Error(n.pos, "attachment-name", name).WithHint("hint-attachment-name")
			break
		}
	}
	if n.kind == needsFile && slices.Contains(activeFiles, strings.ToLower(path.Ext(n.id))) {
		a.faults.Error(n.pos, "attachment-type", path.Ext(n.id))
	}
}
