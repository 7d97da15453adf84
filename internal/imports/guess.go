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
	created, refund      *ExplainedColumn
	wonDate, lostDate    *ExplainedColumn // where deals have one each
	currency, metric     *ExplainedColumn
	void                 []*ExplainedColumn
	more                 []guessedMetric
	parts                []guessedParts
	wide, actual         bool // actual: the columns of a wide table are no targets
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
	g.actual = g.wide && g.sheet.saysActual()
	g.choosePerson(headers["owner"])
	g.use(g.person)
	if g.wide {
		g.metric = g.best(func(c *ExplainedColumn) int { return ofKind(c, TextColumn, named(c, metricHeaders(), 1)) })
		g.use(g.metric)
		return
	}
	g.date = g.best(func(c *ExplainedColumn) int {
		return ofKind(c, DateColumn, max(1, 60+named(c, headers["date"], 20)+dateWords.score(c)))
	})
	g.chooseAmount(headers)
	g.stage = g.best(stageScore)
	g.chooseIDs(headers)
	g.created = g.best(func(c *ExplainedColumn) int {
		if c == g.date || g.stage == nil {
			return 0
		}
		return ofKind(c, DateColumn, createdWords.score(c))
	})
	g.wonDate, g.lostDate = g.endDate("won", "赢单"), g.endDate("lost", "输单", "丢单")
	for _, c := range []*ExplainedColumn{g.date, g.id, g.amount, g.stage, g.order, g.created, g.wonDate, g.lostDate} {
		g.use(c)
	}
	g.chooseMore(headers)
	g.chooseVoid()
	g.chooseParts(headers)
}

// endDate finds the column of the day on which a deal was won or lost.
func (g *guess) endDate(words ...string) *ExplainedColumn {
	return g.best(func(c *ExplainedColumn) int {
		if c == g.date || g.stage == nil || !containsAny(c.header.name, words...) {
			return 0
		}
		return ofKind(c, DateColumn, 1)
	})
}

