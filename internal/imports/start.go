package imports

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"reviewfolio/internal/model"
)

// startingProfile writes a profile in YAML for a sheet, of what its headers and
// cells suggest. Its reader has to look it over; it can be read as it is.
func startingProfile(p *model.Portfolio, x *ExplainedSheet, nameSheet bool) string {
	g := guess{portfolio: p, sheet: x}
	var b strings.Builder
	if nameSheet && x.Name != "" {
		fmt.Fprintf(&b, "sheet: %s\n", plainOrQuoted(x.Name))
	}
	g.choose()
	if g.isEmpty() {
		return ""
	}
	b.WriteString(comment(p, "# 按表头推测，请逐项核对", "# Guessed from the headers: look it over."))
	b.WriteString("columns:\n")
	for _, c := range g.used {
		fmt.Fprintf(&b, "  %s: %s\n", plainOrQuoted(g.name(c)), plainOrQuoted(cleaned(c.Header)))
	}
	if !g.sure {
		b.WriteString(comment(p, "# 没有认出写人员的列，请改成对的列", "# No column of people was recognised: name the right one."))
	}
	if g.id != nil {
		fmt.Fprintf(&b, "id: %s\n", g.ref(g.id))
	}
	fmt.Fprintf(&b, "person: %s\n", g.ref(g.person))
	if g.wide {
		b.WriteString("wide: {metric: revenue}\n")
		return b.String()
	}
	if g.date == nil {
		b.WriteString(comment(p, "# 没有认出日期列，请改成对的列", "# No column of dates was recognised: name the right one."))
	}
	fmt.Fprintf(&b, "date: %s\n", g.ref(g.date))
	b.WriteString("metrics:\n")
	if g.amount != nil {
		fmt.Fprintf(&b, "  revenue: {sum: %s}\n", g.ref(g.amount))
	}
	if g.order != nil {
		fmt.Fprintf(&b, "  orders: {distinct: %s}\n", g.ref(g.order))
	} else {
		b.WriteString("  orders: {count: rows}\n")
	}
	for _, m := range g.more {
		fmt.Fprintf(&b, "  %s: {sum: %s}\n", m.metric, g.ref(m.column))
	}
	if g.amount != nil && len(g.parts) > 0 {
		b.WriteString("breakdowns:\n")
		for _, s := range g.parts {
			fmt.Fprintf(&b, "  %s: {column: %s, top: 20}\n", s.breakdown, g.ref(s.column))
		}
	}
	if g.amount != nil && p.Settings.Cycle > model.Month {
		b.WriteString("series: [revenue]\n")
	}
	return b.String()
}

// A guess is which column of a sheet is what.
type guess struct {
	portfolio            *model.Portfolio
	sheet                *ExplainedSheet
	person, date, amount *ExplainedColumn
	order, id            *ExplainedColumn
	more                 []guessedMetric
	parts                []guessedParts
	wide                 bool
	sure                 bool // of the person
	used                 []*ExplainedColumn
}

type (
	guessedMetric struct {
		metric model.MetricID
		column *ExplainedColumn
	}
	guessedParts struct {
		breakdown model.BreakdownID
		column    *ExplainedColumn
	}
)

// choose decides by what the built-in profile of an order list looks for,
// then by what columns hold.
func (g *guess) choose() {
	headers := orderHeaders()
	steps := 0
	for i := range g.sheet.Columns {
		if g.sheet.Columns[i].step {
			steps++
		}
	}
	who := func(c *ExplainedColumn) int {
		if c.Kind != TextColumn {
			return 0
		}
		return 100*c.Known/max(c.Distinct, 1)/10*10 + named(c, headers["owner"], 60)
	}
	if g.person = g.best(who); g.person == nil {
		// The people of a table are some, and each has rows.
		g.person = g.best(func(c *ExplainedColumn) int {
			if c.Kind != TextColumn || c.Distinct < 2 || 2*c.Distinct > c.Filled {
				return 0
			}
			return 1 + 100/c.Distinct
		})
	} else {
		g.sure = true
	}
	if g.person == nil {
		g.person = g.best(func(*ExplainedColumn) int { return 1 })
	}
	g.wide = steps >= 3
	g.use(g.person)
	if g.wide {
		return
	}
	g.date = g.best(func(c *ExplainedColumn) int {
		return ofKind(c, DateColumn, 60) + named(c, headers["date"], 20) + saysDateScore(c)
	})
	g.amount = g.best(func(c *ExplainedColumn) int {
		if c.Kind != NumberColumn {
			return 0
		}
		return named(c, headers["amount"], 60) + saysAmountScore(c)
	})
	g.order = g.best(func(c *ExplainedColumn) int { return named(c, headers["order"], 60) })
	g.id = g.best(func(c *ExplainedColumn) int {
		if c.Distinct < min(c.Filled, maxDistinct) {
			return 0
		}
		return named(c, headers["line"], 60)
	})
	g.use(g.date)
	g.use(g.id)
	g.use(g.amount)
	g.use(g.order)
	for _, m := range []guessedMetric{{metric: "units"}, {metric: "gross_profit"}} {
		key := map[model.MetricID]string{"units": "units", "gross_profit": "profit"}[m.metric]
		m.column = g.best(func(c *ExplainedColumn) int {
			if c.Kind != NumberColumn {
				return 0
			}
			return named(c, headers[key], 60)
		})
		if m.column != nil && !slices.Contains(g.used, m.column) {
			g.use(m.column)
			g.more = append(g.more, m)
		}
	}
	for _, b := range g.portfolio.Settings.Breakdowns {
		if b.Of != "revenue" {
			continue
		}
		names := append(slices.Clone(headers[string(b.ID)]), b.Label)
		c := g.best(func(c *ExplainedColumn) int {
			if c.Kind != TextColumn || c.Distinct < 2 {
				return 0
			}
			return named(c, names, 60)
		})
		if c != nil && !slices.Contains(g.used, c) {
			g.use(c)
			g.parts = append(g.parts, guessedParts{b.ID, c})
		}
	}
}

