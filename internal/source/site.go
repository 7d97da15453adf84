package source

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/model"
)

// rawSite is site.yaml as written.
type rawSite struct {
	format     at[int]
	title      at[string]
	language   at[string]
	baseURL    at[string]
	currency   at[string]
	moneyUnit  at[string]
	yearStart  at[int]
	cycle      at[model.Length]
	due        at[rawDue]
	asOf       at[model.Date]
	history    at[bool]
	kpis       at[[]entry[model.Number]]
	reviewers  at[[]entry[rawReviewer]]
	themes     at[[]entry[rawTheme]]
	metrics    at[[]entry[rawMetric]]
	breakdowns at[[]entry[rawBreakdown]]
	ratings    at[rawRatings]
	cuts       at[rawCuts]
	smart      at[rawSmart]
	look       at[rawLook]
}

type (
	rawDue      struct{ report, comment at[int] }
	rawReviewer struct{ name at[string] }
	rawTheme    struct {
		label   at[string]
		aliases at[[]at[string]]
		expect  at[model.Expect]
	}
	rawMetric struct {
		label, note            at[string]
		kind                   at[model.Kind]
		unit                   at[model.Unit]
		better                 at[model.Direction]
		numerator, denominator at[[]at[string]]
	}
	rawBreakdown struct {
		label, of, by at[string]
		parts         at[[]at[string]]
	}
	rawRatings struct {
		scale      at[rawScale]
		dimensions at[[]entry[rawDimension]]
		roles      at[[]entry[model.Number]]
		grades     at[[]at[rawGrade]]
	}
	rawScale     struct{ min, max, step at[model.Number] }
	rawDimension struct {
		label  at[string]
		weight at[model.Number]
	}
	rawGrade struct {
		grade      at[string]
		min, share at[model.Number]
	}
	rawCuts  struct{ attainment, score at[[]at[model.Number]] }
	rawSmart struct {
		reach   at[[]at[model.Number]]
		horizon at[int]
	}
	rawLook struct{ accent, logo at[string] }
)