// choosePerson finds the column that says whose a row is.
func (g *guess) choosePerson(owners []string) {
	g.person = g.best(func(c *ExplainedColumn) int {
		isNumber := c.Kind == NumberColumn && 2*c.Known >= c.Distinct
		if c.Kind != TextColumn && !isNumber || c.Known == 0 && named(c, owners, 1) == 0 {
			return 0
		}
		return max(1, 20*(10*c.Known/max(c.Distinct, 1))+named(c, owners, 60)+personWords.score(c))
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

// chooseAmount finds the column of money, and what is taken off it.
func (g *guess) chooseAmount(headers map[string][]string) {
	g.amount = g.best(func(c *ExplainedColumn) int {
		if c.Kind != NumberColumn || c == g.person || isIdentifier(c) || saysID(c.header.name) {
			return 0
		}
		score := amountWords.score(c)
		if c.header.unit.given {
			score += 15
		}
		return score + named(c, headers["amount"], 60)
	})
	if g.amount == nil { // the one column of numbers that is nothing else
		var only []*ExplainedColumn
		for i := range g.sheet.Columns {
			if c := &g.sheet.Columns[i]; c.Kind == NumberColumn && c != g.person && amountWords.score(c) == 0 && !isIdentifier(c) && c.Header != "" {
				only = append(only, c)
			}
		}
		if len(only) == 1 {
			g.amount = only[0]
		}
	}
	g.refund = g.best(func(c *ExplainedColumn) int { return ofKind(c, NumberColumn, named(c, headers["refund"], 1)) })
	if g.refund != nil && g.amount != nil && g.metricOfAmount() == "revenue" {
		g.use(g.refund)
	} else {
		g.refund = nil
	}
	g.currency = g.best(func(c *ExplainedColumn) int { return ofKind(c, TextColumn, named(c, currencyHeaders, 1)) })
	g.use(g.currency)
}

// metricOfAmount returns what the column of money is of.
func (g *guess) metricOfAmount() model.MetricID {
	switch name := g.amount.header.name; {
	case containsAny(name, "回款", "收款", "到账", "payment", "collect"):
		return "collections"
	case g.isTarget():
		return "revenue"
	case containsAny(name, "合同", "签约", "签单", "contract", "booking"):
		return "contract_amount"
	}
	return "revenue"
}

// isTarget reports whether the column of money holds targets.
func (g *guess) isTarget() bool {
	return g.amount != nil && containsAny(g.amount.header.name, "目标", "任务", "target", "quota")
}

// chooseIDs finds the column of the record's id, and that of orders, which
// may have several rows.
func (g *guess) chooseIDs(headers map[string][]string) {
	g.order = g.best(func(c *ExplainedColumn) int { return named(c, headers["order"], 60) })
	g.id = g.best(func(c *ExplainedColumn) int {
		if c == g.person || c == g.date || c == g.amount || !isUnique(c) || !isIdentifier(c) {
			return 0
		}
		return named(c, headers["line"], 60) + 20 - min(c.Column, 19)
	})
	if g.order != nil && g.id == nil && isUnique(g.order) {
		g.id = g.order
	}
}

// chooseMore finds what an order list says beside amounts.
func (g *guess) chooseMore(headers map[string][]string) {
	if g.isTarget() {
		return
	}
	for _, m := range []struct {
		metric model.MetricID
		column string
	}{{"units", "units"}, {"gross_profit", "profit"}} {
		c := g.best(func(c *ExplainedColumn) int { return ofKind(c, NumberColumn, named(c, headers[m.column], 60)) })
		if c != nil && !slices.Contains(g.used, c) {
			g.use(c)
			g.more = append(g.more, guessedMetric{m.metric, c})
		}
	}
}

// chooseVoid finds columns that say of some rows that they do not count.
func (g *guess) chooseVoid() {
	for i := range g.sheet.Columns {
		c := &g.sheet.Columns[i]
		if !slices.Contains(g.used, c) && cleaned(c.Header) != "" && voidCondition(c) != "" && len(g.void) < 3 {
			g.void = append(g.void, c)
			g.use(c)
		}
	}
}

// chooseParts finds columns for the breakdowns of revenue, and of deals lost.
func (g *guess) chooseParts(headers map[string][]string) {
	for _, b := range g.portfolio.Settings.Breakdowns {
		if b.Of != "revenue" && (b.Of != "lost" || g.stage == nil) {
			continue
		}
		names := append(slices.Clone(headers[string(b.ID)]), string(b.ID), b.Label)
		c := g.best(func(c *ExplainedColumn) int {
			if c.Kind != TextColumn || c.Distinct < 2 || slices.Contains(g.used, c) || isIdentifier(c) || strings.HasSuffix(c.header.name, ".id") {
				return 0
			}
			score := max(named(c, names, 60), likeLabel(c, b.Label))
			if score == 0 && containsAny(c.header.name, partWords[b.ID]...) && !containsAny(c.header.name, partLacks...) {
				score = 20 - min(c.Column, 19)
			}
			return score
		})
		if c != nil {
			g.use(c)
			g.parts = append(g.parts, guessedParts{b.ID, c})
		}
	}
}

// likeLabel scores a header that is the beginning of a breakdown's label, or
// the other way about: 细分 for 细分市场.
func likeLabel(c *ExplainedColumn, label string) int {
	a, b := c.header.name, readHeader(label).name
	if len(a) >= len("细分") && len(b) >= len("细分") && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return 40
	}
	return 0
}

// score says how much of what a profile needs a sheet has.
func (g *guess) score() int {
	score := 0
	for _, c := range []*ExplainedColumn{g.date, g.amount} {
		if c != nil {
			score++
		}
	}
	if g.sure {
		score++
	}
	if g.wide {
		score += 2
	}
	return score
}

// isEmpty reports whether no column has a header.
func (g *guess) isEmpty() bool { return len(g.used) == 0 }

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
