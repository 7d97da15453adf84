package analysis

import (
	"maps"
	"slices"
	"testing"

	"reviewfolio/internal/model"
)

func ids(list []MissingReport) []model.PersonID {
	var out []model.PersonID
	for _, m := range list {
		out = append(out, m.Person)
	}
	return out
}

// Reports of the third quarter are due on 10 October.
func TestMissingReports(t *testing.T) {
	for _, tc := range []struct {
		name string
		asOf string
		do   func(*folder)
		want []model.PersonID
		late int
	}{
		{"ten days late", "2026-10-20", func(*folder) {}, []model.PersonID{"a"}, 10},
		{"due today", "2026-10-10", func(*folder) {}, []model.PersonID{"a"}, 0},
		{"on the period's last day", "2026-09-30", func(*folder) {}, []model.PersonID{"a"}, 0},
		{"before the period is over", "2026-09-29", func(*folder) {}, nil, 0},
		{"reported", "2026-10-20", func(f *folder) { f.report("2026-Q3", "a") }, nil, 0},
		{"a comment is no report", "2026-10-20", func(f *folder) { f.comment("2026-Q3", "a", "m", model.PeerRole) }, []model.PersonID{"a"}, 10},
		{"does not report", "2026-10-20", func(f *folder) { f.people[0].Reports = false }, nil, 0},
		{"left before", "2026-10-20", func(f *folder) { f.people[0].Left = day("2026-06-30") }, nil, 0},
		{"left within", "2026-10-20", func(f *folder) { f.people[0].Left = day("2026-07-01") }, []model.PersonID{"a"}, 10},
		{"joined after", "2026-10-20", func(f *folder) { f.people[0].Joined = day("2026-10-01") }, nil, 0},
		{"covered by a half year", "2026-10-20", func(f *folder) { f.report("2026-H2", "a") }, nil, 0},
		{"covered by a year", "2026-10-20", func(f *folder) { f.report("2026", "a") }, nil, 0},
		{"covered by three months", "2026-10-20", func(f *folder) {
			for _, m := range []string{"2026-07", "2026-08", "2026-09"} {
				f.report(m, "a")
			}
		}, nil, 0},
		{"a month lacks", "2026-10-20", func(f *folder) { f.report("2026-07", "a"); f.report("2026-09", "a") }, []model.PersonID{"a"}, 10},
		{"covered by the months there was a stint", "2026-10-20", func(f *folder) {
			f.people[0].Joined = day("2026-09-01")
			f.report("2026-09", "a")
		}, nil, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			f.settings.AsOf = day(tc.asOf)
			tc.do(f)
			list := f.result().Missing("hq", quarter("2026-Q3"))
			if !slices.Equal(ids(list), tc.want) {
				t.Fatalf("missing %v, want %v", ids(list), tc.want)
			}
			if len(list) > 0 && (list[0].Late != tc.late || list[0].Due != day("2026-10-10") || list[0].Team != "hq") {
				t.Errorf("%+v, want %d days late", list[0], tc.late)
			}
		})
	}
}

func TestOnlyPeriodsOfTheCycleAreMissing(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q2", "a")
	if list := f.result().Missing("hq", quarter("2026-H1")); list != nil {
		t.Errorf("%+v", list)
	}
}

// themes of a year: data always, tools once a year, channels never.
func withThemes(f *folder) {
	f.settings.Themes = []model.Theme{{ID: "data"}, {ID: "tools", Expect: model.Yearly}, {ID: "channels", Expect: model.Never}}
}

func write(report *model.Report, theme model.ThemeID, chars int) {
	report.Body.Sections = append(report.Body.Sections, model.Section{Level: 2, Theme: theme, Chars: chars})
}

