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
	if g.id != nil {
		fmt.Fprintf(&b, "id: %s\n", g.ref(g.id))
	}
	if !g.sure {
		b.WriteString(comment(p, "# 没有认出写人员的列，请改成对的列", "# No column of people was recognised: name the right one."))
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
	g.writeMetrics(&b)
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

// won and lost are what stages say of deals that came to an end.
const (
	won  = "[won, 赢单, 已成交, 已签约]"
	lost = "[lost, 输单, 丢单, 失败]"
)

// writeMetrics writes what is counted: deals by their stage, else orders.
func (g *guess) writeMetrics(b *strings.Builder) {
	where := ""
	if g.stage != nil {
		where = fmt.Sprintf(", where: {%s: {contains: %s}}", g.ref(g.stage), won)
	}
	if g.amount != nil {
		fmt.Fprintf(b, "  revenue: {sum: %s%s}\n", g.ref(g.amount), where)
	}
	switch {
	case g.stage != nil:
		fmt.Fprintf(b, "  won: {count: rows%s}\n", where)
		fmt.Fprintf(b, "  lost: {count: rows, where: {%s: {contains: %s}}}\n", g.ref(g.stage), lost)
	case g.order != nil:
		fmt.Fprintf(b, "  orders: {distinct: %s}\n", g.ref(g.order))
	default:
		b.WriteString("  orders: {count: rows}\n")
	}
}

// isStage reports whether a column holds stages of deals, some of them won.
func isStage(c *ExplainedColumn) bool {
	return c.Kind == TextColumn && c.Distinct > 1 && c.Distinct < maxValues && slices.ContainsFunc(c.values, func(v string) bool {
		v = foldText(v)
		return strings.Contains(v, "won") || strings.Contains(v, "赢单") || strings.Contains(v, "已成交")
	})
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
