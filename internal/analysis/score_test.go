package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

// The sheet of LOOK.md's person page: 4.13 = 40% × 4.50 + 20% × 3.93 + 20% ×
// 3.65 + 20% × 4.08, exactly 4.13.
func TestScoreBlendsRolesThenDimensions(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q3", "a").SelfRatings = rated("performance 4.5", "strategy 4", "team 4", "communication 4")
	f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4.5", "strategy 4", "team 3.5", "communication 4")
	f.comment("2026-Q3", "a", "p", model.PeerRole, "performance 4.5", "strategy 4", "team 4", "communication 4.5")
	f.comment("2026-Q3", "a", "h", model.HRRole, "performance 4.5", "strategy 3.5", "team 4", "communication 4")
	s := f.result().Score("a", quarter("2026-Q3"))
	blends := []struct{ num, den, gapNum, gapDen int64 }{{45, 10, 0, 1}, {3925, 1000, 75, 1000}, {365, 100, 35, 100}, {4075, 1000, -75, 1000}}
	for i, want := range blends {
		d := s.Dimensions[i]
		wantValue(t, string(d.Dimension.ID), d.Blend, want.num, want.den)
		wantValue(t, string(d.Dimension.ID)+" gap", d.Gap, want.gapNum, want.gapDen)
	}
	wantValue(t, "composite", s.Composite, 413, 100)
	wantValue(t, "self", s.Self, 42, 10)
	wantValue(t, "self gap", s.SelfGap, 7, 100)
	wantValue(t, "dimension coverage", s.DimensionCoverage, 1, 1)
	wantValue(t, "role coverage", s.RoleCoverage, 1, 1)
	if s.Grade() != "A" {
		t.Errorf("grade %q, want A", s.Grade())
	}
}

func TestScoreLeavesOutWhatNobodyScored(t *testing.T) {
	for _, tc := range []struct {
		name                   string
		rate                   func(*folder)
		composite, dims, roles [2]int64
		grade                  string
	}{
		{"nobody", func(f *folder) { f.report("2026-Q3", "a") }, [2]int64{0, 0}, [2]int64{0, 1}, [2]int64{0, 1}, ""},
		{"only self", func(f *folder) {
			f.report("2026-Q3", "a").SelfRatings = rated("performance 5")
			f.comment("2026-Q3", "a", "a", model.SelfRole, "performance 5")
		}, [2]int64{0, 0}, [2]int64{0, 1}, [2]int64{0, 1}, ""},
		{"panel has no weight", func(f *folder) {
			f.comment("2026-Q3", "a", "x", model.PanelRole, "performance 5")
		}, [2]int64{0, 0}, [2]int64{0, 1}, [2]int64{0, 1}, ""},
		{"two of four dimensions", func(f *folder) { // (40 × 4 + 20 × 1) / 60 = 3
			f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4", "strategy 1")
		}, [2]int64{3, 1}, [2]int64{60, 100}, [2]int64{70, 100}, "B"},
		{"peer and hr, no manager", func(f *folder) { // the roles weigh the same: (3 + 4) / 2
			f.comment("2026-Q3", "a", "p", model.PeerRole, "performance 3")
			f.comment("2026-Q3", "a", "h", model.HRRole, "performance 4")
		}, [2]int64{35, 10}, [2]int64{40, 100}, [2]int64{30, 100}, "B"},
		{"the mean of a role before its weight", func(f *folder) { // 0.7/0.85 × 4 + 0.15/0.85 × (2+3+5)/3 = 66/17
			f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4")
			f.comment("2026-Q3", "a", "p", model.PeerRole, "performance 2")
			f.comment("2026-Q3", "a", "q", model.PeerRole, "performance 3")
			f.comment("2026-Q3", "a", "r", model.PeerRole, "performance 5")
		}, [2]int64{66, 17}, [2]int64{40, 100}, [2]int64{85, 100}, "B"},
		// performance (70 × 4 + 15 × 5) / 85 = 71/17 of manager and peer, strategy
		// 3 of the manager, communication 2 of HR, team of nobody:
		// (40 × 71/17 + 20 × 3 + 20 × 2) / 80 = 227/68. The panel counts nowhere.
		{"dimensions and roles missing here and there", func(f *folder) {
			f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4", "strategy 3")
			f.comment("2026-Q3", "a", "p", model.PeerRole, "performance 5")
			f.comment("2026-Q3", "a", "h", model.HRRole, "communication 2")
			f.comment("2026-Q3", "a", "x", model.PanelRole, "performance 1", "team 1")
		}, [2]int64{227, 68}, [2]int64{80, 100}, [2]int64{1, 1}, "B"},
		{"a dimension without weight is shown only", func(f *folder) {
			f.settings.Ratings.Dimensions = append(f.settings.Ratings.Dimensions, model.Dimension{ID: "potential"})
			f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 2", "potential 5")
		}, [2]int64{2, 1}, [2]int64{40, 100}, [2]int64{70, 100}, "C"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			tc.rate(f)
			s := f.result().Score("a", quarter("2026-Q3"))
			wantValue(t, "composite", s.Composite, tc.composite[0], tc.composite[1])
			wantValue(t, "dimension coverage", s.DimensionCoverage, tc.dims[0], tc.dims[1])
			wantValue(t, "role coverage", s.RoleCoverage, tc.roles[0], tc.roles[1])
			if s.Computed != tc.grade {
				t.Errorf("grade %q, want %q", s.Computed, tc.grade)
			}
			v := s.Verdict()
			if partial := tc.composite[1] != 0 && (tc.dims[0] < tc.dims[1] || tc.roles[0] < tc.roles[1]); v.Partial() != partial {
				t.Errorf("partial: %v, want %v", v.Partial(), partial)
			}
			if !s.Composite.Defined() && s.Composite.Why != NotScored {
				t.Errorf("no composite because of %v, want %v", s.Composite.Why, NotScored)
			}
		})
	}
}

