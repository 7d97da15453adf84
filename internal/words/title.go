package words

import "strconv"

// titles holds the sentences that charts are titled by.
var titles = map[string]entry{
	"title.span.1":          {"%s个月", "%s {month|months}"},
	"title.span.3":          {"%s季", "%s {quarter|quarters}"},
	"title.span.6":          {"%s个半年", "%s {half-year|half-years}"},
	"title.span.12":         {"%s年", "%s {year|years}"},
	"title.latest.1":        {"最近一月", "the latest month"},
	"title.latest.3":        {"最近一季", "the latest quarter"},
	"title.latest.6":        {"最近半年", "the latest half-year"},
	"title.latest.12":       {"最近一年", "the latest year"},
	"title.latest-whole.1":  {"最近整月", "the latest full month"},
	"title.latest-whole.3":  {"最近整季", "the latest full quarter"},
	"title.latest-whole.6":  {"最近一个完整半年", "the latest full half-year"},
	"title.latest-whole.12": {"最近整年", "the latest full year"},
	"title.before.1":        {"上月", "the month before"},
	"title.before.3":        {"上季", "the quarter before"},
	"title.before.6":        {"上个半年", "the half-year before"},
	"title.before.12":       {"上年", "the year before"},
	"title.each.1":          {"逐月", "month by month"},
	"title.each.3":          {"逐季", "quarter by quarter"},
	"title.each.6":          {"逐半年", "half-year by half-year"},
	"title.each.12":         {"逐年", "year by year"},

	"title.trend.all":         {"近%s全部达标", "on target in all %s"},
	"title.trend.none":        {"近%s均未达标", "below target in all %s"},
	"title.trend.some":        {"近%s%s次达标", "on target in %[2]s of %[1]s"},
	"title.trend.latest":      {"%s %s", "%[2]s in %[1]s"},
	"title.trend.one-judged":  {"仅%s设有目标，达成 %s", "a target in %s only, attainment %s"},
	"title.trend.only-judged": {"仅有%s数据，达成 %s", "%s only, attainment %s"},
	"title.trend.rose":        {"近%s由 %s 升到 %s", "up from %[2]s to %[3]s in %[1]s"},
	"title.trend.fell":        {"近%s由 %s 降到 %s", "down from %[2]s to %[3]s in %[1]s"},
	"title.trend.even":        {"近%[1]s首尾持平，为 %[3]s", "level at %[3]s over %[1]s, first to last"},
	"title.trend.one":         {"仅有%s数据，为 %s", "%[2]s, from %[1]s only"},
	"title.trend.no-data":     {"没有数据", "no figures"},
	"title.mix.share":         {"%s占比 %s", "%s at %s"},
	"title.mix.largest":       {"%s占比最高，为 %s", "%s has the largest share, %s"},
	"title.mix.year-up":       {"一年升 %s", "up %s in a year"},
	"title.mix.year-down":     {"一年降 %s", "down %s in a year"},
	"title.mix.year-even":     {"与一年前持平", "as a year before"},
	"title.mix.before-up":     {"比%[2]s升 %[1]s", "up %s on %s"},
	"title.mix.before-down":   {"比%[2]s降 %[1]s", "down %s on %s"},
	"title.mix.before-even":   {"与%s持平", "as %s"},
	"title.bridge.more":       {"比%s多 %s", "%[2]s more than %[1]s"},
	"title.bridge.less":       {"比%s少 %s", "%[2]s less than %[1]s"},
	"title.bridge.even":       {"与%s持平", "level with %s"},
	"title.steps.rising":      {"%s走高", "rising %s"},
	"title.steps.falling":     {"%s走低", "falling %s"},
	"title.steps.highest":     {"%s最高，为 %s", "highest in %s, %s"},
	"title.steps.last":        {"%s %s", "%s %s"},
	"title.steps.yoy":         {"同比 %s", "%s on a year before"},
	"title.scores.self-above": {"%s自评高出 %s 分", "self rating of %s higher by %s"},
	"title.scores.self-below": {"%s自评低 %s 分", "self rating of %s lower by %s"},
	"title.scores.spread":     {"%s最高 %s，%s最低 %s", "highest in %s, %s; lowest in %s, %s"},
	"title.scores.level":      {"各维度都是 %s", "%s in every dimension"},
	"title.grades.within":     {"各级都在指引之内", "all grades within the guideline"},
	"title.grades.few":        {"%s人有等级，人数少，不与指引比较", "%s graded, too few for the guideline"},
	"title.grades.none":       {"还没有等级", "no grades yet"},
	"title.matrix.both":       {"%s人中%s人双高、%s人双低", "of %s, %s high on both and %s low on both"},
	"title.matrix.best":       {"%s人中%s人双高，无人双低", "of %s, %s high on both and none low on both"},
	"title.matrix.worst":      {"%s人中%s人双低，无人双高", "of %s, %s low on both and none high on both"},
	"title.matrix.neither":    {"%s人都不在双高、双低之列", "none of %s high on both or low on both"},
	"title.matrix.nobody":     {"没有人既有业绩又有评分", "nobody has both figures and score"},
	"title.scores.none":       {"还没有评分", "no ratings yet"},
	"title.complete.one":      {"%s份述职只缺一处%s", "one section missing in %s {report|reports}: %s"},
	"title.leniency.high":     {"%s给分比同评的人高 %s", "%s rates %s above the others on the same people"},
	"title.leniency.low":      {"%s低 %s", "%s %s below"},
	"title.leniency.low-only": {"%s给分比同评的人低 %s", "%s rates %s below the others on the same people"},
	"title.leniency.even":     {"评分人之间没有差别", "no difference between reviewers"},
	"title.complete.gaps":     {"%s份述职共缺%s处，%s缺得最多", "%s {report|reports}, %s sections missing, most often %s"},
	"title.complete.all":      {"%s份述职主题齐全", "all themes present in %s {report|reports}"},
}

