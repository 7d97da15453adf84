package build

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// ownIDs are the names that site.yaml of the portfolio rich gives itself: there
// a typo is another name.
var ownIDs = []string{"returns", "return_rate", "stock", "depot", "panel-a", "performance", "team"}

// A letter left out of any key, id or word of a closed list is one fault, at
// that word, with the word as the hint.
func TestEveryTypoIsToldWithItsHint(t *testing.T) {
	files := rich()
	put(files, "content/reviews/2026-Q3/b/report.md", `---
title: 三季度述职
status: submitted
date: 2026-10-09
metrics:
  revenue: {actual: 200, floor: 100, stretch: 300}
  nps: {promoters: 61, passives: 22, detractors: 9}
  gross_margin: {target: 31%}
breakdowns:
  channel: {直销: {target: 60, actual: 120}, 经销: 80}
restates:
  2026-Q2: {revenue: 100}
self_ratings: {performance: 4, team: 4}
goals:
  - id: growth
    statement: 四季度再做一百五
    metric: revenue
    target: 150
    baseline: 100
    period: 2026-Q4
    due: 2026-12-31
    supports: east
history:
  - {status: acknowledged, by: a, date: 2026-10-25}
---
[200%](metric:revenue.attainment)，[200](metric:revenue?person=b&period=2026-Q3)
`)
	put(files, "content/teams/east.md", "---\nname: 华东\nparent: hq\ntargets: {2026-Q4: {revenue: 300}}\n---\n[300](metric:revenue?period=2026-Q3)\n")
	if got := codes(t, files); got != "" {
		t.Fatal(got)
	}
	words := regexp.MustCompile(`[a-z][a-z_-]{3,}`)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text := string(files[name].Data)
		for _, at := range words.FindAllStringIndex(text, -1) {
			word := text[at[0]:at[1]]
			if name == "content/site.yaml" && slices.Contains(ownIDs, word) || word == "growth" {
				continue
			}
			typo := word[:1] + word[2:]
			put(files, name, text[:at[0]]+typo+text[at[1]:])
			checked, err := Check(files, false)
			if err != nil {
				t.Fatal(err)
			}
			line := text[strings.LastIndexByte(text[:at[0]], '\n')+1 : at[0]]
			place := fmt.Sprintf("%s:%d:%d: ", name, strings.Count(text[:at[0]], "\n")+1, utf8.RuneCountInString(line)+1)
			if len(checked.Faults) != 1 || !strings.HasPrefix(told(checked.Faults[0]), place) || !strings.HasSuffix(told(checked.Faults[0]), " hint: "+word) {
				t.Errorf("%s%s for %s:", place, typo, word)
				for _, d := range checked.Faults {
					t.Error("\t", told(d))
				}
			}
		}
		put(files, name, text)
	}
}
