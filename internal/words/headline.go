package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headlines holds the clauses of the sentences that pages begin with.
var headlines = map[string]entry{
	"headline.no-reports": {"还没有述职", "no reports yet"},

	"headline.standing.attained":       {"%s达成 %s", "%sattainment %s"},
	"headline.standing.partial":        {"%[1]s已过 %[3]s，达成 %[2]s", "%sattainment %s after %s"},
	"headline.standing.actual":         {"%s %s", "%s %s"},
	"headline.standing.actual-partial": {"%s已过 %s，%s %s", "%[1]s%[3]s %[4]s after %[2]s"},
	"headline.standing.no-target":      {"未设目标", "no target set"},
	"headline.standing.unreported":     {"%s未报", "no %s reported"},
	"headline.standing.qoq":            {"环比 %s", "%s on the period before"},
	"headline.year.behind":             {"全年累计落后时间进度 %s", "year to date %s behind the calendar"},
	"headline.year.ahead":              {"全年累计领先时间进度 %s", "year to date %s ahead of the calendar"},
	"headline.year.even":               {"全年累计与时间进度持平", "year to date level with the calendar"},
	"headline.year.over":               {"全年达成 %s", "full-year attainment %s"},
	"headline.group.all":               {"%s人均达标", "all %s on target"},
	"headline.group.none":              {"%s人均未达标", "none of %s on target"},
	"headline.group.some":              {"%s人中%s人达标", "%[2]s of %[1]s on target"},
	"headline.group.by":                {"按%s，%s", "%[2]s by %[1]s"},
	"headline.extreme.highest":         {"为近%s最高", "the highest of %s"},
	"headline.extreme.lowest":          {"为近%s最低", "the lowest of %s"},

	"headline.lead.over":  {"%s超目标 %s", "%s over target by %s"},
	"headline.lead.short": {"%s差 %s", "%s short by %s"},
	"headline.lead.above": {"%s高出目标 %s", "%s above target by %s"},
	"headline.lead.below": {"%s低于目标 %s", "%s below target by %s"},
	"headline.lead.more":  {"另有%s个", "%s more"},

	"headline.review.log-only":         {"还没有述职，先有沟通记录", "No report yet, only talks"},
	"headline.review.calibration-only": {"没有述职，只有终评", "No report, only a final grade"},
	"headline.review.comments-only":    {"没有述职，只有%s份点评", "no report, only %s {comment|comments}"},
	"headline.review.rose":             {"%s升到 %s", "%s up to %s"},
	"headline.review.fell":             {"%s降到 %s", "%s down to %s"},
	"headline.review.short-of":         {"%s %s，未到承诺的 %s", "%s %s, short of the promised %s"},
	"headline.review.above":            {"%s %s，高于承诺的 %s", "%s %s, above the promised %s"},
	"headline.review.kept-all":         {"上期%s项承诺全部兑现", "all %s {promise|promises} of last period kept"},
	"headline.review.kept-none":        {"上期%s项承诺均未兑现", "none of %s {promise|promises} of last period kept"},
	"headline.review.kept-some":        {"上期%s项承诺兑现%s项", "%[2]s of %[1]s promises of last period kept"},
	"headline.review.one-kept":         {"上期的一项承诺已兑现", "the one promise of last period kept"},
	"headline.review.one-not-kept":     {"上期的一项承诺未兑现", "the one promise of last period not kept"},
	"headline.period.none-reported":    {"%s人应交，尚无述职", "%s {report|reports} due, none in yet"},
	"headline.period.not-computable":   {"%s人应交，%s人已交，尚无%s", "%s {report|reports} due, %s in, no %s yet"},
	"headline.period.counted":          {"%s人有%s", "%s with %s"},
	"headline.period.all-on":           {"全部达到 %s", "all at %s or more"},
	"headline.period.none-on":          {"无人达到 %s", "nobody at %s"},
	"headline.period.on":               {"%s人达到 %s", "%s at %s or more"},
	"headline.period.below":            {"%s人低于 %s", "%s below %s"},
	"headline.period.not-in":           {"%s人未交述职", "%s {report|reports} not in"},
	"headline.period.grade-over":       {"%s 级比指引多%s人", "%[2]s more in grade %[1]s than the guideline"},
	"headline.period.grade-under":      {"%s 级比指引少%s人", "%[2]s fewer in grade %[1]s than the guideline"},
	"headline.theme.nobody":            {"%s份述职都没有写%s", "none of %s {report|reports} covers %s"},
	"headline.theme.everybody":         {"%s份述职都写了%s", "all %s {report|reports} cover %s"},
	"headline.theme.somebody":          {"%s份述职中%s份写了%s", "%[2]s of %[1]s reports cover %[3]s"},
	"headline.theme.only":              {"唯一一份述职写了%s", "the one report covers %s"},
	"headline.theme.only-not":          {"唯一一份述职没有写%s", "the one report does not cover %s"},
	"headline.theme.only-thinly":       {"但偏少", "but thinly"},
	"headline.actions.one-of-overdue":  {"其中一项逾期 %d 天", "1 overdue by %d {day|days}"},
	"headline.actions.one-overdue":     {"已逾期 %d 天", "%d {day|days} overdue"},
	"headline.theme.thinly":            {"其中%s份偏少", "%s thinly"},
	"headline.cases.both":              {"收录成功案例%s个、失败案例%s个", "%s success {case|cases}, %s failure {case|cases}"},
	"headline.cases.successes":         {"收录成功案例%s个，没有失败案例", "%s success {case|cases}, no failure case"},
	"headline.cases.failures":          {"收录失败案例%s个，没有成功案例", "%s failure {case|cases}, no success case"},
	"headline.cases.empty":             {"还没有案例", "no cases yet"},
	"headline.actions.open":            {"未关闭%s项", "%s open"},
	"headline.actions.overdue":         {"其中逾期%s项，最长 %d 天", "%s overdue, the longest by %d {day|days}"},
	"headline.actions.none-overdue":    {"没有逾期", "none overdue"},
	"headline.actions.all-done":        {"%s项行动项全部关闭", "all %s {action|actions} closed"},
	"headline.actions.empty":           {"还没有行动项", "no actions yet"},
	"headline.metrics.dictionary":      {"共%s项指标，其中%s项由其他指标算出", "%s metrics, %s computed from others"},
}