func TestUnweightedScoresAreShown(t *testing.T) {
	f := newFolder("a")
	f.settings.Ratings.Dimensions = append(f.settings.Ratings.Dimensions, model.Dimension{ID: "potential"})
	f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 2", "potential 5")
	f.comment("2026-Q3", "a", "x", model.PanelRole, "performance 4")
	f.comment("2026-Q3", "a", "y", model.PanelRole, "performance 5")
	s := f.result().Score("a", quarter("2026-Q3"))
	by := s.Dimensions[0].ByRole
	if len(by) != 2 || by[0].Role != model.ManagerRole || by[1].Role != model.PanelRole || by[1].N != 2 || by[1].Weight != 0 {
		t.Fatalf("roles of performance: %+v", by)
	}
	wantValue(t, "panel", by[1].Mean, 45, 10)
	wantValue(t, "performance", s.Dimensions[0].Blend, 2, 1)
	wantValue(t, "potential", s.Dimensions[4].Blend, 5, 1)
}

// The self gap compares like with like: only dimensions both sides scored.
func TestSelfGapOverSharedDimensions(t *testing.T) {
	f := newFolder("a")
	f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4", "strategy 3")
	f.comment("2026-Q3", "a", "a", model.SelfRole, "performance 4.5", "team 5")
	s := f.result().Score("a", quarter("2026-Q3"))
	wantValue(t, "self", s.Self, 14, 3) // (40 × 4.5 + 20 × 5) / 60
	wantValue(t, "gap", s.SelfGap, 1, 2)
}

func TestGradesAreHalfOpenOnTheUnroundedComposite(t *testing.T) {
	grades := newFolder().settings.Ratings.Grades
	for _, tc := range []struct {
		num, den int64
		want     string
	}{
		{5, 1, "S"}, {46, 10, "S"}, {45999, 10000, "A"}, {4599999999, 1000000000, "A"}, {4, 1, "A"},
		{3999, 1000, "B"}, {3, 1, "B"}, {2, 1, "C"}, {1999, 1000, "D"}, {1, 1, "D"}, {99, 100, ""}, {0, 0, ""},
	} {
		if got := gradeOf(grades, defined(model.Ratio{Num: tc.num, Den: tc.den})); got != tc.want {
			t.Errorf("%d/%d falls into %q, want %q", tc.num, tc.den, got, tc.want)
		}
	}
}

func TestCalibrationGivesTheFinalGrade(t *testing.T) {
	f := newFolder("a")
	f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4")
	f.review("2026-Q3", "a").Calibration = &model.Calibration{Grade: "B"}
	s := f.result().Score("a", quarter("2026-Q3"))
	if s.Computed != "A" || s.Final != "B" || s.Grade() != "B" {
		t.Errorf("computed %q, final %q, standing %q", s.Computed, s.Final, s.Grade())
	}
}
