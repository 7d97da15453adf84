package imports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/sheet"
	"reviewfolio/internal/words"
)

// Text writes what became of the rows, for people: tables, counts and sums
// that reconcile, why rows were left out, and every reject.
func (r *Result) Text(lang words.Lang) string {
	var b strings.Builder
	for _, t := range r.Tables {
		if t.Sheet == "" {
			line(&b, 0, lang.Text("imports.table", t.File, t.Header, t.Rows))
		} else {
			line(&b, 0, lang.Text("imports.table-sheet", t.File, t.Sheet, t.Header, t.Rows))
		}
		var unused []string
		for _, c := range t.Columns {
			if c.Name == "" {
				unused = append(unused, c.Header)
			}
		}
		if len(unused) > 0 {
			line(&b, 1, lang.Text("imports.unused", listed(lang, unused)))
		}
	}
	line(&b, 0, lang.Text("imports.rows", r.Rows.Read, r.Rows.Used, r.Rows.Filtered, r.Rows.Rejected))
	for _, s := range r.Sums {
		line(&b, 0, lang.Text("imports.sum", s.Header, grouped(s.Read), grouped(s.Used), grouped(s.Filtered), grouped(s.Rejected)))
	}
	if len(r.Filtered) > 0 {
		line(&b, 0, lang.Text("imports.filtered"))
	}
	for _, f := range r.Filtered {
		line(&b, 1, lang.Text("imports.filtered-row", f.Rows, f.First, said(lang, f.Reason)))
	}
	if len(r.Rejects) > 0 {
		line(&b, 0, lang.Text("imports.rejected"))
	}
	for _, x := range r.Rejects {
		line(&b, 1, x.Text(lang))
	}
	if len(r.Notes) > 0 {
		line(&b, 0, lang.Text("imports.notes"))
	}
	for _, n := range r.Notes {
		line(&b, 1, said(lang, n))
	}
	return b.String()
}

// Text writes a reject in one line: deals.csv:45: 负责人 "张炜": …
func (x Reject) Text(lang words.Lang) string {
	where := x.File
	if x.Sheet != "" {
		where += " " + x.Sheet
	}
	text := fmt.Sprintf("%s:%d: ", where, x.Row)
	if x.Header != "" {
		quoted := strconv.Quote(x.Value)
		text += lang.Text("imports.value", x.Header, quoted[1:len(quoted)-1])
	}
	text += said(lang, x.Reason)
	switch {
	case len(x.Near) == 0:
	case x.Reason.Key == "import-ambiguous" || x.Reason.Key == "import-several":
		text += lang.Text("imports.colon") + listed(lang, x.Near)
	default:
		text += lang.Text("imports.stop") + lang.Text("imports.near", listed(lang, x.Near))
	}
	return text
}

// Text writes why nothing was imported.
func (f *Fault) Text(lang words.Lang) string {
	text := said(lang, f.Message)
	if f.File != "" {
		text = f.File + ": " + text
	}
	if !f.Cause.IsZero() {
		text += lang.Text("imports.colon") + said(lang, f.Cause)
	}
	if !f.Hint.IsZero() {
		text += "\n\t" + said(lang, f.Hint)
	}
	return text
}

// listed joins names as the language does.
func listed(lang words.Lang, names []string) string {
	return strings.Join(names, lang.Text("imports.and"))
}

// grouped sets the thousands of a decimal apart, for people: 1,668,100.5.
func grouped(decimal string) string {
	digits := strings.TrimPrefix(decimal, "-")
	whole, rest, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return strings.TrimSuffix(decimal, digits) + whole
}

func said(lang words.Lang, m diag.Message) string {
	args := slices.Clone(m.Args)
	for i := range args {
		if list, ok := args[i].(nameList); ok {
			args[i] = listed(lang, strings.Split(string(list), listMark))
		}
	}
	return lang.Text(m.Key, args...)
}

// A nameList is several names as one argument of a message, which the language
// joins. Without a language it joins them by commas.
type nameList string

const listMark = "\x00"

func listOf(names []string) nameList { return nameList(strings.Join(names, listMark)) }

// String returns the names with commas between them.
func (l nameList) String() string { return strings.ReplaceAll(string(l), listMark, ", ") }