// A Standing is how a team or a person stands in one period, as far as it is
// known. Figures are already written; "" is one that is undefined.
type Standing struct {
	Period     string // 三季度; "" where the page says it already
	Metric     string // name of the first figure that judges: 销售额
	Actual     string // with unit: 10,991.0 万
	Attainment string // 101.7%
	QoQ        string // with sign: +6.9%
	Elapsed    string // 20/92 天 where the period is partial, else ""
}

// clauses says the standing in the first clause, then the change where it is
// known and the period is over.
func (l Lang) clauses(s Standing) []string {
	of := s.Metric
	if of == l.Text("metric.revenue") {
		of = "" // attainment without a name is that of the revenue
	}
	whole := strings.TrimSpace(l.subject(s.Period, s.Metric))
	switch {
	case s.Attainment != "" && s.Elapsed != "":
		return []string{l.Text("headline.standing.partial", l.subject(s.Period, of), s.Attainment, s.Elapsed)}
	case s.Attainment != "":
		return l.withQoQ(s, l.Text("headline.standing.attained", l.subject(s.Period, of), s.Attainment))
	case s.Actual != "" && s.Elapsed != "":
		return []string{
			l.Text("headline.standing.actual-partial", l.subject(s.Period, ""), s.Elapsed, l.inSentence(s.Metric), s.Actual),
			l.Text("headline.standing.no-target"),
		}
	case s.Actual != "":
		return append(l.withQoQ(s, l.Text("headline.standing.actual", whole, s.Actual)), l.Text("headline.standing.no-target"))
	}
	return []string{l.Text("headline.standing.unreported", whole)}
}

func (l Lang) withQoQ(s Standing, clause string) []string {
	if s.QoQ == "" {
		return []string{clause}
	}
	return []string{clause, l.Text("headline.standing.qoq", s.QoQ)}
}

// subject joins period and metric before a verb: 三季度回款, "Q3 collections ".
func (l Lang) subject(period, metric string) string {
	if l == Chinese {
		return period + metric
	}
	var b strings.Builder
	for _, word := range []string{period, l.inSentence(metric)} {
		if word != "" {
			b.WriteString(word + " ")
		}
	}
	return b.String()
}

