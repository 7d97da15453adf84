package source

import (
	"io/fs"
	"path"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A folder is what lies in content/.
type folder struct {
	places []place         // files to read, by path
	files  map[string]bool // every regular file, for links to it
	unread map[string]bool // paths, as they should be, of files refused for their name or sort
	faults diag.List       // of names and paths
}

// known folders of content/; all others are ignored.
var knownFolders = map[string]bool{"teams": true, "people": true, "reviews": true, "pages": true, "imports": true}

// walk lists content/. The error is the machine's.
func walk(fsys fs.FS) (*folder, error) {
	f := &folder{files: map[string]bool{}, unread: map[string]bool{}}
	var odd []string // Markdown files off the pattern, by path
	err := fs.WalkDir(fsys, "content", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case file == "content":
			return nil
		case strings.HasPrefix(d.Name(), ".") || ignored(file, d):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case !d.Type().IsRegular():
			f.unread[file] = true
			f.faults.Error(diag.Whole(file), "irregular-file")
		default:
			f.files[file] = true
			if p, ok := placeOf(file); ok {
				f.places = append(f.places, p)
			} else if strings.EqualFold(path.Ext(file), ".md") {
				odd = append(odd, file)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	told := map[string]bool{}
	for _, file := range odd {
		f.offPattern(file, told)
	}
	return f, nil
}

// ignored reports what stands on top of content/ and is not named by the
// format.
func ignored(file string, d fs.DirEntry) bool {
	name, nested := strings.CutPrefix(path.Dir(file), "content")
	if nested && name != "" {
		return false
	}
	return file != sitePath && !(knownFolders[d.Name()] && (d.IsDir() || !d.Type().IsRegular()))
}

// offPattern tells of a Markdown file that would be read if it, or a folder
// above it, were named by the rules. A folder is told once, at its report or
// else at its first file.
func (f *folder) offPattern(file string, told map[string]bool) {
	parts := strings.Split(file, "/")[1:]
	inReview := parts[0] == "reviews" && len(parts) == 4
	if inReview {
		f.unread[meantReview(parts)] = true
	}
	switch {
	case inReview && !validPeriod(parts[1]):
		if f.once(told, path.Join("content/reviews", parts[1]), file) {
			teller{file, &f.faults}.badPeriod(spot{1, 1}, parts[1])
		}
	case inReview && !model.ValidID(parts[2]):
		if dir := path.Dir(file); f.once(told, dir, file) {
			f.badName(file, dir, parts[2], "")
		}
	case inReview, len(parts) == 2 && folderKinds[parts[0]] != 0:
		stem := strings.TrimSuffix(path.Base(file), path.Ext(file))
		if reserved[stem] != 0 && path.Ext(file) == ".md" {
			f.faults.Error(diag.Whole(file), "reserved-id", stem)
			return
		}
		f.badName(file, file, stem, ".md")
	case parts[0] == "reviews" && len(parts) < 4 && len(parts) > 1:
		f.faults.Warn(diag.Whole(file), "stray-file").WithHint("hint-stray")
	}
}

// meantReview returns the path that a file of a review was meant to have, as
// far as its parts tell.
func meantReview(parts []string) string {
	period, person, name := parts[1], parts[2], parts[3]
	if p, ok := periodMeant(period); ok {
		period = p.String()
	}
	if !model.ValidID(person) {
		person = FoldID(person)
	}
	return path.Join("content/reviews", period, person, FoldID(strings.TrimSuffix(name, path.Ext(name)))+".md")
}

// once reports whether this file is the one at which a fault of dir is told.
func (f *folder) once(told map[string]bool, dir, file string) bool {
	report := path.Join(path.Dir(file), "report.md")
	if told[dir] || file != report && f.files[report] {
		return false
	}
	told[dir] = true
	return true
}

// badName tells of a name off the pattern, with its folded form, or the file
// that has that name already.
func (f *folder) badName(file, named, stem, ext string) {
	folded := FoldID(stem)
	if folded == "" {
		f.faults.Error(diag.Whole(file), "bad-file-name", stem)
		return
	}
	other := path.Join(path.Dir(named), folded+ext)
	f.unread[other] = true
	if f.taken(other) {
		f.faults.Error(diag.Whole(file), "bad-file-name.taken", stem, other)
		return
	}
	f.faults.Error(diag.Whole(file), "bad-file-name", stem).WithHint("hint-rename", folded+ext)
}

// taken reports whether a file or a folder has this path.
func (f *folder) taken(file string) bool {
	if f.files[file] {
		return true
	}
	for _, p := range f.places {
		if strings.HasPrefix(p.path, file+"/") {
			return true
		}
	}
	return false
}
