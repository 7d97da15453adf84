package posting

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/edit"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
	"reviewfolio/internal/scaffold"
)

// setting returns the value that a change sets in its file.
func (d *desk) setting(c Change) edit.Setting {
	unit := d.Metric(c.Metric).Unit
	period := c.Period.String()
	s := edit.Setting{Bare: "actual", Text: func(old string) string { return written(old, c.Amount, unit) }}
	switch {
	case c.Part == imports.Target:
		s.Path, s.Bare = []string{"targets", period, string(c.Metric)}, ""
	case c.Scope == imports.Team:
		s.Path = []string{"figures", period, string(c.Metric), "actual"}
	case c.Part == imports.Breakdown:
		s.Path = []string{"breakdowns", string(c.Breakdown), c.Name, "actual"}
	case c.Part == imports.Series:
		s.Path = []string{"series", string(c.Metric), c.Step.String(), "actual"}
	default:
		s.Path = []string{"metrics", string(c.Metric), "actual"}
	}
	return s
}

// maxDecimals is how many decimals a unit such as 万 may need before the number
// is written out.
const maxDecimals = 4

// written returns the amount in the style of the number that stood there, if it
// can be written so exactly: 1345万 becomes 1351.2万.
func written(old string, a model.Amount, unit model.Unit) string {
	text := a.String()
	if unit == model.Percent {
		text += "%"
	}
	n, fault := model.ParseNumber(old)
	if old == "" || a == 0 || fault != model.NumberOK || n.Points || n.Percent != (unit == model.Percent) {
		return text
	}
	one, ok := model.Number{Mantissa: 1, Unit: n.Unit, Percent: n.Percent}.Amount()
	if !ok {
		return text
	}
	least := -n.Exp
	n.Mantissa, n.Exp = int64(a), 0
	for ; one > 1; one /= 10 {
		n.Exp--
	}
	for n.Mantissa%10 == 0 && n.Exp < -least {
		n.Mantissa /= 10
		n.Exp++
	}
	if n.Exp < -max(maxDecimals, least) {
		n = model.Number{Mantissa: int64(a), Exp: -maxDecimals, Grouped: n.Grouped, Currency: n.Currency}
		for n.Mantissa%10 == 0 && n.Exp < 0 {
			n.Mantissa /= 10
			n.Exp++
		}
	}
	n.Plus = n.Plus && a > 0
	if back, fault := model.ParseNumber(n.String()); fault == model.NumberOK {
		if same, ok := back.Amount(); ok && same == a {
			return n.String()
		}
	}
	return text
}

// texts makes the new texts of the files.
func (d *desk) texts() error {
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		f := d.files[name]
		if f.refused || len(f.settings) == 0 {
			continue
		}
		out := File{Path: name}
		var src []byte
		if f.isNew() {
			src = scaffold.Report(d.Known, f.person, f.period)
		} else {
			old, err := fs.ReadFile(d.fsys, name)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if err != nil || f.report != nil && sha256.Sum256(old) != f.report.Sum {
				d.plan.Faults.Error(diag.Whole(name), "posting-changed").WithHint("hint-posting-again")
				continue
			}
			out.Old, src = old, old
		}
		text, faults := edit.Set(name, src, f.settings, d.order)
		d.plan.Faults = append(d.plan.Faults, faults...)
		out.New = text
		d.plan.Files = append(d.plan.Files, out)
		d.tellSettled(f)
	}
	return nil
}

// isNew reports whether the file is a report that is to be made.
func (f *file) isNew() bool { return f.person != nil && f.report == nil }

// tellSettled warns of figures that change after others were shown them.
func (d *desk) tellSettled(f *file) {
	if f.report == nil {
		return
	}
	switch at := diag.Whole(f.report.File); f.report.Status {
	case model.Shared:
		d.plan.Faults.Warn(at, "posting-settled.shared", f.person.Name, f.period.String())
	case model.Acknowledged:
		d.plan.Faults.Warn(at, "posting-settled", f.person.Name, f.period.String())
	}
}

// keysOnTop are the keys of reports, people and teams in the order in which
// people write them.
var keysOnTop = []string{
	"title", "status", "date", "metrics", "breakdowns", "series", "restates", "self_ratings", "goals", "outcomes", "history",
	"name", "team", "teams", "parent", "lead", "manager", "aliases", "pinyin", "joined", "left", "cycle", "targets", "figures",
}

var sides = []string{"target", "actual", "floor", "stretch"}

// order says where new keys go.
func (d *desk) order(path []string, a, b string) int {
	byPeriod := func(a, b string) int {
		p, okP := model.ParsePeriod(a)
		q, okQ := model.ParsePeriod(b)
		if !okP || !okQ {
			return 0
		}
		return d.Settings.Calendar.Compare(p, q)
	}
	switch {
	case len(path) == 0:
		return within(keysOnTop, a, b)
	case len(path) == 1 && path[0] == "breakdowns":
		return cmp.Compare(d.breakdown(model.BreakdownID(a)).Order, d.breakdown(model.BreakdownID(b)).Order)
	case len(path) == 1 && (path[0] == "metrics" || path[0] == "series"), len(path) == 2 && (path[0] == "targets" || path[0] == "figures"):
		p, q := d.Metric(model.MetricID(a)), d.Metric(model.MetricID(b))
		if p == nil || q == nil {
			return 0
		}
		return cmp.Compare(p.Order, q.Order)
	case len(path) == 1, len(path) == 2 && path[0] == "series":
		return byPeriod(a, b)
	case len(path) == 2 && path[0] == "breakdowns":
		return 0 // behind those that are there, from the largest
	}
	return within(sides, a, b)
}

// within compares the places of two texts in a list; those of others are equal
// to all.
func within(list []string, a, b string) int {
	i, j := slices.Index(list, a), slices.Index(list, b)
	if i < 0 || j < 0 {
		return 0
	}
	return cmp.Compare(i, j)
}
