package site

import "testing"

func TestLinks(t *testing.T) {
	for _, tc := range []struct {
		from     Address
		base     string
		to       Address
		fragment string
		want     string
	}{
		{home, "", "people/li-na/", "", "people/li-na/index.html"},
		{"people/li-na/", "", home, "", "../../index.html"},
		{"reviews/2026-Q3/li-na/", "", "teams/east/", "kpi", "../../../teams/east/index.html#kpi"},
		{"cases/2/", "", "cases/", "", "../../cases/index.html"},
		{home, "", home, "总体情况", "index.html#%E6%80%BB%E4%BD%93%E6%83%85%E5%86%B5"},
		{"people/li-na/", "https://hr.example/sz/", "teams/east/", "", "https://hr.example/sz/teams/east/"},
		{"people/li-na/", "https://hr.example/sz", home, "", "https://hr.example/sz/"},
	} {
		if got := linksFrom(tc.from, tc.base).to(tc.to, tc.fragment); got != tc.want {
			t.Errorf("from %q to %q = %q, want %q", tc.from, tc.to, got, tc.want)
		}
	}
	if got := linksFrom("a/b/", "").file("reviews/图 1?.png"); got != "../../reviews/%E5%9B%BE%201%3F.png" {
		t.Errorf("a file's name was not escaped: %s", got)
	}
}