func line(b *strings.Builder, indent int, text string) {
	b.WriteString(strings.Repeat("  ", indent))
	b.WriteString(text)
	b.WriteByte('\n')
}

// Text writes what the file holds, for people.
func (e *Explanation) Text(lang words.Lang) string {
	var b strings.Builder
	switch {
	case e.Workbook:
		line(&b, 0, lang.Text("imports.workbook", e.File))
	case e.Delimiter == '\t':
		line(&b, 0, lang.Text("imports.text", e.File, e.Encoding, lang.Text("imports.tab")))
	default:
		line(&b, 0, lang.Text("imports.text", e.File, e.Encoding, string(e.Delimiter)))
	}
	for _, s := range e.Sheets {
		s.write(&b, lang)
	}
	if len(e.Profiles) == 0 {
		line(&b, 0, lang.Text("imports.no-profiles"))
	} else {
		line(&b, 0, lang.Text("imports.profiles"))
	}
	for _, p := range e.Profiles {
		if len(p.Missing) == 0 {
			line(&b, 1, lang.Text("imports.fits", p.Name, p.Found))
		} else {
			line(&b, 1, lang.Text("imports.misses", p.Name, p.Found, listed(lang, p.Missing)))
		}
	}
	if e.Start != "" {
		line(&b, 0, lang.Text("imports.start"))
		b.WriteString("\n" + e.Start)
	}
	return b.String()
}

func (s *ExplainedSheet) write(b *strings.Builder, lang words.Lang) {
	text := lang.Text("imports.sheet-text")
	if s.Name != "" {
		text = lang.Text("imports.sheet", s.Name)
	}
	if s.Hidden {
		text += lang.Text("imports.hidden")
	}
	if s.Header == 0 {
		line(b, 0, text+lang.Text("imports.colon")+lang.Text("imports.no-header"))
		return
	}
	line(b, 0, text+lang.Text("imports.colon")+lang.Text("imports.header", s.Header, s.Rows))
	if s.Unit != "" {
		line(b, 1, lang.Text("imports.unit", s.Unit))
	}
	if s.UnitUnclear != "" {
		line(b, 1, lang.Text("import-unit-unclear", s.UnitUnclear))
	}
	for i := range s.Columns {
		if c := &s.Columns[i]; c.Header != "" || c.Filled > 0 {
			line(b, 1, c.text(lang))
		}
	}
}

var kindWords = [...]string{BlankColumn: "imports.kind-blank", TextColumn: "imports.kind-text", NumberColumn: "imports.kind-number", DateColumn: "imports.kind-date"}

func (c *ExplainedColumn) text(lang words.Lang) string {
	facts := []string{lang.Text(kindWords[c.Kind])}
	for i, f := range c.Forms {
		if i < maxSamples {
			facts = append(facts, lang.Text("imports.form", f.Form, f.Count))
		}
	}
	if c.step {
		facts = append(facts, lang.Text("imports.period"))
	}
	if key := map[sheet.Order]string{sheet.DayMonth: "imports.order-dmy", sheet.MonthDay: "imports.order-mdy", sheet.YearFirst: "imports.order-ymd"}[c.Date.Order]; key != "" && c.Evidence.Row > 0 {
		facts = append(facts, lang.Text(key, c.Evidence.Text, c.Evidence.Row))
	}
	if c.Number == sheet.CommaDecimal {
		facts = append(facts, lang.Text("imports.commas", c.Evidence.Text, c.Evidence.Row))
	}
	if c.Fault != nil {
		facts = append(facts, lang.Text(c.Fault.Code, c.Fault.Args...))
	}
	switch {
	case c.Distinct == maxDistinct:
		facts = append(facts, lang.Text("imports.values-many", c.Distinct))
	case c.Distinct > 0:
		facts = append(facts, lang.Text("imports.values", c.Distinct))
	}
	if c.Known > 0 {
		facts = append(facts, lang.Text("imports.people", c.Known))
	}
	colon := lang.Text("imports.colon")
	text := strconv.Itoa(c.Column) + " " + c.Header + colon + strings.Join(facts, lang.Text("imports.comma"))
	if len(c.Samples) > 0 {
		text += colon + strings.Join(c.Samples, " | ")
	}
	return text
}
