package watch

import "io/fs"

// A stamp is what a stat tells of a file. The zero stamp is of no file. That of
// a folder says only which folder it is: its files speak for themselves.
type stamp struct {
	id    id
	size  int64
	mtime int64 // nanoseconds
	ctime int64 // of the last change of the bytes or the attributes, 0 where unknown
	mode  fs.FileMode
}

// An id is what a file keeps while it is renamed, zero where unknown.
type id struct{ dev, ino uint64 }

func stampOf(info fs.FileInfo) stamp {
	file, ctime := identify(info)
	if info.IsDir() {
		return stamp{id: file, mode: fs.ModeDir}
	}
	return stamp{file, info.Size(), info.ModTime().UnixNano(), ctime, info.Mode()}
}

func (s stamp) exists() bool   { return s != stamp{} }
func (s stamp) isFolder() bool { return s.mode.IsDir() }
func (s stamp) isFile() bool   { return s.exists() && !s.isFolder() }

// sameFile reports whether nothing but attributes that do not matter to a
// reader have changed.
func (s stamp) sameFile(t stamp) bool {
	s.ctime = t.ctime
	return s == t
}

// halfSaved reports whether a file may be in the middle of being saved: editors
// empty or rename a file before they write it.
func halfSaved(old, now stamp) bool {
	return !now.exists() || now.size == 0 && !(old.isFile() && old.size == 0)
}
