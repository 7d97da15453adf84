package source

import (
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// An oddName is the name of a file or a folder that is off the pattern.
type oddName struct{ path, stem, ext string }

// proper returns the path it should have, "" where nothing tells.
func (n oddName) proper() string {
	folded := FoldID(n.stem)
	if folded == "" {
		return ""
	}
	return path.Join(path.Dir(n.path), folded+n.ext)
}

// oddNameOf returns what in the path of a Markdown file is off the pattern,
// where only a name is.
func oddNameOf(file string) (n oddName, ok bool) {
	parts := strings.Split(file, "/")[1:]
	inReview := parts[0] == "reviews" && len(parts) == 4
	switch {
	case inReview && !validPeriod(parts[1]):
		return n, false
	case inReview && !model.ValidID(parts[2]):
		return oddName{path: path.Dir(file), stem: parts[2]}, true
	case inReview, len(parts) == 2 && folderKinds[parts[0]] != 0:
		return oddName{file, strings.TrimSuffix(path.Base(file), path.Ext(file)), ".md"}, true
	}
	return n, false
}

// offPatterns tells of Markdown files that would be read if they, or a folder
// above them, were named by the rules.
func (f *folder) offPatterns(files []string) {
	claims := map[string][]string{} // proper path -> those that should have it
	for _, file := range files {
		n, ok := oddNameOf(file)
		if proper := n.proper(); ok && proper != "" && !slices.Contains(claims[proper], n.path) {
			claims[proper] = append(claims[proper], n.path)
		}
	}
	told := map[string]bool{}
	for _, file := range files {
		f.offPattern(file, claims, told)
	}
}

// offPattern tells of one of them. A folder is told once, at its report or else
// at its first file.
func (f *folder) offPattern(file string, claims map[string][]string, told map[string]bool) {
	parts := strings.Split(file, "/")[1:]
	inReview := parts[0] == "reviews" && len(parts) == 4
	if inReview {
		f.unread[meantReview(parts)] = true
	}
	n, odd := oddNameOf(file)
	switch {
	case odd && n.path != file:
		if f.once(told, n.path, file) {
			f.badName(file, n, claims)
		}
	case odd && reserved[n.stem] != 0 && path.Ext(file) == n.ext:
		f.faults.Error(diag.Whole(file), "reserved-id", n.stem)
	case odd:
		f.badName(file, n, claims)
	case inReview:
		if f.once(told, path.Join("content/reviews", parts[1]), file) {
			teller{file, &f.faults}.badPeriod(spot{1, 1}, parts[1])
		}
	case parts[0] == "reviews" && len(parts) < 4 && len(parts) > 1:
		f.faults.Warn(diag.Whole(file), "stray-file").WithHint("hint-stray")
	}
}

// once reports whether this file is the one at which a fault of dir is told.
func (f *folder) once(told map[string]bool, dir, file string) bool {
	report := path.Join(path.Dir(file), "report.md")
	if told[dir] || file != report && f.file(report) != nil {
		return false
	}
	told[dir] = true
	return true
}

// badName tells of a name off the pattern, with its folded form, or with the
// file that has that name already or should have it too.
func (f *folder) badName(file string, n oddName, claims map[string][]string) {
	proper, whole := n.proper(), diag.Whole(file)
	if proper == "" {
		f.faults.Error(whole, "bad-file-name", n.stem)
		return
	}
	f.unread[proper] = true
	others := slices.DeleteFunc(slices.Clone(claims[proper]), func(other string) bool { return other == n.path })
	switch {
	case f.taken(proper):
		f.faults.Error(whole, "bad-file-name.taken", n.stem, proper)
	case len(others) > 0:
		f.faults.Error(whole, "bad-file-name.both", n.stem, others[0])
	default:
		f.faults.Error(whole, "bad-file-name", n.stem).WithHint("hint-rename", path.Base(proper))
	}
}

// taken reports whether a file or a folder has this path.
func (f *folder) taken(name string) bool {
	if f.file(name) != nil {
		return true
	}
	return slices.ContainsFunc(f.list, func(x *file) bool { return x.place.kind != 0 && strings.HasPrefix(x.place.path, name+"/") })
}
