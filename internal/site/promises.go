package site

import (
	"cmp"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// verdict is a judgement as shape and word.
func (p *page) verdict(h *markup.HTML, j audience.Judgement) {
	v := verdicts[j]
	state(h, v.state, p.lang.Text(v.key))
}

var verdicts = [...]struct {
	state words.State
	key   string
	rank  int // missed ones first
}{
	audience.GoalMissed:   {words.Off, "outcome.missed", 0},
	audience.GoalDangling: {words.Off, "outcome.dangling", 1},
	audience.GoalCarried:  {words.Risk, "outcome.carried", 2},
	audience.GoalOpen:     {words.None, "outcome.open", 3},
	audience.GoalDropped:  {words.None, "outcome.dropped", 4},
	audience.GoalKept:     {words.On, "outcome.kept", 5},
}

// missedFirst orders promises by how they came out; among equals their order stays.
func missedFirst(list []audience.Promise) []audience.Promise {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b audience.Promise) int {
		return cmp.Compare(verdicts[a.Judgement].rank, verdicts[b.Judgement].rank)
	})
	return sorted
}

// promiseName is what was promised, in the words of who promised it.
func (p *page) promiseName(m *audience.Promise) string {
	if m.Goal.Statement != "" {
		return m.Goal.Statement
	}
	if metric := p.view.Metric(m.Goal.Metric); metric != nil {
		return p.metricName(metric)
	}
	return m.Goal.ID
}

// goalFigure writes a figure of a goal: in its metric's unit, or as a plain
// number where it has none.
func (p *page) goalFigure(h *markup.HTML, metric MetricID, o audience.Opt) {
	m := p.view.Metric(metric)
	r := audience.Stated(o, m)
	switch {
	case !r.Defined():
		h.Raw(`<span class="dim">—</span>`)
	case m == nil:
		h.Text(words.Count(frac(r)))
	default:
		h.Text(p.figure(m, r))
	}
}

