package site_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tips finds the figures that have an explanation, with its id.
var tips = regexp.MustCompile(`aria-describedby="(t\d+)">([^<]*)<`)

// A figure comes from what people reported, and from what is set for it.
func TestPlacesOfFigures(t *testing.T) {
	s := started(t, archive(stating))
	const (
		an2    = "reviews/2026-Q2/an/report.md:5:3"
		an3    = "reviews/2026-Q3/an/report.md:5:3"
		profit = "reviews/2026-Q3/an/report.md:6:3"
		set    = "people/an.md:7:13"
		year   = "people/an.md:8:10"
		bo     = "reviews/2026-Q3/bo/report.md:5:3"
		east   = "teams/east.md:5:13"
		hq     = "teams/hq.md:6:13"
		aim    = "teams/hq.md:4:13"
	)
	for _, tc := range []struct {
		name, path, shown string
		want              []string
	}{
		{"bound in a text", "reviews/2026-Q3/an/index.html", "90 万", []string{"reviews/2026-Q3/an/report.md:9:5", an3, set}},
		{"a person's, with the target set before", "reviews/2026-Q3/an/index.html", "销售额", []string{an3, set}},
		{"a person's, with a target of the report", "reviews/2026-Q3/bo/index.html", "销售额", []string{bo}},
		{"a ratio, what is divided first", "reviews/2026-Q3/an/index.html", "毛利率", []string{profit, an3}},
		{"a person's year with a target of its own", "people/an/index.html", "37.5%", []string{an2, an3, set, year}},
		{"a team's with own figures", "teams/east/2026-Q3/index.html", "销售额", []string{east, an3, set}},
		{"a team's with own targets and teams below, the larger first", "teams/hq/2026-Q3/index.html", "销售额", []string{aim, hq, bo, an3, set, east}},
		{"a team's ratio, for which not everybody counts", "teams/hq/2026-Q3/index.html", "毛利率", []string{hq, profit, an3, east}},
		{"a year of several reports", "teams/hq/2026/index.html", "销售额", []string{hq, bo, an2, an3, set, east}},
		{"a year in which somebody came", "teams/east/2026/index.html", "销售额", []string{east, an3, set}},
	} {
		text, got := page(t, s.site.Tree(), tc.path), told(s, tc.path)
		found := 0
		for _, m := range tips.FindAllStringSubmatch(text, -1) {
			if m[2] != tc.shown {
				continue
			}
			if found++; !slices.Equal(got[m[1]], tc.want) {
				t.Errorf("%s: got %v", tc.name, got[m[1]])
			}
		}
		if found == 0 {
			t.Errorf("%s: %s explains no %s", tc.name, tc.path, tc.shown)
		}
	}
}

// Of a large team the places of those who contribute most are enough, wherever
// below it they are.
func TestPlacesOfALargeTeam(t *testing.T) {
	files := archive(stating)
	var want []string
	for i := range 30 {
		id := fmt.Sprintf("p%02d", i)
		set(files, "content/people/"+id+".md", "---\nname: 员工\nteam: "+[]string{"hq", "east"}[i%2]+"\n---\n")
		report := strings.ReplaceAll(newReport, "2026-07-04", "2026-10-04")
		set(files, "content/reviews/2026-Q3/"+id+"/report.md", strings.ReplaceAll(report, "actual: 90万", fmt.Sprintf("actual: %d万", 100+i)))
		if i >= 22 {
			want = append(want, "reviews/2026-Q3/"+id+"/report.md:5:3")
		}
	}
	slices.Reverse(want)
	want = append([]string{"teams/hq.md:4:13", "teams/hq.md:6:13"}, want...)
	s := started(t, files)
	const path = "teams/hq/2026-Q3/index.html"
	for _, m := range tips.FindAllStringSubmatch(page(t, s.site.Tree(), path), -1) {
		if m[2] != "销售额" {
			continue
		}
		if got := told(s, path)[m[1]]; !slices.Equal(got, want) {
			t.Errorf("got %v", got)
		}
		return
	}
	t.Error("no figure is explained")
}
