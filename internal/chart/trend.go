package chart

// A Trend is a metric over periods: a line of actuals, targets as short ticks,
// the last figure written out. Periods below target carry the shape and colour
// of their state and their attainment; a partial period is hollow and joined by
// a dashed line; a missing one leaves a gap.
type Trend struct {
	Words  TrendWords
	Unit   string // in the head of the table: 万元; "" for none
	Suffix string // after the figures beside the axis: "%" or ""
	Points []TrendPoint
}

// TrendWords are the words of a trend in the reader's language.
type TrendWords struct {
	Period, Actual, Target, Attainment string // heads of the table
	AtRisk, OffTarget, Partial         string // in the key
}

// A TrendPoint is one period of a trend.
type TrendPoint struct {
	Period
	Actual, Target Figure
	Attainment     string // as printed: 97.6%, or "—"
	State          State
	Partial        bool // the period is not over
}

// Kind is the name of the kind in [Options].
func (Trend) Kind() string { return "trend" }

// Axis is the vertical axis: round limits around actuals and targets.
func (t Trend) Axis() Axis {
	var b bounds
	for i := range t.Points {
		b.add(t.Points[i].Actual.place())
		b.add(t.Points[i].Target.place())
	}
	return axisAround(b, t.Suffix)
}

// JSON is what a page carries of the chart. It is safe inside a script element.
func (t Trend) JSON() ([]byte, error) {
	n, axis := len(t.Points), t.Axis()
	d := newDrawing(n, func(i int) *Period { return &t.Points[i].Period })
	d.Y = &axis
	target, actual, joint, end := newSeries(n), newSeries(n), newSeries(n), newSeries(n)
	last := -1
	for i := range t.Points {
		p := &t.Points[i]
		target.V[i] = p.Target.place()
		at := p.Actual.place()
		if at == nil {
			continue
		}
		last = i
		line := actual
		if p.Partial {
			line = joint
			t.reach(joint, i)
		}
		line.V[i] = at
		if mark := p.mark(); mark != "" {
			line.mark(i, mark)
		}
		if p.State == AtRisk || p.State == OffTarget {
			line.label(i, p.Attainment)
		}
	}
	if last >= 0 {
		end.V[last] = t.Points[last].Actual.place()
		end.label(last, t.Points[last].Actual.Text)
	}
	d.S = []*series{joint.orNil(), actual.orNil(), target.orNil(), end.orNil()}
	return d.marshal()
}

// reach leads the dashed line from the partial period i to its neighbours. A
// neighbour that is partial itself has its place there anyway.
func (t Trend) reach(joint *series, i int) {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(t.Points) {
			joint.V[k] = t.Points[k].Actual.place()
		}
	}
}

// mark is the name of the point's mark in the option, "" for the plain dot.
func (p *TrendPoint) mark() string {
	state := ""
	switch p.State {
	case AtRisk:
		state = "risk"
	case OffTarget:
		state = "off"
	}
	switch {
	case !p.Partial:
		return state
	case state == "":
		return "partial"
	}
	return "partial-" + state
}

// hasTarget reports whether any period has a target.
func (t Trend) hasTarget() bool {
	for i := range t.Points {
		if t.Points[i].Target.Drawn {
			return true
		}
	}
	return false
}

// Table lists the periods; without any target it has no columns for them.
func (t Trend) Table() Table {
	w, targets := t.Words, t.hasTarget()
	head := []Cell{{Text: w.Period}, {w.Actual, t.Unit}}
	if targets {
		head = append(head, Cell{w.Target, t.Unit}, Cell{Text: w.Attainment})
	}
	rows := make([][]Cell, len(t.Points))
	for i := range t.Points {
		p := &t.Points[i]
		row := make([]Cell, 0, len(head))
		row = append(row, Cell{Text: p.Name}, Cell{Text: p.Actual.Text})
		if p.Partial {
			row[0].Note = w.Partial
		}
		if targets {
			row = append(row, Cell{Text: p.Target.Text}, Cell{Text: p.Attainment})
		}
		rows[i] = row
	}
	return Table{head, rows}
}

// Key explains the marks that occur.
func (t Trend) Key() []KeyEntry {
	key := []KeyEntry{{"line", t.Words.Actual}}
	if t.hasTarget() {
		key = append(key, KeyEntry{"target", t.Words.Target})
	}
	var risk, off, partial bool
	for i := range t.Points {
		p := &t.Points[i]
		if p.Actual.place() == nil {
			continue
		}
		risk = risk || p.State == AtRisk
		off = off || p.State == OffTarget
		partial = partial || p.Partial
	}
	if risk {
		key = append(key, KeyEntry{"risk", t.Words.AtRisk})
	}
	if off {
		key = append(key, KeyEntry{"off", t.Words.OffTarget})
	}
	if partial {
		key = append(key, KeyEntry{"partial", t.Words.Partial})
	}
	return key
}
