package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
	"reviewfolio/internal/posting"
	"reviewfolio/internal/words"
)

// maxRejects is how many rejects a terminal is shown.
const maxRejects = 20

// maxKept is how many people are named whose figures are kept.
const maxKept = 5

// printImport prints what became of the rows, and what changes.
func (s *shell) printImport(x *imported, failed bool) error {
	var out bytes.Buffer
	shown := *x.result
	more := max(0, len(shown.Rejects)-maxRejects)
	shown.Rejects = shown.Rejects[:len(shown.Rejects)-more]
	notes := shown.Notes
	if more > 0 {
		shown.Notes = nil // they stand behind the rejects
	}
	out.WriteString(shown.Text(s.lang))
	if more > 0 {
		fmt.Fprintln(&out, s.lang.Text("posting.more-rejects", more))
		out.WriteString((&imports.Result{Notes: notes}).Text(s.lang))
	}
	s.printChanges(&out, x)
	out.WriteByte('\n')
	if len(x.plan.Kept) > 0 {
		fmt.Fprintln(&out, s.lang.Text("posting.kept", len(x.plan.Kept), s.keptOf(x)))
	}
	if x.plan.Drifted > 0 {
		fmt.Fprintln(&out, s.lang.Text("posting.drifted", x.plan.Drifted))
	}
	if x.plan.Equal > 0 {
		fmt.Fprintln(&out, s.lang.Text("posting.equal", x.plan.Equal))
	}
	switch changes, files := len(x.plan.Changes), len(x.plan.Files); {
	case failed:
	case changes == 0:
		fmt.Fprintln(&out, s.lang.Text("posting.nothing"))
	case x.written:
		fmt.Fprintln(&out, s.lang.Text("posting.done", changes, files))
	default:
		fmt.Fprintln(&out, s.lang.Text("posting.would", changes, files))
	}
	_, err := out.WriteTo(s.stdout)
	return err
}

// keptOf names the people whose figures are kept.
func (s *shell) keptOf(x *imported) string {
	var names []string
	for _, k := range x.plan.Kept {
		name := x.portfolio.Person(k.Person).Name
		switch {
		case len(names) > 0 && names[len(names)-1] == name:
		case len(names) == maxKept:
			return s.listed(names) + s.lang.Text("posting.and-more")
		default:
			names = append(names, name)
		}
	}
	return s.listed(names)
}

// printChanges prints the figures that change, by person or team and period.
func (s *shell) printChanges(w io.Writer, x *imported) {
	made := map[string]bool{}
	for _, f := range x.plan.Files {
		made[f.Path] = f.Old == nil
	}
	list := x.plan.Changes
	for len(list) > 0 {
		n := 1
		for n < len(list) && sameBlock(&list[n], &list[0]) {
			n++
		}
		key, c := "posting.head", &list[n-1] // targets stand last but for parts
		for i := range n {
			if made[list[i].File] {
				key = "posting.head-new"
			}
		}
		fmt.Fprintf(w, "\n%s\n", s.lang.Text(key, nameOfScope(x.portfolio, c), c.ID, s.periodName(x.portfolio, c.Period)))
		s.printBlock(w, x.portfolio, list[:n])
		list = list[n:]
	}
}

func sameBlock(a, b *posting.Change) bool {
	return a.Scope == b.Scope && a.ID == b.ID && a.Period == b.Period
}

func nameOfScope(p *model.Portfolio, c *posting.Change) string {
	if c.Scope == imports.Team {
		return p.Team(model.TeamID(c.ID)).Name
	}
	return p.Person(model.PersonID(c.ID)).Name
}

// printBlock prints figures below each other: what, old, new, difference.
func (s *shell) printBlock(w io.Writer, p *model.Portfolio, list []posting.Change) {
	rows := make([][4]string, len(list))
	var widths [4]int
	for i := range list {
		c := &list[i]
		rows[i] = [4]string{s.labelOf(p, c), words.Undefined, grouped(c.Amount), ""}
		if c.Old.OK {
			rows[i][1] = grouped(c.Old.Amount)
			if diff, ok := c.Amount.Add(-c.Old.Amount); ok {
				rows[i][3] = signed(diff)
			}
		}
		for j, cell := range rows[i] {
			widths[j] = max(widths[j], diag.Width(cell))
		}
	}
	for i, r := range rows {
		text := fmt.Sprintf("  %s  %s → %s  %s", padded(r[0], -widths[0]), padded(r[1], widths[1]), padded(r[2], widths[2]), padded(r[3], widths[3]))
		if list[i].Gone {
			text += "  " + s.lang.Text("posting.gone")
		}
		fmt.Fprintln(w, strings.TrimRight(text, " "))
	}
}

// padded fills a text with spaces before it, behind it where the width is
// negative. Chinese takes two columns a character.
func padded(text string, width int) string {
	if width < 0 {
		return text + strings.Repeat(" ", -width-diag.Width(text))
	}
	return strings.Repeat(" ", width-diag.Width(text)) + text
}

// labelOf names a figure, with its unit.
func (s *shell) labelOf(p *model.Portfolio, c *posting.Change) string {
	m := p.Metric(c.Metric)
	name := s.lang.Name("metric", string(m.ID), m.Label)
	switch c.Part {
	case imports.Target:
		name = s.lang.Text("posting.target", name)
	case imports.Series:
		name = s.lang.Text("posting.part", name, s.periodName(p, c.Step))
	case imports.Breakdown:
		name = s.lang.Text("posting.part", s.breakdownName(p, c.Breakdown), c.Name)
	}
	if unit := s.unitOf(p, m); unit != "" {
		name = s.lang.Text("posting.unit", name, unit)
	}
	return plain(name)
}

// plain replaces what a terminal would obey instead of showing it: parts are
// named by the cells of a file.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

func (s *shell) breakdownName(p *model.Portfolio, id model.BreakdownID) string {
	for _, b := range p.Settings.Breakdowns {
		if b.ID == id {
			return s.lang.Name("breakdown", string(id), b.Label)
		}
	}
	return string(id)
}

func (s *shell) unitOf(p *model.Portfolio, m *model.Metric) string {
	switch m.Unit {
	case model.Money:
		return s.lang.Currency(p.Settings.Currency)
	case model.Percent:
		return "%"
	}
	return s.lang.CountWord(string(m.ID))
}

func (s *shell) periodName(p *model.Portfolio, x model.Period) string {
	return s.lang.PeriodName(words.Period{Year: int(x.Year), Months: x.Length.Months(), N: int(x.N), Start: p.Settings.Calendar.Start})
}

// grouped writes an amount in full, for people: 13,450,000.5.
func grouped(a model.Amount) string {
	n, _ := model.ParseNumber(a.String())
	n.Grouped = true
	return n.String()
}

func signed(a model.Amount) string {
	if a > 0 {
		return "+" + grouped(a)
	}
	return grouped(a)
}
