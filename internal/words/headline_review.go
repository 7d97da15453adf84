package words

// An Extreme tells that a period's attainment is the highest or lowest of the
// last periods.
type Extreme struct {
	Periods int // how many, this one included; below 3 nothing is said
	Months  int // length of each: 1, 3, 6 or 12
	Sign    int // 1 the highest, -1 the lowest, 0 neither
}

func (l Lang) extremeClause(e Extreme) []string {
	switch {
	case e.Periods < 3 || e.Sign == 0:
		return nil
	case e.Sign > 0:
		return []string{l.Text("headline.extreme.highest", l.span(e.Periods, e.Months))}
	}
	return []string{l.Text("headline.extreme.lowest", l.span(e.Periods, e.Months))}
}

// PersonHeadline is a person's: 三季度达成 112.1%，为近八季最高；全年累计落后时间进度 8.3 个百分点.
func (l Lang) PersonHeadline(s Standing, e Extreme, y YearToDate) string {
	clauses := l.clauses(s)
	if extreme := l.extremeClause(e); extreme != nil && s.Attainment != "" && s.Elapsed == "" {
		clauses = append(clauses[:1], extreme...)
	}
	return l.sentence(clauses, l.yearClause(y))
}

// A Mover is the metric that changed most beside the one that judges; Metric
// "" where there is none.
type Mover struct {
	Metric, Figure string // 毛利率, 30.6%
	Sign           int    // of the change: 1 or -1
}

// A Miss is a promise that its figure did not meet; Metric "" where there is
// none.
type Miss struct {
	Metric, Figure, Target string // 回款率, 90.0%, 92.0%
	Lower                  bool   // lower is better, so the figure is above the promise
}

// ReviewHeadline is a review's: 达成 112.1%，毛利率升到 30.6%；回款率 90.0%，未到承诺的 92.0%.
// Without a Miss it says how many of the promises due were kept; nothing where
// none was due.
func (l Lang) ReviewHeadline(s Standing, m Mover, miss Miss, kept, due int) string {
	clauses := l.clauses(s)
	if m.Metric != "" && s.Attainment != "" {
		key := "headline.review.rose"
		if m.Sign < 0 {
			key = "headline.review.fell"
		}
		clauses = append(clauses[:1], l.Text(key, l.inSentence(m.Metric), m.Figure))
	}
	return l.sentence(clauses, l.promiseClause(miss, kept, due))
}

func (l Lang) promiseClause(miss Miss, kept, due int) []string {
	switch {
	case miss.Metric != "" && miss.Lower:
		return []string{l.Text("headline.review.above", l.inSentence(miss.Metric), miss.Figure, miss.Target)}
	case miss.Metric != "":
		return []string{l.Text("headline.review.short-of", l.inSentence(miss.Metric), miss.Figure, miss.Target)}
	case due == 0:
		return nil
	case due == 1 && kept == 1:
		return []string{l.Text("headline.review.one-kept")}
	case due == 1:
		return []string{l.Text("headline.review.one-not-kept")}
	case kept == due:
		return []string{l.Text("headline.review.kept-all", l.count(due))}
	case kept == 0:
		return []string{l.Text("headline.review.kept-none", l.count(due))}
	}
	return []string{l.Text("headline.review.kept-some", l.count(due), l.count(kept))}
}

// CommentsOnlyHeadline is that of a review without a report.
func (l Lang) CommentsOnlyHeadline(comments int) string {
	return l.sentence([]string{l.Text("headline.review.comments-only", l.count(comments))})
}

// PeriodFacts is what the headline of a period page says.
type PeriodFacts struct {
	Expected int    // people who should report
	Reported int    // people who did
	Rate     string // what people are judged by: KPI综合完成率
	Counted  int    // people who have it
	OnTarget int    // of them from Full on
	Below    int    // of them below Cut
	Cut      string // 90%
	Full     string // 100%
	Grade    string // the grade furthest off its guideline, "" where none is
	Off      int    // by how many people; negative where too few
}

