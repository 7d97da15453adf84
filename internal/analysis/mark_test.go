package analysis

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"reviewfolio/internal/model"
)

// The marks of the reviews, which overviews add up, say what the Completeness
// of each says.
func TestOverviewAddsUpCompleteness(t *testing.T) {
	for seed := range uint64(20) {
		f := randomFolder(rand.New(rand.NewPCG(seed, 3)))
		r := f.result()
		for _, p := range r.time.periods {
			got := r.Overview("hq", p)
			var want Overview
			for _, id := range r.People("hq", p) {
				want.addUp(r.Completeness(id, p))
			}
			got = Overview{Reports: got.Reports, Late: got.Late, Comments: got.Comments, RolesExpected: got.RolesExpected,
				RolesCommented: got.RolesCommented, ThemesExpected: got.ThemesExpected, ThemesPresent: got.ThemesPresent}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %v:\n got %+v\nwant %+v", seed, p, got, want)
			}
		}
	}
}

func (o *Overview) addUp(c Completeness) {
	if c.Report != nil {
		o.Reports++
		o.Late += min(c.Late, 1)
	}
	o.Comments += len(c.Comments)
	for _, role := range c.Roles {
		if role.Expected {
			o.RolesExpected++
			o.RolesCommented += min(role.Comments, 1)
		}
	}
	for _, s := range c.Themes {
		if s.Presence != ThemeNotYet {
			o.ThemesExpected++
		}
		if s.Presence != ThemeNotYet && s.Presence != ThemeMissing {
			o.ThemesPresent++
		}
	}
}

// randomFolder has reports that lack themes, come late or are still open, and
// comments by some of the roles, also where there is no report.
func randomFolder(rnd *rand.Rand) *folder {
	f := newFolder("a", "b", "c", "d", "e")
	withThemes(f)
	for _, period := range []string{"2026-Q1", "2026-Q2", "2026-07", "2026-Q3"} {
		for _, x := range f.people {
			if rnd.IntN(4) > 0 {
				report := f.report(period, x.ID)
				report.Date = report.Date.AddDays(rnd.IntN(4) - 2)
				report.Status = []model.Status{model.Open, model.Submitted}[rnd.IntN(2)]
				for _, theme := range f.settings.Themes {
					if rnd.IntN(2) > 0 {
						write(report, theme.ID, rnd.IntN(2*ThinChars))
					}
				}
			}
			for role := model.ManagerRole; role <= model.SelfRole; role++ {
				if rnd.IntN(3) == 0 {
					f.comment(period, x.ID, "m", role)
				}
			}
		}
	}
	return f
}
