package source

import (
	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// rawProfile is imports/<profile>.yaml as written.
type rawProfile struct {
	title        at[string]
	sheet        at[[]at[string]]
	header       at[int]
	columns      at[[]entry[rawColumn]]
	lookups      at[[]entry[rawLookup]]
	id           at[string]
	person, team at[rawMatching]
	date         at[rawDate]
	unit         at[string]
	currency     at[rawCurrency]
	where        at[[]entry[rawTest]]
	metrics      at[[]entry[rawMeasure]]
	targets      at[[]entry[rawMeasure]]
	wide         at[rawWide]
	breakdowns   at[[]entry[rawParts]]
	series       at[[]at[string]]
}

type (
	rawColumn struct {
		headers  at[[]at[string]]
		optional at[bool]
		fill     at[bool]
	}
	rawLookup struct {
		on         at[string]
		key, value at[[]at[string]]
		optional   at[bool]
	}
	rawMatching struct {
		column at[string]
		by     at[[]at[model.MatchBy]]
		ids    at[[]entry[string]]
	}
	rawDate struct {
		column at[string]
		order  at[model.DateOrder]
	}
	rawCurrency struct{ column, divide, multiply at[string] }
	rawTest     struct {
		is, not, contains, lacks at[[]at[string]]
		empty                    at[bool]
	}
	rawMeasure struct {
		sum, count, distinct, last, minus at[string]
		negate                            at[bool]
		date                              at[rawDate]
		where                             at[[]entry[rawTest]]
	}
	rawWide struct {
		metric, metricColumn at[string]
		actual               at[bool]
		year                 at[int]
	}
	rawParts struct {
		column at[string]
		top    at[int]
		names  at[[]entry[string]]
	}
)

// asOf is the date of a snapshot, in place of a column.
const asOf = "as-of"

var profileKind = object(
	key("title", "What the profile is for", textKind, func(p *rawProfile) *at[string] { return &p.title }),
	key("sheet", "The sheet, or names it may have; any that holds the columns unless said", textOrMore, func(p *rawProfile) *at[[]at[string]] { return &p.sheet }),
	key("header", "The row of the header; found unless said", between(1, 1000), func(p *rawProfile) *at[int] { return &p.header }),
	must(key("columns", "Names for columns, each with the headers it may have", table(nameKeys, columnKind), func(p *rawProfile) *at[[]entry[rawColumn]] { return &p.columns })),
	key("lookups", "Columns that another table holds", table(nameKeys, object(
		must(key("on", "The column whose value is looked up", textKind, func(l *rawLookup) *at[string] { return &l.on })),
		must(key("key", "The header in the other table where it is found", textOrMore, func(l *rawLookup) *at[[]at[string]] { return &l.key })),
		must(key("value", "The header in the other table whose value is taken", textOrMore, func(l *rawLookup) *at[[]at[string]] { return &l.value })),
		key("optional", "true: the import goes on without the other table", boolKind, func(l *rawLookup) *at[bool] { return &l.optional }),
	)), func(p *rawProfile) *at[[]entry[rawLookup]] { return &p.lookups }),
	key("id", "The column of the record's id: a record that comes twice counts once", textKind, func(p *rawProfile) *at[string] { return &p.id }),
	key("person", "Whose figures a row holds", matchingKind("people", "Values that stand for a person's id", "id", "name", "alias"), func(p *rawProfile) *at[rawMatching] { return &p.person }),
	key("team", "The same, of figures that belong to no one person", matchingKind("teams", "Values that stand for a team's id", "id", "name"), func(p *rawProfile) *at[rawMatching] { return &p.team }),
	key("date", "Of when a row is", dateColumnKind, func(p *rawProfile) *at[rawDate] { return &p.date }),
	key("unit", "What amounts of money are in, such as 万元; as the headers say unless said", oneOf(itself, moneyUnits...), func(p *rawProfile) *at[string] { return &p.unit }),
	key("currency", "In which currency a row's money is; a row in another one than the portfolio's is refused unless there is a rate", orColumn(object(
		must(key("column", "The column of the currency", textKind, func(c *rawCurrency) *at[string] { return &c.column })),
		key("divide_by", "Column of a rate: how much of the row's currency one of the portfolio's is", textKind, func(c *rawCurrency) *at[string] { return &c.divide }),
		key("multiply_by", "Column of a rate: how much of the portfolio's currency one of the row's is", textKind, func(c *rawCurrency) *at[string] { return &c.multiply }),
	), func(c *rawCurrency) *at[string] { return &c.column }), func(p *rawProfile) *at[rawCurrency] { return &p.currency }),
	key("where", "Which rows count: every condition must hold", whereKind, func(p *rawProfile) *at[[]entry[rawTest]] { return &p.where }),
	within(key("metrics", "Actuals, each from the rows of a person and period", table(metricKeys, measureKind), func(p *rawProfile) *at[[]entry[rawMeasure]] { return &p.metrics })),
	key("targets", "Targets, made like actuals", table(metricKeys, measureKind), func(p *rawProfile) *at[[]entry[rawMeasure]] { return &p.targets }),
	key("wide", "A table that has a column for each month or quarter", wideKind, func(p *rawProfile) *at[rawWide] { return &p.wide }),
	within(key("breakdowns", "Columns whose values are the parts of a breakdown", table(breakdownKeys, orColumn(object(
		must(key("column", "The column of the parts' names", textKind, func(b *rawParts) *at[string] { return &b.column })),
		key("top", "How many parts are kept; the others become one", between(1, 200), func(b *rawParts) *at[int] { return &b.top }),
		key("names", "Values that go by another name", table(nameKeys, textKind), func(b *rawParts) *at[[]entry[string]] { return &b.names }),
	), func(b *rawParts) *at[string] { return &b.column })), func(p *rawProfile) *at[[]entry[rawParts]] { return &p.breakdowns })),
	key("series", "Metrics to be given by month as well", list(nameOf), func(p *rawProfile) *at[[]at[string]] { return &p.series }),
)

// columnKind is a header, headers, or nothing where the name is the header.
var columnKind = orHeaders(object(
	key("headers", "The header, or those it may have; the first that is there counts", textOrMore, func(c *rawColumn) *at[[]at[string]] { return &c.headers }),
	key("optional", "true: without the column, what uses it is left out", boolKind, func(c *rawColumn) *at[bool] { return &c.optional }),
	key("fill", "true: a blank cell takes the value above it, as below a name that stands once", boolKind, func(c *rawColumn) *at[bool] { return &c.fill }),
), textOrMore, func(c *rawColumn) *at[[]at[string]] { return &c.headers })

var testKind = orHeaders(object(
	key("is", "One of these", textOrMore, func(x *rawTest) *at[[]at[string]] { return &x.is }),
	key("not", "None of these", textOrMore, func(x *rawTest) *at[[]at[string]] { return &x.not }),
	key("contains", "At least one of these is in it", textOrMore, func(x *rawTest) *at[[]at[string]] { return &x.contains }),
	key("lacks", "None of these is in it", textOrMore, func(x *rawTest) *at[[]at[string]] { return &x.lacks }),
	key("empty", "true: nothing is in it; false: something is", boolKind, func(x *rawTest) *at[bool] { return &x.empty }),
), textOrMore, func(x *rawTest) *at[[]at[string]] { return &x.is })

var whereKind = table(nameKeys, testKind)

var dateColumnKind = orColumn(object(
	must(key("column", "The column", textKind, func(d *rawDate) *at[string] { return &d.column })),
	key("order", "How figures are read: ymd, dmy or mdy; the whole column decides unless said", oneOf(parseOrder, "ymd", "dmy", "mdy"), func(d *rawDate) *at[model.DateOrder] { return &d.order }),
), func(d *rawDate) *at[string] { return &d.column })

var measureKind = object(
	key("sum", "The column that is added up", textKind, func(m *rawMeasure) *at[string] { return &m.sum }),
	key("count", "rows, or a column of which the filled cells are counted", textKind, func(m *rawMeasure) *at[string] { return &m.count }),
	key("distinct", "The column of which different values are counted", textKind, func(m *rawMeasure) *at[string] { return &m.distinct }),
	key("last", "The column that is added up over the rows of the period's last day that has any", textKind, func(m *rawMeasure) *at[string] { return &m.last }),
	key("minus", "A column to subtract, such as refunds", textKind, func(m *rawMeasure) *at[string] { return &m.minus }),
	key("negate", "true: the sign is turned", boolKind, func(m *rawMeasure) *at[bool] { return &m.negate }),
	key("date", "Another date than the profile's; as-of: the day the file was made", dateColumnKind, func(m *rawMeasure) *at[rawDate] { return &m.date }),
	key("where", "Which rows count, of those that the profile's own conditions leave", whereKind, func(m *rawMeasure) *at[[]entry[rawTest]] { return &m.where }),
)

var wideKind = object(
	key("metric", "The metric of all rows; revenue unless said", nameOf, func(w *rawWide) *at[string] { return &w.metric }),
	key("metric_column", "The column that names the metric", textKind, func(w *rawWide) *at[string] { return &w.metricColumn }),
	key("side", "What the values are; target unless said", oneOf(isActual, "target", "actual"), func(w *rawWide) *at[bool] { return &w.actual }),
	key("year", "The year of headers that name none; else one is looked for above the table", between(1900, 9998), func(w *rawWide) *at[int] { return &w.year }),
)

func isActual(s string) (bool, bool) { return s == "actual", true }

var (
	parseOrder   = word(model.YearMonthDay, "ymd", "dmy", "mdy")
	parseMatchBy = word(model.MatchID, "id", "name", "alias")
)

var boolKind = scalar(schema{"type": []string{"boolean", "null"}}, func(r *reader, n *yaml.Node) (bool, bool) {
	if n.Value != "true" && n.Value != "false" {
		r.wrong(n, "unknown-value", n.Value).WithHint("hint-one-of", "true, false")
		return false, false
	}
	return n.Value == "true", true
})

// textOrMore is one text or a list of texts.
var textOrMore = kind[[]at[string]]{
	schema: schema{"anyOf": []any{textKind.schema, list(textKind).schema}},
	read: func(r *reader, n *yaml.Node, into *[]at[string]) bool {
		if n.Kind == yaml.ScalarNode {
			*into = make([]at[string], 1)
			readAt(r, n, textKind, &(*into)[0])
			return (*into)[0].ok
		}
		return list(textKind).read(r, n, into)
	},
}

// orColumn is an object, or for short only the name of its column.
func orColumn[T any](full kind[T], column func(*T) *at[string]) kind[T] {
	return shorter(full, textKind, column, yaml.ScalarNode)
}

// orHeaders is an object, or for short only its first list or its one text.
func orHeaders[T any](full kind[T], short kind[[]at[string]], in func(*T) *at[[]at[string]]) kind[T] {
	return shorter(full, short, in, yaml.ScalarNode, yaml.SequenceNode)
}

func shorter[T, V any](full kind[T], short kind[V], in func(*T) *at[V], nodes ...yaml.Kind) kind[T] {
	return kind[T]{
		schema:  schema{"anyOf": []any{short.schema, full.schema}},
		missing: full.missing,
		read: func(r *reader, n *yaml.Node, into *T) bool {
			for _, k := range nodes {
				if n.Kind == k && !r.unseenColon(n) {
					readAt(r, n, short, in(into))
					return in(into).ok
				}
			}
			return full.read(r, n, into)
		},
	}
}

// matchingKind is a column, with what its values are compared.
func matchingKind(ids, doc string, by ...string) kind[rawMatching] {
	return orColumn(object(
		must(key("column", "The column", textKind, func(m *rawMatching) *at[string] { return &m.column })),
		key("by", "What values are compared with; all of it unless said", list(oneOf(parseMatchBy, by...)), func(m *rawMatching) *at[[]at[model.MatchBy]] { return &m.by }),
		key(ids, doc, table(nameKeys, nameOf), func(m *rawMatching) *at[[]entry[string]] { return &m.ids }),
	), func(m *rawMatching) *at[string] { return &m.column })
}

// ParseProfile reads an import profile: one of content/imports, or a built-in
// one. The profile is nil where it has errors.
func ParseProfile(file, name string, src []byte, s *model.Settings) (*model.Profile, diag.List) {
	out := parseFile(place{path: file, kind: profileFile, id: name}, src, newLookup(termsOf(s)), newMemory())
	if out.faults.HasErrors() {
		return nil, out.faults
	}
	return out.profile, out.faults
}
