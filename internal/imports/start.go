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
	b.WriteString(comment(p, "# 按表头和内容推测，请逐项核对", "# Guessed from the headers and cells: look it over."))
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
func (g *guess) comment(b *strings.Builder, zh, en string) {
	b.WriteString(comment(g.portfolio, "# "+zh, "# "+en))
}

func (g *guess) writePerson(b *strings.Builder) {
	switch {
	case !g.sure:
		g.comment(b, "没有认出写人员的列，请改成对的列", "No column of people was recognised: name the right one.")
	case g.person.Known < g.person.Distinct:
		g.comment(b, fmt.Sprintf("%d 种值里认出 %d 个人；其余写在 people 里：{column: …, people: {表里的写法: 人员 id}}", g.person.Distinct, g.person.Known),
			fmt.Sprintf("%d of %d values are known people; name the others under people: {column: …, people: {VALUE: id}}", g.person.Known, g.person.Distinct))
	}
	if g.sure && g.person.Filled < g.sheet.records {
		g.comment(b, "这一列有空格；如果表示同上，把它写成 {headers: …, fill: true}", "This column has blank cells: if they mean the value above, write it as {headers: …, fill: true}.")
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
		g.comment(b, "按标题或表头看是实际数；是目标就去掉 side", "By title or headers these are actuals; without side they are targets.")
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
		g.comment(b, "没有认出日期列，请改成对的列", "No column of dates was recognised: name the right one.")
	case g.date.Fault != nil && g.date.Fault.Code == "column-dates-ambiguous" && !g.orderIsProven():
		g.comment(b, "日、月先后看不出来：写成 {column: …, order: dmy}（日在前）或 mdy（月在前）", "Days and months cannot be told apart: write {column: …, order: dmy} or mdy.")
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
		g.comment(b, "标题写到单位或币种，说不准是不是各列的单位：写 unit: 万元 或 unit: 元", "A title speaks of a unit or currency: write unit: 万元, or 元, K, M.")
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
		list := shortList(g.portfolio, others)
		g.comment(b, "金额列还有："+list, "Other columns of amounts: "+list)
	}
	if g.amount == nil {
		g.comment(b, "没有认出金额列", "No column of amounts was recognised.")
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
			g.comment(b, "“"+cleaned(c.Header)+"”有："+shortList(g.portfolio, c.values)+"。只有一部分算数时，写在 where 里", `"`+cleaned(c.Header)+`" has: `+shortList(g.portfolio, c.values)+". Where only some count, say so under where.")
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
