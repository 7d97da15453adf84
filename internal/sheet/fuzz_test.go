package sheet

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"reviewfolio/internal/model"
)

// holdsRows reads a file and holds its rows to what they promise.
func holdsRows(t *testing.T, data []byte) {
	b, err := open(data)
	if err != nil {
		requireOurs(t, err)
		return
	}
	for i := range b.Sheets() {
		last := 0
		requireOurs(t, b.Each(i, func(r Row) error {
			if r.Number <= last || len(r.Cells) == 0 || len(r.Cells) > MaxColumns || r.Cells[len(r.Cells)-1].Kind == Blank {
				t.Fatalf("row %d after %d has cells %+v", r.Number, last, r.Cells)
			}
			last = r.Number
			for column, c := range r.Cells {
				r.Over(column)
				holdsCell(t, c)
			}
			return nil
		}))
	}
}

func requireOurs(t *testing.T, err error) {
	if code := codeOf(err); strings.HasPrefix(code, "no *Error") {
		t.Fatal(code)
	}
}

// holdsCell holds a cell's text to its kind, and reads it as all that it can be.
func holdsCell(t *testing.T, c Cell) {
	if (c.Text == "") != (c.Kind == Blank || c.Kind == Uncached) || len(c.Text) > MaxCell || !utf8.ValidString(c.Text) {
		t.Fatalf("cell %+v", c)
	}
	n, given, err := ReadNumber(c, PointDecimal)
	requireOurs(t, err)
	if c.Kind == Number && given && !c.Percent && n.String() != c.Text {
		t.Fatalf("the number %q reads %q", c.Text, n)
	}
	m, given, err := ReadDate(c, DateStyle{})
	requireOurs(t, err)
	if c.Kind == Date && (!given || isoMoment(m.Date, m.Second) != c.Text) {
		t.Fatalf("the date %q reads %+v, %v", c.Text, m, err)
	}
	ID(c)
}

func FuzzDelimited(f *testing.F) {
	for _, seed := range []string{orders3, "a;b\n\"x\ny\";1,5\n", "\"", "\"a\" b,\"c\n\"d\",e\n", "a\tb\r1\t2\r", "\xFF\xFEa\x00,\x00b\x00", "\xD0\xD5\xC3\xFB,\xB6\xEE\n", "sep=|\na|b", "\x1A", "M\xFCller,1", "=\"1\",'=x"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { holdsRows(t, data) })
}

func FuzzWorkbook(f *testing.F) {
	whole := workbookOf(`<row><c t="s"><v>0</v></c><c s="1"><v>46204</v></c></row>`).with("xl/styles.xml", styles).
		with("xl/sharedStrings.xml", `<sst><si><t>张伟</t></si></sst>`).zipped(f)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(oleOf("Root Entry", "Workbook"))
	f.Fuzz(func(t *testing.T, data []byte) { holdsRows(t, data) })
}

// FuzzSheetPart changes the XML within, which a checksum keeps FuzzWorkbook
// from reaching.
func FuzzSheetPart(f *testing.F) {
	f.Add(sheetOf(`<row r="2"><c r="B2" s="1" t="n"><f>A1</f><v>46204.5</v></c><c t="inlineStr"><is><r><t>a&amp;_x000D_</t></r></is></c></row>`, `<mergeCells><mergeCell ref="A2:C9"/></mergeCells>`), "<sst><si><t>a</t></si></sst>", styles)
	f.Add(`<a:worksheet><![CDATA[x]]><!-- --><?p?><dimension ref="A1:B2"/><row><c><v>1e5</v></c><c t="b"><v>1</v></c><c t="s"><v>0</v></c></row></a:worksheet>`, "<sst><si/><si><rPh><t>x</t></rPh></si></sst>", `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`)
	f.Add(`<worksheet a='"' b="'>"><c t="str"><v>&#65;</v></c>`, "<!DOCTYPE x>", "")
	f.Fuzz(func(t *testing.T, part, texts, styleSheet string) {
		holdsRows(t, workbookOf("").with("xl/worksheets/sheet1.xml", part).with("xl/sharedStrings.xml", texts).with("xl/styles.xml", styleSheet).zipped(t))
	})
}

func FuzzValues(f *testing.F) {
	for _, seed := range []string{"¥1,234.50", "1.2万", "(1,200)", "1.234,50", "１２．５％", "2026年7月1日 下午1:20", "01/07/26", "Jul 1, 2026 01:20 PM +0800", "46204.5", "2026-Q3", "1E+11", "#N/A", "Q3 2026", "周三"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := textCell(tidy(strings.ToValidUTF8(s, "")))
		holdsCell(t, c)
		var numbers NumberColumn
		var dates DateColumn
		numbers.Add(1, c)
		dates.Add(1, c)
		style, _ := numbers.Style()
		_, _, err := ReadNumber(c, style)
		requireOurs(t, err)
		order, _, err := dates.Style()
		requireOurs(t, err)
		m, given, err := ReadDate(c, order)
		requireOurs(t, err)
		if given == (m.Date.IsZero() && m.Period == model.Period{}) {
			t.Fatalf("%q is %+v, given %v", s, m, given)
		}
		showsAs(s)
		if d, ok := exactDecimal([]byte(s)); ok {
			if again, _ := exactDecimal([]byte(d)); again != d {
				t.Fatalf("%q is %q, and that %q", s, d, again)
			}
		}
		expand(bytes.Clone([]byte(s)))
	})
}
