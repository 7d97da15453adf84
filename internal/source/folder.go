package source

import (
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A folder is what lies in content/. The list is not changed after it is made:
// another one is another set of paths.
type folder struct {
	list   []*file // as a walk meets them
	byPath map[string]*file
	unread map[string]bool // paths, as they should be, of files refused for their name or sort
	faults diag.List       // of names and paths
}

func newFolder(list []*file) *folder {
	f := &folder{list: list, byPath: make(map[string]*file, len(list)), unread: map[string]bool{}}
	var odd []string // Markdown files off the pattern
	for _, x := range list {
		name := x.place.path
		f.byPath[name] = x
		switch {
		case x.irregular:
			f.unread[name] = true
			f.faults.Error(diag.Whole(name), "irregular-file")
		case x.place.kind == 0 && strings.EqualFold(path.Ext(name), ".md"):
			odd = append(odd, name)
		}
	}
	f.offPatterns(odd)
	return f
}

// file returns the regular file of this path, nil where there is none.
func (f *folder) file(name string) *file {
	if x := f.byPath[name]; x != nil && !x.irregular {
		return x
	}
	return nil
}

// without returns the folder without some of its files.
func (f *folder) without(gone map[*file]bool) *folder {
	if len(gone) == 0 {
		return f
	}
	return newFolder(slices.DeleteFunc(slices.Clone(f.list), func(x *file) bool { return gone[x] }))
}

// relist looks again at what lies at these paths and below. touched are the
// files that are there now. The folder is f itself where they are the same as
// before. The error is the machine's.
func (f *folder) relist(disk *near, paths []string) (next *folder, touched []*file, err error) {
	list := f.list
	for _, name := range outermost(paths) {
		at, there, err := look(disk, name)
		if err != nil {
			return nil, nil, err
		}
		from, to := below(list, at)
		files := make([]*file, len(there))
		for i, x := range there {
			if files[i] = f.byPath[x.path]; files[i] == nil || files[i].irregular != x.irregular {
				files[i] = newFile(x)
			}
		}
		if !slices.Equal(list[from:to], files) {
			list = slices.Concat(list[:from], files, list[to:])
		}
		touched = append(touched, files...)
	}
	if slices.Equal(list, f.list) {
		return f, touched, nil
	}
	return newFolder(list), touched, nil
}

func newFile(x found) *file {
	p, ok := placeOf(x.path)
	if !ok || x.irregular {
		p = place{path: x.path}
	}
	return &file{place: p, irregular: x.irregular}
}

// outermost returns the paths that lie below none of the others.
func outermost(paths []string) []string {
	named := make(map[string]bool, len(paths))
	for _, name := range paths {
		named[name] = true
	}
	return slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(paths))), func(name string) bool {
		for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
			if named[dir] {
				return true
			}
		}
		return false
	})
}

// below returns the part of a list that lies at a path and below it.
func below(list []*file, at string) (from, to int) {
	from, _ = slices.BinarySearchFunc(list, at, func(x *file, at string) int { return walkOrder(x.place.path, at) })
	to = from
	for to < len(list) && isBelow(list[to].place.path, at) {
		to++
	}
	return from, to
}

func isBelow(name, at string) bool {
	return strings.HasPrefix(name, at) && (len(name) == len(at) || name[len(at)] == '/')
}

// walkOrder is the order in which a walk meets paths: what lies in the folder a
// comes before a-b, though - is less than /.
func walkOrder(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		switch {
		case a[i] == b[i]:
		case a[i] == '/' || b[i] != '/' && a[i] < b[i]:
			return -1
		default:
			return 1
		}
	}
	return len(a) - len(b)
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
