package edit

import (
	"math/rand/v2"
	"strings"
	"testing"

	"reviewfolio/internal/diag"
)

func fix(start, end int, text string) diag.Fix {
	return diag.Fix{Start: start, End: end, Text: text}
}

func TestApply(t *testing.T) {
	const src = "销售额 [](metric:revenue)，达成 [108%](metric:revenue.attainment)\r\n"
	empty := strings.Index(src, "[]") + 1
	drifted := strings.Index(src, "108%")
	for _, tc := range []struct {
		name  string
		fixes []diag.Fix
		want  string
	}{
		{"nothing", nil, src},
		{"fills empty brackets", []diag.Fix{fix(empty, empty, "1,345.0 万元")},
			"销售额 [1,345.0 万元](metric:revenue)，达成 [108%](metric:revenue.attainment)\r\n"},
		{"in any order", []diag.Fix{fix(drifted, drifted+4, "107.3%"), fix(empty, empty, "5")},
			"销售额 [5](metric:revenue)，达成 [107.3%](metric:revenue.attainment)\r\n"},
		{"the same twice is one", []diag.Fix{fix(empty, empty, "5"), fix(empty, empty, "5")},
			"销售额 [5](metric:revenue)，达成 [108%](metric:revenue.attainment)\r\n"},
		{"removes", []diag.Fix{fix(0, drifted, "")}, src[drifted:]},
		{"neighbours touch", []diag.Fix{fix(0, 3, "a"), fix(3, 6, "b")}, "ab" + src[6:]},
		{"at the end", []diag.Fix{fix(len(src), len(src), "!")}, src + "!"},
	} {
		got, err := Apply([]byte(src), tc.fixes)
		if err != nil || string(got) != tc.want {
			t.Errorf("%s: got %q, %v; want %q", tc.name, got, err, tc.want)
		}
	}
}

func TestApplyRefusesWhatItCannotPlace(t *testing.T) {
	for name, fixes := range map[string][]diag.Fix{
		"overlapping":              {fix(0, 5, "a"), fix(4, 6, "b")},
		"one inside another":       {fix(0, 5, "a"), fix(2, 3, "b")},
		"two texts for one place":  {fix(2, 2, "a"), fix(2, 2, "b")},
		"insertion at a change":    {fix(2, 2, "a"), fix(2, 4, "b")},
		"beyond the end":           {fix(8, 11, "")},
		"before the start":         {fix(-1, 1, "")},
		"an end before its start ": {fix(5, 4, "")},
	} {
		if got, err := Apply([]byte("0123456789"), fixes); err == nil {
			t.Errorf("%s: got %q, want an error", name, got)
		}
	}
}

// Whatever the changes are, all bytes outside them stay, in their order, and
// each change stands in its place: the text, cut where it was changed, is put
// together here from the other side.
func TestApplyKeepsEverythingElse(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var src, want strings.Builder
		var fixes []diag.Fix
		for range random.IntN(8) {
			kept := strings.Repeat("保k", 1+random.IntN(3))
			src.WriteString(kept)
			want.WriteString(kept)
			old, text := strings.Repeat("旧o", random.IntN(3)), strings.Repeat("新", random.IntN(3))
			fixes = append(fixes, diag.Fix{Start: src.Len(), End: src.Len() + len(old), Text: text})
			src.WriteString(old)
			want.WriteString(text)
		}
		random.Shuffle(len(fixes), func(i, j int) { fixes[i], fixes[j] = fixes[j], fixes[i] })
		before := src.String()
		got, err := Apply([]byte(before), fixes)
		if err != nil || string(got) != want.String() {
			t.Fatalf("Apply(%q, %v) = %q, %v; want %q", before, fixes, got, err, want.String())
		}
	}
}