var siteKind = object(
	key("format", "Version of the format: 1", between(1, 1), func(s *rawSite) *at[int] { return &s.format }),
	key("title", "The portfolio's name", textKind, func(s *rawSite) *at[string] { return &s.title }),
	key("language", "Interface words, number and date formats; zh-CN unless said", oneOf(itself, "zh-CN", "en"), func(s *rawSite) *at[string] { return &s.language }),
	key("base_url", `"" for relative links, or https://host/prefix/`, baseURLKind, func(s *rawSite) *at[string] { return &s.baseURL }),
	key("currency", "ISO 4217 code; CNY unless said", currencyKind, func(s *rawSite) *at[string] { return &s.currency }),
	key("money_unit", "One unit for every table; chosen per table unless said", oneOf(itself, moneyUnits...), func(s *rawSite) *at[string] { return &s.moneyUnit }),
	key("fiscal_year_start", "The month the fiscal year begins in; 1 unless said", between(1, 12), func(s *rawSite) *at[int] { return &s.yearStart }),
	key("cycle", "The length of period that people report in; quarter unless said", oneOf(model.ParseLength, "month", "quarter", "half", "year"), func(s *rawSite) *at[model.Length] { return &s.cycle }),
	key("due", "Days after the period's end", object(
		key("report", "Days until the report is due; 10 unless said", between(0, 366), func(d *rawDue) *at[int] { return &d.report }),
		key("comment", "Days until comments are due; 20 unless said", between(0, 366), func(d *rawDue) *at[int] { return &d.comment }),
	), func(s *rawSite) *at[rawDue] { return &s.due }),
	key("as_of", `"Today"; the newest date of a report or comment unless said`, dateKind, func(s *rawSite) *at[model.Date] { return &s.asOf }),
	key("history", "git: use the repository's history", oneOf(isGit, "none", "git"), func(s *rawSite) *at[bool] { return &s.history }),
	key("kpis", "The figures that judge, with weights that total 100", table(metricKeys, numberKind), func(s *rawSite) *at[[]entry[model.Number]] { return &s.kpis }),
	key("reviewers", "Reviewers who have no people/ file", table(idKeys, object(
		must(key("name", "Name", textKind, func(x *rawReviewer) *at[string] { return &x.name })),
	)), func(s *rawSite) *at[[]entry[rawReviewer]] { return &s.reviewers }),
	key("themes", "More headings of a theme, its label, how often it is expected; new themes", table(themeKeys, object(
		key("label", "Label; required of a new theme", textKind, func(x *rawTheme) *at[string] { return &x.label }),
		key("aliases", "More headings that mean the theme", list(textKind), func(x *rawTheme) *at[[]at[string]] { return &x.aliases }),
		key("expect", "How often the theme is expected", oneOf(parseExpect, "always", "yearly", "never"), func(x *rawTheme) *at[model.Expect] { return &x.expect }),
	)), func(s *rawSite) *at[[]entry[rawTheme]] { return &s.themes }),
	within(key("metrics", "Adds to or overrides the built-in dictionary", table(metricKeys, metricKind), func(s *rawSite) *at[[]entry[rawMetric]] { return &s.metrics })),
	within(key("breakdowns", "How a metric splits into named parts", table(breakdownKeys, breakdownKind), func(s *rawSite) *at[[]entry[rawBreakdown]] { return &s.breakdowns })),
	key("ratings", "How reviewers score", ratingsKind, func(s *rawSite) *at[rawRatings] { return &s.ratings }),
	key("cuts", "Where the matrix of attainment and score is cut", object(
		key("attainment", "Two shares, such as [90%, 100%]", list(numberKind), func(c *rawCuts) *at[[]at[model.Number]] { return &c.attainment }),
		key("score", "Two scores", list(numberKind), func(c *rawCuts) *at[[]at[model.Number]] { return &c.score }),
	), func(s *rawSite) *at[rawCuts] { return &s.cuts }),
	key("smart", "What counts as achievable and time-bound", object(
		key("reach", "Target against baseline, such as [90%, 150%]", list(numberKind), func(x *rawSmart) *at[[]at[model.Number]] { return &x.reach }),
		key("horizon", "Periods ahead; 1 unless said", between(1, 12), func(x *rawSmart) *at[int] { return &x.horizon }),
	), func(s *rawSite) *at[rawSmart] { return &s.smart }),
	key("look", "The site's appearance", object(
		key("accent", `A colour such as "#1f4e8c"`, colourKind, func(l *rawLook) *at[string] { return &l.accent }),
		key("logo", "A file in assets/", textKind, func(l *rawLook) *at[string] { return &l.logo }),
	), func(s *rawSite) *at[rawLook] { return &s.look }),
)

var metricKind = object(
	key("label", "Name of the metric", textKind, func(m *rawMetric) *at[string] { return &m.label }),
	key("kind", "How it rolls up", oneOf(parseKind, "sum", "level", "ratio", "nps"), func(m *rawMetric) *at[model.Kind] { return &m.kind }),
	key("unit", "What it counts", oneOf(parseUnit, "count", "money", "percent", "points"), func(m *rawMetric) *at[model.Unit] { return &m.unit }),
	key("better", "Which way is welcome", oneOf(parseDirection, "higher", "lower"), func(m *rawMetric) *at[model.Direction] { return &m.better }),
	key("note", "口径: tax, date field, source", textKind, func(m *rawMetric) *at[string] { return &m.note }),
	key("numerator", "Of a ratio: a metric, or metrics to add", oneOrMore, func(m *rawMetric) *at[[]at[string]] { return &m.numerator }),
	key("denominator", "Of a ratio: a metric, or metrics to add", oneOrMore, func(m *rawMetric) *at[[]at[string]] { return &m.denominator }),
)

var breakdownKind = object(
	key("label", "Name of the breakdown", textKind, func(b *rawBreakdown) *at[string] { return &b.label }),
	key("of", "The metric it splits; revenue unless said", nameOf, func(b *rawBreakdown) *at[string] { return &b.of }),
	key("by", "The breakdown whose parts these are: units beside its money, or one side of a ratio", nameOf, func(b *rawBreakdown) *at[string] { return &b.by }),
	key("parts", "The only names expected", list(textKind), func(b *rawBreakdown) *at[[]at[string]] { return &b.parts }),
)

