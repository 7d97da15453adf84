package analysis

import (
	"cmp"
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// A FileKind is which file of a review something stands in.
type FileKind uint8

const (
	InReport FileKind = iota
	InComment
	InLog
	InCalibration
)

// A Place is where an action stands.
type Place struct {
	Person   model.PersonID // who is reviewed
	Reviewer model.PersonID // of a comment
	Index    int            // into the Actions of the file's Doc
	Period   model.Period
	Date     model.Date // of the file, or of the log's entry; the period's last day where none is given
	Kind     FileKind
}

// A TrackedAction is an action over all the reviews that name it. The same
// owner and id, else text, is the same action; its state, text and due date
// are the latest.
type TrackedAction struct {
	Owner   model.PersonID // where nobody is named, who is reviewed
	ID      string
	Text    string
	Done    bool
	Due     model.Date // zero where none is given
	Overdue int        // days from the due date to as_of; 0 where done, not yet due, or without a date
	First   Place      // where it was set
	Last    Place      // where it was last seen
	OpenOn  model.Date // when it was last seen not done; zero where never
	DoneIn  Place      // where it was first seen done; zero where nowhere
}

// Actions returns every action: the overdue first, longest at the top, then by
// due date, those without one, and the done last.
func (r *Result) Actions() []TrackedAction { return r.reviews.actions }

// ActionsOf returns the actions of one owner, in the order of Actions.
func (r *Result) ActionsOf(owner model.PersonID) []TrackedAction {
	own := r.reviews.actionsOf[owner]
	list := make([]TrackedAction, len(own))
	for i, at := range own {
		list[i] = r.reviews.actions[at]
	}
	return list
}

// actionKey is what makes two actions the same.
type actionKey struct {
	owner model.PersonID
	id    string
	text  string // only where there is no id
}

// A sighting is an action at one place.
type sighting struct {
	action *model.Action
	owner  model.PersonID
	place  Place
}

func (s sighting) key() actionKey {
	if s.action.ID != "" {
		return actionKey{owner: s.owner, id: s.action.ID}
	}
	return actionKey{owner: s.owner, text: strings.Join(strings.Fields(s.action.Text), " ")}
}

// trackActions follows the actions of all reviews.
func trackActions(p *model.Portfolio) []TrackedAction {
	return track(p, func(model.PersonID) bool { return true })
}

// track follows the actions of some owners.
func track(p *model.Portfolio, wanted func(owner model.PersonID) bool) []TrackedAction {
	var (
		list []TrackedAction
		at   = map[actionKey]int{}
	)
	for _, review := range p.Reviews {
		for _, s := range sightings(review, p.Settings.Calendar.Last(review.Period)) {
			if !wanted(s.owner) {
				continue
			}
			key := s.key()
			i, ok := at[key]
			if !ok {
				i = len(list)
				at[key] = i
				list = append(list, TrackedAction{Owner: s.owner, First: s.place, Last: s.place})
			}
			list[i].see(s, p.Settings.Calendar)
		}
	}
	for i := range list {
		if t := &list[i]; !t.Done && !t.Due.IsZero() {
			t.Overdue = max(0, p.Settings.AsOf.Sub(t.Due))
		}
	}
	list = slices.Clip(slices.Clone(list)) // without the room that was left to grow into
	slices.SortFunc(list, compareActions)
	return list
}

// trackAgain follows the actions of the owners anew and takes over the others.
func trackAgain(before []TrackedAction, p *model.Portfolio, owners map[model.PersonID]bool) []TrackedAction {
	again := track(p, func(owner model.PersonID) bool { return owners[owner] })
	list := make([]TrackedAction, 0, len(before)+len(again))
	for i := range before {
		if owners[before[i].Owner] {
			continue
		}
		for len(again) > 0 && compareActions(again[0], before[i]) < 0 {
			list, again = append(list, again[0]), again[1:]
		}
		list = append(list, before[i])
	}
	return append(list, again...)
}

// byOwner returns where the actions of each owner are.
func byOwner(actions []TrackedAction) map[model.PersonID][]int {
	of := map[model.PersonID][]int{}
	for i := range actions {
		of[actions[i].Owner] = append(of[actions[i].Owner], i)
	}
	return of
}

// changedOwners adds the owners of actions that a review, whose period ends on
// that day, sees otherwise than before.
func changedOwners(owners map[model.PersonID]bool, was, now *model.Review, end model.Date) {
	before, after := sightings(was, end), sightings(now, end)
	same := func(a, b sighting) bool {
		x, y := *a.action, *b.action
		x.Pos, x.OwnerPos = y.Pos, y.OwnerPos
		return x == y && a.owner == b.owner && a.place == b.place
	}
	if slices.EqualFunc(before, after, same) {
		return
	}
	for _, s := range slices.Concat(before, after) {
		owners[s.owner] = true
	}
}

// see takes over what a sighting says. Within a period people are read one
// after the other, so that a later sighting may have been seen before.
func (t *TrackedAction) see(s sighting, c model.Calendar) {
	if t.Due.IsZero() {
		t.Due = s.action.Due
	}
	if comparePlaces(s.place, t.First, c) < 0 {
		t.First = s.place
	}
	if !s.action.Done && s.place.Date.After(t.OpenOn) {
		t.OpenOn = s.place.Date
	}
	if s.action.Done && (t.DoneIn.Period.IsZero() || comparePlaces(s.place, t.DoneIn, c) < 0) {
		t.DoneIn = s.place
	}
	if comparePlaces(s.place, t.Last, c) < 0 {
		return
	}
	t.ID, t.Text, t.Done, t.Last = s.action.ID, s.action.Text, s.action.Done, s.place
	if !s.action.Due.IsZero() {
		t.Due = s.action.Due
	}
}

// comparePlaces orders by when something was written: by period, then day, then
// the report before comments, log and calibration.
func comparePlaces(a, b Place, c model.Calendar) int {
	return cmp.Or(c.Compare(a.Period, b.Period), compareDates(a.Date, b.Date), cmp.Compare(a.Kind, b.Kind))
}

func compareActions(a, b TrackedAction) int {
	return cmp.Or(
		compareBool(a.Done, b.Done),
		-cmp.Compare(a.Overdue, b.Overdue),
		compareDates(a.Due, b.Due),
		cmp.Compare(a.Owner, b.Owner),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Text, b.Text),
	)
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// compareDates orders the earlier first and no date last.
func compareDates(a, b model.Date) int {
	if a.IsZero() || b.IsZero() {
		return compareBool(a.IsZero(), b.IsZero())
	}
	return cmp.Compare(a.Sub(b), 0)
}

// sightings returns the actions of one review, whose period ends on that day.
func sightings(review *model.Review, end model.Date) []sighting {
	var list []sighting
	add := func(doc *model.Doc, place Place, date func(i int) model.Date) {
		place.Period, place.Person = review.Period, review.Person
		for i := range doc.Actions {
			a := &doc.Actions[i]
			s := sighting{action: a, owner: cmp.Or(a.Owner, review.Person), place: place}
			s.place.Index, s.place.Date = i, date(i)
			if s.place.Date.IsZero() {
				s.place.Date = end
			}
			list = append(list, s)
		}
	}
	always := func(d model.Date) func(int) model.Date { return func(int) model.Date { return d } }
	if x := review.Report; x != nil {
		add(&x.Body, Place{Kind: InReport}, always(x.Date))
	}
	for _, x := range review.Comments {
		add(&x.Body, Place{Kind: InComment, Reviewer: x.Reviewer}, always(x.Date))
	}
	if x := review.Log; x != nil {
		dates := entryDates(&x.Body)
		add(&x.Body, Place{Kind: InLog}, func(i int) model.Date { return dates[i] })
	}
	if x := review.Calibration; x != nil {
		add(&x.Body, Place{Kind: InCalibration}, always(x.Date))
	}
	return list
}

// entryDates returns the date of the log's entry that each action stands in.
func entryDates(doc *model.Doc) []model.Date {
	dates := make([]model.Date, len(doc.Actions))
	var walk func(sections []model.Section, date model.Date)
	walk = func(sections []model.Section, date model.Date) {
		for i := range sections {
			s := &sections[i]
			own := date
			if !s.Date.IsZero() {
				own = s.Date
			}
			for _, ref := range s.Text.Refs {
				if ref.Kind == model.ActionStart {
					dates[ref.Action] = own
				}
			}
			walk(s.Sections, own)
		}
	}
	walk(doc.Sections, model.Date{})
	return dates
}
