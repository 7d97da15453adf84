package output

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Tree is a site as data: for each path, how to write the file. It is filled
// by one goroutine and then only read, by as many as like.
type Tree struct {
	files   map[string]func(io.Writer) error
	folders map[string]bool                      // every folder a file lies in
	spelled map[string]string                    // folded name of a file or folder -> the name as it was given
	render  func(path string, w io.Writer) error // in place of the files' own; nil for these
}

// NewTree returns a site without files.
func NewTree() *Tree {
	return &Tree{
		files:   make(map[string]func(io.Writer) error),
		folders: make(map[string]bool),
		spelled: make(map[string]string),
	}
}

// With returns a tree of the same paths that render writes instead, under the
// same conditions as the functions of Add. It shares the paths, which are
// checked already: neither tree is to be added to any more.
func (t *Tree) With(render func(path string, w io.Writer) error) *Tree {
	other := *t
	other.render = render
	return &other
}

// Add puts a file into the tree. The path is relative, with slashes:
// people/zhang-wei/index.html. The function may be called at any time, any
// number of times and from several goroutines at once, and has to write the
// same bytes each time; it may be nil where another tree is made of this one
// by With.
//
// Add refuses a path that cannot stand on every file system, and one that some
// file system could not tell from a path already there: sites are built on one
// machine and served from another.
func (t *Tree) Add(path string, render func(w io.Writer) error) error {
	if err := checkPath(path); err != nil {
		return err
	}
	if _, ok := t.files[path]; ok {
		return fmt.Errorf("%s: added twice", path)
	}
	if t.folders[path] {
		return fmt.Errorf("%s: a file and a folder of the same name", path)
	}
	fresh := t.newFolders(path)
	for _, folder := range fresh {
		if _, ok := t.files[folder]; ok {
			return fmt.Errorf("%s: %s is a file, not a folder", path, folder)
		}
	}
	for _, name := range append(fresh, path) {
		if other, ok := t.spelled[fold(name)]; ok && other != name {
			return fmt.Errorf("%s: differs from %s only in letter case or in how it is encoded", name, other)
		}
	}
	t.files[path] = render
	t.spelled[fold(path)] = path
	for _, folder := range fresh {
		t.folders[folder] = true
		t.spelled[fold(folder)] = folder
	}
	return nil
}

// newFolders returns the folders that path lies in and no file did so far,
// innermost first. Those above a known one are known.
func (t *Tree) newFolders(path string) []string {
	var fresh []string
	for folder := parent(path); folder != "" && !t.folders[folder]; folder = parent(folder) {
		fresh = append(fresh, folder)
	}
	return fresh
}

// parent returns the folder that path lies in, "" for none.
func parent(path string) string { return path[:max(strings.LastIndexByte(path, '/'), 0)] }

// Paths returns the paths of all files, sorted.
func (t *Tree) Paths() []string { return slices.Sorted(maps.Keys(t.files)) }

// Render writes the file at path to w. A panic of the page becomes an error:
// one page must not take the whole build, or a preview, with it. The error is
// fs.ErrNotExist when the tree has no such file.
func (t *Tree) Render(path string, w io.Writer) (err error) {
	own, ok := t.files[path]
	if !ok {
		return &fs.PathError{Op: "render", Path: path, Err: fs.ErrNotExist}
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("render %s: panic: %v\n%s", path, p, debug.Stack())
		}
	}()
	write := t.render
	if write == nil {
		write = func(_ string, w io.Writer) error { return own(w) }
	}
	if err := write(path, w); err != nil {
		return fmt.Errorf("render %s: %w", path, err)
	}
	return nil
}

// clashes reports whether something foreign at path would be in the way of the
// tree: where a file of the tree goes, below one, or, unless it is a folder
// itself, where a folder of the tree goes.
func (t *Tree) clashes(path string, isFolder bool) bool {
	for _, p := range append(parents(path), path) {
		if _, ok := t.files[p]; ok {
			return true
		}
	}
	return !isFolder && t.folders[path]
}

// parents returns the folders that path lies in, outermost first.
func parents(path string) []string {
	var folders []string
	for i := range len(path) {
		if path[i] == '/' {
			folders = append(folders, path[:i])
		}
	}
	return folders
}

// checkPath says why a path could not be written everywhere: on Windows, on
// macOS, and into a URL. The names of Windows' devices (con, aux) pass: they are
// good ids, and only Windows has a quarrel with them.
func checkPath(path string) error {
	if !fs.ValidPath(path) || path == "." {
		return fmt.Errorf("%q: not a relative path with slashes", path)
	}
	for name := range strings.SplitSeq(path, "/") {
		switch {
		case strings.ContainsFunc(name, unsafeRune):
			return fmt.Errorf("%q: %q holds a character that file names may not hold everywhere", path, name)
		case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
			return fmt.Errorf("%q: %q ends in a dot or a space", path, name)
		case len(name) > 255:
			return fmt.Errorf("%q: %q is longer than 255 bytes", path, name)
		}
	}
	return nil
}

func unsafeRune(r rune) bool {
	return unicode.IsControl(r) || strings.ContainsRune(`\:*?"<>|`, r)
}

// fold maps names that a file system may hold to be one onto one string:
// names that differ in letter case or in how accents are composed. Names of
// small ASCII letters, as ids are, stand for themselves.
func fold(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return norm.NFC.String(strings.Map(smallest, norm.NFD.String(name)))
		}
	}
	return strings.ToLower(name)
}

// smallest returns one of the characters that r equals when case is ignored:
// the small letter where ASCII has one, as k for K and for the Kelvin sign,
// else the least.
func smallest(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	if least < utf8.RuneSelf {
		return unicode.ToLower(least)
	}
	return least
}
