package imports

import "reviewfolio/internal/sheet"

// A sumOf adds up what rows hold in one column of amounts, by what becomes of
// them.
type sumOf struct {
	header string
	states [isTotal]exact
}

func (s *sumOf) told() Sum {
	var read exact
	for i := range s.states {
		read.Add(&read, &s.states[i])
	}
	return Sum{Header: s.header, Read: decimalText(&read), Used: decimalText(&s.states[isUsed]), Filtered: decimalText(&s.states[isFiltered]), Rejected: decimalText(&s.states[isRejected])}
}

// totals follow the columns of amounts of one table.
type totals struct {
	x       *run
	table   *table
	columns []int
	sums    []*sumOf           // of the run, by column
	running []exact            // of this table, all rows that are no totals
	since   []exact            // the same since the last total
	counted []exact            // of this table, all rows that are not left out
	stated  []*exact           // what the last row said that calls itself a total and is none
	was     []exact            // what the rows above it made
	byWhom  map[cellID][]exact // of this table, by the cell of the person or team
	dates   []int
}

// newTotals finds the columns of amounts and dates.
func (x *run) newTotals(t *table) *totals {
	s := &totals{x: x, table: t, byWhom: map[cellID][]exact{}}
	add := func(column int, name string) {
		if column < 0 || t.numbers[column] == nil || t.reads[column] == "" {
			return
		}
		for _, c := range s.columns {
			if c == column {
				return
			}
		}
		s.columns = append(s.columns, column)
		s.sums = append(s.sums, x.sumFor(name))
	}
	for _, m := range x.measures {
		if m.amounts() {
			add(m.column, t.reads[max(m.column, 0)])
			add(m.minus, t.reads[max(m.minus, 0)])
		}
		if m.date >= 0 && t.reads[m.date] != "" {
			s.dates = append(s.dates, m.date)
		}
	}
	for _, step := range t.steps {
		if p := t.periods[step.column]; !p.into.IsZero() {
			add(step.column, p.period.String())
		}
	}
	s.running = make([]exact, len(s.columns))
	s.since = make([]exact, len(s.columns))
	s.counted = make([]exact, len(s.columns))
	s.stated = make([]*exact, len(s.columns))
	s.was = make([]exact, len(s.columns))
	return s
}

// sumFor returns the sum of a name.
func (x *run) sumFor(header string) *sumOf {
	for _, s := range x.sums {
		if s.header == header {
			return s
		}
	}
	s := &sumOf{header: header}
	x.sums = append(x.sums, s)
	return s
}

// add adds a row that is no total.
func (s *totals) add(t *table, row int, state state) {
	if state == isTotal {
		return
	}
	who := s.table.at(row, s.x.whoColumn())
	own := s.byWhom[who]
	if own == nil {
		own = make([]exact, len(s.columns))
		s.byWhom[who] = own
	}
	for i, column := range s.columns {
		if read := t.number(row, column); read.value != nil && !read.raw.Percent && !read.raw.Points {
			own[i].Add(&own[i], read.value)
			s.sums[i].states[state].Add(&s.sums[i].states[state], read.value)
			s.running[i].Add(&s.running[i], read.value)
			s.since[i].Add(&s.since[i], read.value)
			if state != isFiltered {
				s.counted[i].Add(&s.counted[i], read.value)
			}
		}
	}
}

// isSum reports whether a row states, in a column of amounts at least, the sum
// of all rows above and in no other column anything else.
func (s *totals) isSum(row int) bool {
	any := false
	for i, column := range s.columns {
		read := s.table.number(row, column)
		if read.value == nil {
			continue
		}
		if s.running[i].Sign() == 0 || read.value.Cmp(&s.running[i]) != 0 {
			return false
		}
		any = true
	}
	return any
}

