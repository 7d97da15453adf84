package site

import "io"

// WriteNoting writes a page as Places does.
func (s *Site) WriteNoting(path string, w io.Writer) error {
	return s.pages.write[path](s, w, origins{})
}
