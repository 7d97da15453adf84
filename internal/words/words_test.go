package words

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, part := range catalogues {
		for key, e := range part {
			if seen[key] {
				t.Errorf("%s: stands twice", key)
			}
			seen[key] = true
			if strings.TrimSpace(e.zh) == "" || strings.TrimSpace(e.en) == "" {
				t.Errorf("%s: a language is empty: %q, %q", key, e.zh, e.en)
			}
			if zh, en := verbs(e.zh), verbs(e.en); zh != en {
				t.Errorf("%s: arguments differ: zh %s, en %s", key, zh, en)
			}
			if strings.Contains(e.zh, "{") && strings.Contains(e.zh, "|") {
				t.Errorf("%s: Chinese has no plural: %q", key, e.zh)
			}
		}
	}
}

// verbs lists the arguments that a text uses with their verbs, such as 1d 2s.
func verbs(format string) string {
	var list []string
	arg := 0
	for _, m := range regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])`).FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		arg++
		if m[1] != "" {
			fmt.Sscan(m[1], &arg)
		}
		list = append(list, fmt.Sprintf("%d%s", arg, m[2]))
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

// TestPunctuation holds Chinese texts to full-width punctuation and to a space
// between Chinese and figures.
func TestPunctuation(t *testing.T) {
	half := regexp.MustCompile(`\p{Han}[,;!?()]|[,;!?(]\p{Han}|\p{Han}["']\p{Han}`)
	tight := regexp.MustCompile(`\p{Han}%d|%d\p{Han}|\p{Han}\d|\d\p{Han}`)
	for _, part := range []map[string]entry{interfaceWords, namesOfThings, explanations, headlines, titles, pageWords, previewWords} {
		for key, e := range part {
			if m := half.FindString(e.zh); m != "" {
				t.Errorf("%s: half-width punctuation at %q: %s", key, m, e.zh)
			}
			if m := tight.FindString(e.zh); m != "" {
				t.Errorf("%s: no space between Chinese and figure at %q: %s", key, m, e.zh)
			}
			if strings.IndexFunc(e.en, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0 {
				t.Errorf("%s: Chinese in English: %s", key, e.en)
			}
		}
	}
}

func TestText(t *testing.T) {
	tests := []struct{ got, want string }{
		{English.Text("overdue-days", 1), "1 day overdue"},
		{English.Text("overdue-days", 11), "11 days overdue"},
		{Chinese.Text("overdue-days", 1), "逾期 1 天"},
		{English.Text("colophon.counts", 13, 1), "13 reports, 1 comment"},
		{English.Text("colophon.counts", 1, 37), "1 report, 37 comments"},
		{English.Text("explain.some-counted", 13, 12), "12 of 13 counted"},
		{Chinese.Text("explain.some-counted", 13, 12), "13 人中 12 人计入"},
		{Chinese.Text("no-such-key"), "{no-such-key}"},
		{Chinese.Name("metric", "revenue", ""), "销售额"},
		{Chinese.Name("metric", "revenue", "含税销售额"), "含税销售额"},
		{English.Name("metric", "return_rate", ""), "return_rate"},
		{Chinese.CountWord("orders"), "单"},
		{English.CountWord("orders"), ""},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestPlural(t *testing.T) {
	tests := []struct {
		format string
		args   []any
		want   string
	}{
		{"%d {day|days}", []any{1}, "1 day"},
		{"%s {report|reports}", []any{"1"}, "1 report"},
		{"%s has %d {goal|goals}", []any{"1", 2}, "1 has 2 goals"},
		{"%[2]d {a|b} of %[1]d {c|d}", []any{1, 2}, "2 b of 1 c"},
		{"100%% of %d {day|days}", []any{1}, "100% of 1 day"},
		{"inside {…} %d {day|days}", []any{1}, "inside {…} 1 day"},
		{"open { and %d", []any{3}, "open { and 3"},
		{"{one|many} first, %d", []any{1}, "many first, 1"},
	}
	for _, tt := range tests {
		if got := fmt.Sprintf(plural(tt.format, tt.args), tt.args...); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.format, got, tt.want)
		}
	}
}

// TestBuiltInNames holds the names to the ids of the format.
func TestBuiltInNames(t *testing.T) {
	for kind, ids := range map[string]string{
		"metric": `revenue gross_profit collections receivable contract_amount renewed renewal_due expense market_spend market_size
			orders units new_customers lost_customers leads opportunities won lost visits revisits complaints satisfied responses
			requests on_time training_hours events event_leads crm_due crm_updated active_customers pipeline ar overdue headcount
			aov gross_margin collection_rate win_rate csat renewal_rate expense_rate overdue_rate market_share response_rate crm_rate
			revenue_per_head nps`,
		"breakdown":   "channel product region industry customer account customer_type competitor loss_reason",
		"theme":       "data goals strategy team customers cases market outlook tools experience channels brand",
		"theme-short": "data goals strategy team customers cases market outlook tools experience channels brand",
		"looks-for":   "data goals strategy team customers cases market outlook tools experience channels brand",
		"dimension":   "performance strategy team communication",
		"role":        "manager peer report hr panel self",
		"status":      "draft open submitted shared acknowledged",
		"outcome":     "kept missed dropped carried open dangling",
		"part":        "strengths problems advice plan appeal other",
		"kind":        "sum level ratio nps",
		"reason": `no-actual no-target no-common target-not-positive no-numerator no-denominator no-prior prior-not-positive
			period-partial prior-partial period-over not-started lower-is-better part-missing prior-part-missing none-at-end
			no-report no-kpi not-scored no-total too-large not-additive no-children part-no-target nothing-due`,
	} {
		for _, id := range strings.Fields(ids) {
			if !Has(kind + "." + id) {
				t.Errorf("%s.%s has no name", kind, id)
			}
		}
	}
}

// Feet of tables are joined from sentences as they apply; Chinese full stops
// bring their own room, English ones need a space.
func TestSentencesOfAFootCanBeJoined(t *testing.T) {
	for key, e := range catalogue {
		if strings.HasPrefix(key, "foot.") && strings.HasSuffix(e.en, ".") {
			t.Errorf("%s ends in a full stop without a space: %q", key, e.en)
		}
	}
}
