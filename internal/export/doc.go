// Package export writes figures, people, goals, actions and scores for other
// programs: data/metrics.csv, a tidy data set with its dictionary, and a
// workbook a team.
//
// In goes a View, out come bytes that are the same each time: no clock, no map
// order, no name of who made them. Texts that people wrote never become a
// formula; an undefined figure is an empty cell, never 0. Nothing here decides
// what a figure is: that is computed by package analysis.
package export

import (
	"compress/flate"
	"io"
	"slices"
	"sync"

	"reviewfolio/internal/audience"
)

// Where the files lie, in a site and in the folder of the verb export.
const (
	Folder         = "data/"
	MetricsFile    = Folder + "metrics.csv"
	CompanyFile    = Folder + "company.xlsx" // of the team at the top of the tree
	FiguresFile    = Folder + "tidy/figures.csv"
	BreakdownsFile = Folder + "tidy/breakdowns.csv"
	DictionaryFile = Folder + "tidy/dictionary.csv"
)

// WorkbookFile returns where the workbook of a team lies; root is the team at
// the top of the tree.
func WorkbookFile(team, root audience.TeamID) string {
	if team == root {
		return CompanyFile
	}
	return Folder + "teams/" + string(team) + ".xlsx"
}

// A Choice limits what is written to one team with those below it, and to one
// period. The zero Choice limits nothing.
type Choice struct {
	Team   audience.TeamID
	Period audience.Period
}

// An Exporter writes the files of one View. It is not changed after it is made,
// so that files may be written side by side.
type Exporter struct {
	view    *audience.View
	said    *vocabulary
	teams   []audience.TeamID // parents before children
	paths   map[audience.TeamID][]audience.Team
	depth   int       // teams in the longest way from the root to a team
	presses sync.Pool // *flate.Writer: making one costs more than a small workbook
}

// New returns the Exporter of a View.
func New(v *audience.View) *Exporter {
	x := &Exporter{view: v, said: newVocabulary(v), teams: v.Teams(), paths: map[audience.TeamID][]audience.Team{}}
	for _, id := range x.teams {
		t, _ := v.Team(id)
		way := append(slices.Clip(x.paths[t.Parent]), t)
		x.paths[id] = way
		x.depth = max(x.depth, len(way))
	}
	x.presses.New = func() any {
		press, _ := flate.NewWriter(io.Discard, flate.BestSpeed) // fails on unknown levels only
		return press
	}
	return x
}

// Write writes the file of this path; ok is false where there is no such file.
// A workbook is of the period chosen, else of the latest.
func (x *Exporter) Write(w io.Writer, path string, c Choice) (ok bool, err error) {
	switch path {
	case MetricsFile:
		return true, x.Metrics(w, c)
	case FiguresFile:
		return true, x.Figures(w, c)
	case BreakdownsFile:
		return true, x.Breakdowns(w, c)
	case DictionaryFile:
		return true, x.Dictionary(w)
	}
	for _, id := range x.teams {
		if path == WorkbookFile(id, x.teams[0]) {
			return true, x.Workbook(w, id, c.Period)
		}
	}
	return false, nil
}

// Files returns the paths of all files.
func (x *Exporter) Files() []string {
	paths := []string{MetricsFile, FiguresFile, BreakdownsFile, DictionaryFile}
	for _, id := range x.teams {
		paths = append(paths, WorkbookFile(id, x.teams[0]))
	}
	return paths
}

// Periods returns the periods that there are figures of, in order.
func (x *Exporter) Periods() []audience.Period { return x.view.Periods() }

// below returns the team and all below it, parents before children; every team
// for "".
func (x *Exporter) below(team audience.TeamID) []audience.TeamID {
	if team == "" {
		return x.teams
	}
	var list []audience.TeamID
	for _, id := range x.teams {
		if x.within(id, team) {
			list = append(list, id)
		}
	}
	return list
}

// within reports whether a team is the other or below it.
func (x *Exporter) within(team, other audience.TeamID) bool {
	return slices.ContainsFunc(x.paths[team], func(t audience.Team) bool { return t.ID == other })
}

// chosen reports whether the choice has figures of the scope in the period: of a
// chosen team those of who is in it, or in a team below it, at the time.
func (x *Exporter) chosen(c Choice, s audience.Scope, q audience.Period) bool {
	switch {
	case !c.Period.IsZero() && c.Period != q:
		return false
	case c.Team == "":
		return true
	case s.Team != "":
		return x.within(s.Team, c.Team)
	}
	team, _ := x.view.TeamOf(s.Person, q)
	return x.within(team, c.Team)
}
