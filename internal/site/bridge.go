package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostSteps is how many steps of a bridge stand alone; the smallest of more
// are added up, so that the drawing stays one glance.
const mostSteps = 9

// bridge is the block that says why the first KPI changed since the period
// before: one row a part, in the order gains first, and their sum. Periods that
// are not over, or that miss a part, are not compared.
func (p *page) bridge(scope Scope, q Period) Block {
	against := p.info.Calendar.Prev(q)
	if why := p.notCompared(scope, q); why != 0 {
		h := new(markup.HTML)
		h.Raw(`<p class="none">`).Text(p.lang.Text("changed.none", p.reason(why))).Raw(`</p>`)
		return Block{ID: "changed", Title: p.lang.Text("section.what-changed"), Body: p.place(h)}
	}
	of := func(against Period) audience.Bridge { return p.view.Bridge(scope, p.info.KPIs[0], q, against) }
	br := of(against)
	if len(br.Steps) == 0 || br.Metric == nil {
		return Block{}
	}
	name := p.lang.PeriodShort(p.calendarPeriod(against))
	b := Block{
		ID: "changed", Title: p.lang.Text("section.what-changed"),
		Note: p.bridgeTitle(br, name),
		Foot: p.bridgeFoot(br, name),
	}
	h := new(markup.HTML)
	year, _ := p.yearBridge(q, of)
	p.waterfall(h, b.Title, waterfall{Bridge: br, year: year, head: p.lang.Text("head.source")})
	b.Body = p.place(h)
	return b
}

// notCompared tells why a period is not compared with the one before although
// both have figures; 0 where it is.
func (p *page) notCompared(scope Scope, q Period) audience.Reason {
	now, before := p.view.Figure(scope, q, p.info.KPIs[0]), p.view.Figure(scope, p.info.Calendar.Prev(q), p.info.KPIs[0])
	if before.Actual.Defined() && (now.Partial || before.Partial || len(now.Missing)+len(before.Missing) > 0) {
		return now.QoQ.Why
	}
	return 0
}

// yearBridge returns the bridge from the year before, or why there is none;
// that of a year is the one from the period before.
func (p *page) yearBridge(q Period, of func(against Period) audience.Bridge) (*audience.Bridge, audience.Reason) {
	against := p.info.Calendar.YearBefore(q)
	if against == p.info.Calendar.Prev(q) {
		return nil, 0
	}
	br := of(against)
	switch {
	case !br.Change.Defined():
		return nil, br.Change.Why
	case len(br.Steps) == 0:
		return nil, br.Why
	}
	return &br, 0
}

// bridgeTitle says what the steps add up to.
func (p *page) bridgeTitle(br audience.Bridge, against string) string {
	moved := p.lang.Change(frac(br.Change.Ratio), words.Unit(br.Metric.Unit), br.Change.Points)
	if !br.Change.Defined() {
		moved.Text = ""
	}
	return p.lang.BridgeTitle(against, p.lang.Size(frac(br.Delta.Ratio), p.style(br.Metric)), moved.Text, br.Delta.Sign())
}

// foldSteps splits the steps into those that stand alone and the rest.
func (p *page) foldSteps(steps []audience.Step) (alone, rest []audience.Step) {
	if len(steps) <= mostSteps+1 {
		return steps, nil
	}
	// Gains come first and losses last, each by size: the smallest lie between.
	head := (mostSteps + 1) / 2
	tail := mostSteps - head
	alone = append(append(alone, steps[:head]...), steps[len(steps)-tail:]...)
	return alone, steps[head : len(steps)-tail]
}

// effectNames are the words for why money changed.
var effectNames = [...]string{
	audience.VolumeEffect: "effect.volume", audience.MixEffect: "effect.mix", audience.PriceEffect: "effect.price",
	audience.NewEffect: "effect.new", audience.LostEffect: "effect.lost",
}

// stepName names a part of the change and, in small print, what is special
// about it.
func (p *page) stepName(h *markup.HTML, s audience.Step, q Period) {
	switch {
	case s.Unassigned:
		h.Text(p.lang.Text("step.unassigned"))
		return
	case s.Effect != audience.NoEffect:
		h.Text(p.lang.Text(effectNames[s.Effect]))
		return
	case s.Part != "":
		h.Raw(`<bdi>`).Text(s.Part).Raw(`</bdi>`)
	case s.Missing && s.Scope == Scope{}:
		h.Text(p.lang.Text("step.absent"))
		return
	case s.Figures:
		h.Text(p.lang.Text("explain.team-figures"))
	case s.Scope.Team != "":
		p.team(h, s.Scope.Team, q)
	default:
		p.person(h, s.Scope.Person)
	}
	key := ""
	switch {
	case s.Part != "" && s.Joined:
		key = "step.part-new"
	case s.Part != "" && s.Left:
		key = "step.part-gone"
	case s.Missing:
		key = "step.missing"
	case s.Joined:
		key = "step.joined"
	case s.Left:
		key = "step.left"
	}
	if key != "" {
		h.Raw(` <span class="why">`).Text(p.lang.Text(key)).Raw(`</span>`)
	}
}

// bridgeFoot names who is missing and who is new.
func (p *page) bridgeFoot(br audience.Bridge, name string) string {
	var missing, joined []string
	for _, s := range br.Steps {
		switch {
		case s.Missing:
			missing = append(missing, p.scopeName(s.Scope))
		case s.Joined:
			joined = append(joined, p.scopeName(s.Scope))
		}
	}
	text := p.lang.Text("foot.bridge", name)
	if len(missing) > 0 {
		text += p.lang.Text("foot.bridge-missing", p.names(missing))
	}
	if len(joined) > 0 {
		text += p.lang.Text("foot.bridge-new", p.names(joined))
	}
	return text
}

// names lists names, the first few and how many there are.
func (p *page) names(list []string) string {
	text := ""
	for i, name := range list {
		if i == mostNames {
			return text + p.lang.Text("explain.more", len(list))
		}
		if i > 0 {
			text += p.lang.Text("list-comma")
		}
		text += name
	}
	return text
}