// isSumOfSome reports whether a row that speaks of a total states the sum of
// all rows above, of those since the last total, or of those of its person: 张伟,
// 合计, below the products of 张伟.
func (s *totals) isSumOfSome(row int) bool {
	own := s.byWhom[s.table.at(row, s.x.whoColumn())]
	for _, sums := range [][]exact{own, s.since, s.running} {
		same, any := true, false
		for i, column := range s.columns {
			if read := s.table.number(row, column); read.value != nil && sums != nil {
				any = any || read.value.Sign() != 0
				same = same && read.value.Cmp(&sums[i]) == 0
			}
		}
		if same && any {
			return true
		}
	}
	return false
}

// frame leaves out what is no record: totals, the header once more, remarks.
func (x *run) frame(t *table, row int, s *totals) verdict {
	head := t.grid.rows[row]
	switch {
	case head.header:
		return verdict{state: isTotal, reason: message("import-header-again")}
	case head.second:
		return x.refuse(t, row, -1, "import-second-table")
	case head.total && s.dateless(row) && s.nameless(row):
		s.compare(row)
		return verdict{state: isTotal, reason: message("import-total")}
	case head.total && s.isSumOfSome(row):
		return verdict{state: isTotal, reason: message("import-total")}
	case head.sum:
		return x.refuse(t, row, -1, "import-total-unsure")
	case head.total:
		x.noteRow("import-total-used", t.place.title())
	case s.blankDates(row) && s.blank(row, x.whoColumn()) && s.blank(row, x.idColumn()) && s.isSum(row):
		return verdict{state: isTotal, reason: message("import-total-sum")}
	case head.filled == 1 && t.width > 1:
		return filtered("import-remark")
	}
	return used
}

func (x *run) whoColumn() int {
	if name := x.profile.Person.Column; name != "" {
		return x.columns[name]
	}
	return x.columns[x.profile.Team.Column]
}

func (x *run) idColumn() int {
	if x.profile.ID == "" {
		return -1
	}
	return x.columns[x.profile.ID]
}

func (s *totals) blank(row, column int) bool { return column < 0 || s.table.at(row, column) == 0 }

func (s *totals) blankDates(row int) bool {
	for _, column := range s.dates {
		if !s.blank(row, column) {
			return false
		}
	}
	return true
}

// dateless reports whether a row that speaks of a total has no date: then it
// is one. Where a table has no dates, the name decides.
func (s *totals) dateless(row int) bool {
	for _, column := range s.dates {
		if c := s.table.cell(row, column); c.Kind != sheet.Blank && !saysTotal(c) {
			return false
		}
	}
	return true
}

func (s *totals) nameless(row int) bool {
	if len(s.dates) > 0 {
		return true
	}
	c := s.table.cell(row, s.x.whoColumn())
	return c.Kind == sheet.Blank || saysTotal(c)
}

// compare notes a total that is neither that of all rows above, or of those that
// count, nor that of those since the total before. One behind it that is right settles the matter:
// totals of groups of groups are neither.
func (s *totals) compare(row int) {
	for i, column := range s.columns {
		read := s.table.number(row, column)
		if read.value == nil {
			continue
		}
		if s.stated[i] = nil; read.value.Cmp(&s.running[i]) != 0 && read.value.Cmp(&s.counted[i]) != 0 && read.value.Cmp(&s.since[i]) != 0 {
			s.stated[i] = read.value
			s.was[i].Set(&s.running[i])
		}
		s.since[i].SetInt64(0)
	}
}

// finish tells of a total that the rows of the table do not make. Rows of
// several metrics have no common one.
func (s *totals) finish() {
	if w := s.x.profile.Wide; w != nil && (s.table.sideColumn >= 0 || s.x.present[w.MetricColumn]) {
		return
	}
	for i, v := range s.stated {
		if v != nil {
			s.x.note("import-total-differs", s.table.reads[s.columns[i]], grouped(decimalText(v)), grouped(decimalText(&s.was[i])))
		}
	}
}
