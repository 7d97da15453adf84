package export

import (
	"compress/flate"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

const (
	// recent is how many periods of a length a workbook goes back to: a year of
	// quarters, and the quarter to compare with.
	recent = 5
	// manyPeople is above how many people in the company the workbooks have the
	// figures of people and of teams below for one period alone; the tidy file
	// has them all.
	manyPeople = 200
	// manyBelow is above how many people the workbook of a team of such a company
	// has figures, goals and actions of the team's own people alone: the others
	// are in those of their teams. Everybody is ranked and scored in any case.
	manyBelow = 50
)

// Workbook writes the workbook of a team with all below it at the period, the
// latest where it is zero: an overview with charts, what it all means, and a
// sheet each of figures, people, goals, actions and scores.
func (x *Exporter) Workbook(w io.Writer, team audience.TeamID, q audience.Period) error {
	v := x.view
	if q.IsZero() {
		q = v.Latest()
	}
	if all := v.Periods(); q.IsZero() && len(all) > 0 {
		q = all[len(all)-1]
	}
	t, _ := v.Team(team)
	s := &sheets{Exporter: x, book: newBook(x.said), team: t, scope: audience.TeamScope(team), period: q, ranks: v.Ranking(team, q)}
	s.delimit()
	title := x.said.lang.Text("book.title", t.Name, x.said.period(q))
	s.describe(title, x.said.site.AsOf)
	s.foot = "&L" + escapeFooter(title) + "&R" + x.said.lang.Text("book.page")
	s.overview(title)
	s.about()
	s.figures()
	s.rankedPeople()
	s.goals()
	s.actions()
	s.scores()
	press := x.presses.Get().(*flate.Writer)
	defer x.presses.Put(press)
	return s.send(w, press)
}

// sheets is a workbook being filled.
type sheets struct {
	*Exporter
	*book
	team   audience.Team
	scope  audience.Scope
	period audience.Period
	ranks  []audience.Rank

	// Whose figures, goals and actions there are, and of which periods.
	teams               []audience.TeamID   // the team first
	people              []audience.PersonID // by id
	all                 int                 // people of the team and below
	ownPeriods, periods []audience.Period   // of the team, and of all below it
}

// delimit decides what the sheets of figures, goals and actions hold: the last
// periods of the period's length, and of the team itself the longer ones that
// hold it; of everybody below it as long as these are few.
func (s *sheets) delimit() {
	s.teams = s.below(s.team.ID)
	s.people = s.view.PeopleOf(s.team.ID, s.period)
	many := len(s.view.People()) > manyPeople
	if s.all = len(s.people); many && s.all > manyBelow {
		s.people = s.view.Members(s.team.ID, s.period)
	}
	var past []audience.Period
	all, calendar := s.view.Periods(), s.said.site.Calendar
	for _, q := range all {
		if q.Length == s.period.Length && calendar.Compare(q, s.period) <= 0 {
			past = append(past, q)
		}
	}
	past = past[max(0, len(past)-recent):]
	s.ownPeriods, s.periods = past, past
	if many {
		s.periods = past[max(0, len(past)-1):]
	}
	for l := s.period.Length + 1; l <= audience.Year; l++ {
		if longer, ok := calendar.In(s.period, l); ok && slices.Contains(all, longer) {
			s.ownPeriods = append(slices.Clip(s.ownPeriods), longer)
		}
	}
}

// teamIn returns the name of the team that the person is in at the period.
func (s *sheets) teamIn(id audience.PersonID, q audience.Period) string {
	team, _ := s.view.TeamOf(id, q)
	return s.said.team(team)
}

// kpi returns the metric that judges first.
func (s *sheets) kpi() *audience.Metric { return s.view.Metric(s.said.site.KPIs[0]) }

// word looks a word up.
func (s *sheets) word(key string, args ...any) string { return s.said.lang.Text(key, args...) }

// columnName names a column of a metric, with the unit where it has one.
func (s *sheets) columnName(m *audience.Metric, key string, unit bool) string {
	name := s.said.metric(m)
	if unit && m.Unit != audience.Percent {
		return s.word("book.column-in", name, s.word(key), s.said.unit(m))
	}
	return s.word("book.column", name, s.word(key))
}

// why says of each undefined value why it is, behind the head of its column.
func (s *sheets) why(heads []string, values []audience.Value) string {
	text := ""
	for i, v := range values {
		reason := s.said.why(v)
		if reason == "" {
			continue
		}
		if text != "" {
			text += s.word("list-semicolon")
		}
		text += s.word("book.reason", heads[i], reason)
	}
	return text
}

// amount writes a figure with its unit for running text.
func (s *sheets) amount(m *audience.Metric, v audience.Value) string {
	f := words.Fraction{Num: v.Num, Den: v.Den}
	switch m.Unit {
	case audience.Money:
		return s.said.lang.Compact(f, s.said.site.Currency)
	case audience.Percent:
		return words.Percent(f)
	}
	return words.Count(f)
}

// escapeFooter makes a text one of a printed page: & begins codes there.
func escapeFooter(text string) string {
	text = strings.ReplaceAll(Safe(text), "&", "&&")
	if utf8.RuneCountInString(text) > 80 {
		text = string([]rune(text)[:80]) + "…"
	}
	return text
}