// span writes so many periods of a length: 八季, 12 个月; 8 quarters.
func (l Lang) span(n, months int) string {
	return l.Text("title.span."+strconv.Itoa(months), l.count(n))
}

// TrendFacts is what the title of a trend says. Figures are already written.
type TrendFacts struct {
	Months      int    // length of a period
	Judged      int    // periods that are over and have an attainment
	OnTarget    int    // of them
	Attainment  string // of the last of them
	Partial     bool   // a period that is not over follows
	Periods     int    // periods that are over and have a figure
	First, Last string // figures of the first and last of them
	Sign        int    // of Last − First
}

// TrendTitle says how often the target was reached: 近八季六次达标，最近一季 101.7%.
// Without targets it says where the figure went: 近八季由 9,405.0 万升到 10,991.0 万.
func (l Lang) TrendTitle(f TrendFacts) string {
	switch {
	case f.Judged > 1:
		return l.sentence([]string{l.trendHits(f), l.latest(f)})
	case f.Judged == 1 && f.Periods > 1:
		return l.sentence([]string{l.Text("title.trend.one-judged", l.span(1, f.Months), f.Attainment)})
	case f.Judged == 1:
		return l.sentence([]string{l.Text("title.trend.only-judged", l.span(1, f.Months), f.Attainment)})
	case f.Periods == 0:
		return l.sentence([]string{l.Text("title.trend.no-data")})
	case f.Periods == 1:
		return l.sentence([]string{l.Text("title.trend.one", l.span(1, f.Months), f.Last)})
	}
	key := "title.trend.even"
	if f.Sign > 0 {
		key = "title.trend.rose"
	} else if f.Sign < 0 {
		key = "title.trend.fell"
	}
	return l.sentence([]string{l.Text(key, l.span(f.Periods, f.Months), f.First, f.Last)})
}

func (l Lang) trendHits(f TrendFacts) string {
	span := l.span(f.Judged, f.Months)
	switch f.OnTarget {
	case 0:
		return l.Text("title.trend.none", span)
	case f.Judged:
		return l.Text("title.trend.all", span)
	}
	return l.Text("title.trend.some", span, l.count(f.OnTarget))
}