var ratingsKind = object(
	key("scale", "Lowest and highest rating, and the step between", object(
		key("min", "Lowest rating; 1 unless said", numberKind, func(s *rawScale) *at[model.Number] { return &s.min }),
		key("max", "Highest rating; 5 unless said", numberKind, func(s *rawScale) *at[model.Number] { return &s.max }),
		key("step", "0.5 unless said", numberKind, func(s *rawScale) *at[model.Number] { return &s.step }),
	), func(x *rawRatings) *at[rawScale] { return &x.scale }),
	key("dimensions", "What is scored, with weights that total 100", table(dimensionKeys, object(
		key("label", "Name of the dimension", textKind, func(d *rawDimension) *at[string] { return &d.label }),
		must(key("weight", "Weight; 0 is shown and not counted", numberKind, func(d *rawDimension) *at[model.Number] { return &d.weight })),
	)), func(x *rawRatings) *at[[]entry[rawDimension]] { return &x.dimensions }),
	key("roles", "The reviewer roles that count, with weights that total 100", table(termKeys, numberKind), func(x *rawRatings) *at[[]entry[model.Number]] { return &x.roles }),
	key("grades", "Half-open bands from the top", list(object(
		must(key("grade", "Name", textKind, func(g *rawGrade) *at[string] { return &g.grade })),
		must(key("min", "Lowest composite of the grade", numberKind, func(g *rawGrade) *at[model.Number] { return &g.min })),
		key("share", "Guideline share of people, in percent", numberKind, func(g *rawGrade) *at[model.Number] { return &g.share }),
	)), func(x *rawRatings) *at[[]at[rawGrade]] { return &x.grades }),
)

// oneOrMore is one name or a list of names.
var oneOrMore = kind[[]at[string]]{
	schema: schema{"anyOf": []any{nameOf.schema, list(nameOf).schema}},
	read: func(r *reader, n *yaml.Node, into *[]at[string]) bool {
		if n.Kind == yaml.ScalarNode {
			*into = make([]at[string], 1)
			readAt(r, n, nameOf, &(*into)[0])
			return true
		}
		return list(nameOf).read(r, n, into)
	},
}

// moneyUnits are those that package words can write.
var moneyUnits = []string{"元", "千", "万", "百万", "亿", "十亿", "千元", "万元", "百万元", "亿元", "十亿元", "K", "M", "B"}

