package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"reviewfolio/internal/diag"
)

// colours reports whether what is written to w may be coloured: on a terminal,
// and where nobody asked for none (no-color.org).
func (s *shell) colours(w io.Writer) bool {
	if s.env("NO_COLOR") != "" || s.env("TERM") == "dumb" {
		return false
	}
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}

// warn tells people of what does not stop a verb.
func (s *shell) warn(key string, args ...any) {
	fmt.Fprintln(s.stderr, s.lang.Text("label.warning")+s.lang.Text(key, args...))
}

// print writes the list for people, with lines from the portfolio.
func (s *shell) print(w io.Writer, list diag.List, portfolio fs.FS) error {
	p := diag.Printer{
		Say:    s.say,
		Source: func(file string) ([]byte, error) { return fs.ReadFile(portfolio, file) },
		Color:  s.colours(w),
	}
	return p.Print(w, list)
}
