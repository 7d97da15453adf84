package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// soonDays is how many days ahead an action that falls due is worth a word.
const soonDays = 14

// A NeedKind is what has to be seen to.
type NeedKind uint8

const (
	NeedReport     NeedKind = iota // People have not handed in a report
	NeedAction                     // Action is overdue, or due soon
	NeedComments                   // reviewers of Role have not commented on People
	NeedTargets                    // the people's targets do not reach the team's: Cascade
	NeedAttainment                 // People are under the lower cut of attainment, the lowest first
	NeedAppeal                     // an appeal of People is open
	NeedChanged                    // the reports of People were changed after they were acknowledged
)

// A Need is one line of 需要你处理, as data. Exactly what its kind names is set.
type Need struct {
	Kind    NeedKind
	Late    int              // days overdue; 0 where it is not
	Due     model.Date       // zero where there is no day
	Since   model.Date       // of NeedAppeal: when it was made; zero where that is not known
	Period  model.Period     // of the report, comments or targets it is about
	People  []model.PersonID // whom it is about
	Owners  []model.PersonID // who has to act, by id; nil where nobody is named
	Role    model.Role       // of NeedComments
	Action  *TrackedAction   // of NeedAction
	Cascade *Cascade         // of NeedTargets
}

// Attention returns what has to be seen to in the team and all below it: the
// longest overdue first, then by due date, those without one last. Actions,
// open appeals and coming targets belong to the latest period; an earlier one
// keeps the actions that were last seen in it and the appeals against it.
func (r *Result) Attention(t model.TeamID, p model.Period) []Need {
	people := r.crew(t, p)
	needs := r.reportNeeds(people, p)
	needs = append(needs, r.actionNeeds(t, people, p)...)
	needs = append(needs, r.appealNeeds(people, p)...)
	if r.time.over(p) {
		needs = append(needs, r.commentNeeds(people, p)...)
		needs = append(needs, r.attainmentNeed(people, p)...)
	}
	if p == r.Latest() {
		needs = append(needs, r.targetNeed(t, r.portfolio.Settings.Calendar.Next(p))...)
	}
	slices.SortStableFunc(needs, func(a, b Need) int {
		return cmp.Or(-cmp.Compare(a.Late, b.Late), compareDates(a.Due, b.Due), cmp.Compare(a.Kind, b.Kind), slices.Compare(a.Owners, b.Owners))
	})
	return needs
}

func (r *Result) reportNeeds(people []int32, p model.Period) []Need {
	var needs []Need
	for _, x := range people {
		if m, ok := r.missingReport(int(x), p); ok {
			late := []model.PersonID{m.Person}
			needs = append(needs, Need{
				Kind: NeedReport, Late: m.Late, Due: m.Due, Period: p, People: late, Owners: r.managers(late, p),
			})
		}
	}
	return needs
}

// actionNeeds returns the actions that are overdue or due soon. At the latest
// period the root has those of owners without a team as well.
func (r *Result) actionNeeds(t model.TeamID, people []int32, p model.Period) []Need {
	var (
		needs  []Need
		soon   = r.portfolio.Settings.AsOf.AddDays(soonDays)
		latest = p == r.Latest()
	)
	add := func(i int) {
		a := &r.reviews.actions[i]
		if a.Done || a.Due.IsZero() || a.Due.After(soon) || !latest && a.Last.Period != p {
			return
		}
		needs = append(needs, Need{
			Kind: NeedAction, Late: a.Overdue, Due: a.Due, Period: a.Last.Period,
			People: []model.PersonID{a.Last.Person}, Owners: []model.PersonID{a.Owner}, Action: a,
		})
	}
	if team := r.portfolio.Team(t); latest && team != nil && team.Parent == "" {
		for i := range r.reviews.actions {
			add(i)
		}
		return needs
	}
	for _, x := range people {
		for _, i := range r.reviews.actionsOf[r.portfolio.People[x].ID] {
			add(i)
		}
	}
	return needs
}

// commentNeeds returns, for each role that counts, on whose reports it has not
// commented.
func (r *Result) commentNeeds(people []int32, p model.Period) []Need {
	var (
		lacking [model.SelfRole + 1][]model.PersonID
		needs   []Need
		asOf    = r.portfolio.Settings.AsOf
		due     = r.dueDate(p, r.portfolio.Settings.Due.Comment)
	)
	for _, x := range people {
		i := r.review(int(x), p)
		if i < 0 || r.marks[i].expected == r.marks[i].commented {
			continue
		}
		for role := range lacking {
			if r.marks[i].lacks(model.Role(role)) {
				lacking[role] = append(lacking[role], r.portfolio.People[x].ID)
			}
		}
	}
	for role, ids := range lacking {
		if len(ids) == 0 {
			continue
		}
		n := Need{Kind: NeedComments, Late: max(0, asOf.Sub(due)), Due: due, Period: p, People: ids, Role: model.Role(role)}
		if n.Role == model.ManagerRole {
			n.Owners = r.managers(ids, p)
		}
		needs = append(needs, n)
	}
	return needs
}

// appealNeeds returns the open appeals, at the latest period those against
// earlier reviews as well: who is to have them answered, the manager.
func (r *Result) appealNeeds(people []int32, p model.Period) []Need {
	var needs []Need
	periods := []model.Period{p}
	if p == r.Latest() {
		periods = r.time.periods
	}
	for _, x := range people {
		for _, q := range periods {
			i := r.review(int(x), q)
			if i < 0 || !r.marks[i].appeal {
				continue
			}
			a, _ := appealIn(r.portfolio.Reviews[i])
			of := []model.PersonID{r.portfolio.People[x].ID}
			needs = append(needs, Need{Kind: NeedAppeal, Since: a.Date, Period: q, People: of, Owners: r.managers(of, q)})
		}
	}
	return needs
}

// attainmentNeed returns who is under the lower cut of attainment.
func (r *Result) attainmentNeed(people []int32, p model.Period) []Need {
	var below []placed
	for _, x := range people {
		rate := r.rate(int(x), p)
		if rate.Defined() && bandOf(rate, r.portfolio.Settings.Cuts.Attainment, 100) == 0 {
			below = append(below, placed{int(x), rate})
		}
	}
	if below == nil {
		return nil
	}
	slices.SortStableFunc(below, func(a, b placed) int { return a.value.Compare(b.value.Ratio) })
	ids := r.idsOf(below)
	return []Need{{Kind: NeedAttainment, Period: p, People: ids, Owners: r.managers(ids, p)}}
}

// targetNeed returns what of the team's target in the first of the kpis nobody
// took on.
func (r *Result) targetNeed(t model.TeamID, p model.Period) []Need {
	if len(r.portfolio.Settings.KPIs) == 0 {
		return nil
	}
	c := r.Assigned(t, p, r.portfolio.Settings.KPIs[0].Metric)
	if c.Gap.Sign() <= 0 {
		return nil
	}
	n := Need{Kind: NeedTargets, Period: p, Cascade: &c}
	if lead := r.portfolio.Team(t).Lead; lead != "" {
		n.Owners = []model.PersonID{lead}
	}
	return []Need{n}
}

// managers returns who answers for the people, each once, by id.
func (r *Result) managers(people []model.PersonID, p model.Period) []model.PersonID {
	var list []model.PersonID
	for _, id := range people {
		if m := r.manager(id, p); m != "" {
			list = append(list, m)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