func TestThemesPresentThinAndMissing(t *testing.T) {
	for _, tc := range []struct {
		name string
		do   func(*folder)
		want []ThemeState // without the theme
	}{
		{"nothing in the third quarter", func(f *folder) { f.report("2026-Q3", "a") },
			[]ThemeState{{Presence: ThemeMissing}, {Presence: ThemeNotYet}}},
		{"80 characters are enough, 79 are thin", func(f *folder) {
			r := f.report("2026-Q3", "a")
			write(r, "data", 80)
			write(r, "tools", 79)
		}, []ThemeState{{Presence: ThemePresent, Chars: 80}, {Presence: ThemeThin, Chars: 79}}},
		{"sections of one theme are joined", func(f *folder) {
			r := f.report("2026-Q3", "a")
			write(r, "data", 40)
			write(r, "data", 45)
		}, []ThemeState{{Presence: ThemePresent, Chars: 85}, {Presence: ThemeNotYet}}},
		{"only notes to the writer", func(f *folder) {
			r := f.report("2026-Q3", "a")
			r.Body.Sections = []model.Section{{Level: 2, Theme: "data", Empty: true}}
		}, []ThemeState{{Presence: ThemeMissing}, {Presence: ThemeNotYet}}},
		{"a theme that is never expected is shown where it is written", func(f *folder) {
			r := f.report("2026-Q3", "a")
			write(r, "data", 100)
			write(r, "channels", 100)
		}, []ThemeState{{Presence: ThemePresent, Chars: 100}, {Presence: ThemeNotYet}, {Presence: ThemePresent, Chars: 100}}},
		{"written earlier in the year", func(f *folder) {
			write(f.report("2026-Q1", "a"), "tools", 10)
			write(f.report("2026-Q3", "a"), "data", 100)
		}, []ThemeState{{Presence: ThemePresent, Chars: 100}, {Presence: ThemeEarlier}}},
		{"another year does not count", func(f *folder) {
			f.settings.Calendar.Start = 7 // the third quarter is the first of the next fiscal year
			write(f.report("2025-Q4", "a"), "tools", 10)
			write(f.report("2026-Q3", "a"), "data", 100)
		}, []ThemeState{{Presence: ThemePresent, Chars: 100}, {Presence: ThemeNotYet}}},
		{"an open report is not out yet", func(f *folder) { f.report("2026-Q3", "a").Status = model.Open },
			[]ThemeState{{Presence: ThemeNotYet}, {Presence: ThemeNotYet}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			withThemes(f)
			tc.do(f)
			got := f.result().Completeness("a", quarter("2026-Q3")).Themes
			if len(got) != len(tc.want) {
				t.Fatalf("%d themes, want %d", len(got), len(tc.want))
			}
			for i, want := range tc.want {
				if got[i].Presence != want.Presence || got[i].Chars != want.Chars {
					t.Errorf("%s: %v with %d characters, want %+v", got[i].Theme.ID, got[i].Presence, got[i].Chars, want)
				}
			}
		})
	}
}

func TestYearlyThemeIsMissingInTheLastReportOfTheYear(t *testing.T) {
	f := newFolder("a")
	withThemes(f)
	f.report("2025-Q4", "a")
	c := f.result().Completeness("a", quarter("2025-Q4"))
	if c.Themes[1].Presence != ThemeMissing || c.ThemesLacking != 2 || c.ThemesPresent != 0 {
		t.Errorf("%+v", c)
	}
}

func TestCasesAndCommentParts(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q3", "a").Body.Sections = []model.Section{{Theme: "cases", Sections: []model.Section{
		{Case: model.Success}, {Case: model.Failure, Empty: true},
	}}}
	f.comment("2026-Q3", "a", "m", model.ManagerRole).Body.Sections = []model.Section{
		{Part: model.Strengths}, {Part: model.Advice, Empty: true},
	}
	f.comment("2026-Q3", "a", "a", model.SelfRole)
	c := f.result().Completeness("a", quarter("2026-Q3"))
	if !c.Success || c.Failure {
		t.Errorf("success %v, failure %v", c.Success, c.Failure)
	}
	if len(c.Comments) != 1 || !slices.Equal(c.Comments[0].Lacks, []model.CommentPart{model.Problems, model.Advice}) {
		t.Errorf("%+v", c.Comments)
	}
}

