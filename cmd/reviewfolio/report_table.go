package main

import (
	"fmt"
	"io"
	"strings"

	"reviewfolio/internal/diag"
)

// red and plainText switch the colour of a terminal.
const (
	red       = "\x1b[31m"
	plainText = "\x1b[0m"
)

// A tableRow is one person's, cell by cell; late ones are red where there are
// colours.
type tableRow struct {
	cells []string
	late  bool
}

// printTable prints the people who lack something or wait for somebody, aligned
// for a terminal, and how many others there are.
func (s *shell) printTable(r completeness, colours bool) error {
	if r.Period == "" {
		_, err := fmt.Fprintln(s.stdout, s.lang.Text("report.nobody"))
		return err
	}
	if _, err := fmt.Fprintln(s.stdout, s.lang.Text("report.summary", r.Period, r.Reports, r.Expected, r.Due.Report, r.Due.Comment, r.AsOf)); err != nil {
		return err
	}
	rows := []tableRow{{cells: []string{
		s.lang.Text("head.person"), s.lang.Text("head.team"), s.lang.Text("report.manager"), s.lang.Text("head.report"),
		s.lang.Text("head.next"), s.lang.Text("coverage.missing"),
	}}}
	rest := 0
	for i := range r.People {
		x := &r.People[i]
		if x.Complete && x.Waiting == nil {
			rest++
			continue
		}
		rows = append(rows, s.tableRow(x))
	}
	if len(rows) > 1 {
		fmt.Fprintln(s.stdout)
		if err := writeTable(s.stdout, rows, colours); err != nil {
			return err
		}
	}
	if rest == 0 {
		return nil
	}
	_, err := fmt.Fprintln(s.stdout, "\n"+s.lang.Text("report.rest", rest))
	return err
}

func (s *shell) tableRow(x *reviewLacking) tableRow {
	manager, next := "—", "—"
	if x.Manager != nil {
		manager = x.Manager.Name
	}
	if t := x.Waiting; t != nil {
		who := s.lang.Text("role.manager")
		if t.On != nil {
			who = t.On.Name
		}
		next = s.lang.Text("turn."+t.For, who)
		if t.Days > 0 {
			next += s.lang.Text("turn-days", t.Days)
		}
	}
	return tableRow{[]string{x.Name, x.Team.Name, manager, s.handedIn(x), next, s.lacks(x)}, x.DaysLate > 0}
}

// handedIn says when the report was handed in and how late.
func (s *shell) handedIn(x *reviewLacking) string {
	switch {
	case x.Status == "missing" && x.DaysLate > 0:
		return s.lang.Text("reason.no-report-late", x.DaysLate)
	case x.Status == "missing":
		return s.lang.Text("reason.no-report")
	case x.DaysLate > 0:
		return s.lang.Text("coverage.late", x.Date, x.DaysLate)
	case x.Date == "":
		return s.lang.Text("status." + x.Status)
	}
	return x.Date
}

// lacks says what the report and the comments on it lack.
func (s *shell) lacks(x *reviewLacking) string {
	var list []string
	if x.Status == "missing" {
		list = append(list, s.lang.Text("report.report"))
	}
	if len(x.themes) > 0 {
		var names []string
		for _, t := range x.themes {
			names = append(names, s.lang.Name("theme", string(t.ID), t.Label))
		}
		list = append(list, s.lang.Text("report.themes", s.listed(names)))
	}
	for _, kind := range x.MissingCases {
		list = append(list, s.lang.Text("head."+kind))
	}
	if len(x.MissingComments) > 0 {
		list = append(list, s.lang.Text("report.comments", s.listed(s.texts("role.", x.MissingComments))))
	}
	for _, c := range x.Comments {
		parts := s.texts("part.", c.Missing)
		for i := range parts {
			parts[i] = s.lang.Text("quoted", parts[i])
		}
		list = append(list, s.lang.Text("report.parts", c.Reviewer.Name, s.listed(parts)))
	}
	if len(list) == 0 {
		return "—"
	}
	return strings.Join(list, s.lang.Text("list-semicolon"))
}

func (s *shell) listed(names []string) string { return strings.Join(names, s.lang.Text("list-comma")) }

// texts returns the words of the keys that begin alike.
func (s *shell) texts(prefix string, ends []string) []string {
	var list []string
	for _, end := range ends {
		list = append(list, s.lang.Text(prefix+end))
	}
	return list
}

// writeTable writes rows with all columns but the last as wide as their widest
// cell.
func writeTable(w io.Writer, rows []tableRow, colours bool) error {
	widths := make([]int, len(rows[0].cells)-1)
	for _, r := range rows {
		for i := range widths {
			widths[i] = max(widths[i], diag.Width(r.cells[i]))
		}
	}
	for _, r := range rows {
		var line strings.Builder
		for i, width := range widths {
			line.WriteString(r.cells[i])
			line.WriteString(strings.Repeat(" ", width-diag.Width(r.cells[i])+2))
		}
		line.WriteString(r.cells[len(widths)])
		text := line.String()
		if colours && r.late {
			text = red + text + plainText
		}
		if _, err := fmt.Fprintln(w, text); err != nil {
			return err
		}
	}
	return nil
}