// lastPromises is the block of what the review has to answer, missed first.
func (p *page) lastPromises(list []audience.Promise) Block {
	b := Block{ID: "promises", Title: p.lang.Text("section.last-promises")}
	h := new(markup.HTML)
	if len(list) == 0 {
		h.Raw(`<p class="none">`).Text(p.lang.Text("empty.promises")).Raw(`</p>`)
		b.Body = p.place(h)
		return b
	}
	b.Note = p.lang.Text("order.missed-first")
	p.openTable(h, "grid-t", b.Title)
	p.heads(h, "head.promise", "n:head.target", "n:head.result", "head.verdict", "head.basis")
	h.Raw(`</tr></thead><tbody>`)
	for _, m := range missedFirst(list) {
		h.Raw(`<tr><th scope="row" class="wrap">`)
		p.promised(h, &m)
		h.Raw(`</th><td class="n">`)
		p.goalFigure(h, m.Goal.Metric, m.Goal.Target)
		h.Raw(`</td><td class="n">`)
		p.promiseResult(h, &m)
		h.Raw(`</td><td>`)
		p.verdict(h, m.Judgement)
		h.Raw(`</td><td class="dim keep">`).Text(p.basis(&m)).Raw(`</td></tr>`)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// promiseResult writes the figure that judges the promise, with how it came
// about.
func (p *page) promiseResult(h *markup.HTML, m *audience.Promise) {
	f := m.Figure
	if f.Metric == nil || !f.Actual.Defined() {
		p.undefined(h, f.Actual.Why)
		return
	}
	p.explained(h, f, func(h *markup.HTML) { h.Text(p.figure(f.Metric, f.Actual.Ratio)) })
}

// promised writes what was promised, and below it what its owner says of how
// it came out.
func (p *page) promised(h *markup.HTML, m *audience.Promise) {
	h.Text(p.promiseName(m))
	p.wordings(h, m)
	text := ""
	if m.Contradicts {
		text = p.lang.Text("promise.contradicts", p.lang.Text("outcome."+m.Outcome.Status.String()))
	}
	if m.Outcome != nil && m.Outcome.Note != "" {
		if text != "" {
			text += p.lang.Text("list-semicolon")
		}
		text += m.Outcome.Note
	}
	if text != "" {
		h.Raw(`<span class="why below">`).Text(text).Raw(`</span>`)
	}
}

// basis says what a judgement rests on, and how often the promise was put off.
func (p *page) basis(m *audience.Promise) string {
	text := ""
	switch {
	case m.Basis == audience.ByFigure:
		text = p.lang.Text("promise.by-figure")
	case m.Basis == audience.ByOutcome:
		text = p.lang.Text("promise.by-outcome")
	case m.Judgement == audience.GoalOpen:
		text = p.lang.Text("promise.waiting", p.day(m.Due))
	}
	add := func(more string) {
		if text != "" {
			text += p.lang.Text("list-comma")
		}
		text += more
	}
	if m.Carries > 0 {
		add(p.lang.Text("promise.carried-n", m.Carries))
	}
	switch {
	case m.Lapsed:
		add(p.lang.Text("promise.lapsed"))
	case m.NoReason():
		add(p.lang.Text("promise.no-reason"))
	}
	return text
}

// promisesFig is the headline figure of what was promised before.
func (p *page) promisesFig(list []audience.Promise) fig {
	c := audience.CountPromises(list)
	out := fig{name: p.lang.Text("fig.promises")}
	if len(list) == 0 {
		out.value = words.Undefined
		out.notes = append(out.notes, say(p.lang.Text("fig.no-promises")))
		return out
	}
	out.value, out.unit = words.Count(whole(c.Kept)), p.lang.Text("fig.promises-of-n", c.Due())
	switch short := c.Due() - c.Kept; {
	case c.Due() == 0 && c.Open == c.All():
		out.value, out.unit = words.Count(whole(c.Open)), ""
		out.word = p.lang.Text("outcome.open")
	case c.Due() == 0:
		out.value, out.unit = words.Undefined, ""
		out.word = p.lang.Text("promise.none-due")
	case short == 0:
		out.state, out.word = words.On, p.lang.Text("fig.promises-all")
	default:
		out.state, out.word = words.Risk, p.lang.Text("fig.promises-short", short)
		out.draw = func(h *markup.HTML) {
			h.Raw(`<span class="note">`).Text(p.shortPromises(list)).Raw(`</span>`)
		}
	}
	if c.Due() > 0 {
		rate := c.KeptRate()
		out.notes = append(out.notes, say(p.lang.Text("head.kept-rate")+" "+words.Percent(frac(rate.Ratio))))
	}
	if text := p.tallied(promisesBeside(c)); text != "" && c.Open < c.All() {
		out.notes = append(out.notes, say(text))
	}
	return out
}

func whole(n int) words.Fraction { return words.Fraction{Num: int64(n), Den: 1} }

// shortPromises names what was missed, else counts what was put off or left
// unanswered.
func (p *page) shortPromises(list []audience.Promise) string {
	text := ""
	for i := range list {
		if m := &list[i]; m.Judgement == audience.GoalMissed {
			if text != "" {
				text += p.lang.Text("list-comma")
			}
			text += p.shortGoal(m)
		}
	}
	if text != "" {
		return p.lang.Text("fig.promises-missed", text)
	}
	c := audience.CountPromises(list)
	return p.tallied([]tally{{"tally.dangling", c.Dangling}})
}

// A tally is how many there are of what has the name of this key.
type tally struct {
	key string
	n   int
}

// promisesBeside are the promises that are not due.
func promisesBeside(c audience.PromiseCount) []tally {
	return []tally{{"tally.carried", c.Carried}, {"tally.dropped", c.Dropped}, {"tally.open", c.Open}}
}

// tallied lists those of which there are any.
func (p *page) tallied(list []tally) string {
	text := ""
	for _, x := range list {
		if x.n == 0 {
			continue
		}
		if text != "" {
			text += p.lang.Text("list-comma")
		}
		text += p.lang.Text("promise.n", p.lang.Text(x.key), x.n)
	}
	return text
}

// shortGoal names a promise by its metric where it has one: 回款率.
func (p *page) shortGoal(m *audience.Promise) string {
	if metric := p.view.Metric(m.Goal.Metric); metric != nil {
		return p.metricName(metric)
	}
	return p.promiseName(m)
}
