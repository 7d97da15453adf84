package scaffold

import (
	"fmt"
	"slices"
	"strings"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// Report returns the text of the person's report.md of the period: the twelve
// themes with questions to the writer, and what the last earlier report left
// open.
func Report(k Known, person *model.Person, period model.Period) []byte {
	lang := k.lang()
	d := newDraft("report", lang)
	goals, actions := k.Result.StillOpen(person.ID, period)
	d.metrics(k, analysis.PersonScope(person.ID), period)
	if i := d.find("outcomes:"); len(goals) > 0 {
		d.insert(i+1, outcomeLines(k, goals)...)
	}
	carried := append(slices.Clip(goals), k.Result.Lapsed(person.ID, period)...)
	if i := d.find("goals:"); len(carried) > 0 {
		d.insert(i+1, carryLines(k, carried)...)
	}
	d.insert(d.endOf(d.find(lang.Text("scaffold.measures"))), actionLines(actions)...)
	d.insert(d.endOf(d.find(lang.Text("scaffold.promises"))), promiseLines(k, goals, period)...)
	if i := slices.IndexFunc(k.Teams, func(t *model.Team) bool { return t.Lead == person.ID }); i >= 0 {
		for j, line := range d.lines {
			d.lines[j] = strings.ReplaceAll(line, "?team=…", "?team="+string(k.Teams[i].ID))
		}
	}
	return d.text()
}

// metrics notes the targets that the person's file sets, and adds the figures
// that judge and those with a target where the template does not ask for them.
func (d *draft) metrics(k Known, s analysis.Scope, p model.Period) {
	behind := d.find("breakdowns:")
	for i := range k.Settings.Metrics {
		m := &k.Settings.Metrics[i]
		set := k.Result.Figure(s, p, m.ID).Set
		judges := slices.ContainsFunc(k.Settings.KPIs, func(x model.KPI) bool { return x.Metric == m.ID })
		if !set.Defined() && !judges {
			continue
		}
		note := ""
		if set.Defined() {
			note = k.lang().Text("scaffold.target", k.figure(m, set.Ratio))
		}
		key := "  " + string(m.ID) + ":"
		line := slices.IndexFunc(d.lines[:behind], func(l string) bool { return strings.HasPrefix(l, key) })
		switch {
		case line >= 0 && note != "":
			d.lines[line] = noted(d.lines[line], note)
		case line >= 0:
		case m.Kind == model.RatioKind || m.Kind == model.NPSKind:
			// Computed, or of several counts: there is no line to leave empty.
			d.insert(behind, "  # "+strings.TrimSpace(k.metricName(m)+" "+note))
			behind++
		default:
			d.insert(behind, noted(key+" {actual: }", strings.TrimSpace(k.metricName(m)+" "+note)))
			behind++
		}
	}
}

// outcomeLines prepares an answer to each promise, to be filled in.
func outcomeLines(k Known, goals []analysis.Promise) []string {
	var lines []string
	for _, g := range goals {
		line := fmt.Sprintf("  # %s: {status: , note: }  # %s", g.Goal.ID, k.statement(g.Goal))
		if g.Goal.Metric != "" && g.Goal.Target.OK {
			line += k.lang().Text("scaffold.judged")
		}
		lines = append(lines, line)
	}
	return lines
}

// carryLines shows how a promise that is put off is made again.
func carryLines(k Known, goals []analysis.Promise) []string {
	lines := []string{"  # " + k.lang().Text("scaffold.carry")}
	for _, g := range goals {
		line := fmt.Sprintf("  # - {id: %s, statement: %s", g.Goal.ID, yamlText(k.statement(g.Goal)))
		if g.Goal.Metric != "" {
			line += ", metric: " + string(g.Goal.Metric) + ", target: "
		}
		lines = append(lines, line+", due: }")
	}
	return lines
}

// actionLines are the actions that are not done, as they are tracked: the same
// owner and id, else the same text.
func actionLines(actions []analysis.TrackedAction) []string {
	var lines []string
	for _, a := range actions {
		line := fmt.Sprintf("- [ ] %s @%s", escape(oneLine(a.Text)), a.Owner)
		if !a.Due.IsZero() {
			line += " due:" + a.Due.String()
		}
		if a.ID != "" {
			line += " {#" + a.ID + "}"
		}
		lines = append(lines, line)
	}
	return lines
}

// promiseLines list what was promised, with the figure that judges it bound.
func promiseLines(k Known, goals []analysis.Promise, p model.Period) []string {
	lang := k.lang()
	var lines []string
	for _, g := range goals {
		statement := escape(k.statement(g.Goal))
		m := k.Metric(g.Goal.Metric)
		if m == nil || !g.Goal.Target.OK || k.Settings.Calendar.Compare(g.Goal.Period, p) > 0 {
			lines = append(lines, lang.Text("scaffold.promise", statement))
			continue
		}
		bound := string(m.ID)
		if g.Goal.Period != p {
			bound += "?period=" + g.Goal.Period.String()
		}
		lines = append(lines, lang.Text("scaffold.promise-figure", statement, bound, k.target(m, g.Goal.Target.Amount)))
	}
	return lines
}

// statement is how a goal is called: what it says, else its metric.
func (k Known) statement(g *model.Goal) string {
	if s := oneLine(g.Statement); s != "" {
		return s
	}
	if m := k.Metric(g.Metric); m != nil {
		return k.metricName(m)
	}
	return g.ID
}

// escape makes of a plain text Markdown that reads the same.
func escape(s string) string { return markdown.Replace(s) }

var markdown = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`,
	"[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "&", `\&`, "~", `\~`)
