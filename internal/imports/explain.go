package imports

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
	"reviewfolio/internal/words"
)

// An Explanation is what a file is found to hold, before any profile is
// chosen.
type Explanation struct {
	File      string
	Workbook  bool
	Encoding  string // of delimited text
	Delimiter rune   // the same
	Sheets    []ExplainedSheet
	Profiles  []ProfileFit // that find at least two columns for each they lack, the best first
	Start     string       // a profile in YAML to start from; "" where no table was found
}

// An ExplainedSheet is one sheet. Header is 0 where none was found.
type ExplainedSheet struct {
	Name        string
	Hidden      bool
	Header      int // row
	Rows        int // below it that hold anything
	Columns     []ExplainedColumn
	Unit        string   // text around the table that says in what its amounts are
	sides       []int    // of the columns that are periods, what their headers say
	titles      []string // what stands above the table, and its name
	UnitUnclear string   // one that speaks of a unit and does not say of what
	records     int      // rows that are more than a total, a remark or the header once more
}

// A ColumnKind is what most cells of a column hold.
type ColumnKind uint8

const (
	BlankColumn ColumnKind = iota
	TextColumn
	NumberColumn
	DateColumn
)

// An ExplainedColumn is one column of a sheet.
type ExplainedColumn struct {
	Column   int // from 1
	Header   string
	Kind     ColumnKind
	Filled   int
	Distinct int              // different values; maxDistinct where there are more
	Samples  []string         // the first different values
	Forms    []sheet.DateForm // of dates, the most frequent first
	Date     sheet.DateStyle  // the same
	Number   sheet.NumberStyle
	Evidence sheet.Evidence // what proves the order or the style
	Fault    *sheet.Error   // why the order cannot be told
	Known    int            // different values that are people of the portfolio
	values   []string       // the first different ones, more than are shown
	header   header
	step     bool // the header is a period
}

// A ProfileFit is how well a profile fits.
type ProfileFit struct {
	Name    string
	Title   string
	Sheet   string
	Header  int
	Found   int      // columns
	Missing []string // headers of those it cannot do without
	columns map[string]int
}

const (
	maxDistinct = 1000
	maxSamples  = 3
	maxValues   = 50
	maxTested   = 500 // cells that tell whether a column holds numbers or dates
)

// Explain looks at a file: its sheets, the header and the columns of each,
// which profiles of root and which built-in ones fit, and a profile to start
// from. The error is the machine's or of package sheet.
func Explain(root fs.FS, p *model.Portfolio, f File) (*Explanation, error) {
	e := &Explanation{File: f.Name, Workbook: f.Book.Workbook(), Encoding: f.Book.Encoding(), Delimiter: f.Book.Delimiter()}
	var tops []*top
	for i, s := range f.Book.Sheets() {
		t, err := readTop(f, i, s.Name, 0)
		if err != nil {
			return nil, err
		}
		x := ExplainedSheet{Name: s.Name, Hidden: s.Hidden}
		if row, ok := t.likelyHeader(); ok {
			if err := x.look(p, t, row); err != nil {
				return nil, err
			}
		}
		e.Sheets = append(e.Sheets, x)
		if !s.Hidden {
			tops = append(tops, t)
		}
	}
	if err := e.fits(root, p, tops); err != nil {
		return nil, err
	}
	e.start(p)
	return e, nil
}

// start chooses the profile to start from: a built-in one that fits or lacks a
// column or two, which knows more of its system than headers tell, else what
// the sheet suggests that has most of what is needed.
func (e *Explanation) start(p *model.Portfolio) {
	if len(e.Profiles) > 0 {
		best := e.Profiles[0]
		src, isBuiltIn := Source(best.Name)
		lacks := len(best.Missing)
		if isBuiltIn && e.suits(p, best) && (lacks == 0 || lacks <= 2 && best.Found >= 4 && best.Name != "orders") {
			if e.Start = string(src); lacks > 0 {
				e.Start = comment(p, "imports-start.missing", strings.Join(best.Missing, language(p).Text("list-comma"))) + e.Start
			}
			return
		}
	}
	var best *ExplainedSheet
	most := -1
	for i := range e.Sheets {
		x := &e.Sheets[i]
		if x.Header == 0 || x.Hidden {
			continue
		}
		g := guess{portfolio: p, sheet: x}
		if g.choose(); g.score() > most {
			best, most = x, g.score()
		}
	}
	if best != nil {
		e.Start = startingProfile(p, best, len(e.Sheets) > 1)
	}
}

// suits reports whether a built-in profile reads the columns that decide: that
// of the people, and that of the stages of deals.
func (e *Explanation) suits(p *model.Portfolio, f ProfileFit) bool {
	for i := range e.Sheets {
		x := &e.Sheets[i]
		if x.Name != f.Sheet || x.Header != f.Header {
			continue
		}
		g := guess{portfolio: p, sheet: x}
		g.choose()
		owner, found := f.columns["owner"]
		if found && g.sure && owner < len(x.Columns) && x.Columns[owner].Known == 0 && g.person.Known > 0 {
			return false
		}
		if f.Name == "targets" {
			return !g.actual
		}
		if g.stage != nil {
			for _, column := range f.columns {
				if column == g.stage.Column-1 {
					return true
				}
			}
			return false
		}
	}
	return true
}

// comment returns a comment in the portfolio's language.
func comment(p *model.Portfolio, key string, args ...any) string {
	return "# " + language(p).Text(key, args...) + "\n"
}

func language(p *model.Portfolio) words.Lang {
	lang, _ := words.ParseLang(p.Settings.Language)
	return lang
}

// fits looks for profiles that can read the file.
func (e *Explanation) fits(root fs.FS, p *model.Portfolio, tops []*top) error {
	for _, name := range Names(root) {
		profile, _, err := Load(root, name, &p.Settings)
		if err != nil {
			return err
		}
		if profile == nil {
			continue // check tells its faults
		}
		var best *ProfileFit
		for _, t := range tops {
			f, ok := t.fitBest(profile)
			if !ok || best != nil && len(best.Missing) <= len(f.missing) {
				continue
			}
			best = &ProfileFit{Name: name, Title: profile.Title, Sheet: t.name, Header: t.rows[f.row].number, Found: len(f.columns), Missing: f.missing, columns: f.columns}
		}
		if best != nil && best.Found > 0 && 2*len(best.Missing) <= best.Found {
			e.Profiles = append(e.Profiles, *best)
		}
	}
	most := 0
	for _, f := range e.Profiles {
		if len(f.Missing) == 0 {
			most = max(most, f.Found)
		}
	}
	e.Profiles = slices.DeleteFunc(e.Profiles, func(f ProfileFit) bool { return 2*f.Found < most })
	slices.SortStableFunc(e.Profiles, func(a, b ProfileFit) int {
		return cmp.Or(cmp.Compare(len(a.Missing), len(b.Missing)), cmp.Compare(b.Found, a.Found))
	})
	return nil
}
