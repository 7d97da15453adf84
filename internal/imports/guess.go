package imports

import (
	"fmt"
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// A guess is which column of a sheet is what.
type guess struct {
	portfolio            *model.Portfolio
	sheet                *ExplainedSheet
	person, date, amount *ExplainedColumn
	order, id, stage     *ExplainedColumn
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
	g.wide = steps >= 3
	g.choosePerson(headers["owner"])
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
	g.stage = g.best(func(c *ExplainedColumn) int {
		if isStage(c) {
			return 1
		}
		return 0
	})
	g.order = g.best(func(c *ExplainedColumn) int { return named(c, headers["order"], 60) })
	g.id = g.best(func(c *ExplainedColumn) int {
		if c.Distinct < min(c.Filled, maxDistinct) {
			return 0
		}
		return named(c, headers["line"], 60)
	})
	for _, c := range []*ExplainedColumn{g.date, g.id, g.amount, g.stage, g.order} {
		g.use(c)
	}
	g.chooseMore(headers)
	g.chooseParts(headers)
}

// choosePerson finds the column that says whose a row is.
func (g *guess) choosePerson(owners []string) {
	g.person = g.best(func(c *ExplainedColumn) int {
		if c.Kind != TextColumn {
			return 0
		}
		return 10*(10*c.Known/max(c.Distinct, 1)) + named(c, owners, 60)
	})
	if g.sure = g.person != nil; g.sure {
		return
	}
	// The people of a table are some, and each has rows.
	g.person = g.best(func(c *ExplainedColumn) int {
		if c.Kind != TextColumn || c.Distinct < 2 || 2*c.Distinct > c.Filled {
			return 0
		}
		return 1 + 100/c.Distinct
	})
	if g.person == nil {
		g.person = g.best(func(*ExplainedColumn) int { return 1 })
	}
}

// chooseMore finds what an order list says beside amounts.
func (g *guess) chooseMore(headers map[string][]string) {
	for _, m := range []struct {
		metric model.MetricID
		column string
	}{{"units", "units"}, {"gross_profit", "profit"}} {
		c := g.best(func(c *ExplainedColumn) int {
			if c.Kind != NumberColumn {
				return 0
			}
			return named(c, headers[m.column], 60)
		})
		if c != nil && !slices.Contains(g.used, c) {
			g.use(c)
			g.more = append(g.more, guessedMetric{m.metric, c})
		}
	}
}

// chooseParts finds columns for the breakdowns of revenue.
func (g *guess) chooseParts(headers map[string][]string) {
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
	score := 0
	if saysDate(c.header.name) {
		score = 5
	}
	for _, word := range []string{"close", "order", "成交", "下单", "结单"} {
		if strings.Contains(c.header.name, word) {
			return score + 5
		}
	}
	return score
}

func saysAmountScore(c *ExplainedColumn) int {
	for _, word := range []string{"金额", "额", "amount", "revenue", "sales", "total", "value", "总价"} {
		if strings.Contains(c.header.name, word) {
			return 20
		}
	}
	if c.header.unit.given {
		return 15
	}
	return 0
}