// inSentence writes a built-in English name within a sentence: Win rate becomes
// win rate, CRM update rate stays. Names of the portfolio's own stay as well.
func (l Lang) inSentence(name string) string {
	second, _ := utf8.DecodeRuneInString(name[min(1, len(name)):])
	if l == Chinese || !englishNames[name] || !unicode.IsLower(second) {
		return name
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// englishNames are the English names that the program itself gives.
var englishNames = func() map[string]bool {
	names := map[string]bool{}
	for key, e := range namesOfThings {
		if kind, _, _ := strings.Cut(key, "."); kind == "metric" || kind == "theme" || kind == "dimension" {
			names[e.en] = true
		}
	}
	return names
}()

// sentence joins clauses into one sentence without a full stop: those of one
// group by commas, the groups by semicolons. Empty groups are left out.
func (l Lang) sentence(groups ...[]string) string {
	text := l.joined(groups...)
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// joined is sentence for one that begins with somebody's name, which stays as
// it is written.
func (l Lang) joined(groups ...[]string) string {
	comma, semicolon := "，", "；"
	if l == English {
		comma, semicolon = ", ", "; "
	}
	var parts []string
	for _, clauses := range groups {
		for i := range clauses {
			clauses[i] = strings.TrimSpace(clauses[i])
		}
		if len(clauses) > 0 {
			parts = append(parts, strings.Join(clauses, comma))
		}
	}
	return tighten.Replace(strings.Join(parts, semicolon))
}

// tighten takes back the space that a count brings along after punctuation.
var tighten = strings.NewReplacer("， ", "，", "、 ", "、")

// count writes a number of things for a sentence: 两, 八, " 12 "; 2, 8, 12.
// [Lang.sentence] trims what stands at the start of a clause.
func (l Lang) count(n int) string {
	switch {
	case l == English:
		return grouped(n)
	case n == 2:
		return "两"
	case n >= 0 && n < len(hanDigits):
		return hanDigits[n]
	}
	return " " + grouped(n) + " "
}

func grouped(n int) string { return Count(Fraction{int64(n), 1}) }

// A YearToDate is the year's attainment against the calendar.
type YearToDate struct {
	Attainment string // "" where undefined: then nothing is said
	Gap        string // attainment less the share of time gone, without sign: 6.4 个百分点
	Sign       int    // of Gap as shown
	Over       bool   // the year is over
}

func (l Lang) yearClause(y YearToDate) []string {
	switch {
	case y.Attainment == "":
		return nil
	case y.Over:
		return []string{l.Text("headline.year.over", y.Attainment)}
	case y.Sign < 0:
		return []string{l.Text("headline.year.behind", y.Gap)}
	case y.Sign > 0:
		return []string{l.Text("headline.year.ahead", y.Gap)}
	}
	return []string{l.Text("headline.year.even")}
}

// HomeHeadline is the company's: 三季度达成 101.7%，全年累计落后时间进度 6.4 个百分点.
// Where nothing is known of the year, the change against the period before
// takes its place.
func (l Lang) HomeHeadline(s Standing, y YearToDate) string {
	clauses, year := l.clauses(s), l.yearClause(y)
	if s.Attainment == "" || year == nil {
		return l.sentence(clauses, year)
	}
	return l.sentence(append(clauses[:1], year...))
}

// TeamHeadline is a team's: 三季度达成 106.8%，环比 +6.9%；五人中四人达标. people is
// how many have what they are judged by, on how many of them are on target. rate
// names it where that is not the attainment that the sentence begins with.
func (l Lang) TeamHeadline(s Standing, people, on int, rate string) string {
	var group []string
	switch {
	case people < 2:
	case on == 0:
		group = []string{l.Text("headline.group.none", l.count(people))}
	case on == people:
		group = []string{l.Text("headline.group.all", l.count(people))}
	default:
		group = []string{l.Text("headline.group.some", l.count(people), l.count(on))}
	}
	if rate != "" && group != nil {
		group[0] = l.Text("headline.group.by", rate, strings.TrimSpace(group[0]))
	}
	return l.sentence(l.clauses(s), group)
}

// A Gap is by how much a part of a team differs from its target.
type Gap struct {
	Name string
	Size string // without sign: 324.0 万
}

// mostGaps is how many parts a lead names on each side.
const mostGaps = 3

// TeamLead says which parts of a team are over their targets and which are
// short of them: 华东区超目标 324.0 万；华北区差 122.0 万，华南区差 25.0 万. The sentence is
// complete; "" where no part has a target. lower is set where lower is better.
func (l Lang) TeamLead(over, under []Gap, lower bool) string {
	overKey, underKey := "headline.lead.over", "headline.lead.short"
	if lower {
		overKey, underKey = "headline.lead.above", "headline.lead.below"
	}
	text := l.joined(l.gaps(overKey, over), l.gaps(underKey, under))
	switch {
	case text == "":
		return ""
	case l == English:
		return text + "."
	}
	return text + "。"
}

func (l Lang) gaps(key string, list []Gap) []string {
	var clauses []string
	for _, g := range list[:min(len(list), mostGaps)] {
		clauses = append(clauses, l.Text(key, g.Name, g.Size))
	}
	if more := len(list) - mostGaps; more > 0 {
		clauses = append(clauses, l.Text("headline.lead.more", l.count(more)))
	}
	return clauses
}

// NoReports is the headline of a page whose scope has no report at all.
func (l Lang) NoReports() string { return l.sentence([]string{l.Text("headline.no-reports")}) }
