package posting_test

import (
	"os"
	"regexp"
	"testing"

	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
	"reviewfolio/internal/posting"
	"reviewfolio/internal/source"
)

// everything returns all figures that the portfolio states and an import may.
func everything(p *model.Portfolio) (list []imports.Figure) {
	add := func(f imports.Figure, o model.Opt) {
		if f.Amount = o.Amount; o.OK {
			list = append(list, f)
		}
	}
	values := func(f imports.Figure, periods []model.PeriodValues) {
		for _, x := range periods {
			for _, v := range x.Values {
				f.Period, f.Metric = x.Period, v.Metric
				if f.Part == imports.Target {
					add(f, v.Target)
				} else {
					add(f, v.Actual)
				}
			}
		}
	}
	for _, x := range p.People {
		values(imports.Figure{Scope: imports.Person, ID: string(x.ID), Part: imports.Target}, x.Targets)
	}
	for _, x := range p.Teams {
		values(imports.Figure{Scope: imports.Team, ID: string(x.ID), Part: imports.Target}, x.Targets)
		values(imports.Figure{Scope: imports.Team, ID: string(x.ID), Part: imports.Actual}, x.Figures)
	}
	for _, r := range p.Reviews {
		if r.Report == nil {
			continue
		}
		f := imports.Figure{Scope: imports.Person, ID: string(r.Person), Period: r.Period, Part: imports.Actual}
		values(f, []model.PeriodValues{{Period: r.Period, Values: r.Report.Values}})
		f.Part = imports.Breakdown
		for _, b := range r.Report.Breakdowns {
			for _, part := range b.Parts {
				f.Breakdown, f.Name = b.Breakdown, part.Name
				add(f, part.Actual)
			}
		}
		f = imports.Figure{Scope: imports.Person, ID: string(r.Person), Period: r.Period, Part: imports.Series}
		for _, s := range r.Report.Series {
			for _, step := range s.Points {
				f.Metric, f.Step = s.Metric, step.Period
				add(f, step.Actual)
			}
		}
	}
	return list
}

// digits are a number; where 亿 would need more than four decimals it is written out.
var digits = regexp.MustCompile(`[0-9][0-9.,]*亿?`)

// The demo is written in as many styles as it has writers. All its figures
// imported change nothing; all of them one more change just the numbers.
func TestDemoKeepsItsStyles(t *testing.T) {
	files := os.DirFS("../..")
	demo, _, err := source.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	list := everything(demo)
	if p := plan(t, files, list, posting.Options{}); len(p.Changes) > 0 || len(p.Files) > 0 || p.Equal != len(list) || len(p.Kept) > 0 || len(p.Faults) > 0 {
		t.Errorf("changes %v, keeps %v, tells %s", p.Changes, p.Kept, codes(p.Faults))
	}
	for i := range list {
		list[i].Amount += model.One
	}
	p := plan(t, files, list, posting.Options{})
	if len(p.Changes) != len(list) || p.Faults.HasErrors() || len(list) < 2000 {
		t.Fatalf("%d of %d figures change; tells %s", len(p.Changes), len(list), codes(p.Faults))
	}
	for _, f := range p.Files {
		if digits.ReplaceAllString(string(f.Old), "0") != digits.ReplaceAllString(string(f.New), "0") {
			t.Errorf("%s is\n%s\nwas\n%s", f.Path, f.New, f.Old)
		}
	}
	if again := plan(t, p.After(files), list, posting.Options{}); again.Equal != len(list) || len(again.Changes) > 0 {
		t.Errorf("a second import changes %v", again.Changes)
	}
}