func (l Lang) latest(f TrendFacts) string {
	key := "title.latest."
	if f.Partial {
		key = "title.latest-whole."
	}
	return l.Text("title.trend.latest", l.Text(key+strconv.Itoa(f.Months)), f.Attainment)
}

// MixFacts is what the title of a mix says: the part whose share moved most.
type MixFacts struct {
	Part, Share string // 线上, 23.0%
	Move        string // without sign: 6.8 个百分点; "" where there is nothing to compare with
	Sign        int    // of Move as shown
	Months      int    // length of a period
	YearBefore  bool   // Move is against a year before, else against the period before
}

// MixTitle says how a share moved: 线上占比 23.0%，一年升 6.8 个百分点. With nothing to
// compare with, Part is the largest: 直销占比最高，为 44.0%.
func (l Lang) MixTitle(f MixFacts) string {
	if f.Move == "" {
		return l.joined([]string{l.Text("title.mix.largest", f.Part, f.Share)})
	}
	share := l.Text("title.mix.share", f.Part, f.Share)
	before := l.Text("title.before." + strconv.Itoa(f.Months))
	var move string
	switch {
	case f.YearBefore && f.Sign > 0:
		move = l.Text("title.mix.year-up", f.Move)
	case f.YearBefore && f.Sign < 0:
		move = l.Text("title.mix.year-down", f.Move)
	case f.YearBefore:
		move = l.Text("title.mix.year-even")
	case f.Sign > 0:
		move = l.Text("title.mix.before-up", f.Move, before)
	case f.Sign < 0:
		move = l.Text("title.mix.before-down", f.Move, before)
	default:
		move = l.Text("title.mix.before-even", before)
	}
	return l.joined([]string{share, move})
}

// BridgeTitle says what a waterfall adds up to: 比二季度多 307.0 万，+2.9%. size is
// without sign; percent is "" where the change in percent is undefined.
func (l Lang) BridgeTitle(against, size, percent string, sign int) string {
	var clauses []string
	switch {
	case sign == 0:
		return l.sentence([]string{l.Text("title.bridge.even", against)})
	case sign > 0:
		clauses = []string{l.Text("title.bridge.more", against, size)}
	default:
		clauses = []string{l.Text("title.bridge.less", against, size)}
	}
	if percent != "" {
		clauses = append(clauses, percent)
	}
	return l.sentence(clauses)
}

// StepFacts is what the title of the steps of a period says.
type StepFacts struct {
	Months        int    // length of a step
	Steps         int    // how many have a figure
	Sign          int    // 1 where each is above the one before, -1 where below, else 0
	Last, Figure  string // name and figure of the last step: 9 月, 500.0 万
	Change        string // of the last step against a year before, with sign; "" where undefined
	Top, TopValue string // name and figure of the highest step
}

// StepTitle says how a period went: 逐月走高，9 月 500.0 万，同比 +26.6%.
func (l Lang) StepTitle(f StepFacts) string {
	each := l.Text("title.each." + strconv.Itoa(f.Months))
	last := l.Text("title.steps.last", f.Last, f.Figure)
	var clauses []string
	switch {
	case f.Steps == 0:
		clauses = []string{l.Text("title.trend.no-data")}
	case f.Steps == 1:
		clauses = []string{last}
	case f.Sign > 0:
		clauses = []string{l.Text("title.steps.rising", each), last}
	case f.Sign < 0:
		clauses = []string{l.Text("title.steps.falling", each), last}
	default:
		clauses = []string{l.Text("title.steps.highest", f.Top, f.TopValue)}
		if f.Top != f.Last {
			clauses = append(clauses, last)
		}
	}
	if f.Change != "" && f.Steps > 0 {
		clauses = append(clauses, l.Text("title.steps.yoy", f.Change))
	}
	return l.sentence(clauses)
}
