package watch

import (
	"os"
	"path/filepath"
)

// stat returns the stamp of what lies at a path. Only the root and the folders
// on top may be links.
func (t *tree) stat(p string) stamp {
	file := filepath.Join(t.root, p)
	if isTop(p) {
		if info, err := os.Stat(file); err == nil && info.IsDir() {
			return stampOf(info)
		}
		return stamp{}
	}
	info, err := os.Lstat(file)
	if err != nil || ignored(info.Name(), info.IsDir()) {
		return stamp{}
	}
	return stampOf(info)
}

// list returns what lies in a folder, sorted by name; a folder that is gone or
// not ours to read is empty. It is not ok if the machine could not tell.
func (t *tree) list(p string) (list []entry, ok bool) {
	if p == "" {
		for _, top := range tops {
			if s := t.stat(top); s.exists() {
				list = append(list, entry{top, s})
			}
		}
		return list, true
	}
	found, err := os.ReadDir(filepath.Join(t.root, p))
	if err != nil && !unreadable(err) {
		return nil, false
	}
	list = make([]entry, 0, len(found))
	for _, d := range found {
		if ignored(d.Name(), d.IsDir()) {
			continue
		}
		if info, err := d.Info(); err == nil && !ignored(d.Name(), info.IsDir()) {
			list = append(list, entry{d.Name(), stampOf(info)})
		}
	}
	return list, true
}
