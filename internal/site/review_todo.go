package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// todo is what this review leaves to do: open actions, the report itself,
// sections to write, promises to answer, comments to confirm.
func (r *review) todo() Block {
	b := Block{ID: "todo", Title: r.lang.Text("section.to-do")}
	h := new(markup.HTML)
	item := func(late bool, when, what string, who PersonID) {
		h.Raw(`<li><span class="when`)
		if late {
			h.Raw(` late`)
		}
		h.Raw(`">`).Text(when).Raw(`</span><span>`).Text(what).Raw(`</span><span class="dim nb"><bdi>`).Text(r.view.Name(who)).Raw(`</bdi></span></li>`)
	}
	if what := r.unsubmitted(); what != "" {
		if late := r.info.AsOf.Sub(r.complete.Due); late > 0 {
			item(true, r.lang.Overdue(late), what, r.Person)
		} else {
			item(false, r.lang.Text("due-by", r.day(r.complete.Due)), what, r.Person)
		}
	}
	if a, ok := r.view.Appeal(r.Person, r.Period); ok && a.Answer == nil {
		when := ""
		if !a.Date.IsZero() {
			when = r.lang.Text("todo.waited", r.info.AsOf.Sub(a.Date))
		}
		item(false, when, r.lang.Text("todo.appeal-own", r.view.Name(r.Person)), r.turn.Who)
	}
	for _, a := range r.openActions() {
		switch {
		case a.Overdue > 0:
			item(true, r.lang.Overdue(a.Overdue), a.Text, a.Owner)
		case a.Due.IsZero():
			item(false, r.lang.Text("no-due-date"), a.Text, a.Owner)
		default:
			item(false, r.lang.Text("due-by", r.day(a.Due)), a.Text, a.Owner)
		}
	}
	for _, what := range r.unfinished() {
		item(false, "", what, r.Person)
	}
	if h.Len() == 0 {
		h.Raw(`<p class="none">`).Text(r.lang.Text("todo.none")).Raw(`</p>`)
	} else {
		b.Note = r.lang.Text("order.overdue")
		h = new(markup.HTML).Raw(`<ol class="todo">`).Add(h).Raw(`</ol>`)
	}
	b.Body = r.place(h)
	return b
}

// openActions are those last seen in this review that are not done; the others
// are on the page of the review that took them over.
func (r *review) openActions() []audience.TrackedAction {
	var list []audience.TrackedAction
	for _, a := range r.actionsOf(audience.ReviewID{Period: r.Period, Person: r.Person}) {
		if !a.Done && a.Last.Period == r.Period && a.Last.Person == r.Person {
			list = append(list, a)
		}
	}
	return list[:min(len(list), mostNeeds)]
}

// unsubmitted says that the report itself is still to come.
func (r *review) unsubmitted() string {
	switch {
	case r.Report == nil && r.complete.Missing:
		return r.lang.Text("todo.hand-in")
	case r.Report != nil && r.Report.Status <= audience.Open:
		return r.lang.Text("todo.submit")
	}
	return ""
}

// unfinished says what the report itself still lacks.
func (r *review) unfinished() []string {
	if r.Report == nil || r.Report.Status == audience.Open {
		return nil
	}
	var list []string
	missing, thin := "", ""
	for _, s := range r.complete.Themes {
		into := &missing
		switch s.Presence {
		case audience.ThemeThin:
			into = &thin
		case audience.ThemeMissing:
		default:
			continue
		}
		if *into != "" {
			*into += r.lang.Text("list-comma")
		}
		*into += r.lang.Text("quoted", r.themeName(*s.Theme))
	}
	if missing != "" {
		list = append(list, r.lang.Text("todo.add-theme", missing))
	}
	if thin != "" {
		list = append(list, r.lang.Text("todo.extend-theme", thin))
	}
	if n := audience.CountPromises(r.promises).Dangling; n > 0 {
		list = append(list, r.lang.Text("todo.own-dangling", n))
	}
	lapsed, unreasoned := 0, 0
	for i := range r.promises {
		if r.promises[i].Lapsed {
			lapsed++
		}
		if r.promises[i].NoReason() {
			unreasoned++
		}
	}
	if lapsed > 0 {
		list = append(list, r.lang.Text("todo.own-lapsed", lapsed))
	}
	if unreasoned > 0 {
		list = append(list, r.lang.Text("todo.own-no-reason", unreasoned))
	}
	if r.Report.Status == audience.Shared {
		list = append(list, r.lang.Text("todo.confirm"))
	}
	if r.view.ChangedAfterwards(r.Period, r.Person) {
		list = append(list, r.lang.Text("todo.again"))
	}
	return list
}
