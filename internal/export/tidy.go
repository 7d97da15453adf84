package export

import (
	"bufio"
	"io"
	"slices"
	"strconv"

	"reviewfolio/internal/audience"
)

// A column is one of a tidy file.
type column struct {
	name string
	// kind is what stands in it: text, id, date, number or boolean.
	kind string
	// sums says how it adds up: dict-sum.… has the words for it; "" for a
	// column to select and group by.
	sums string
}

// placeColumns are those that say whose row it is and of when; the ways from
// the root to the team come in between, one pair of columns a level.
var (
	ownerColumns  = []column{{"scope", "text", ""}, {"id", "id", ""}, {"name", "text", ""}, {"title", "text", ""}, {"team", "id", ""}, {"team_name", "text", ""}}
	periodColumns = []column{
		{"period", "id", ""}, {"period_name", "text", ""}, {"period_length", "text", ""}, {"cycle", "boolean", ""},
		{"period_start", "date", ""}, {"period_end", "date", ""}, {"period_over", "boolean", ""},
	}
	metricColumns = []column{{"metric", "id", ""}, {"metric_name", "text", ""}, {"kind", "text", ""}, {"unit", "text", ""}, {"better", "text", ""}}
	figureColumns = []column{
		{"target", "number", "kind"}, {"actual", "number", "kind"}, {"numerator", "number", "numerator"}, {"denominator", "number", "denominator"},
		{"attained_actual", "number", "attained"}, {"attained_target", "number", "attained"},
		{"weighted_target", "number", "weighted"}, {"target_weight", "number", "weighted"}, {"set_target", "number", "level"},
	}
	partColumns = []column{
		{"breakdown", "id", ""}, {"breakdown_name", "text", ""}, {"part", "text", ""}, {"by", "id", ""},
		{"target", "number", "part"}, {"actual", "number", "part"},
	}
)

// levelColumns are the way from the root to a team: team_1, team_1_name, ….
func (x *Exporter) levelColumns() []column {
	var list []column
	for i := range x.depth {
		name := "team_" + strconv.Itoa(i+1)
		list = append(list, column{name, "id", ""}, column{name + "_name", "text", ""})
	}
	return list
}

func (x *Exporter) figureTable() []column {
	return slices.Concat(ownerColumns, x.levelColumns(), periodColumns, metricColumns, figureColumns)
}

func (x *Exporter) breakdownTable() []column {
	return slices.Concat(ownerColumns, x.levelColumns(), periodColumns, metricColumns, partColumns)
}

// A table is a csv file being written: UTF-8 with a byte order mark and CRLF.
type table struct {
	out *bufio.Writer
	row []byte
}

func newTable(w io.Writer, columns []column) *table {
	t := &table{out: bufio.NewWriterSize(w, 1<<16)}
	t.out.WriteString("\ufeff")
	for _, c := range columns {
		t.text(c.name)
	}
	t.end()
	return t
}

func (t *table) text(s string) { t.row = append(appendText(t.row, s), ',') }

// cut takes away what the row has so far, for rows that begin alike.
func (t *table) cut() []byte {
	begun := slices.Clone(t.row)
	t.row = t.row[:0]
	return begun
}

func (t *table) begin(begun []byte) { t.row = append(t.row, begun...) }

// number adds what a function of metrics.go appends.
func (t *table) number(appended []byte) { t.row = append(appended, ',') }

func (t *table) end() {
	t.row = append(t.row[:len(t.row)-1], '\r', '\n')
	t.out.Write(t.row)
	t.row = t.row[:0]
}

// owner adds whose row it is: of a person with the team of the period.
func (x *Exporter) owner(t *table, s audience.Scope, q audience.Period) {
	team := s.Team
	if team != "" {
		t.text("team")
		t.text(string(team))
		t.text(x.said.team(team))
		t.text("")
	} else {
		who, _ := x.view.Person(s.Person)
		team, _ = x.view.TeamOf(s.Person, q)
		t.text("person")
		t.text(string(who.ID))
		t.text(who.Name)
		t.text(who.Title)
	}
	t.text(string(team))
	t.text(x.said.team(team))
	way := x.paths[team]
	for i := range x.depth {
		if i < len(way) {
			t.text(string(way[i].ID))
			t.text(way[i].Name)
		} else {
			t.text("")
			t.text("")
		}
	}
}

// when adds the period of a row.
func (x *Exporter) when(t *table, q audience.Period) {
	calendar := x.said.site.Calendar
	last := calendar.Last(q)
	t.text(q.String())
	t.text(x.said.period(q))
	t.text(q.Length.String())
	t.text(strconv.FormatBool(q.Length == x.said.site.Cycle))
	t.text(calendar.First(q).String())
	t.text(last.String())
	t.text(strconv.FormatBool(!last.After(x.said.site.AsOf)))
}

func (x *Exporter) what(t *table, m *audience.Metric) {
	t.text(string(m.ID))
	t.text(x.said.metric(m))
	t.text(kindNames[m.Kind])
	t.text(unitNames[m.Unit])
	t.text(better(m))
}
