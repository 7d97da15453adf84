package imports

import (
	"maps"
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// unitAround finds out what stands above, below or in the names of a table:
// the nearest that names a power of ten counts.
func (x *run) unitAround(t *table, below []string) {
	var above []string
	for _, row := range t.place.rows[:t.place.row] {
		for i, c := range row.cells {
			if i == 0 || c.Text != row.cells[i-1].Text {
				above = append(above, c.Text)
			}
		}
	}
	base := path.Base(t.file.Name)
	for _, texts := range [][]string{above, below, {t.name}, {strings.TrimSuffix(base, path.Ext(base))}} {
		var u unit
		for _, text := range texts {
			s := readStated(text)
			if s.unclear == "" && s.unit.given && !u.add(s.unit) {
				s.unclear = text
			}
			if s.unit.currency != "" && t.money == "" {
				t.money = text
			}
			if t.unclear == "" && s.unclear != "" && !ofOwn(s.unclear, x.portfolio.Settings.Currency) {
				t.unclear = s.unclear
			}
		}
		if t.above = t.above.over(u); t.above.scaled {
			return
		}
	}
}

// ofOwn reports whether all that a text says of units is the
// portfolio's own currency.
func ofOwn(text, own string) bool {
	s := foldSpaced(text)
	if unclearScale.MatchString(s) {
		return false
	}
	return !slices.ContainsFunc(unclearMoney.FindAllString(s, -1), func(word string) bool { return !currencyIs(unitWords[word].currency, own) })
}

// moneyScale returns the power of ten of a word such as 万元 that a profile
// names.
func moneyScale(word string) int {
	u, _ := parseUnit(word)
	return u.scale
}

// unitOf returns the unit of a column of a table for a metric, in the row at
// hand.
func (x *run) unitOf(t *table, column int, m *model.Metric) unit {
	own := t.scales[column]
	switch {
	case m.Unit == model.Money && x.profile.Unit != "":
		return unit{given: true, scaled: true, scale: moneyScale(x.profile.Unit), currency: t.rowUnit.over(own).over(t.above).currency}
	case m.Unit == model.Money:
		return t.rowUnit.over(own).over(t.above)
	case own.currency != "" || own.letter:
		return unit{}
	}
	return t.rowUnit.over(own)
}

// scaleWords are powers of ten that stand before what is counted: 万台.
var scaleWords = []string{"百万", "千万", "万", "千", "亿"}

// readRowUnit reads the cell of a column such as 单位; unclear where it speaks
// of a power of ten and does not say of what.
func readRowUnit(text string) (u unit, unclear bool) {
	if u, ok := parseUnit(text); ok {
		return u, false
	}
	s := foldText(text)
	for _, word := range scaleWords {
		if counted, ok := strings.CutPrefix(s, word); ok && marks[counted] {
			return unitWords[word], false
		}
	}
	return unit{}, speaksOfUnit(foldSpaced(text))
}

// Columns that say of a row in what it is, where the profile reads none.
var (
	unitHeaders     = []string{"单位", "计量单位", "金额单位", "数据单位", "unit", "uom"}
	currencyHeaders = []string{"币种", "货币", "币别", "货币代码", "currency", "currencycode", "currencyisocode"}
)

// rowUnitOf reads what a row says of its unit in a column of its own.
func (x *run) rowUnitOf(t *table, row int) verdict {
	t.rowUnit = unit{}
	if t.unitColumn < 0 || x.profile.Unit != "" {
		return used
	}
	u, unclear := readRowUnit(t.cell(row, t.unitColumn).Text)
	if unclear {
		return x.refuse(t, row, t.unitColumn, "import-row-unit")
	}
	t.rowUnit = u
	return used
}

// checkUnits refuses a table in another currency, and one that speaks of a
// unit and does not say of what.
func (x *run) checkUnits(t *table) error {
	for _, column := range slices.Sorted(maps.Keys(t.numbers)) {
		if !x.isMoney(t, column) {
			continue
		}
		header := t.scales[column]
		u := header.over(t.above)
		unclear := t.unclear
		if !header.given && speaksOfUnit(foldSpaced(t.reads[column])) {
			unclear = t.reads[column]
		}
		known := u.scaled && (u.currency != "" || !unclearMoney.MatchString(foldSpaced(unclear)))
		if unclear != "" && x.profile.Unit == "" && !known {
			return &Fault{File: t.file.Name, Message: message("import-unit-unclear", unclear), Hint: message("import-hint-unit")}
		}
		if own := x.portfolio.Settings.Currency; u.currency != "" && !x.present[x.profile.Currency.Column] && !currencyIs(u.currency, own) {
			where := t.reads[column]
			if header.currency == "" {
				where = t.money
			}
			return &Fault{File: t.file.Name, Message: message("import-other-currency", where, u.currency, own)}
		}
		switch {
		case x.profile.Unit != "":
		case header.scaled && header.scale > 0:
			x.note("import-unit", t.reads[column])
		case !header.scaled && t.above.scale > 0:
			x.note("import-unit-above", t.file.Name)
		}
	}
	return nil
}

// isMoney reports whether a column of numbers holds money.
func (x *run) isMoney(t *table, column int) bool {
	for _, m := range x.measures {
		if m.amounts() && (m.column == column || m.minus == column) && m.metric.Unit == model.Money {
			return true
		}
	}
	if len(t.steps) == 0 {
		return false
	}
	w := x.profile.Wide
	metric := x.portfolio.Metric(w.Metric)
	return w.MetricColumn != "" && x.present[w.MetricColumn] || metric == nil || metric.Unit == model.Money
}
