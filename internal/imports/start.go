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
	b.WriteString(comment(p, "imports-start.guessed"))
	b.WriteString("columns:\n")
	for _, c := range g.used {
		fmt.Fprintf(&b, "  %s: %s\n", plainOrQuoted(g.name(c)), plainOrQuoted(cleaned(c.Header)))
	}
	if g.id != nil {
		fmt.Fprintf(&b, "id: %s\n", g.ref(g.id))
	}
	g.writePerson(&b)
	if g.wide {
		g.writeWide(&b)
		return b.String()
	}
	g.writeDate(&b)
	g.writeUnit(&b)
	if len(g.void) > 0 {
		b.WriteString("where:\n")
		for _, c := range g.void {
			fmt.Fprintf(&b, "  %s: %s # %s\n", g.ref(c), voidCondition(c), shortList(g.portfolio, c.values))
		}
	}
	if g.isTarget() {
		fmt.Fprintf(&b, "targets:\n  %s: {sum: %s}\n", g.metricOfAmount(), g.ref(g.amount))
		return b.String()
	}
	b.WriteString("metrics:\n")
	series := g.writeMetrics(&b)
	g.writeParts(&b, series)
	if p.Settings.Cycle > model.Month {
		fmt.Fprintf(&b, "series: [%s]\n", strings.Join(series, ", "))
	}
	return b.String()
}

// comment adds a line in the portfolio's language.
func (g *guess) comment(b *strings.Builder, key string, args ...any) {
	b.WriteString(comment(g.portfolio, key, args...))
}

func (g *guess) writePerson(b *strings.Builder) {
	switch {
	case !g.sure:
		g.comment(b, "imports-start.no-person")
	case g.person.Known < g.person.Distinct:
		g.comment(b, "imports-start.people", g.person.Known, g.person.Distinct)
	}
	if g.sure && g.person.Filled < g.sheet.records {
		g.comment(b, "imports-start.blank")
	}
	fmt.Fprintf(b, "person: %s\n", g.ref(g.person))
}

func (g *guess) writeWide(b *strings.Builder) {
	g.writeUnit(b)
	text := "wide: {metric: revenue"
	if g.metric != nil {
		text += ", metric_column: " + g.ref(g.metric)
	}
	if g.actual {
		g.comment(b, "imports-start.actual")
		text += ", side: actual"
	}
	b.WriteString(text + "}\n")
	if g.actual && g.portfolio.Settings.Cycle > model.Month {
		b.WriteString("series: [revenue]\n")
	}
}

func (g *guess) writeDate(b *strings.Builder) {
	switch {
	case g.date == nil:
		g.comment(b, "imports-start.no-date")
	case g.date.Fault != nil && g.date.Fault.Code == "column-dates-ambiguous" && !g.orderIsProven():
		g.comment(b, "imports-start.order")
	}
	fmt.Fprintf(b, "date: %s\n", g.ref(g.date))
}

// orderIsProven reports whether another column of dates that is used tells day
// from month.
func (g *guess) orderIsProven() bool {
	return g.created != nil && g.created.Fault == nil && g.created.Evidence.Row > 0
}

// writeUnit tells of a unit that is spoken of and cannot be told, and of a
// currency.
func (g *guess) writeUnit(b *strings.Builder) {
	if g.sheet.UnitUnclear != "" {
		g.comment(b, "imports-start.unit")
	}
	if g.currency != nil {
		fmt.Fprintf(b, "currency: %s\n", g.ref(g.currency))
	}
}

// writeMetrics writes what is counted: deals by their stage, else orders. It
// returns what can be given by month.
func (g *guess) writeMetrics(b *strings.Builder) (series []string) {
	isWonText, isLostText := "", ""
	if g.stage == nil {
		g.tellStates(b)
	} else {
		where := func(condition string) string { return fmt.Sprintf(", where: {%s: %s}", g.ref(g.stage), condition) }
		isWonText = g.dated(g.wonDate) + where(endedCondition(g.stage, isWon, slices.Concat(wonParts, wonWhole), notWon))
		isLostText = g.dated(g.lostDate) + where(endedCondition(g.stage, isLost, lostParts, nil))
	}
	series = g.writeAmount(b, isWonText)
	switch {
	case g.stage != nil:
		fmt.Fprintf(b, "  won: {count: rows%s}\n", isWonText)
		fmt.Fprintf(b, "  lost: {count: rows%s}\n", isLostText)
		series = append(series, "won", "lost")
		if g.created != nil {
			fmt.Fprintf(b, "  opportunities: {count: rows, date: %s}\n", g.ref(g.created))
			series = append(series, "opportunities")
		}
	case g.amount != nil && g.metricOfAmount() == "collections":
	case g.order != nil:
		fmt.Fprintf(b, "  orders: {distinct: %s}\n", g.ref(g.order))
		series = append(series, "orders")
	default:
		b.WriteString("  orders: {count: rows}\n")
		series = append(series, "orders")
	}
	for _, m := range g.more {
		fmt.Fprintf(b, "  %s: {sum: %s}\n", m.metric, g.ref(m.column))
	}
	return series
}

// writeAmount writes the metric of the column of money, with a condition behind
// it.
func (g *guess) writeAmount(b *strings.Builder, condition string) (series []string) {
	if others := g.otherAmounts(); len(others) > 0 {
		g.comment(b, "imports-start.amounts", shortList(g.portfolio, others))
	}
	if g.amount == nil {
		g.comment(b, "imports-start.no-amount")
		return nil
	}
	minus := ""
	if g.refund != nil {
		minus = ", minus: " + g.ref(g.refund)
	}
	fmt.Fprintf(b, "  %s: {sum: %s%s%s}\n", g.metricOfAmount(), g.ref(g.amount), minus, condition)
	return []string{string(g.metricOfAmount())}
}

// otherAmounts names the columns that may be of money as well.
func (g *guess) otherAmounts() []string {
	var list []string
	for i := range g.sheet.Columns {
		if c := &g.sheet.Columns[i]; c.Kind == NumberColumn && !slices.Contains(g.used, c) && amountWords.score(c) >= 40 {
			list = append(list, c.Header)
		}
	}
	return list
}

// dated writes the date of a metric where it has one of its own.
func (g *guess) dated(c *ExplainedColumn) string {
	if c == nil {
		return ""
	}
	return ", date: " + g.ref(c)
}

// tellStates names the values of a column of states of which nobody knows what
// they mean.
func (g *guess) tellStates(b *strings.Builder) {
	for i := range g.sheet.Columns {
		c := &g.sheet.Columns[i]
		if c.Kind == TextColumn && c.Distinct > 1 && c.Distinct < maxValues && !slices.Contains(g.used, c) && containsAny(c.header.name, "stage", "阶段", "status", "状态") {
			g.comment(b, "imports-start.states", cleaned(c.Header), shortList(g.portfolio, c.values))
		}
	}
}

// writeParts writes the breakdowns of what is made.
func (g *guess) writeParts(b *strings.Builder, made []string) {
	written := false
	for _, s := range g.parts {
		of := "revenue"
		for _, known := range g.portfolio.Settings.Breakdowns {
			if known.ID == s.breakdown {
				of = string(known.Of)
			}
		}
		if !slices.Contains(made, of) {
			continue
		}
		if !written {
			b.WriteString("breakdowns:\n")
			written = true
		}
		fmt.Fprintf(b, "  %s: {column: %s, top: 20}\n", s.breakdown, g.ref(s.column))
	}
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
