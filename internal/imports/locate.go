package imports

import (
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// A File is one opened file under the name it is told by.
type File struct {
	Name string
	Book *sheet.Book
}

// A place is where a table of the profile was found.
type place struct {
	*top
	row     int // of top.rows: the header
	headers []header
	columns map[string]int // of the profile's columns
	lookup  *model.Lookup  // what it is for; nil of the table of figures
	steps   []wideStep     // columns that are periods
}

// title names the table for messages: its file, and its sheet where it has one.
func (p *place) title() string {
	if p.name == "" {
		return p.file.Name
	}
	return p.file.Name + " " + p.name
}

// headersOf reads a row as the header.
func headersOf(r topRow) []header {
	list := make([]header, len(r.cells))
	for i, c := range r.cells {
		list[i] = readHeader(c.Text)
	}
	return list
}

// foldHeaders folds the headers that a column may have.
func foldHeaders(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = readHeader(name).name
	}
	return list
}

// findColumn returns the column of the first of these folded headers that is
// there, -1 where none is.
func findColumn(headers []header, names []string) int {
	for _, want := range names {
		if i := slices.IndexFunc(headers, func(h header) bool { return h.name == want && want != "" }); i >= 0 {
			return i
		}
	}
	return -1
}

// findLoosely does without what stands in brackets behind a header, where that
// leaves one column: 金额（含税） is 金额 unless there is 金额（不含税） too.
func findLoosely(headers []header, names []string) int {
	for _, want := range names {
		found := -1
		for i, h := range headers {
			if want == "" || stripped(h.name) != want {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = i
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// fit is how well a row serves as the header of the profile's table.
type fit struct {
	row     int
	columns map[string]int
	missing []string // headers of required columns
	steps   []wideStep
}

// fitRow looks for the profile's columns in a row; names are their headers,
// folded.
func (t *top) fitRow(p *model.Profile, names [][]string, row int) fit {
	f := fit{row: row, columns: map[string]int{}}
	headers := t.rows[row].headers
	for n, c := range p.Columns {
		i := findColumn(headers, names[n])
		if i < 0 && !c.Optional {
			i = findLoosely(headers, names[n])
		}
		if i >= 0 {
			f.columns[c.Name] = i
		} else if !c.Optional {
			f.missing = append(f.missing, shownHeaders(c.Headers))
		}
	}
	if p.Wide != nil {
		if f.steps = wideSteps(t, row, p.Wide.Actual); len(f.steps) == 0 || stepTwice(f.steps) {
			f.missing = append(f.missing, "1月 … 12月")
		}
	}
	return f
}

// shownHeaders names a column that is missing: by its first header, and by the
// first in the other script where it has one.
func shownHeaders(headers []string) string {
	isLatin := func(s string) bool { return s[0] < 0x80 }
	for _, h := range headers[1:] {
		if h != "" && headers[0] != "" && isLatin(h) != isLatin(headers[0]) {
			return headers[0] + " / " + h
		}
	}
	return headers[0]
}

// fitBest returns the best header for the profile: the first row that has all
// required columns, else the first of those that have most.
func (t *top) fitBest(p *model.Profile) (best fit, ok bool) {
	names := make([][]string, len(p.Columns))
	for i, c := range p.Columns {
		names[i] = foldHeaders(c.Headers)
	}
	for i := range t.rows {
		if p.Header > 0 && t.rows[i].number != p.Header {
			continue
		}
		f := t.fitRow(p, names, i)
		more := len(f.columns) > len(best.columns) && len(f.missing) > 0 || len(f.steps) > len(best.steps)
		if !ok || len(f.missing) < len(best.missing) || len(f.missing) == len(best.missing) && more {
			best, ok = f, true
		}
	}
	return best, ok
}

// fitLookup returns the row that has the two headers of a lookup, -1 where
// none has.
func (t *top) fitLookup(l *model.Lookup) (row, key, value int) {
	keys, values := foldHeaders(l.Key), foldHeaders(l.Value)
	for i := range t.rows {
		key, value := findColumn(t.rows[i].headers, keys), findColumn(t.rows[i].headers, values)
		if key >= 0 && value >= 0 {
			return i, key, value
		}
	}
	return -1, 0, 0
}

// tables returns the sheets of a file that the profile may read: those it
// names, else those that show.
func tables(f File, p *model.Profile) ([]*top, error) {
	var list []*top
	for i, s := range f.Book.Sheets() {
		named := slices.ContainsFunc(p.Sheets, func(name string) bool { return foldText(name) == foldText(s.Name) || name == "*" && !s.Hidden })
		if len(p.Sheets) > 0 && s.Name != "" && !named || len(p.Sheets) == 0 && s.Hidden {
			continue
		}
		t, err := readTop(f, i, s.Name, p.Header)
		if err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	return list, nil
}

// locate finds the tables of the profile in a file. Of several sheets that
// serve, only the first is read where the profile names none, and those of other
// months where it is named for one.
func (x *run) locate(f File) error {
	tops, err := tables(f, x.profile)
	if err != nil {
		return err
	}
	if len(tops) == 0 {
		return &Fault{File: f.Name, Message: message("import-no-sheet", listOf(x.profile.Sheets))}
	}
	var closest fit
	found, looked, first := false, false, ""
	for _, t := range tops {
		best, ok := t.fitBest(x.profile)
		if ok && len(best.missing) == 0 {
			if found && len(x.profile.Sheets) == 0 && !(isPeriod(first) && isPeriod(t.name)) {
				x.note("import-other-sheet", f.Name, t.name)
				continue
			}
			if !found {
				first = t.name
			}
			found = true
			x.places = append(x.places, &place{top: t, row: best.row, headers: t.rows[best.row].headers, columns: best.columns, steps: best.steps})
			continue
		}
		if x.locateLookups(t) {
			looked = true
		} else if ok && (closest.columns == nil || len(best.missing) < len(closest.missing)) {
			closest = best
		}
	}
	if found || looked {
		return nil
	}
	return &Fault{File: f.Name, Message: message("import-no-table", listOf(closest.missing)), Hint: message("import-hint-explain")}
}

// isPeriod reports whether a sheet is named for a period: the sheets of several
// months are one table.
func isPeriod(name string) bool {
	_, ok := readStep(sheet.Cell{Kind: sheet.Text, Text: name})
	return ok
}

// locateLookups notes the lookups that a sheet serves.
func (x *run) locateLookups(t *top) (any bool) {
	for i := range x.profile.Lookups {
		l := &x.profile.Lookups[i]
		row, key, value := t.fitLookup(l)
		if row < 0 {
			continue
		}
		any = true
		x.places = append(x.places, &place{top: t, row: row, headers: t.rows[row].headers, columns: map[string]int{"key": key, "value": value}, lookup: l})
	}
	return any
}

func message(key string, args ...any) diag.Message { return diag.Message{Key: key, Args: args} }
