package main

import (
	"encoding/json"
	"flag"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/build"
	"reviewfolio/internal/model"
)

// A reportQuery is what check --report is asked.
type reportQuery struct {
	wanted bool
	period model.Period // zero: the last that reports are asked for
	asOf   model.Date   // zero: as the portfolio says
	plain  bool         // no colours
}

func reportFlags(flags *flag.FlagSet) *reportQuery {
	q := new(reportQuery)
	flags.BoolVar(&q.wanted, "report", false, "flag.report")
	flags.Func("period", "flag.period", func(text string) (err error) {
		ok := false
		if q.period, ok = model.ParsePeriod(text); !ok {
			err = errNotOneOf{"2026", "2026-H1", "2026-Q3", "2026-07"}
		}
		return err
	})
	flags.Func("as-of", "flag.as-of", func(text string) (err error) {
		ok := false
		if q.asOf, ok = model.ParseDate(text); !ok {
			err = errNotOneOf{"2026-10-22"}
		}
		return err
	})
	flags.BoolVar(&q.plain, "no-color", false, "flag.no-color")
	return q
}

// possible reports what cannot be asked together.
func (q *reportQuery) possible(format string) error {
	switch {
	case q.wanted && format != "text" && format != "json":
		return &failure{exitUsage, message("usage.report-format", format), oneOf([]string{"text", "json"})}
	case !q.wanted && (!q.period.IsZero() || !q.asOf.IsZero()):
		return &failure{exitUsage, message("usage.report-only"), message("hint-help", "check")}
	}
	return nil
}

// printReport prints who lacks what.
func (s *shell) printReport(format string, q *reportQuery, c build.Checked) error {
	portfolio, result := c.Portfolio, c.Result
	if !q.asOf.IsZero() {
		settings := portfolio.Settings
		settings.AsOf = q.asOf
		portfolio = portfolio.With(settings, portfolio.Teams, portfolio.People, portfolio.Reviews, portfolio.Pages)
		result, _ = analysis.Run(portfolio)
	}
	period := q.period
	if period.IsZero() {
		period = result.Asked()
	}
	r := newCompleteness(portfolio, result, period)
	if format == "json" {
		out := json.NewEncoder(s.stdout)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(r)
	}
	return s.printTable(r, !q.plain && s.colours(s.stdout))
}
