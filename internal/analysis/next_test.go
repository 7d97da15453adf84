package analysis

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// However reports are rewritten, Next gives what Run gives, and leaves the
// Result that it began with as it was.
func TestNextIsRunAfterRandomEdits(t *testing.T) {
	quick, codes := 0, map[string]int{}
	for seed := range uint64(32) {
		rnd := rand.New(rand.NewPCG(seed, 11))
		p := withJudgements(ledger(t, randomLedger(rnd)))
		first, _ := Run(p)
		untouched, _ := Run(p)
		r := first
		for step := range 12 {
			p = rewritten(t, p, rnd)
			next, faults := r.Next(p)
			want, wantFaults := Run(p)
			if got := differingField(next, want); got != "" {
				t.Fatalf("seed %d, edit %d: %s", seed, step, got)
			}
			if !reflect.DeepEqual(faults, wantFaults) {
				t.Fatalf("seed %d, edit %d: faults %v, want %v", seed, step, faults, wantFaults)
			}
			if shared(next.stints, r.stints) {
				quick++
			}
			for _, d := range faults {
				codes[d.Code()]++
			}
			r = next
		}
		if got := differingField(first, untouched); got != "" {
			t.Fatalf("seed %d: the first Result was changed: %s", seed, got)
		}
	}
	if quick < 120 {
		t.Errorf("only %d of 384 edits took anything over", quick)
	}
	for _, code := range []string{"smart-specific", "smart-achievable", "smart-relevant", "smart-time", "gap-unexplained", "no-plan", "restated"} {
		if codes[code] < 10 {
			t.Errorf("%s was found %d times only: %v", code, codes[code], codes)
		}
	}
}

// rewritten returns the portfolio with one or two reports that state
// something else.
func rewritten(t *testing.T, p *model.Portfolio, rnd *rand.Rand) *model.Portfolio {
	reviews, faulty := slices.Clone(p.Reviews), maps.Clone(p.Faulty)
	spoil := func(file string) {
		if faulty == nil {
			faulty = map[string]bool{}
		}
		if faulty[file] {
			delete(faulty, file)
		} else if rnd.IntN(3) == 0 {
			faulty[file] = true
		}
	}
	for range 1 + rnd.IntN(2) {
		at := rnd.IntN(len(reviews))
		review, report := *reviews[at], *reviews[at].Report
		report.Values = slices.Clone(report.Values)
		b := &ledgerBuilder{}
		switch values := b.parse(t, strings.Fields(randomValues(rnd))); {
		case len(values) > 0 && rnd.IntN(4) == 0:
			report.Values = values
		case len(report.Values) > 0 && len(values) > 0:
			// The same metrics, one of them with other figures.
			v := &report.Values[rnd.IntN(len(report.Values))]
			v.Actual, v.Target = values[0].Actual, values[0].Target
		}
		if rnd.IntN(2) == 0 {
			rework(&review, &report, rnd)
			spoil(report.File)
			spoil(firstTeamFile)
		}
		review.Report = &report
		reviews[at] = &review
	}
	next := model.New(p.Settings, p.Teams, p.People, reviews, p.Pages)
	next.Faulty = faulty
	return next
}

// differingField names the first field in which two Results differ.
func differingField(got, want *Result) string {
	fields := []struct {
		name      string
		got, want any
	}{
		{"reviews", got.reviews, want.reviews},
		{"time", got.time, want.time},
		{"org", got.org, want.org},
		{"columns", got.columns, want.columns},
		{"column", got.column, want.column},
		{"statements", got.statements, want.statements},
		{"rows", got.rows, want.rows},
		{"stints", got.stints, want.stints},
		{"members", got.members, want.members},
		{"crews", got.crews, want.crews},
		{"reviewAt", got.reviewAt, want.reviewAt},
		{"counted", got.counted, want.counted},
		{"verdicts", got.verdicts, want.verdicts},
		{"marks", got.marks, want.marks},
		{"present", got.present, want.present},
		{"incomplete", got.incomplete, want.incomplete},
		{"rates", got.rates, want.rates},
		{"breakdowns", got.breakdowns, want.breakdowns},
		{"checks", got.checks, want.checks},
		{"portfolio", got.portfolio == want.portfolio, true},
	}
	if n := reflect.TypeFor[Result]().NumField(); n != len(fields) {
		return fmt.Sprintf("%d fields are compared, a Result has %d", len(fields), n)
	}
	for _, f := range fields {
		if !reflect.DeepEqual(f.got, f.want) {
			return f.name + " differs"
		}
	}
	return ""
}
