package words

import "strings"

// calibrationWords holds the texts of scores and of the calibration page.
var calibrationWords = map[string]entry{
	"nav.calibration":    {"校准", "Calibration"},
	"window.calibration": {"校准 · %s", "Calibration · %s"},
	"nav.to-calibration": {"校准会看的：各团队分布、初评与终评、评分宽严与分歧", "For the calibration meeting: teams, final grades, leniency and differences"},

	// How much of a score there is.
	"coverage.dimensions":   {"维度权重 %s", "%s of dimension weight"},
	"coverage.roles":        {"角色权重 %s", "%s of role weight"},
	"coverage.both":         {"维度权重 %s、角色权重 %s", "%s of dimension and %s of role weight"},
	"grade.first":           {"初评 %s", "first %s"},
	"gap.above":             {"偏高", "higher"},
	"gap.below":             {"偏低", "lower"},
	"foot.gap":              {"自评差满一档（%s 分）的标偏高、偏低。", "Self ratings off by a step of the scale (%s) or more are marked. "},
	"section.score-history": {"历次评分", "Scores over time"},
	"order.oldest":          {"左旧右新；按维度顺序", "oldest on the left, in order of the dimensions"},
	"head.weights-present":  {"维度 / 角色权重", "Dimension / role weight"},
	"head.first-and-final":  {"初评 → 终评", "First → final"},
	"coverage.pair":         {"%s / %s", "%s / %s"},
	"title.history.rose":    {"%s次评分，综合分由 %s 升到 %s", "score up from %[2]s to %[3]s in %[1]s ratings"},
	"title.history.fell":    {"%s次评分，综合分由 %s 降到 %s", "score down from %[2]s to %[3]s in %[1]s ratings"},
	"title.history.even":    {"%s次评分，综合分首尾都是 %s", "score at %[2]s, first and last of %[1]s ratings"},
	"head.latest-change":    {"比上次", "vs last"},
	"foot.score-history":    {"各维度为评分人的加权分，自评不算；— 表示那一期没有人评。", "Blends of the reviewers, without self ratings; — means nobody scored that period. "},
	"chart.score-line":      {"由 %s 到 %s", "from %s to %s"},

	// Grades against the guideline.
	"band.at-most":       {"至多 %d", "at most %d"},
	"band.ceiling":       {"≤ %d", "≤ %d"},
	"spread.partial":     {"部分维度", "some dimensions"},
	"head.first-grade":   {"初评", "First"},
	"foot.grades-first":  {"细竖线为初评人数。", "The tick is the number of first grades. "},
	"foot.grades-none":   {"%d 人；没有设指引比例。", "%d {person|people}; no guideline is set. "},
	"foot.ungraded":      {"没有等级：%s。", "No grade: %s. "},
	"foot.partly-scored": {"%d 人评分未到齐，等级按已评的算。", "%d scored in part; their grades go by what there is. "},
	"foot.marked-partly": {"名后带 * 的评分未到齐。", "Names with * are scored in part. "},
	"section.units":      {"各团队的分布与宽严", "Teams: spread and leniency"},
	"head.scored":        {"有分", "Scored"},
	"head.against-whole": {"偏低 ← 全体 → 偏高", "lower ← all → higher"},
	"head.top-share":     {"%s 占比", "Share of %s"},
	"fig.unit-few":       {"不足 10 人，不比", "fewer than 10"},
	"fig.few-sample":     {"样本不足（n=%d）", "too few to say (n=%d)"},
	"foot.units":         {"均分为各人综合分的简单平均，差为与全体均分之差，满 5 人才给；满 10 人才与指引比较，人数旁的小字为指引人数。", "Means are of the people's scores, the difference is to the mean of all, from 5 people on; the guideline, the small figures, counts from 10 on. "},
	"foot.units-few":     {"有分不足 5 人、未列：%s。", "Fewer than 5 scored, not listed: %s. "},
	"foot.unit-people":   {"%s（%d 人）", "%s (%d)"},

	// First and final grades.
	"section.regrades":       {"初评与终评", "First and final grades"},
	"order.moved":            {"改动大的在前", "furthest moved first"},
	"head.final-grade":       {"终评", "Final"},
	"head.moved":             {"改动", "Moved"},
	"head.reason":            {"理由", "Reason"},
	"regrade.up":             {"升 %d 级", "up %d"},
	"regrade.down":           {"降 %d 级", "down %d"},
	"regrade.kept":           {"维持", "as first"},
	"title.regrade.moved":    {"%s人有终评，%s人有改动", "%s with a final grade, %s moved"},
	"title.regrade.kept":     {"%s人有终评，都维持初评", "%s with a final grade, all as first"},
	"head.score-side":        {"相对业绩", "Against figures"},
	"regrade.new":            {"无初评", "no first grade"},
	"regrade.reason":         {"%s 的理由", "reason, %s"},
	"regrade.reason-undated": {"看理由", "reason"},
	"foot.regrades-kept":     {"另有 %d 人终评与初评相同。", "%d more with the final grade as first. "},
	"foot.regrades-left":     {"%d 人有初评、没有终评，等级按初评。", "%d with a first grade have no final one and keep the first. "},
	"foot.regrades":          {"终评只来自 calibration.md，程序不改等级。", "Final grades come from calibration.md only; nothing is moved automatically. "},
	"fig.final-grades":       {"终评", "Final grades"},
	"fig.final-moved":        {"改动 %d 人", "%d moved"},
	"fig.final-kept":         {"都维持初评", "all as first"},
	"fig.final-none":         {"尚无终评", "none yet"},
	"fig.final-ways":         {"上调 %d 人，下调 %d 人", "%d up, %d down"},
	"fig.whole-scores":       {"评分到齐", "Fully scored"},
	"fig.whole-note":         {"维度和角色的权重都评全", "all weight of dimensions and roles"},
	"fig.partly":             {"%d 人未到齐", "%d in part"},

	// Nine boxes.
	"section.nine-box": {"九宫格：业绩与潜力", "Nine boxes: figures and potential"},

	// Reviewers.
	"head.others-mean":  {"他人均分", "Others' mean"},
	"foot.leniency-few": {"另有 %d 位评分人样本不足。", "%d more reviewers with too few to say. "},

	// Spread between the reviewers of one person.
	"section.spread":    {"评分人之间的分歧", "How far reviewers are apart"},
	"order.spread":      {"平均分差大的在前", "widest first"},
	"head.reviewers":    {"评分人数", "Reviewers"},
	"head.mean-spread":  {"平均分差", "Mean spread"},
	"head.widest":       {"分差最大的维度", "Widest in"},
	"head.range":        {"分差", "Spread"},
	"head.from-to":      {"最高与最低", "Highest and lowest"},
	"spread.ends":       {"%s %s，%s %s", "%s %s, %s %s"},
	"foot.spread":       {"每个维度最高分减最低分，按维度权重平均，只算两人以上评过的维度；自评不算。", "Highest minus lowest score of each dimension, by weight over the dimensions that two or more scored; self ratings do not take part. "},
	"foot.spread-more":  {"另有 %d 人分差不比这些大。", "%d more with no wider spread. "},
	"foot.spread-alone": {"没有两位评分人评过同一维度、看不出分歧：%s。", "No dimension scored by two, so nothing to compare: %s. "},
	"title.spread":      {"对%s的评分分歧最大，%s相差 %s 分", "reviewers of %s are furthest apart: %[3]s in %[2]s"},
	"title.spread.none": {"评分人之间没有分歧", "reviewers agree throughout"},

	// Order by figures against order by scores.
	"section.disagree":     {"业绩与评分不一致的人", "Where figures and scores disagree"},
	"order.disagree":       {"名次差大的在前", "furthest apart first"},
	"head.rate-place":      {"业绩名次", "Place by figures"},
	"head.score-place":     {"评分名次", "Place by score"},
	"head.places":          {"第 1 名在左", "first place at the left"},
	"head.places-off":      {"名次差", "Apart"},
	"places.shared":        {"%d–%d", "%d–%d"},
	"places.score-kinder":  {"评分偏高", "score higher"},
	"places.score-harder":  {"评分偏低", "score lower"},
	"chart.place-rate":     {"业绩名次", "place by figures"},
	"chart.place-score":    {"评分名次", "place by score"},
	"chart.places":         {"业绩第 %s，评分第 %s", "by figures %s, by score %s"},
	"foot.disagree":        {"在 %d 位%s和综合分都有的人里排；并列的占同一段名次，按中间值计差。", "Places among the %d {person|people} with both %s and score; ties share their places and count as the middle of them. "},
	"foot.disagree-more":   {"另有 %d 人名次差不比这些大。", "%d more no further apart. "},
	"title.disagree.above": {"%s评分靠前 %s 位", "%s is %s {place|places} higher by score than by figures"},
	"title.disagree.below": {"%s评分靠后 %s 位", "%s is %s {place|places} lower by score than by figures"},
	"title.disagree.none":  {"业绩与评分排出的次序相同", "figures and scores order people alike"},

	// The page's headline.
	"empty.calibration":           {"这一期还没有评分，没有可校准的。", "Nobody is scored in this period yet; there is nothing to calibrate."},
	"headline.calibration.none":   {"还没有评分", "no ratings yet"},
	"headline.calibration.scored": {"%s人有综合分", "%s scored"},
	"headline.calibration.partly": {"%s人评分未到齐", "%s of them in part"},
	"headline.calibration.open":   {"尚无终评", "no final grades yet"},

	"foot.rank-metric": {"目标、实际、达成率和状态看%s，名次看KPI综合完成率。", "Target, actual, attainment and state are of %s; places go by the KPI rate. "},
}

