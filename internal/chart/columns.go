package chart

// Columns show a metric by finer steps, such as the months of a quarter: this
// year's bar beside the prior year's outline, targets as ticks.
type Columns struct {
	Words  ColumnsWords
	Unit   string // in the head of the table: 万元; "" for none
	Suffix string // after the figures beside the axis: "%" or ""
	Points []Column
}

// ColumnsWords are the words of a column chart in the reader's language.
type ColumnsWords struct {
	Period, Actual, Prior, Target, Change string // heads of the table: 月, 2026 年, 2025 年, 目标, 同比
	Partial                               string // in the key
}

// A Column is one step. Prior and Target are gaps where there are none.
type Column struct {
	Period
	Actual, Prior, Target Figure
	Change                string // against Prior, as printed: +20.6%, or "—"
	Partial               bool   // the step is not over
}

// Kind is the name of the kind in [Options].
func (Columns) Kind() string { return "columns" }

// Axis is the vertical axis. Zero is always on it.
func (c Columns) Axis() Axis {
	var b bounds
	for i := range c.Points {
		p := &c.Points[i]
		b.add(p.Actual.place())
		b.add(p.Prior.place())
		b.add(p.Target.place())
	}
	return axisFromZero(b, c.Suffix)
}

// JSON is what a page carries of the chart. It is safe inside a script element.
func (c Columns) JSON() ([]byte, error) {
	n, axis := len(c.Points), c.Axis()
	d := newDrawing(n, func(i int) *Period { return &c.Points[i].Period })
	d.Y = &axis
	prior, actual, target := newSeries(n), newSeries(n), newSeries(n)
	for i := range c.Points {
		p := &c.Points[i]
		target.V[i] = p.Target.place()
		if at := p.Prior.place(); at != nil {
			prior.V[i] = at
			prior.label(i, p.Prior.Text)
		}
		if at := p.Actual.place(); at != nil {
			actual.V[i] = at
			actual.label(i, p.Actual.Text)
			if p.Partial {
				actual.mark(i, "partial")
			}
		}
	}
	d.S = []*series{prior.orNil(), actual.orNil(), target.orNil()}
	return d.marshal()
}

// columnParts tells which figures occur.
type columnParts struct {
	prior, target, partial bool
}

func (c Columns) parts() columnParts {
	var has columnParts
	for i := range c.Points {
		p := &c.Points[i]
		has.prior = has.prior || p.Prior.Drawn
		has.target = has.target || p.Target.Drawn
		has.partial = has.partial || p.Partial
	}
	return has
}

// Table lists the steps, with columns for what occurs.
func (c Columns) Table() Table {
	w, has := c.Words, c.parts()
	head := []Cell{{Text: w.Period}, {w.Actual, c.Unit}}
	if has.target {
		head = append(head, Cell{w.Target, c.Unit})
	}
	if has.prior {
		head = append(head, Cell{w.Prior, c.Unit}, Cell{Text: w.Change})
	}
	rows := make([][]Cell, len(c.Points))
	for i := range c.Points {
		p := &c.Points[i]
		row := make([]Cell, 0, len(head))
		row = append(row, Cell{Text: p.Name}, Cell{Text: p.Actual.Text})
		if p.Partial {
			row[0].Note = w.Partial
		}
		if has.target {
			row = append(row, Cell{Text: p.Target.Text})
		}
		if has.prior {
			row = append(row, Cell{Text: p.Prior.Text}, Cell{Text: p.Change})
		}
		rows[i] = row
	}
	return Table{head, rows}
}

// Key explains the marks that occur.
func (c Columns) Key() []KeyEntry {
	has := c.parts()
	key := []KeyEntry{{"bar", c.Words.Actual}}
	if has.prior {
		key = append(key, KeyEntry{"prior", c.Words.Prior})
	}
	if has.target {
		key = append(key, KeyEntry{"target", c.Words.Target})
	}
	if has.partial {
		key = append(key, KeyEntry{"bar-partial", c.Words.Partial})
	}
	return key
}
