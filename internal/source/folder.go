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
	f.offPatterns(odd)
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
