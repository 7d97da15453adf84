package watch

import (
	"io/fs"
	"syscall"
)

func identify(info fs.FileInfo) (id, int64) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return id{}, 0
	}
	return id{uint64(s.Dev), s.Ino}, s.Ctimespec.Nano()
}
