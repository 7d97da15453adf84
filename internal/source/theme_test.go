package source

import (
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/model"
)

func TestHeadingsOfThemes(t *testing.T) {
	site := parseSite([]byte("themes:\n  data: {aliases: [数字说话, 3C 渠道]}\n  team: {label: 带人}\n  safety: {label: 安全生产}\n"))
	if len(site.faults) > 0 {
		t.Fatal(site.faults)
	}
	l := newLookup(termsOf(&site.site.settings))
	for title, want := range map[string]model.ThemeID{
		"数据分析":              "data",
		"一、数据分析":            "data",
		"十二、品牌建设":           "brand",
		"(一)数据分析":           "data",
		"（三）销售策略":           "strategy",
		"1.1 目标达成":          "goals",
		"1.目标达成":            "goals",
		"２．目标达成":            "goals",
		"1) 目标达成":           "goals",
		"第一部分 数据分析":         "data",
		"第 3 部分：销售策略":       "strategy",
		"第二章、目标达成":          "goals",
		"数据分析：本季要点":         "data",
		"数据分析:本季要点":         "data",
		"数据分析——要点":          "data",
		"数据分析（华东）":          "data",
		"数据分析(华东)":          "data",
		"目标达成情况":            "goals",
		"目标达成情况汇报":          "goals",
		"一、团队管理工作":          "team",
		"重点工作":              "strategy",
		"重点工作情况":            "strategy",
		"KPI 完成":            "goals",
		"ＫＰＩ完成":             "goals",
		"DATA ANALYSIS":     "data",
		"Data  analysis":    "data",
		"1. Sales channels": "channels",
		"客户满意度":             "experience",
		"数字说话":              "data",
		"3C 渠道":             "data",
		"3c渠道":              "data",
		"带人":                "team",
		"五、安全生产":            "safety",
		"一线销售策略":            "",
		"数据":                "",
		"第一季度":              "",
		"情况":                "",
		"":                  "",
		"(":                 "",
		"（一）":               "",
		"1.":                "",
		"：":                 "",
		"附:数据分析":            "",
	} {
		if got := l.themeOf(title, "u-x"); got != want {
			t.Errorf("%q is theme %q, want %q", title, got, want)
		}
	}
	if got := l.themeOf("随便写", "market"); got != "market" {
		t.Errorf("{#market} is theme %q", got)
	}
}

func TestEveryThemeIsNamedInBothLanguages(t *testing.T) {
	site := parseSite(nil)
	l := newLookup(termsOf(&site.site.settings))
	if len(l.themeHeadings) != 11*9+10 {
		t.Errorf("%d headings, want two names and seven aliases of each theme, of outlook eight", len(l.themeHeadings))
	}
	for i, want := range []model.ThemeID{"data", "goals", "strategy", "team", "customers", "cases",
		"market", "outlook", "tools", "experience", "channels", "brand"} {
		if site.site.settings.Themes[i].ID != want {
			t.Errorf("theme %d is %s, want %s", i, site.site.settings.Themes[i].ID, want)
		}
	}
}

func TestCases(t *testing.T) {
	for title, want := range map[string]model.Case{
		"成功案例:某省医疗集采":      model.Success,
		"1. 成功:续约":         model.Success,
		"Success: renewal": model.Success,
		"Win at Acme":      model.Success,
		"失败案例反思":           model.Failure,
		"（二）失败案例":          model.Failure,
		"Failure: bid":     model.Failure,
		"Loss of Acme":     model.Failure,
		"某省医疗集采":           model.NoCase,
		"Win – Acme":       model.Success,
		"win":              model.Success,
		"Wins of the year": model.Success,
		"WIN案例":            model.Success,
		"Ｗｉｎ：Acme":         model.Success,
		"Loss":             model.Failure,
		"Winter story":     model.NoCase,
		"Windows":          model.NoCase,
		"Winery":           model.NoCase,
		"Successor plan":   model.NoCase,
		"Lossless":         model.NoCase,
		"Failures of 2026": model.Failure,
		"W in":             model.NoCase,
		"不成功的尝试":           model.NoCase,
	} {
		if got := caseOf(title); got != want {
			t.Errorf("%q is case %d, want %d", title, got, want)
		}
	}
}

func TestFoldID(t *testing.T) {
	for name, want := range map[string]string{
		"Zhang Wei":      "zhang-wei",
		"zhang_wei":      "zhang-wei",
		" Zhang--Wei ":   "zhang-wei",
		"José":           "jose",
		"Jose\u0301":     "jose",
		"ＺＨＡＮＧ":          "zhang",
		"zhang\u200bwei": "zhangwei",
		"张伟":             "",
		"zhang伟":         "",
		"..":             "",
		"":               "",
	} {
		if got := FoldID(name); got != want {
			t.Errorf("FoldID(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPeriodsAndDatesMeant(t *testing.T) {
	for text, want := range map[string]string{
		"2026Q3": "2026-Q3", "2026-q3": "2026-Q3", "Q3 2026": "2026-Q3", "2026-7": "2026-07", "2026年7月": "2026-07",
		"2026/07": "2026-07", "2026H1": "2026-H1", "2026年": "2026", "２０２６-Q3": "2026-Q3", "2026-Q5": "", "三季度": "", "26Q3": "",
	} {
		if p, _ := periodMeant(text); p.String() != want {
			t.Errorf("%q means %q, want %q", text, p, want)
		}
	}
	for text, want := range map[string]string{
		"2026/10/9": "2026-10-09", "2026年10月9日": "2026-10-09", "2026.1.2": "2026-01-02", "10/9/2026": "", "2026-13-01": "",
	} {
		got, ok := dateMeant(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q means %q, %v; want %q", text, got, ok, want)
		}
	}
}

// Only a report has themes that headings share; elsewhere an id is an id.
func TestSectionsOfOneThemeByItsID(t *testing.T) {
	files := portfolio("---\nstatus: submitted\n---\n## 甲 {#data}\n一\n## 数据分析\n二\n## 乙 {#data}\n[三](#data)\n")
	p, faults, err := Load(files)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	var got []string
	for _, s := range p.Reviews[0].Report.Body.Sections {
		got = append(got, s.Anchor+"="+string(s.Theme))
	}
	if got := strings.Join(got, " "); got != "data=data u-数据分析=data u-乙=data" {
		t.Error(got)
	}
	files["content/pages/a.md"] = &fstest.MapFile{Data: []byte("## 甲 {#data}\n## 乙 {#data}\n")}
	if got := printed(load(t, files)); !strings.HasPrefix(got, "content/pages/a.md:2:8: error: duplicate-anchor") {
		t.Error(got)
	}
}
