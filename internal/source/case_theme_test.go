package source

import (
	"slices"
	"testing"

	"reviewfolio/internal/model"
)

func TestACaseIsAboutTheThemesThatItNames(t *testing.T) {
	site := parseSite([]byte("themes:\n  brand: {aliases: [展会]}\n  market: {label: 行情}\n  safety: {label: 安全生产}\n  one: {label: 价}\n"))
	if len(site.faults) > 0 {
		t.Fatal(site.faults)
	}
	l := newLookup(termsOf(&site.site.settings))
	for _, tc := range []struct {
		name, title, html string
		want              []model.ThemeID
	}{
		{"none", "成功案例：某医院", "<p>价格没有让，客户很满意。</p>", nil},
		{"in the heading", "成功案例（销售渠道）：某医院", "<p>正文</p>", []model.ThemeID{"channels"}},
		{"in the text", "成功案例：某医院", "<p><strong>主题</strong> 客户关系管理</p>", []model.ThemeID{"customers"}},
		{"a built-in alias", "失败案例", "<p>经销商管理没有跟上。</p>", []model.ThemeID{"channels"}},
		{"an alias of site.yaml", "失败案例", "<p>在展会上丢的。</p>", []model.ThemeID{"brand"}},
		{"a label", "失败案例", "<p>看错了行情。</p>", []model.ThemeID{"market"}},
		{"a theme of site.yaml", "失败案例", "<p>安全生产不达标。</p>", []model.ThemeID{"safety"}},
		{"several, in the order of themes, each once", "失败案例：渠道管理", "<p>市场活动、客户服务、渠道管理</p>", []model.ThemeID{"experience", "channels", "brand"}},
		{"where it stands and what heads its parts do not count", "案例复盘：成败案例", "<p><strong>存在问题</strong> 慢</p><p>不足与改进</p>", nil},
		{"the longest name is what is named", "失败案例", "<p>客户关系管理</p>", []model.ThemeID{"customers"}},
		{"English, any case and spaces", "Win: SALES  channels", "<p>our team\nmanagement</p>", []model.ThemeID{"team", "channels"}},
		{"English within words", "Win", "<p>We sold steam management and team managements.</p>", nil},
		{"full width", "失败案例", "<p>ＫＰＩ完成</p>", []model.ThemeID{"goals"}},
		{"not inside of a tag", "失败案例", `<p><a title="销售渠道">x</a> 1 &lt; 2</p>`, nil},
		{"a label of one character is not looked for", "失败案例", "<p>价</p>", nil},
	} {
		s := &model.Section{Title: tc.title, Text: model.Text{HTML: tc.html}}
		if got := l.caseThemes(s); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
		// What is deeper inside counts as well.
		if got := l.caseThemes(&model.Section{Sections: []model.Section{*s}}); !slices.Equal(got, tc.want) {
			t.Errorf("%s, deeper: %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestACaseIsAboutTheThemesThatItLinks(t *testing.T) {
	site := parseSite(nil)
	l := newLookup(termsOf(&site.site.settings))
	for raw, want := range map[string][]model.ThemeID{
		"#customers": {"customers"}, "../../2026-Q2/zhang-wei/report.md#team": {"team"},
		"#cases": nil, "#u-customers": nil, "#": nil, "report.md": nil, "customers": nil,
	} {
		s := &model.Section{Text: model.Text{HTML: "<p>见上</p>", Refs: []model.Ref{{Kind: model.LinkStart, Link: &model.Link{Raw: raw}}, {Kind: model.ActionStart}}}}
		if got := l.caseThemes(s); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", raw, got, want)
		}
	}
}
