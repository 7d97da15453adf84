package draw

import (
	"math"
	"strings"
	"testing"

	"reviewfolio/internal/markup"
)

func drawn(write func(*markup.HTML)) string {
	h := new(markup.HTML)
	write(h)
	return h.String()
}

// The scale ends at 130 %, so a target stands at 100/130 = 76.92 % of the row.
func TestBullet(t *testing.T) {
	for _, tc := range []struct {
		name string
		b    Bullet
		want []string
		not  []string
	}{
		{"on target", Bullet{Attained: 1.04}, []string{`class="act" x="0" y="4" width="80%"`, `class="tick" x="76.92%"`}, []string{"gapr", "gapb", "brk", "pace"}},
		{"short, amber", Bullet{Attained: .91, Short: Risk}, []string{`width="70%"`, `class="gapr" x="70%" y="4.5" width="6.92%"`}, []string{"gapb"}},
		{"short, red", Bullet{Attained: .65, Short: Off}, []string{`class="gapb" x="50%"`}, []string{"gapr"}},
		{"beyond the scale", Bullet{Attained: 2}, []string{`width="100%"`, `class="brk"`}, nil},
		{"below zero", Bullet{Attained: -1, Short: Off}, []string{`class="act" x="0" y="4" width="0%"`}, nil},
		{"undefined", Bullet{Attained: math.NaN()}, []string{`class="base"`, `aria-hidden="true"`}, []string{"act", "tick"}},
		{"half the time gone", Bullet{Attained: .65, Pace: .5}, []string{`<svg x="38.46%"`}, nil},
		{"named", Bullet{Attained: 1, Label: `a "b"`}, []string{`role="img" aria-label="a &#34;b&#34;"`}, nil},
	} {
		got := drawn(tc.b.Write)
		for _, want := range tc.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s in %s", tc.name, want, got)
			}
		}
		for _, not := range tc.not {
			if strings.Contains(got, not) {
				t.Errorf("%s: %s in %s", tc.name, not, got)
			}
		}
	}
}

// Steps of +30, −10 and +20: zero at the left, 50 wide at most, so that one
// unit is 96/40 = 2.4 % wide.
func TestWaterfallStepsJoin(t *testing.T) {
	w := NewWaterfall([]Step{{Change: 30}, {Change: -10, Absent: true}, {Change: 20}})
	for i, want := range []string{
		`<rect class="inc" x="2%" y="8" width="72%"`,
		`<rect class="hol" x="50%" y="8" width="24%"`,
		`<rect class="inc" x="50%" y="8" width="48%"`,
	} {
		if got := drawn(func(h *markup.HTML) { w.Row(h, i) }); !strings.Contains(got, want) {
			t.Errorf("step %d: no %s in %s", i, want, got)
		}
	}
	if got, want := drawn(w.Sum), `<rect class="tot" x="2%" y="8" width="96%"`; !strings.Contains(got, want) {
		t.Errorf("sum: no %s in %s", want, got)
	}
	if got := drawn(NewWaterfall(nil).Sum); strings.Contains(got, "NaN") {
		t.Errorf("a waterfall without steps: %s", got)
	}
}

// Where less is welcome, a rise has the colour of a fall.
func TestWaterfallColoursWhatIsWelcome(t *testing.T) {
	w := NewWaterfall([]Step{{Change: 3, Lower: true}, {Change: -2, Lower: true}, {Change: 0, Lower: true}, {Change: -1}})
	for i, want := range []string{`class="dec"`, `class="inc"`, `class="inc"`, `class="dec"`} {
		if got := drawn(func(h *markup.HTML) { w.Row(h, i) }); !strings.Contains(got, want) {
			t.Errorf("step %d: no %s in %s", i, want, got)
		}
	}
}

func TestSparkLeavesGaps(t *testing.T) {
	got := drawn(func(h *markup.HTML) { Spark(h, []float64{1, math.NaN(), 2, 3}, true, "走势") })
	if !strings.Contains(got, `d="M3 18M`) || !strings.Contains(got, `class="part"`) {
		t.Errorf("the gap or the hollow end is lost: %s", got)
	}
	if got := drawn(func(h *markup.HTML) { Spark(h, []float64{math.NaN()}, false, "x") }); got != "" {
		t.Errorf("nothing to draw became %s", got)
	}
	if got := drawn(func(h *markup.HTML) { Spark(h, []float64{5, 5}, false, "x") }); strings.Contains(got, "NaN") {
		t.Errorf("a level line became %s", got)
	}
}

func TestDotsStackUpAndDown(t *testing.T) {
	s := Scale{1, 5, 1}
	got := drawn(func(h *markup.HTML) {
		s.Row(h, []Dot{{SelfShape, 4}, {ManagerShape, 4}, {PeerShape, 3}}, "自评 4")
	})
	for _, want := range []string{`x="70%" y="19"`, `x="70%" y="29"`, `x="50%" y="24"`, `class="rng" x1="50%" x2="70%"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if n := len(Scale{1, 100, 0.5}.ticks()); n > 9 {
		t.Errorf("%d ticks", n)
	}
	if got := (Scale{}).ticks(); len(got) != 0 {
		t.Errorf("an empty scale has ticks %v", got)
	}
}

func TestGradeBracket(t *testing.T) {
	got := drawn(func(h *markup.HTML) { Grade(h, 4, -1, 2, 3, 8) })
	for _, want := range []string{`class="act" x="0" y="2" width="50%"`, `class="brak" x1="25%" x2="37.5%"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if strings.Contains(got, "tick") {
		t.Errorf("a tick for first grades that there are none of: %s", got)
	}
	if got := drawn(func(h *markup.HTML) { Grade(h, 4, 6, 2, 3, 8) }); !strings.Contains(got, `class="tick" x="75%"`) {
		t.Errorf("no tick at 6 of 8: %s", got)
	}
	if got := drawn(func(h *markup.HTML) { Grade(h, 0, -1, 0, 0, 0) }); strings.Contains(got, "NaN") || strings.Contains(got, "brak") {
		t.Errorf("an empty grade: %s", got)
	}
}

func TestDivergeAndBar(t *testing.T) {
	if got := drawn(func(h *markup.HTML) { Diverge(h, -0.5, 1) }); !strings.Contains(got, `x="26%" y="3" width="24%"`) {
		t.Errorf("to the left: %s", got)
	}
	if got := drawn(func(h *markup.HTML) { Diverge(h, 0, 0) }); strings.Contains(got, "NaN") {
		t.Errorf("no length: %s", got)
	}
	if got := drawn(func(h *markup.HTML) { Bar(h, 2) }); !strings.Contains(got, `width="100%"`) {
		t.Errorf("a bar beyond its column: %s", got)
	}
}

// Of five places the first stands at 3 %, the last at 97 %, 2.5 at 3 + 1.5/4 × 94.
func TestPlacesStandOnOneScale(t *testing.T) {
	got := drawn(func(h *markup.HTML) { Places(h, 5, 2.5, 5, "业绩第 5，评分第 2–3") })
	for _, want := range []string{`class="rng" x1="97%" x2="38.25%"`, `<svg x="97%"`, `<svg x="38.25%"`, `aria-label="业绩第 5，评分第 2–3"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if got := drawn(func(h *markup.HTML) { Places(h, 1, 1, 1, "") }); strings.Contains(got, "NaN") {
		t.Errorf("one place: %s", got)
	}
}
