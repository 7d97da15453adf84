package imports

import (
	"math/big"
	"strings"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// value reads what a metric takes of a row.
func (x *run) value(t *table, row int, k *take) verdict {
	m := k.measure
	switch m.spec.Gather {
	case model.GatherDistinct:
		id, _ := sheet.ID(t.cell(row, m.column))
		k.text = foldText(id)
		return used
	case model.GatherCount:
		return used
	}
	value, v := x.amount(t, row, m.column, m)
	if v.rejected() {
		return v
	}
	if value == nil {
		x.noteRow("import-blank-amount", t.reads[m.column])
	}
	if value != nil && value.Sign() > 0 && t.grid.rows[row].returned && m.minus < 0 && !m.spec.Negate {
		x.noteRow("import-return", t.reads[m.column])
	}
	if m.minus >= 0 {
		minus, v := x.amount(t, row, m.minus, m)
		if v.rejected() {
			return v
		}
		if minus != nil && value == nil {
			value = new(exact)
		}
		if minus != nil {
			value = new(exact).Sub(value, minus)
		}
	}
	if value != nil && m.spec.Negate {
		value = new(exact).Neg(value)
	}
	k.value = value
	return used
}

// number reads a cell as a number.
func (t *table) number(row, column int) numberRead {
	n := t.numbers[column]
	if n == nil {
		return numberRead{}
	}
	id := t.at(row, column)
	read, known := n.found[id]
	if !known {
		var given bool
		if read.raw, given, read.err = sheet.ReadNumber(t.values.list[id], n.style); given && read.err == nil {
			value, ok := exactOf(read.raw, 0)
			if !ok {
				value, read.err = nil, &sheet.Error{Code: "import-too-large"}
			}
			read.value = value
		}
		n.found[id] = read
	}
	return read
}

// amount reads a cell as an amount of a metric, in the portfolio's currency
// and the metric's main unit; nil where it is blank.
func (x *run) amount(t *table, row, column int, m *measure) (*exact, verdict) {
	read := t.number(row, column)
	switch {
	case read.err != nil:
		return nil, x.unreadable(t, row, column, read.err)
	case read.value == nil:
		return nil, used
	case m.metric.Unit == model.Percent:
		return x.share(t, row, column, read)
	case read.raw.Percent || read.raw.Points:
		return nil, x.refuse(t, row, column, "import-percent")
	}
	value, u := read.value, x.unitOf(t, column, m.metric)
	if u.scale > 0 && !read.raw.Scaled {
		value = new(exact).Mul(value, powers[u.scale])
	}
	if value.CmpAbs(maxExact) > 0 {
		return nil, x.refuse(t, row, column, "import-too-large")
	}
	if m.metric.Unit != model.Money {
		return value, used
	}
	if t.rowUnit.currency != "" && !currencyIs(t.rowUnit.currency, x.portfolio.Settings.Currency) {
		return nil, x.refuse(t, row, column, "import-other-sign", x.portfolio.Settings.Currency)
	}
	return x.inCurrency(t, row, column, value, read.raw.Currency)
}

// share reads a percentage: 32%, or 0.32.
func (x *run) share(t *table, row, column int, read numberRead) (*exact, verdict) {
	if read.raw.Percent || read.raw.Points {
		return read.value, used
	}
	if read.value.CmpAbs(powers[exactDecimals]) > 0 {
		return nil, x.refuse(t, row, column, "import-above-one")
	}
	return new(exact).Mul(read.value, big.NewInt(100)), used
}

// inCurrency converts an amount of money by the row's own rate. A row in
// another currency without a rate is refused.
func (x *run) inCurrency(t *table, row, column int, value *exact, sign string) (*exact, verdict) {
	c, own := x.profile.Currency, x.portfolio.Settings.Currency
	if t.currencyColumn >= 0 && t.at(row, t.currencyColumn) != 0 && !currencyIs(t.cell(row, t.currencyColumn).Text, own) {
		return nil, x.refuse(t, row, t.currencyColumn, "import-no-rate", own)
	}
	if c.Column == "" || !x.present[c.Column] || t.at(row, x.columns[c.Column]) == 0 {
		if sign != "" && !currencyIs(sign, own) {
			return nil, x.refuse(t, row, column, "import-other-sign", own)
		}
		return value, used
	}
	at := x.columns[c.Column]
	if currencyIs(t.cell(row, at).Text, own) {
		return value, used
	}
	if c.Rate == "" || !x.present[c.Rate] {
		return nil, x.refuse(t, row, at, "import-no-rate", own)
	}
	rate := t.number(row, x.columns[c.Rate])
	switch {
	case rate.err != nil:
		return nil, x.unreadable(t, row, x.columns[c.Rate], rate.err)
	case rate.value == nil || rate.value.Sign() <= 0:
		return nil, x.refuse(t, row, at, "import-no-rate", own)
	case rate.value.Cmp(powers[exactDecimals]) == 0:
		// The rates are against another currency than the portfolio's.
		x.broken = &Fault{File: t.file.Name, Message: message("import-home-currency", t.cell(row, at).Text, own)}
		return nil, x.refuse(t, row, at, "import-no-rate", own)
	}
	x.noteRow("import-converted", t.cell(row, at).Text)
	if c.Divide {
		return over(value, rate.value), used
	}
	return times(value, rate.value), used
}

// currencySigns are what stands for a currency in cells.
var currencySigns = map[string][]string{
	"CNY": {"CNY", "RMB", "¥", "￥", "元", "人民币", "人民币元", "CNH"}, "JPY": {"JPY", "¥", "￥", "円", "日元"},
	"USD": {"USD", "$", "US$", "美元"}, "EUR": {"EUR", "€", "欧元"}, "GBP": {"GBP", "£", "英镑"}, "HKD": {"HKD", "HK$", "$", "港币", "港元"},
	"SGD": {"SGD", "S$", "$", "新加坡元"}, "TWD": {"TWD", "NT$", "$", "新台币"}, "AUD": {"AUD", "A$", "$", "澳元"}, "CAD": {"CAD", "C$", "$", "加元"},
	"INR": {"INR", "₹"}, "KRW": {"KRW", "₩", "韩元"},
}

// currencyIs reports whether a text names the currency: CNY, ¥, 人民币, or as
// CRMs show it, CNY - 人民币 or Chinese Yuan - CNY.
func currencyIs(text, code string) bool {
	text = strings.ToUpper(strings.TrimSpace(text))
	if strings.EqualFold(text, code) {
		return true
	}
	for _, sign := range currencySigns[code] {
		if text == sign {
			return true
		}
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" -()（）/", r) }) {
		if word == code {
			return true
		}
	}
	return false
}