// CalibrationFacts is what the headline of a calibration page says.
type CalibrationFacts struct {
	Scored int    // people with a composite
	Partly int    // of them, whose composite lacks weight
	Grade  string // the grade furthest off its guideline, "" where none is
	Off    int    // by how many people; negative where too few
	Final  int    // people with a final grade
	Moved  int    // of them, where it is not the first
}

// CalibrationHeadline is that of a calibration page:
// 16 人有综合分，三人评分未到齐；B 级比指引多两人；四人有终评，一人有改动.
func (l Lang) CalibrationHeadline(f CalibrationFacts) string {
	if f.Scored == 0 && f.Final == 0 {
		return l.sentence([]string{l.Text("headline.calibration.none")})
	}
	scored := []string{l.Text("headline.calibration.scored", l.count(f.Scored))}
	if f.Partly > 0 {
		scored = append(scored, l.Text("headline.calibration.partly", l.count(f.Partly)))
	}
	final := l.Text("headline.calibration.open")
	if f.Final > 0 {
		final = l.regrades(f.Final, f.Moved)
	}
	return l.sentence(scored, l.gradeClause(PeriodFacts{Grade: f.Grade, Off: f.Off}), []string{final})
}

// ScoreHistoryTitle says from where to where the composite went in so many
// periods: 四次评分，综合分由 4.00 升到 4.36. sign is that of the change.
func (l Lang) ScoreHistoryTitle(periods int, first, last string, sign int) string {
	switch {
	case first == last || sign == 0:
		return l.sentence([]string{l.Text("title.history.even", l.count(periods), last)})
	case sign > 0:
		return l.sentence([]string{l.Text("title.history.rose", l.count(periods), first, last)})
	}
	return l.sentence([]string{l.Text("title.history.fell", l.count(periods), first, last)})
}

