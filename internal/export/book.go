package export

import (
	"bytes"
	"compress/flate"
	"encoding/xml"
	"io"
	"slices"
	"sort"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

// A book is a workbook being written.
type book struct {
	*excelize.File
	styles [styleCount]int
	lang   words.Lang
	font   string
	accent string // RRGGBB
	foot   string // of each printed page
	err    error  // the first one
}

// nowhere is a folder that does not exist: sheets that grow beyond 16 MiB, which
// the library would put into the system's folder, stay in memory.
const nowhere = "\x00"

func newBook(said *vocabulary) *book {
	b := &book{File: excelize.NewFile(excelize.Options{TmpDir: nowhere}), lang: said.lang, font: "Microsoft YaHei", accent: "1F4F8F"}
	if b.lang == words.English {
		b.font = "Calibri"
	}
	if a := said.site.Accent; len(a) == len("#1f4f8f") {
		b.accent = a[1:]
	}
	b.note(b.SetDefaultFont(b.font))
	b.makeStyles()
	return b
}

// note remembers the first error, which is one of the program.
func (b *book) note(err error) {
	if b.err == nil {
		b.err = err
	}
}

// describe sets what the file says of itself: a title and the day of its
// figures, but no author, no program and no clock.
func (b *book) describe(title string, asOf audience.Date) {
	day := ""
	if !asOf.IsZero() {
		day = `<dcterms:created xsi:type="dcterms:W3CDTF">` + asOf.String() + `T00:00:00Z</dcterms:created>` +
			`<dcterms:modified xsi:type="dcterms:W3CDTF">` + asOf.String() + `T00:00:00Z</dcterms:modified>`
	}
	var name bytes.Buffer
	b.note(xml.EscapeText(&name, []byte(title)))
	b.Pkg.Store("docProps/core.xml", []byte(xml.Header+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`+
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`+
		`<dc:title>`+name.String()+`</dc:title>`+day+`</cp:coreProperties>`))
	b.Pkg.Store("docProps/app.xml", []byte(xml.Header+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>`))
}

// send writes the workbook.
func (b *book) send(w io.Writer, press *flate.Writer) error {
	if b.err != nil {
		return b.err
	}
	// The library adds the types of pictures in the order of a map.
	types := b.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	b.SetZipWriter(func(to io.Writer) excelize.ZipWriter { return &parcel{to: to, press: press} })
	if err := b.Write(w); err != nil {
		return err
	}
	return b.Close()
}

// add adds a sheet, in place of the library's own where it is the first.
func (b *book) add(name string) {
	if b.SheetCount == 1 && b.GetSheetName(0) == "Sheet1" {
		b.note(b.SetSheetName("Sheet1", name))
		return
	}
	_, err := b.NewSheet(name)
	b.note(err)
}

// layOut sets how a sheet prints: A4 across, as wide as the page and as long as
// it needs, the first rows again on each page.
func (b *book) layOut(sheet string, headRow int) {
	yes, across, a4, wide, long := true, "landscape", 9, 1, 0
	b.note(b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	b.note(b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &long}))
	narrow, low := 0.4, 0.6
	b.note(b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &low}))
	b.note(b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: b.foot}))
	if headRow > 0 {
		row := strconv.Itoa(headRow)
		b.note(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(sheet) + "!$" + row + ":$" + row, Scope: sheet}))
	}
}

// quoted returns the name of a sheet as references have it.
func quoted(sheet string) string { return "'" + sheet + "'" }

// A field is one column of a list.
type field struct {
	head  string
	width float64 // in characters
	kind  fieldKind
}

type fieldKind uint8

const (
	phrase fieldKind = iota // one line of text
	prose                   // text that wraps
	figure                  // a number or a date; its head stands above it
)

// A list is a sheet of one table: its head stays in sight, and can be filtered.
type list struct {
	*book
	sheet  string
	stream *excelize.StreamWriter
	fields []field
	cells  []any
	rows   int // written, the head among them

	printed int // fields
	lines   int // of the longest text of the row, where texts wrap
}

const (
	headHeight = 32 // points, for two lines
	lineHeight = 15
	mostHeight = 409 // that a row may have
)

// heightOf is the height of a row of so many lines, as far as a row may grow.
func heightOf(lines int, line float64) float64 { return min(line*float64(lines), mostHeight) }

// linesOf returns over how many lines a text goes in a column, Chinese
// characters counted twice.
func linesOf(text string, width float64) int {
	n := 0
	for _, r := range text {
		if n++; r >= 0x1100 {
			n++
		}
	}
	return 1 + n/max(int(width)-2, 1)
}

var headStyles = [...]int{phrase: headStyle, prose: headStyle, figure: headNumberStyle}

// list begins a sheet. Rows follow, then close. The first fields, so many of
// them as keep says, stay in sight; printed ones come before those that are for
// other programs, such as ids.
func (b *book) list(sheet string, keep int, printed, others []field) *list {
	b.add(sheet)
	b.layOut(sheet, 1)
	fields := slices.Concat(printed, others)
	l := &list{book: b, sheet: sheet, fields: fields, printed: len(printed), cells: make([]any, 0, len(fields))}
	var err error
	if l.stream, err = b.NewStreamWriter(sheet); err != nil {
		b.note(err)
		return l
	}
	widths := make([]float64, len(fields))
	for i, f := range fields {
		widths[i] = f.width
	}
	b.setWidths(l.stream, widths)
	corner, _ := excelize.CoordinatesToCellName(keep+1, 2)
	b.note(l.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: keep, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight"}))
	for _, f := range fields {
		l.cells = append(l.cells, excelize.Cell{StyleID: b.styles[headStyles[f.kind]], Value: Safe(f.head)})
	}
	l.end(excelize.RowOpts{Height: headHeight})
	return l
}

// setWidths sets the widths of the first columns, equal ones beside each other
// at once: it costs as much as many rows. The library writes those set last
// first, so that the last have to be set first.
func (b *book) setWidths(to *excelize.StreamWriter, widths []float64) {
	for end := len(widths); end > 0; {
		first := end
		for first > 1 && widths[first-2] == widths[end-1] {
			first--
		}
		b.note(to.SetColWidth(first, end, widths[end-1]))
		end = first - 1
	}
}

// text adds a text of people, safe; an empty one leaves the cell empty.
func (l *list) text(s string) {
	if s == "" {
		l.skip()
		return
	}
	style := plainStyle
	if f := &l.fields[len(l.cells)]; f.kind == prose {
		style, l.lines = textStyle, max(l.lines, linesOf(s, f.width))
	}
	l.cells = append(l.cells, excelize.Cell{StyleID: l.styles[style], Value: Safe(s)})
}

func (l *list) skip() { l.cells = append(l.cells, nil) }

func (l *list) count(n int) {
	l.cells = append(l.cells, excelize.Cell{StyleID: l.styles[wholeStyle], Value: n})
}

// number adds a value in a style, rounded at the fourth decimal, fractions at
// the sixth; nothing where it is undefined.
func (l *list) number(r audience.Ratio, style int) {
	value, ok := numberOf(r, style)
	if !ok {
		l.skip()
		return
	}
	l.cells = append(l.cells, excelize.Cell{StyleID: l.styles[style], Value: value})
}

func (l *list) date(d audience.Date) {
	if d.IsZero() {
		l.skip()
		return
	}
	l.cells = append(l.cells, excelize.Cell{StyleID: l.styles[dateStyle], Value: timeOf(d)})
}

func timeOf(d audience.Date) time.Time {
	y, m, day := d.Civil()
	return time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
}

// end ends a row.
func (l *list) end(options ...excelize.RowOpts) {
	l.rows++
	if l.lines > 1 { // not every program finds out itself
		options = append(options, excelize.RowOpts{Height: heightOf(l.lines, lineHeight)})
	}
	l.lines = 0
	if l.stream != nil {
		l.note(l.stream.SetRow("A"+strconv.Itoa(l.rows), l.cells, options...))
	}
	l.cells = l.cells[:0]
}

// close ends the sheet.
func (l *list) close() {
	if l.stream == nil {
		return
	}
	last, _ := excelize.CoordinatesToCellName(len(l.fields), l.rows)
	l.note(l.AutoFilter(l.sheet, "A1:"+last, nil))
	col, _ := excelize.ColumnNumberToName(l.printed)
	l.note(l.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: quoted(l.sheet) + "!$A$1:$" + col + "$" + strconv.Itoa(l.rows), Scope: l.sheet}))
	l.note(l.stream.Flush())
}
