package scaffold

import (
	"io/fs"
	"slices"
	"strings"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
	"reviewfolio/internal/words"
)

// A CommentFile is reviews/<period>/<person>/<reviewer>.md.
type CommentFile struct {
	Period   model.Period
	Person   *model.Person
	Reviewer model.PersonID
	Role     model.Role
}

// Comment returns the text of a comment: the dimensions to rate, the sections
// to write, and as notes to the writer what is known of the person: the figures
// of the period, promises that were not kept, and the last advice. The error is
// that of reading the advice in root.
func Comment(root fs.FS, k Known, c CommentFile) ([]byte, error) {
	lang := k.lang()
	if c.Role == model.SelfRole {
		return newDraft("self", lang).text(), nil
	}
	d := newDraft("comment", lang)
	d.lines[d.find("role:")] = "role: " + c.Role.String()
	d.ratings(k)
	advice, err := lastAdvice(root, k, c)
	if err != nil {
		return nil, err
	}
	first := d.find("## ")
	d.insert(first, slices.Concat(figureNote(k, c), unkeptNote(k, c), advice)...)
	return d.text(), nil
}

// ratings adds the dimensions to score.
func (d *draft) ratings(k Known) {
	lang, scheme := k.lang(), k.Settings.Ratings
	i := d.find("ratings:")
	d.lines[i] = noted("ratings:", lang.Text("scaffold.scale", scheme.Min.String(), scheme.Max.String(), scheme.Step.String()))
	for _, dim := range slices.Backward(scheme.Dimensions) {
		weight := words.Fraction(dim.Weight.Ratio())
		weight.Den *= 100
		name := lang.Name("dimension", string(dim.ID), dim.Label)
		d.insert(i+1, noted("  "+string(dim.ID)+":", lang.Text("scaffold.dimension", name, words.Weight(weight))))
	}
}

// figureNote tells the person's figures of the period, before them those of the
// teams that the person leads.
func figureNote(k Known, c CommentFile) []string {
	lang := k.lang()
	lines := []string{lang.Text("scaffold.facts", k.Settings.AsOf.String())}
	for _, t := range k.Teams {
		above := k.Team(t.Parent)
		if t.Lead == c.Person.ID && (above == nil || above.Lead != c.Person.ID) {
			title := lang.Text("scaffold.of-team", t.Name, k.periodName(c.Period))
			lines = append(lines, figureLines(k, analysis.TeamScope(t.ID), c.Period, title)...)
		}
	}
	title := lang.Text("scaffold.of-person", c.Person.Name, k.periodName(c.Period))
	return note(append(lines, figureLines(k, analysis.PersonScope(c.Person.ID), c.Period, title)...))
}

func figureLines(k Known, s analysis.Scope, p model.Period, title string) []string {
	lang := k.lang()
	metrics := k.Result.Metrics(s, p)
	if len(metrics) == 0 {
		return []string{title, lang.Text("scaffold.no-figures")}
	}
	lines := []string{title}
	for _, m := range metrics {
		f := k.Result.Figure(s, p, m.ID)
		change := func(c analysis.Change) string {
			return lang.Change(words.Fraction(c.Ratio), words.Unit(m.Unit), c.Points).String()
		}
		var parts []string
		for _, part := range []struct{ key, text string }{
			{"scaffold.actual", k.figure(m, f.Actual.Ratio)},
			{"scaffold.aim", k.figure(m, f.Target.Ratio)},
			{"scaffold.attainment", words.Percent(words.Fraction(f.Attainment.Ratio))},
			{"scaffold.qoq", change(f.QoQ)},
			{"scaffold.yoy", change(f.YoY)},
		} {
			if part.text != words.Undefined {
				parts = append(parts, lang.Text(part.key, part.text))
			}
		}
		lines = append(lines, lang.Text("scaffold.figure", k.metricName(m), strings.Join(parts, lang.Text("scaffold.comma"))))
	}
	return lines
}

// judgements are the texts of what is not as it was promised.
var judgements = map[analysis.Judgement]string{
	analysis.GoalMissed:   "outcome.missed",
	analysis.GoalDangling: "outcome.dangling",
	analysis.GoalCarried:  "outcome.carried",
	analysis.GoalDropped:  "outcome.dropped",
}

// unkeptNote tells the promises of the report before that were not kept.
func unkeptNote(k Known, c CommentFile) []string {
	lang := k.lang()
	var lines []string
	for _, m := range k.Result.Promises(c.Person.ID, c.Period) {
		key, unkept := judgements[m.Judgement]
		if !unkept {
			continue
		}
		line := lang.Text("scaffold.unkept-one", k.statement(m.Goal), lang.Text(key))
		if m.Outcome != nil && m.Outcome.Note != "" {
			line = lang.Text("scaffold.unkept-noted", k.statement(m.Goal), lang.Text(key), oneLine(m.Outcome.Note))
		}
		lines = append(lines, line)
	}
	if lines == nil {
		return nil
	}
	return note(slices.Insert(lines, 0, lang.Text("scaffold.unkept")))
}

// lastAdvice tells what the comments on the last review before this one advised.
func lastAdvice(root fs.FS, k Known, c CommentFile) ([]string, error) {
	for _, review := range slices.Backward(k.Reviews) {
		if review.Person != c.Person.ID || k.Settings.Calendar.Compare(review.Period, c.Period) >= 0 {
			continue
		}
		var lines []string
		for _, comment := range review.Comments {
			advice, err := adviceIn(root, comment)
			if err != nil {
				return nil, err
			}
			if len(advice) > 0 {
				title := k.lang().Text("scaffold.advice", k.periodName(review.Period), k.ReviewerName(comment.Reviewer))
				lines = append(append(lines, title), advice...)
			}
		}
		if lines != nil {
			return note(lines), nil
		}
	}
	return nil, nil
}

// adviceIn returns the lines of a comment's advice as they were written.
func adviceIn(root fs.FS, c *model.Comment) ([]string, error) {
	var lines []string
	for i, s := range c.Body.Sections {
		if s.Part != model.Advice || s.Empty {
			continue
		}
		text, err := fs.ReadFile(root, c.File)
		if err != nil {
			return nil, err
		}
		all := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
		end := len(all)
		if i+1 < len(c.Body.Sections) {
			end = c.Body.Sections[i+1].Pos.Line - 1
		}
		body := strings.TrimSpace(strings.Join(all[min(s.Pos.Line, end):end], "\n"))
		lines = append(lines, strings.Split(body, "\n")...)
	}
	return lines, nil
}

// note makes of lines a note to the writer, which nobody publishes.
func note(lines []string) []string {
	inside := strings.NewReplacer("<!--", "", "-->", "").Replace(strings.Join(lines, "\n"))
	return []string{"<!-- " + inside, "-->", ""}
}