// PeriodHeadline is a period's: 12 人有达成率，八人达到 100%，三人低于 90%；A 级比指引多一人.
func (l Lang) PeriodHeadline(f PeriodFacts) string {
	switch {
	case f.Reported == 0 && f.Expected == 0:
		return l.NoReports()
	case f.Reported == 0:
		return l.sentence([]string{l.Text("headline.period.none-reported", l.count(f.Expected))})
	case f.Counted == 0:
		return l.sentence([]string{l.Text("headline.period.not-computable", l.count(f.Expected), l.count(f.Reported), l.rate(f.Rate))}, l.gradeClause(f))
	}
	clauses := []string{l.Text("headline.period.counted", l.count(f.Counted), l.rate(f.Rate))}
	switch f.OnTarget {
	case 0:
		clauses = append(clauses, l.Text("headline.period.none-on", f.Full))
	case f.Counted:
		clauses = append(clauses, l.Text("headline.period.all-on", f.Full))
	default:
		clauses = append(clauses, l.Text("headline.period.on", l.count(f.OnTarget), f.Full))
	}
	if f.Below > 0 {
		clauses = append(clauses, l.Text("headline.period.below", l.count(f.Below), f.Cut))
	}
	second := l.gradeClause(f)
	if missing := f.Expected - f.Reported; second == nil && missing > 0 {
		second = []string{l.Text("headline.period.not-in", l.count(missing))}
	}
	return l.sentence(clauses, second)
}

func (l Lang) gradeClause(f PeriodFacts) []string {
	switch {
	case f.Grade == "" || f.Off == 0:
		return nil
	case f.Off > 0:
		return []string{l.Text("headline.period.grade-over", f.Grade, l.count(f.Off))}
	}
	return []string{l.Text("headline.period.grade-under", f.Grade, l.count(-f.Off))}
}

// ThemeHeadline is a theme's in one period: 13 份述职中 11 份写了案例分析，其中两份偏少.
// wrote counts reports that have the theme, thin those of them that say little.
func (l Lang) ThemeHeadline(theme string, reports, wrote, thin int) string {
	theme = l.inSentence(theme)
	switch {
	case reports == 0:
		return l.NoReports()
	case reports == 1:
		return l.oneThemeHeadline(theme, wrote == 1, thin == 1)
	case wrote == 0:
		return l.sentence([]string{l.Text("headline.theme.nobody", l.count(reports), theme)})
	}
	clauses := []string{l.Text("headline.theme.everybody", l.count(reports), theme)}
	if wrote < reports {
		clauses[0] = l.Text("headline.theme.somebody", l.count(reports), l.count(wrote), theme)
	}
	if thin > 0 {
		clauses = append(clauses, l.Text("headline.theme.thinly", l.count(thin)))
	}
	return l.sentence(clauses)
}

func (l Lang) oneThemeHeadline(theme string, wrote, thin bool) string {
	switch {
	case !wrote:
		return l.sentence([]string{l.Text("headline.theme.only-not", theme)})
	case thin:
		return l.sentence([]string{l.Text("headline.theme.only", theme), l.Text("headline.theme.only-thinly")})
	}
	return l.sentence([]string{l.Text("headline.theme.only", theme)})
}

// CasesHeadline is the case library's: 收录成功案例八个、失败案例六个.
func (l Lang) CasesHeadline(successes, failures int) string {
	var clause string
	switch {
	case successes == 0 && failures == 0:
		clause = l.Text("headline.cases.empty")
	case failures == 0:
		clause = l.Text("headline.cases.successes", l.count(successes))
	case successes == 0:
		clause = l.Text("headline.cases.failures", l.count(failures))
	default:
		clause = l.Text("headline.cases.both", l.count(successes), l.count(failures))
	}
	return l.sentence([]string{clause})
}

// ActionsHeadline is that of the open actions: 未关闭 14 项，其中逾期三项，最长 11 天.
// longest is the days of the longest overdue.
func (l Lang) ActionsHeadline(open, overdue, longest, done int) string {
	late := l.Text("headline.actions.none-overdue")
	switch {
	case open == 0 && done == 0:
		return l.sentence([]string{l.Text("headline.actions.empty")})
	case open == 0:
		return l.sentence([]string{l.Text("headline.actions.all-done", l.count(done))})
	case overdue > 1:
		late = l.Text("headline.actions.overdue", l.count(overdue), longest)
	case overdue == 1 && open == 1:
		late = l.Text("headline.actions.one-overdue", longest)
	case overdue == 1:
		late = l.Text("headline.actions.one-of-overdue", longest)
	}
	return l.sentence([]string{l.Text("headline.actions.open", l.count(open)), late})
}

// MetricsHeadline is the dictionary's: 共 48 项指标，其中 13 项由其他指标算出.
func (l Lang) MetricsHeadline(metrics, computed int) string {
	return l.sentence([]string{l.Text("headline.metrics.dictionary", l.count(metrics), l.count(computed))})
}
