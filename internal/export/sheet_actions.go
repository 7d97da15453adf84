package export

import (
	"reviewfolio/internal/audience"
)

// actions writes what the people of the team and below have to do, and what
// they closed in the period.
func (s *sheets) actions() {
	lang := s.said.lang
	l := s.list(lang.Text("book.actions"), 1, []field{
		{lang.Text("head.owner"), 12, phrase}, {lang.Text("head.team"), 12, phrase}, {lang.Text("head.action"), 60, prose},
		{lang.Text("head.state"), 16, phrase}, {lang.Text("head.due"), 13, figure}, {lang.Text("head.days-overdue"), 10, figure},
		{lang.Text("head.set-in"), 15, phrase}, {lang.Text("head.last-seen"), 15, phrase}, {lang.Text("head.done-in"), 15, phrase},
	}, []field{{lang.Text("head.action-id"), 16, phrase}, {lang.Text("head.id"), 16, phrase}})
	for _, id := range s.people {
		list := s.view.ActionsOf(id)
		for i := range list {
			if a := &list[i]; !a.Done || a.DoneIn.Period == s.period {
				s.actionRow(l, a)
			}
		}
	}
	l.close()
}

func (s *sheets) actionRow(l *list, a *audience.TrackedAction) {
	for _, text := range [...]string{s.view.Name(a.Owner), s.teamIn(a.Owner, s.period), a.Text, s.word(actionStates[s.view.ActionState(a)])} {
		l.text(text)
	}
	l.date(a.Due)
	if a.Overdue > 0 {
		l.count(a.Overdue)
	} else {
		l.skip()
	}
	l.text(s.said.period(a.First.Period))
	l.text(s.said.period(a.Last.Period))
	l.text(s.said.period(a.DoneIn.Period))
	l.text(a.ID)
	l.text(string(a.Owner))
	l.end()
}

var actionStates = [...]string{
	audience.ActionOpen: "action.open", audience.ActionOverdue: "head.overdue", audience.ActionDangling: "action.dangling",
	audience.ActionDone: "action.done", audience.ActionLate: "action.late",
}
