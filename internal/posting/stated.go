package posting

import (
	"cmp"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
)

// stated returns what the portfolio states where the figure belongs.
func (d *desk) stated(f imports.Figure) model.Opt {
	switch {
	case f.Scope == imports.Team:
		t := d.Team(model.TeamID(f.ID))
		if f.Part == imports.Target {
			return valueOf(t.Targets, f).Target
		}
		return valueOf(t.Figures, f).Actual
	case f.Part == imports.Target:
		return valueOf(d.Person(model.PersonID(f.ID)).Targets, f).Target
	}
	r := d.Review(f.Period, model.PersonID(f.ID))
	if r == nil || r.Report == nil {
		return model.Opt{}
	}
	switch f.Part {
	case imports.Breakdown:
		for _, p := range partsOf(r.Report, f.Breakdown) {
			if p.Name == f.Name {
				return p.Actual
			}
		}
	case imports.Series:
		for _, p := range stepsOf(r.Report, f.Metric) {
			if p.Period == f.Step {
				return p.Actual
			}
		}
	default:
		return metricOf(r.Report.Values, f.Metric).Actual
	}
	return model.Opt{}
}

func valueOf(list []model.PeriodValues, f imports.Figure) model.Value {
	for _, x := range list {
		if x.Period == f.Period {
			return metricOf(x.Values, f.Metric)
		}
	}
	return model.Value{}
}

func metricOf(list []model.Value, id model.MetricID) model.Value {
	for _, v := range list {
		if v.Metric == id {
			return v
		}
	}
	return model.Value{}
}

func partsOf(r *model.Report, id model.BreakdownID) []model.Part {
	for _, b := range r.Breakdowns {
		if b.Breakdown == id {
			return b.Parts
		}
	}
	return nil
}

func stepsOf(r *model.Report, id model.MetricID) []model.Point {
	for _, s := range r.Series {
		if s.Metric == id {
			return s.Points
		}
	}
	return nil
}

// A whole is an imported total that is split: by a breakdown, or by steps.
type whole struct {
	id        string
	period    model.Period
	part      imports.Part
	metric    model.MetricID
	breakdown model.BreakdownID
	length    model.Length // of the steps
}

// clear sets to 0 what splits an imported total and is not imported any more.
// A part with a target was to bring something and brought nothing; a step
// without an actual may lie ahead. That a stated step is gone is told: the files
// may be those of a shorter time than the report's.
func (d *desk) clear(figures []imports.Figure) {
	var wholes []whole
	seen, has := map[whole]bool{}, map[imports.Figure]bool{}
	for _, f := range figures {
		if f.Scope != imports.Person || f.Part != imports.Breakdown && f.Part != imports.Series {
			continue
		}
		if f.Part == imports.Breakdown {
			f.Metric = d.breakdown(f.Breakdown).Of
		}
		w := whole{f.ID, f.Period, f.Part, f.Metric, f.Breakdown, f.Step.Length}
		if !seen[w] {
			seen[w] = true
			wholes = append(wholes, w)
		}
		f.Amount = 0
		has[f] = true
	}
	for _, w := range wholes {
		r := d.Review(w.period, model.PersonID(w.id))
		if r == nil || r.Report == nil || d.files[r.Report.File] == nil || d.files[r.Report.File].refused {
			continue
		}
		var steps []string
		for _, c := range w.split(r.Report) {
			if !has[c.Figure] && c.Old != model.Of(0) {
				c.File, c.Gone = r.Report.File, true
				d.change(c)
				steps = append(steps, c.Step.String())
			}
		}
		if w.part == imports.Series && steps != nil {
			d.plan.Faults.Warn(diag.Whole(r.Report.File), "posting-steps-gone", string(w.metric), strings.Join(steps, ", "))
		}
	}
}

// split returns what the report states of the parts or steps, as changes to 0.
func (w whole) split(r *model.Report) (list []Change) {
	f := imports.Figure{Scope: imports.Person, ID: w.id, Period: w.period, Part: w.part, Metric: w.metric, Breakdown: w.breakdown}
	if w.part == imports.Breakdown {
		for _, p := range partsOf(r, w.breakdown) {
			f.Name = p.Name
			list = append(list, Change{Figure: f, Old: p.Actual})
		}
		return list
	}
	for _, p := range stepsOf(r, w.metric) {
		if f.Step = p.Period; p.Actual.OK && p.Period.Length == w.length {
			list = append(list, Change{Figure: f, Old: p.Actual})
		}
	}
	return list
}

// keep notes the figures of imported metrics and periods of people that the
// import has nothing for.
func (d *desk) keep(figures []imports.Figure) {
	type about struct {
		period model.Period
		metric model.MetricID
	}
	imported := map[about]map[model.PersonID]bool{}
	for _, f := range figures {
		if f.Scope != imports.Person || f.Part != imports.Actual {
			continue
		}
		a := about{f.Period, f.Metric}
		if imported[a] == nil {
			imported[a] = map[model.PersonID]bool{}
		}
		imported[a][model.PersonID(f.ID)] = true
	}
	for _, r := range d.Reviews {
		if r.Report == nil {
			continue
		}
		for _, v := range r.Report.Values {
			if people := imported[about{r.Period, v.Metric}]; people != nil && !people[r.Person] && v.Actual.OK && v.Actual.Amount != 0 {
				d.plan.Kept = append(d.plan.Kept, Kept{r.Period, r.Person, v.Metric})
			}
		}
	}
	slices.SortStableFunc(d.plan.Kept, func(a, b Kept) int {
		return cmp.Or(d.Settings.Calendar.Compare(a.Period, b.Period), cmp.Compare(a.Person, b.Person))
	})
}
