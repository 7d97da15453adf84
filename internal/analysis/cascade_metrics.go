package analysis

import "reviewfolio/internal/model"

// TargetMetrics returns the metrics of which a Cascade of the team has anything
// to say: a target is set for it or a child team, or, of sums and levels, its
// people have one. In the order of the dictionary.
func (r *Result) TargetMetrics(t model.TeamID, p model.Period) []*model.Metric {
	team := r.portfolio.Team(t)
	if team == nil {
		return nil
	}
	set, taken := map[model.MetricID]bool{}, map[model.MetricID]bool{}
	noteTargets(set, team.Targets, p)
	for _, id := range r.Children(t) {
		noteTargets(set, r.portfolio.Team(id).Targets, p)
	}
	r.noteTaken(taken, t, p)
	if cycle := r.portfolio.Settings.Cycle; p.Length > cycle {
		for _, part := range r.portfolio.Settings.Calendar.Parts(p, cycle) {
			r.noteTaken(taken, t, part)
		}
	}
	var list []*model.Metric
	for i := range r.portfolio.Settings.Metrics {
		m := &r.portfolio.Settings.Metrics[i]
		adds := m.Kind == model.SumKind || m.Kind == model.LevelKind
		if set[m.ID] || adds && taken[m.ID] {
			list = append(list, m)
		}
	}
	return list
}

func noteTargets(into map[model.MetricID]bool, list []model.PeriodValues, p model.Period) {
	for _, v := range valuesIn(list, p) {
		if v.Target.OK {
			into[v.Metric] = true
		}
	}
}

// noteTaken notes of what the team's people have a target of the period.
func (r *Result) noteTaken(into map[model.MetricID]bool, t model.TeamID, p model.Period) {
	if period := r.time.find(p); period >= 0 {
		at := point{scope: r.teamScope(r.org.teams[t]), period: period}
		for at.column = range r.columns {
			if r.cell(at).has&hasTarget != 0 {
				into[r.columns[at.column].metric.ID] = true
			}
		}
	}
	for _, i := range r.crew(t, p) {
		x := r.portfolio.People[i]
		noteTargets(into, x.Targets, p)
		before := r.reportBefore(x.ID, p)
		if before == nil {
			continue
		}
		for j := range before.Report.Goals {
			if g := &before.Report.Goals[j]; g.Metric != "" && g.Target.OK && r.judgedIn(before, g) == p {
				into[g.Metric] = true
			}
		}
	}
}
