package site

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// A LayoutError is a fault in a page template: the portfolio's own, or, which
// would be a fault of the program, a built-in one.
type LayoutError struct {
	File string // layouts/team.html
	Line int    // 0 where the template engine does not say
	Col  int
	Page string // the page that was being written; "" where the file does not parse
	Text string
}

func (e *LayoutError) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	if e.Col > 0 {
		fmt.Fprintf(&b, ":%d", e.Col)
	}
	b.WriteString(": ")
	b.WriteString(e.Text)
	if e.Page != "" {
		fmt.Fprintf(&b, ", on page %s", e.Page)
	}
	return b.String()
}

// Layouts are the page templates. They are parsed once and serve any number of
// sites, and pages written side by side.
type Layouts struct {
	byKind map[string]*template.Template
}

// kinds are the kinds of pages; each has a template file of its name.
var kinds = [...]string{"team", "person", "review", "changes", "period", "calibration", "theme", "cases", "actions", "metrics", "page"}

// ParseLayouts reads the built-in templates, each overridden by the file of the
// same name in the portfolio's layouts/. A fault in a template is a
// *LayoutError.
func ParseLayouts(builtIn, portfolio fs.FS) (Layouts, error) {
	own, err := fs.Sub(portfolio, "layouts")
	if err != nil {
		return Layouts{}, err
	}
	shared := template.New("layouts").Option("missingkey=error")
	for _, name := range []string{"base.html", "blocks.html"} {
		if err := parseLayout(shared, name, builtIn, own); err != nil {
			return Layouts{}, err
		}
	}
	all := Layouts{byKind: map[string]*template.Template{}}
	for _, kind := range kinds {
		t, err := shared.Clone()
		if err != nil {
			return Layouts{}, err
		}
		if err := parseLayout(t, kind+".html", builtIn, own); err != nil {
			return Layouts{}, err
		}
		all.byKind[kind] = t
	}
	return all, nil
}

func parseLayout(into *template.Template, name string, builtIn, own fs.FS) error {
	text, err := fs.ReadFile(own, name)
	if errors.Is(err, fs.ErrNotExist) {
		text, err = fs.ReadFile(builtIn, name)
	}
	if err != nil {
		return err
	}
	// A NUL marks where a piece goes, and has no place in a page.
	if _, err := into.New(name).Parse(strings.ReplaceAll(string(text), "\x00", "")); err != nil {
		return layoutError(err, name, "")
	}
	return nil
}

// write fills the template of the kind with data.
func (l Layouts) write(w io.Writer, kind, page string, data any) error {
	if err := l.byKind[kind].ExecuteTemplate(w, "base.html", data); err != nil {
		return layoutError(err, kind+".html", path.Join(page, "index.html"))
	}
	return nil
}

// engineError is how html/template names a place: template: team.html:3:12: text.
var engineError = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^:]*\.html):(\d+)(?::(\d+))?: (.*)$`)

// layoutError turns the engine's error into one that names file, line and
// page. Errors of the writer (a full disk) stay what they are.
func layoutError(err error, file, page string) error {
	m := engineError.FindStringSubmatch(err.Error())
	if m == nil {
		var pathErr *fs.PathError
		if errors.As(err, &pathErr) {
			return err
		}
		return &LayoutError{File: path.Join("layouts", file), Page: page, Text: err.Error()}
	}
	line, _ := strconv.Atoi(m[2])
	col := 0
	if n, err := strconv.Atoi(m[3]); err == nil {
		col = n + 1 // the engine counts from 0
	}
	return &LayoutError{File: path.Join("layouts", m[1]), Line: line, Col: col, Page: page, Text: m[4]}
}
