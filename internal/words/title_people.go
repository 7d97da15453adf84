package words

// ScoreFacts is what the title of the scores by dimension says.
type ScoreFacts struct {
	Dimension, Gap string // where the self rating is furthest off, and by how much, without sign; "" where nowhere far enough
	Sign           int    // 1 where the self rating is the higher
	Highest, High  string // best dimension and its score
	Lowest, Low    string // worst
}

// ScoreTitle says where the self rating is off, else how far the dimensions
// spread: 团队管理自评高出 0.35 分.
func (l Lang) ScoreTitle(f ScoreFacts) string {
	switch {
	case f.Dimension != "" && f.Sign > 0:
		return l.sentence([]string{l.Text("title.scores.self-above", l.inSentence(f.Dimension), f.Gap)})
	case f.Dimension != "":
		return l.sentence([]string{l.Text("title.scores.self-below", l.inSentence(f.Dimension), f.Gap)})
	case f.Highest == "":
		return l.sentence([]string{l.Text("title.scores.none")})
	case f.High == f.Low:
		return l.sentence([]string{l.Text("title.scores.level", f.High)})
	}
	return l.sentence([]string{l.Text("title.scores.spread", l.inSentence(f.Highest), f.High, l.inSentence(f.Lowest), f.Low)})
}

// GradeTitle says how the grades of so many people stand to the guideline:
// A 级比指引多一人. grade is the one furthest off, "" where none is; guided is false
// where there are too few people to compare.
func (l Lang) GradeTitle(people int, guided bool, grade string, off int) string {
	switch {
	case people == 0:
		return l.sentence([]string{l.Text("title.grades.none")})
	case !guided:
		return l.sentence([]string{l.Text("title.grades.few", l.count(people))})
	}
	if clause := l.gradeClause(PeriodFacts{Grade: grade, Off: off}); clause != nil {
		return l.sentence(clause)
	}
	return l.sentence([]string{l.Text("title.grades.within")})
}

// MatrixTitle says how many people of the matrix stand in its best and in its
// worst corner: 12 人中五人双高、两人双低.
func (l Lang) MatrixTitle(people, best, worst int) string {
	switch {
	case people == 0:
		return l.sentence([]string{l.Text("title.matrix.nobody")})
	case best == 0 && worst == 0:
		return l.sentence([]string{l.Text("title.matrix.neither", l.count(people))})
	case worst == 0:
		return l.sentence([]string{l.Text("title.matrix.best", l.count(people), l.count(best))})
	case best == 0:
		return l.sentence([]string{l.Text("title.matrix.worst", l.count(people), l.count(worst))})
	}
	return l.sentence([]string{l.Text("title.matrix.both", l.count(people), l.count(best), l.count(worst))})
}

// LeniencyTitle names the reviewers furthest from the others on the same people,
// with their differences without sign: 王海涛给分比同评的人高 0.50，陈静低 0.37. "" where nobody is on
// that side.
func (l Lang) LeniencyTitle(lenient, above, strict, below string) string {
	switch {
	case lenient == "" && strict == "":
		return l.sentence([]string{l.Text("title.leniency.even")})
	case lenient == "":
		return l.joined([]string{l.Text("title.leniency.low-only", strict, below)})
	case strict == "":
		return l.joined([]string{l.Text("title.leniency.high", lenient, above)})
	}
	return l.joined([]string{l.Text("title.leniency.high", lenient, above), l.Text("title.leniency.low", strict, below)})
}

// CompletenessTitle says how many sections the reports of a period lack, and
// which theme most often: 13 份述职共缺 14 处，品牌建设缺得最多.
func (l Lang) CompletenessTitle(reports, missing int, theme string) string {
	switch {
	case reports == 0:
		return l.NoReports()
	case missing == 0:
		return l.sentence([]string{l.Text("title.complete.all", l.count(reports))})
	case missing == 1:
		return l.sentence([]string{l.Text("title.complete.one", l.count(reports), l.inSentence(theme))})
	}
	return l.sentence([]string{l.Text("title.complete.gaps", l.count(reports), l.count(missing), l.inSentence(theme))})
}