// RegradeTitle says how many people have a final grade and for how many it is
// not the first.
func (l Lang) RegradeTitle(people, moved int) string {
	return l.sentence([]string{l.regrades(people, moved)})
}

func (l Lang) regrades(people, moved int) string {
	if moved == 0 {
		return l.Text("title.regrade.kept", l.count(people))
	}
	return l.Text("title.regrade.moved", l.count(people), l.count(moved))
}

// SpreadTitle names the person on whom reviewers are furthest apart, and where:
// 对李娜的评分分歧最大，团队管理相差 2.0 分. person is "" where nobody is apart.
func (l Lang) SpreadTitle(person, dimension, by string) string {
	if person == "" {
		return l.sentence([]string{l.Text("title.spread.none")})
	}
	return l.sentence([]string{l.Text("title.spread", person, l.inSentence(dimension), by)})
}

// DisagreeTitle names the people whose score stands furthest above and furthest
// below their figures, with by how many places, without sign: 李娜评分靠前 5 位，王芳评分靠后 4 位.
// "" where nobody is on that side.
func (l Lang) DisagreeTitle(above, up, below, down string) string {
	var clauses []string
	if above != "" {
		clauses = append(clauses, l.Text("title.disagree.above", above, up))
	}
	if below != "" {
		clauses = append(clauses, l.Text("title.disagree.below", below, down))
	}
	if clauses == nil {
		return l.sentence([]string{l.Text("title.disagree.none")})
	}
	return l.joined(clauses)
}

// rate writes what people are judged by within a sentence.
func (l Lang) rate(name string) string {
	if l == English && name == l.Text("head.attainment") {
		return strings.ToLower(name)
	}
	return name
}