func TestRolesThatHaveToComment(t *testing.T) {
	f := newFolder("a", "boss")
	f.settings.Ratings.Roles = append(f.settings.Ratings.Roles, model.RoleWeight{Role: model.ReportRole, Weight: model.One})
	f.report("2026-Q3", "a")
	f.report("2026-Q3", "boss")
	f.comment("2026-Q3", "a", "p", model.PeerRole)
	f.comment("2026-Q3", "a", "q", model.PeerRole)
	f.comment("2026-Q3", "a", "x", model.PanelRole)
	r := f.result()
	expect := func(who model.PersonID, want ...RoleState) {
		t.Helper()
		got := r.Completeness(who, quarter("2026-Q3")).Roles
		for i := range got {
			got[i].Weight = 0
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %+v, want %+v", who, got, want)
		}
	}
	expect("a", // leads nobody
		RoleState{Role: model.ManagerRole, Expected: true}, RoleState{Role: model.PeerRole, Expected: true, Comments: 2},
		RoleState{Role: model.HRRole, Expected: true}, RoleState{Role: model.ReportRole}, RoleState{Role: model.PanelRole, Comments: 1})
	expect("boss", // has nobody above
		RoleState{Role: model.ManagerRole}, RoleState{Role: model.PeerRole, Expected: true},
		RoleState{Role: model.HRRole, Expected: true}, RoleState{Role: model.ReportRole, Expected: true})
}

func TestManager(t *testing.T) {
	f := newFolder("a", "b", "boss", "c", "lead")
	f.teams = append(f.teams, &model.Team{ID: "east", Parent: "hq", Lead: "lead"}, &model.Team{ID: "west", Parent: "hq"})
	for i, team := range []model.TeamID{"east", "west", "hq", "east", "east"} {
		f.people[i].Stints[0].Team = team
	}
	f.people[3].Manager = "a" // c
	r := f.result()
	for who, want := range map[model.PersonID]model.PersonID{"a": "lead", "b": "boss", "c": "a", "lead": "boss", "boss": ""} {
		if got := r.manager(who, quarter("2026-Q3")); got != want {
			t.Errorf("manager of %s is %q, want %q", who, got, want)
		}
	}
	f.people[0].Manager = "a"
	if got := f.result().manager("a", quarter("2026-Q3")); got != "" {
		t.Errorf("oneself is none, got %q", got)
	}
}

func TestOverview(t *testing.T) {
	f := newFolder("a", "b", "c", "d")
	withThemes(f)
	a := f.report("2026-Q3", "a", "revenue", "100", "100")
	write(a, "data", 100)
	a.Date = day("2026-10-11")
	write(f.report("2026-Q3", "b", "revenue", "100", "89"), "tools", 100)
	f.report("2026-Q3", "c", "revenue", "", "50")
	f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4", "strategy 4", "team 4", "communication 4")
	f.comment("2026-Q3", "a", "p", model.PeerRole, "performance 4")
	f.comment("2026-Q3", "a", "h", model.HRRole, "performance 4")
	f.comment("2026-Q3", "b", "m", model.ManagerRole, "performance 3")
	o := f.result().Overview("hq", quarter("2026-Q3"))
	if o.Expected != 4 || o.Reports != 3 || o.Late != 1 || !slices.Equal(ids(o.Missing), []model.PersonID{"d"}) {
		t.Errorf("reports: %+v", o)
	}
	if o.Comments != 4 || o.RolesExpected != 9 || o.RolesCommented != 4 {
		t.Errorf("comments: %+v", o)
	}
	if o.ThemesExpected != 4 || o.ThemesPresent != 2 { // a and c need not have tools yet
		t.Errorf("themes: %+v", o)
	}
	if o.Judged != 2 || o.Attained != 1 || o.Below != 1 {
		t.Errorf("attainment: %+v", o)
	}
	if o.Scored != 2 || !slices.Equal(o.PartlyScored, []model.PersonID{"b"}) {
		t.Errorf("scores: %+v", o)
	}
	wantValue(t, "median", o.Median, 7, 2)
	wantValue(t, "highest", o.Highest, 4, 1)
	wantValue(t, "lowest", o.Lowest, 3, 1)
}

