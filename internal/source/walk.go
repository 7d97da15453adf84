package source

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

const contentFolder = "content"

// known folders of content/; all others are ignored.
var knownFolders = map[string]bool{"teams": true, "people": true, "reviews": true, "pages": true, "imports": true}

// What a walk found: a path at which there is no folder.
type found struct {
	path      string
	irregular bool // no regular file either
}

// look lists what a walk of content/ meets at a path and below it. at is that
// path, or the part of it below which nothing is for want of a folder. Of what
// is not in content/ nothing is met. The error is the machine's: a path that
// is not there is none.
func look(disk *near, name string) (at string, list []found, err error) {
	for !utf8.ValidString(name) {
		name = path.Dir(name) // no file system opens it, and a walk meets it
	}
	if !fs.ValidPath(name) || !isBelow(name, contentFolder) {
		return name, nil, nil
	}
	if name == contentFolder {
		list, err = walk(disk, name)
		return name, list, err
	}
	if _, err := fs.Stat(disk.FS, contentFolder); err != nil {
		return "", nil, err
	}
	at, ok, err := onWay(disk, name)
	if !ok || err != nil {
		return at, nil, err
	}
	// Lstat would find a name on disks that do not mind its case.
	entries, err := disk.ReadDir(path.Dir(at))
	if err != nil {
		return at, nil, unlessGone(err)
	}
	i, ok := slices.BinarySearchFunc(entries, path.Base(at), func(d fs.DirEntry, name string) int { return strings.Compare(d.Name(), name) })
	switch {
	case !ok || isIgnored(at, entries[i]):
	case entries[i].IsDir():
		list, err = walk(disk, at)
		return at, list, unlessGone(err)
	default:
		list = []found{{at, !entries[i].Type().IsRegular()}}
	}
	return at, list, nil
}

// onWay returns the first part of a path that is no folder, or the whole path.
// ok is false where a walk does not come that far.
func onWay(disk *near, name string) (at string, ok bool, err error) {
	for i := len(contentFolder) + 1; i < len(name); i++ {
		if name[i] != '/' {
			continue
		}
		at := name[:i]
		info, err := fs.Lstat(disk.FS, at)
		switch {
		case err != nil:
			return at, false, unlessGone(err)
		case !info.IsDir():
			return at, true, nil
		case isIgnored(at, fs.FileInfoToDirEntry(info)):
			return at, false, nil
		}
	}
	return name, true, nil
}

// unlessGone is the error, but for that of what is not there any more.
func unlessGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// walk lists what lies in a folder. The error is the machine's.
func walk(disk fs.FS, dir string) ([]found, error) {
	var list []found
	err := fs.WalkDir(disk, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case name == dir:
			return err
		case err != nil:
			return unlessGone(err)
		case isIgnored(name, d):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir():
			list = append(list, found{name, !d.Type().IsRegular()})
		}
		return nil
	})
	return list, err
}

// isIgnored reports what is hidden, and what stands on top of content/ and is
// not named by the format.
func isIgnored(name string, d fs.DirEntry) bool {
	if strings.HasPrefix(d.Name(), ".") {
		return true
	}
	if path.Dir(name) != contentFolder {
		return false
	}
	return name != sitePath && !(knownFolders[d.Name()] && (d.IsDir() || !d.Type().IsRegular()))
}