// isEmpty reports whether no column has a header.
func (g *guess) isEmpty() bool { return len(g.used) == 0 }

// orderHeaders returns the headers of the built-in profile of an order list,
// by its names for columns.
func orderHeaders() map[string][]string {
	headers := map[string][]string{}
	s := model.Settings{Metrics: model.BuiltInMetrics(), Breakdowns: model.BuiltInBreakdowns()}
	if p, _, _ := Load(builtIn, "orders", &s); p != nil {
		for _, c := range p.Columns {
			headers[c.Name] = c.Headers
		}
	}
	return headers
}

// best returns the column of the highest score above zero, the first of
// equals.
func (g *guess) best(score func(*ExplainedColumn) int) *ExplainedColumn {
	var best *ExplainedColumn
	highest := 0
	for i := range g.sheet.Columns {
		c := &g.sheet.Columns[i]
		if cleaned(c.Header) == "" {
			continue
		}
		if s := score(c); s > highest {
			best, highest = c, s
		}
	}
	return best
}

func (g *guess) use(c *ExplainedColumn) {
	if c != nil && !slices.Contains(g.used, c) {
		g.used = append(g.used, c)
	}
}

// ref names a column in the profile. Where nothing was found, the first
// column stands in, so that the profile can be read.
func (g *guess) ref(c *ExplainedColumn) string {
	if c == nil {
		c = g.used[0]
	}
	return plainOrQuoted(g.name(c))
}

// name returns what the profile calls a column: its header, unless that means
// something else there or stands twice.
func (g *guess) name(c *ExplainedColumn) string {
	name := cleaned(c.Header)
	for _, other := range g.used {
		if other != c && cleaned(other.Header) == name || name == model.AllRows || name == "as-of" {
			return fmt.Sprintf("%s %d", name, c.Column)
		}
	}
	return name
}

func named(c *ExplainedColumn, headers []string, score int) int {
	for i, h := range headers {
		if h != "" && readHeader(h).name == c.header.name {
			return score + len(headers) - i
		}
	}
	return 0
}

func ofKind(c *ExplainedColumn, k ColumnKind, score int) int {
	if c.Kind == k {
		return score
	}
	return 0
}

func saysDate(name string) bool {
	return strings.Contains(name, "日期") || strings.Contains(name, "时间") || strings.Contains(name, "date") || strings.Contains(name, "time")
}

func saysDateScore(c *ExplainedColumn) int {
	if saysDate(c.header.name) {
		return 5
	}
	return 0
}

func saysAmountScore(c *ExplainedColumn) int {
	for _, word := range []string{"金额", "额", "amount", "revenue", "sales", "total"} {
		if strings.Contains(c.header.name, word) {
			return 20
		}
	}
	if c.header.unit.given {
		return 15
	}
	return 0
}

// cleaned takes from a header what a profile may not hold.
func cleaned(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) || r == '\u115f' || r == '\u3164' || r == '\u2028' || r == '\u2029' {
			return -1
		}
		return r
	}, text))
}

var plainText = regexp.MustCompile(`^[\p{L}][\p{L}\p{N}_ -]*[\p{L}\p{N}]$|^\p{L}$`)

// plainOrQuoted writes a text as YAML.
func plainOrQuoted(s string) string {
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
	default:
		if plainText.MatchString(s) && !strings.Contains(s, "  ") {
			return s
		}
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}