// Behind the missing report of e: c lacks data and the comments of three roles
// (4); b the same three and a failure case (4), and is two days late; d has one
// of the three comments, which says neither 问题 nor 建议 (2 + 2 = 4), in time;
// a lacks the three comments only.
func TestWhoLacksMostComesFirst(t *testing.T) {
	f := newFolder("a", "b", "c", "d", "e", "f")
	withThemes(f)
	f.settings.Themes = append(f.settings.Themes, model.Theme{ID: "cases"})
	told := model.Section{Theme: "cases", Sections: []model.Section{{Case: model.Success}, {Case: model.Failure}}}
	for _, id := range []model.PersonID{"a", "c", "d"} {
		f.report("2026-Q3", id).Body.Sections = []model.Section{told}
	}
	b := f.report("2026-Q3", "b")
	b.Date = day("2026-10-12")
	b.Body.Sections = []model.Section{{Theme: "cases", Sections: []model.Section{{Case: model.Success}}}}
	for _, id := range []model.PersonID{"a", "b", "d"} {
		write(f.review("2026-Q3", id).Report, "data", 100)
	}
	f.comment("2026-Q3", "d", "m", model.ManagerRole).Body.Sections = []model.Section{{Part: model.Strengths}}
	f.people[5].Reports = false
	r := f.result()
	if got, want := r.Incomplete("hq", quarter("2026-Q3")), []model.PersonID{"e", "b", "c", "d", "a"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for id, want := range map[model.PersonID]int{"a": 3, "b": 4, "c": 4, "d": 4, "e": 0} {
		if got := r.Completeness(id, quarter("2026-Q3")).Lacking; got != want {
			t.Errorf("%s lacks %d, want %d", id, got, want)
		}
	}
}

// Who writes nothing under cases lacks the theme, not the cases too; an open
// report lacks neither yet.
func TestCasesAreAskedForWithTheirTheme(t *testing.T) {
	for _, tc := range []struct {
		name    string
		do      func(*folder, *model.Report)
		asked   bool
		lacking int // beside three roles
	}{
		{"missing", func(*folder, *model.Report) {}, true, 1},
		{"written without any", func(_ *folder, x *model.Report) { write(x, "cases", 100) }, true, 2},
		{"open", func(_ *folder, x *model.Report) { x.Status = model.Open }, false, 0},
		{"never expected", func(f *folder, _ *model.Report) { f.settings.Themes[0].Expect = model.Never }, false, 0},
	} {
		f := newFolder("a")
		f.settings.Themes = []model.Theme{{ID: "cases"}}
		tc.do(f, f.report("2026-Q3", "a"))
		if c := f.result().Completeness("a", quarter("2026-Q3")); c.Cases != tc.asked || c.Lacking != tc.lacking+3 {
			t.Errorf("%s: asked %v, %d lacking, want %v and %d", tc.name, c.Cases, c.Lacking, tc.asked, tc.lacking+3)
		}
	}
}

// Who reports for a half year, or month by month, is not missing in a quarter:
// the counts and the ranking say what the list of missing reports says.
func TestReportsOfOtherLengthsCoverAPeriod(t *testing.T) {
	r, _ := Run(ledger(t, `
		asof 2027-01-20
		team hq
		person half hq
		person months hq
		person none hq
		person own hq
		report 2026-H2 half revenue=4/2
		report 2026-07 months revenue=1/1
		report 2026-08 months revenue=1/1
		report 2026-09 months revenue=1/1
		report 2026-Q3 own revenue=2/2`))
	q := quarter("2026-Q3")
	o := r.Overview("hq", q)
	if o.Expected != 4 || o.Reports != 1 || o.Elsewhere != 2 || !slices.Equal(ids(o.Missing), []model.PersonID{"none"}) {
		t.Errorf("%d expected, %d reports, %d elsewhere, missing %v", o.Expected, o.Reports, o.Elsewhere, ids(o.Missing))
	}
	if reports, expected := r.HandedIn("hq", q); reports != 3 || expected != 4 {
		t.Errorf("handed in %d of %d, want 3 of 4", reports, expected)
	}
	why := map[model.PersonID]Reason{}
	for _, k := range r.Ranking("hq", q) {
		why[k.Person] = k.Why
	}
	if want := map[model.PersonID]Reason{"half": OtherLength, "months": ReasonNone, "none": NoReport, "own": ReasonNone}; !maps.Equal(why, want) {
		t.Errorf("not ranked because %v, want %v", why, want)
	}
}