var (
	baseURLPattern  = regexp.MustCompile(`^(https?://[^\s/?#\\]+(/[^\s?#\\]*)?)?$`)
	currencyPattern = regexp.MustCompile(`^[A-Z]{3}$`)
	colourPattern   = regexp.MustCompile(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

	baseURLKind  = matching(baseURLPattern, "bad-url")
	currencyKind = matching(currencyPattern, "bad-currency")
	colourKind   = matching(colourPattern, "bad-colour")
)

// matching is a text of a pattern.
func matching(pattern *regexp.Regexp, fault string) kind[string] {
	s := schema{"type": []string{"string", "null"}, "pattern": pattern.String()}
	return scalar(s, func(r *reader, n *yaml.Node) (string, bool) {
		if !pattern.MatchString(n.Value) {
			r.wrong(n, fault, n.Value)
			return "", false
		}
		return n.Value, true
	})
}

func itself(s string) (string, bool) { return s, true }

func isGit(s string) (bool, bool) { return s == "git", true }

// word returns a parser of a closed list, in the order of the constants from
// first on.
func word[V ~uint8](first V, words ...string) func(string) (V, bool) {
	return func(s string) (V, bool) {
		i := slices.Index(words, s)
		return first + V(max(i, 0)), i >= 0
	}
}

var (
	parseExpect    = word(model.Always, "always", "yearly", "never")
	parseKind      = word(model.SumKind, "sum", "level", "ratio", "nps")
	parseUnit      = word(model.Count, "count", "money", "percent", "points")
	parseDirection = word(model.Higher, "higher", "lower")
)

// or returns the value, or what stands for it where it was not given.
func (a at[V]) or(otherwise V) V {
	if a.ok {
		return a.v
	}
	return otherwise
}

// A site is what site.yaml says.
type site struct {
	settings model.Settings // every default filled in
	// muted holds the codes of faults that other files may have only because a
	// part of site.yaml could not be read.
	muted map[string]bool
}

// parseSite reads site.yaml. src may be empty.
func parseSite(src []byte) *parsed {
	out := &parsed{place: place{path: sitePath, kind: siteFile}, site: &site{}}
	told := teller{sitePath, &out.faults}
	var raw rawSite
	readable := false
	if checkBytes(sitePath, src, &out.faults) {
		var root *yaml.Node
		text := bytes.TrimPrefix(src, byteOrderMark)
		if root, readable = parseYAML(&plain{}, sitePath, 0, text, &out.faults); root != nil {
			var x at[rawSite]
			readAt(&reader{teller: told}, root, siteKind, &x)
			raw, readable = x.v, x.ok
		}
	}
	b := siteBuilder{teller: told, raw: &raw}
	out.site.settings = b.settings()
	if out.faulty = out.faults.HasErrors(); out.faulty {
		out.site.muted = raw.unread(!readable)
	}
	return out
}

// unread returns the codes of faults that follow from parts of site.yaml that
// were given and could not be read; all says that nothing could.
func (raw *rawSite) unread(all bool) map[string]bool {
	codes := map[string]bool{}
	mute := func(part bool, follow ...string) {
		for _, code := range follow {
			codes[code] = codes[code] || part || all
		}
	}
	mute(raw.metrics.spoilt(), "unknown-metric", "not-a-percentage", "bad-percent", "ratio-actual", "not-nps", "series-of-ratio", "parts-differ")
	mute(raw.breakdowns.spoilt(), "unknown-breakdown", "parts-differ", "unknown-part")
	mute(raw.reviewers.spoilt(), "unknown-reviewer")
	mute(raw.yearStart.spoilt(), "series-outside", "restates-later", "outside-stint", "stint-order")
	ratings := raw.ratings
	scale := ratings.v.scale
	mute(ratings.spoilt() || scale.spoilt() || scale.v.min.spoilt() || scale.v.max.spoilt() || scale.v.step.spoilt(), "rating-off-scale")
	mute(ratings.spoilt() || ratings.v.dimensions.spoilt(), "unknown-dimension")
	unnamed := func(g at[rawGrade]) bool { return g.v.grade.spoilt() }
	mute(ratings.spoilt() || ratings.v.grades.spoilt() || slices.ContainsFunc(ratings.v.grades.v, unnamed), "unknown-grade")
	return codes
}

// spoilt reports whether a value was given that is not there to use.
func (a at[V]) spoilt() bool { return a.pos.line > 0 && !a.ok && !a.blank }

// A siteBuilder turns site.yaml as written into settings.
type siteBuilder struct {
	teller
	raw *rawSite
	model.Settings
}

func (b *siteBuilder) settings() model.Settings {
	raw := b.raw
	b.Language = raw.language.or("zh-CN")
	b.Title = raw.title.or(defaultTitles[b.Language])
	if b.BaseURL = raw.baseURL.v; b.BaseURL != "" && !strings.HasSuffix(b.BaseURL, "/") {
		b.BaseURL += "/"
	}
	b.Currency = raw.currency.or("CNY")
	b.MoneyUnit = raw.moneyUnit.v
	b.Calendar.Start = time.Month(raw.yearStart.or(1))
	b.Cycle = raw.cycle.or(model.Quarter)
	b.Due = model.Due{Report: raw.due.v.report.or(10), Comment: raw.due.v.comment.or(20)}
	b.AsOf = raw.asOf.v
	if b.History = raw.history.v; b.History {
		b.HistoryPos = b.pos(raw.history.pos)
	}
	for _, x := range raw.reviewers.v {
		if reserved[x.key] != 0 {
			b.fault(x.pos, "reserved-id", x.key)
		}
		b.Reviewers = append(b.Reviewers, model.Reviewer{ID: model.PersonID(x.key), Name: x.v.name.v})
	}
	slices.SortFunc(b.Reviewers, func(x, y model.Reviewer) int { return strings.Compare(string(x.ID), string(y.ID)) })
	b.themes()
	b.metrics()
	b.breakdowns()
	b.kpis()
	b.ratings()
	b.cuts()
	b.look()
	return b.Settings
}

// defaultTitles name a portfolio that has no name of its own, by language.
var defaultTitles = map[string]string{"zh-CN": "销售述职", "en": "Sales reviews"}

func (b *siteBuilder) look() {
	look := b.raw.look
	b.Look = model.Look{Accent: strings.ToLower(look.v.accent.v), Logo: look.v.logo.v, Pos: b.pos(look.v.logo.pos)}
	if len(b.Look.Accent) == len("#abc") {
		a := b.Look.Accent
		b.Look.Accent = string([]byte{'#', a[1], a[1], a[2], a[2], a[3], a[3]})
	}
}
