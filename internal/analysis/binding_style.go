package analysis

import "reviewfolio/internal/model"

// style returns the value as it is to be written: in the style of what is
// written, where the figure has such a unit, else in the style of a filled
// figure with as many decimals. bare leaves the sign out.
func (x *Bound) style(written *quoted, bare bool, value model.Ratio, field model.Field, s *model.Settings) (n model.Number, fits bool) {
	if written != nil && x.fits(written.Number, field) {
		if x.Unit == PlainUnit && written.Points { // points are what the value counts, not hundredths of it
			written.shift = 2
		}
		if n, ok := written.in(value); ok && (written.Percent || written.Points || x.Unit == PlainUnit || n.Mantissa == written.Mantissa) {
			return tidy(n, bare), true
		}
	}
	n = x.filled(value, field, s)
	if written != nil && x.Unit != PlainUnit && (written.Percent || written.Points || written.Unit == "") {
		n.Exp = written.Exp
	}
	n, ok := n.Written(value)
	if !ok { // more digits than fit: whole ones always do
		n.Exp = 0
		n, _ = n.Written(value)
	}
	return tidy(n, bare), false
}

// fits reports whether a figure of this unit may be written so. A share may
// stand without its percent sign (0.32), a gap of percent metrics with it, and
// a change of net promoter points may be said to be points.
func (x *Bound) fits(n model.Number, field model.Field) bool {
	switch x.Unit {
	case PercentUnit:
		return n.Percent || n.Unit == "" && n.Currency == ""
	case PointsUnit:
		return n.Points || n.Percent && field == model.GapField
	}
	return !n.Percent && (!n.Points || x.Figure.Metric.Unit == model.Points && hasDirection(field))
}

// tidy writes the sign as reviews do.
func tidy(n model.Number, bare bool) model.Number {
	if n.Minus == "" || bare {
		n.Minus = minusSign
	}
	if bare {
		n.Plus = false
	}
	return n
}

// filled returns the style in which empty brackets are filled: 1,345.0 万元,
// 107.3%, +0.8 个百分点, 2,658; changes with their sign.
func (x *Bound) filled(value model.Ratio, field model.Field, s *model.Settings) model.Number {
	n := model.Number{Grouped: true, Minus: minusSign}
	n.Plus = field == model.QoQField || field == model.YoYField
	metric := x.Figure.Metric
	switch {
	case x.Unit == PercentUnit:
		n.Exp, n.Unit, n.Percent = -1, "%", true
	case x.Unit == PointsUnit:
		n.Exp, n.Space, n.Unit, n.Points = -1, " ", "个百分点", true
		if s.Language == "en" {
			n.Unit = "pp"
		}
	case metric.Unit == model.Points:
		n.Exp = -1
		n.Plus = field != model.GapField
	case metric.Unit == model.Money:
		return filledMoney(n, value, s)
	default:
		n.Exp = -decimals(value)
	}
	return n
}

// filledMoney sets the unit of an amount that stands in a sentence: 万元, or
// what site.yaml prescribes, from ten of it on; millions in English; else the
// currency's main unit.
func filledMoney(n model.Number, value model.Ratio, s *model.Settings) model.Number {
	unit, exp, from := s.MoneyUnit, -1, int64(10)
	switch {
	case unit == "" && s.Language == "en":
		unit, exp, from = "M", -2, 1
	case unit == "":
		unit = "万"
	}
	space := " "
	if s.Language == "en" {
		space = ""
	}
	scaled, fault := model.ParseNumber("1" + unit)
	if least, ok := scaled.Amount(); fault == model.NumberOK && ok && scaled.Unit != "" && !within(value, int64(least)*from) {
		n.Exp, n.Space, n.Unit = exp, space, unit
	} else if decimals(value) > 0 { // 分 have two digits
		n.Exp = -2
	}
	if s.Currency != "CNY" || s.Language == "en" {
		return n
	}
	if full, fault := model.ParseNumber("1" + n.Unit + "元"); fault == model.NumberOK {
		n.Unit, n.Space = full.Unit, " "
	}
	return n
}

// within reports whether |v| is below so many ten-thousandths.
func within(v model.Ratio, limit int64) bool {
	if v.Sign() < 0 {
		v = v.Neg()
	}
	return v.Compare(model.Amount(limit).Ratio()) < 0
}

// decimals returns how many digits behind the point the value needs, at most
// two.
func decimals(v model.Ratio) int {
	for d := range 2 {
		if n, ok := v.Scaled(d); ok && model.NewRatio(model.Amount(n), model.Amount([...]int64{1, 10}[d])).Compare(v) == 0 {
			return d
		}
	}
	return 2
}
