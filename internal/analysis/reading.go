package analysis

// A reading is what one reporter, a person or a team with its figures, states
// of one metric inside a period (FORMAT.md, How figures roll up, 7).
type reading struct {
	r        *Result
	reporter int // person, or len(people) + team
	column   int
	period   int
	ending   bool    // only what stands at the period's end counts
	team     int     // only the reports that count in this team; noTeam for all
	itself   bool    // and in no team below it
	buf      [24]int // a year with its halves, quarters and months has 19 periods
}

func (r *Result) read(reporter, period, column int) reading {
	return reading{r: r, reporter: reporter, period: period, column: column, ending: r.columns[column].ending, team: noTeam}
}

// statement returns what the reporter states for exactly that period.
func (d *reading) statement(period int) statement {
	row := d.r.rows[d.reporter*len(d.r.time.periods)+period]
	if row < 0 {
		return statement{}
	}
	return d.r.statements[row][d.column]
}

// atEnd reports whether a part is the last that anybody in the portfolio
// reported, or the period itself.
func (d *reading) atEnd(part int) bool {
	return d.r.time.atEnd(part, d.period)
}

// sources returns the longest periods inside, not overlapping, whose
// statements have all that is needed. The slice is good until the next call.
func (d *reading) sources(need sides) []int {
	return d.filter(d.cover(d.buf[:0], d.period, need))
}

// cover looks from the top down: periods nest, so that finds the longest.
func (d *reading) cover(dst []int, period int, need sides) []int {
	if d.statement(period).has&need == need && (!d.ending || d.atEnd(period)) {
		return append(dst, period)
	}
	for _, part := range d.r.time.spans[period].parts {
		if part >= 0 {
			dst = d.cover(dst, part, need)
		}
	}
	return dst
}

// leftOut returns the periods whose statements have any of the sides and yet
// do not count, because they lack what is needed. The slice is good until the
// next call.
func (d *reading) leftOut(some, need sides) []int {
	left, _ := d.uncover(d.buf[:0], d.period, some, need)
	return d.filter(left)
}

// uncover is leftOut for one period; made reports whether statements that do
// count make up all of it, so that nothing of a longer one is lost.
func (d *reading) uncover(dst []int, period int, some, need sides) (left []int, made bool) {
	var has sides
	if !d.ending || d.atEnd(period) {
		has = d.statement(period).has
	}
	if has&need == need {
		return dst, true
	}
	parts := d.r.time.spans[period].parts
	made = len(parts) > 0
	for _, part := range parts {
		partMade := false
		if part >= 0 {
			dst, partMade = d.uncover(dst, part, some, need)
		}
		made = made && partMade
	}
	if has&some != 0 && !made {
		dst = append(dst, period)
	}
	return dst, made
}

func (d *reading) filter(periods []int) []int {
	if d.team == noTeam {
		return periods
	}
	kept := periods[:0]
	for _, p := range periods {
		if team := d.r.teamAt(d.reporter, p); team == d.team || !d.itself && d.r.org.within(team, d.team) {
			kept = append(kept, p)
		}
	}
	return kept
}
