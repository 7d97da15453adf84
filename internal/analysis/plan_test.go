package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

// Grades are S A B C D from 4.6, 4, 3, 2 and 1.
func TestLowGradesNeedAPlan(t *testing.T) {
	for _, tc := range []struct{ name, rating, final, want string }{
		{"3.0 is a B", "performance 3", "", ""},
		{"2.5 is a C", "performance 2.5", "", "warning no-plan C"},
		{"1.5 is a D", "performance 1.5", "", "warning no-plan D"},
		{"the final grade counts", "performance 2", "B", ""},
		{"also where it is lower", "performance 4", "D", "warning no-plan D"},
		{"nobody rated", "", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			f.report("2026-Q3", "a")
			f.comment("2026-Q3", "a", "pal", model.PeerRole)
			comment := f.comment("2026-Q3", "a", "boss", model.ManagerRole)
			if tc.rating != "" {
				comment.Ratings = rated(tc.rating)
			}
			if tc.final != "" {
				f.review("2026-Q3", "a").Calibration = &model.Calibration{File: "cal", Grade: tc.final}
			}
			_, list := f.run()
			if got := told(list, "no-plan"); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			if tc.want != "" && tc.final == "" && list[0].Pos.File != comment.File {
				t.Errorf("told at %v, want the manager's comment", list[0].Pos)
			}
			comment.Body = plan(false)
			if _, list = f.run(); tc.want != "" && told(list, "no-plan") != "warning no-plan.due "+tc.want[len(tc.want)-1:] {
				t.Errorf("with a plan that is never due: %q", told(list, "no-plan"))
			}
			comment.Body = plan(true)
			if _, list = f.run(); told(list, "no-plan") != "" {
				t.Errorf("with a plan: %q", told(list, "no-plan"))
			}
		})
	}
}

// The plan may stand with the final grade.
func TestAPlanInTheCalibrationCounts(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q3", "a")
	f.review("2026-Q3", "a").Calibration = &model.Calibration{File: "cal", Grade: "D", Body: plan(true)}
	if _, list := f.run(); told(list, "no-plan") != "" {
		t.Errorf("%q", told(list, "no-plan"))
	}
}

// Where a scheme has two grades, not everybody needs a plan.
func TestTheHighestGradeNeedsNoPlan(t *testing.T) {
	f := newFolder("a", "b")
	f.settings.Ratings.Grades = []model.Grade{{Name: "pass", Min: 3 * model.One}, {Name: "fail", Min: model.One}}
	f.report("2026-Q3", "a")
	f.comment("2026-Q3", "a", "boss", model.ManagerRole, "performance 4")
	f.report("2026-Q3", "b")
	f.comment("2026-Q3", "b", "boss", model.ManagerRole, "performance 2")
	if _, list := f.run(); told(list, "no-plan") != "warning no-plan fail" {
		t.Errorf("%q", told(list, "no-plan"))
	}
}
