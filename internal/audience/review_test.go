package audience

import (
	"testing"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// A comment or a log without a report is a review to be seen.
func TestHasReviewAgreesWithReview(t *testing.T) {
	period := Period{Year: 2026, Length: Quarter, N: 3}
	reviews := []*model.Review{
		{Period: period, Person: "a", Report: &model.Report{Status: Submitted}},
		{Period: period, Person: "b", Comments: []*model.Comment{{Reviewer: "a", Role: PeerRole}}},
		{Period: period, Person: "c", Log: &model.Log{}},
	}
	p := model.New(model.Settings{Cycle: Quarter}, nil, nil, reviews, nil)
	r, _ := analysis.Run(p)
	v := Everything(p, r)
	for id, want := range map[PersonID]bool{"a": true, "b": true, "c": true, "d": false} {
		review, ok := v.Review(period, id)
		if has := v.HasReview(period, id); has != want || ok != want {
			t.Errorf("%s: has a review %v, review %v, want %v", id, has, ok, want)
		}
		if (review.Report != nil) != (id == "a") || (len(review.Comments) > 0) != (id == "b") {
			t.Errorf("%s: %+v", id, review)
		}
	}
}

func TestSumSteps(t *testing.T) {
	none := Value{Why: analysis.PriorNotPositive}
	delta, points := SumSteps([]Step{{Delta: ratio(5, 10000), Points: ratio(1, 3)}, {Delta: ratio(-1, 2), Points: ratio(1, 6)}})
	if delta.Compare(Ratio{Num: -4995, Den: 10000}) != 0 || points.Compare(Ratio{Num: 1, Den: 2}) != 0 {
		t.Errorf("got %v and %v", delta, points)
	}
	if delta, points := SumSteps([]Step{{Delta: ratio(5, 1), Points: none}}); delta.Num != 5 || points.Defined() || points.Why != none.Why {
		t.Errorf("without points: got %v and %v", delta, points)
	}
	if delta, points := SumSteps(nil); delta.Sign() != 0 || !delta.Defined() || !points.Defined() {
		t.Errorf("of nothing: got %v and %v", delta, points)
	}
}
