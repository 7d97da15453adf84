package prose

import (
	"strings"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// brief prints an action as "x text @owner date #id".
func brief(a model.Action) string {
	s := a.Text
	if a.Done {
		s = "x " + s
	}
	for _, part := range []struct{ sign, value string }{{" @", string(a.Owner)}, {" ", a.Due.String()}, {" #", a.ID}} {
		if part.value != "" {
			s += part.sign + part.value
		}
	}
	return s
}

func TestActions(t *testing.T) {
	for markdown, want := range map[string]string{
		"- [ ] 完成渠道梳理 @zhang-wei due:2026-12-15 {#channel}": "完成渠道梳理 @zhang-wei 2026-12-15 #channel",
		"- [x] 完成 {#a} due:2026-12-15 @li-na":               "x 完成 @li-na 2026-12-15 #a",
		"* [X] 完成":                                          "x 完成",
		"1. [ ] 完成 @li-na":                                  "完成 @li-na",
		"- [ ] 完成\n  @li-na\n  due:2026-12-15":              "完成 @li-na 2026-12-15",
		"- [ ] 完成　@li-na　due:2026-12-15　":                   "完成 @li-na 2026-12-15",
		"- [ ] 第一行\n  第二行 @li-na":                           "第一行第二行 @li-na",
		"- [ ] **清收**[客户](team:east) `x` <!-- 注 --> @li-na": "清收客户 x @li-na",
		"- [ ] 清收逾期款（两家）@li-na due:2026-12-15":              "清收逾期款（两家） @li-na 2026-12-15",
		"- [ ] 联系 a@b.cn":                                   "联系 a@b.cn",
		"- [ ] 到 2026-12-15":                                "到 2026-12-15",
		"- [ ] 与 @li-na 对齐 @zhang-wei":                      "与 @li-na 对齐 @zhang-wei",
		"- [ ] 与 @张伟 对齐 @zhang-wei":                         "与 @张伟 对齐 @zhang-wei",
		"- [ ] 甲 @li-na\n\n  另一段 @wang\n- [ ] 乙":            "甲 @li-na; 乙",
		"> - [ ] 甲 @li-na\n>   - [x] 乙 due:2026-01-02":      "甲 @li-na; x 乙 2026-01-02",
		"- # [ ] 甲 @li-na":                                  "",
		"- [ ]甲\n- [y] 乙\n- 丙 [ ] 丁\n\n[ ] 戊":               "",
		"- [ ] 甲 {#a} 之 {#b}":                               "",
	} {
		doc, faults := Parse("a.md", []byte(markdown), 0, "", nil)
		var got []string
		for _, a := range doc.Actions {
			got = append(got, brief(a))
		}
		if want == "" && len(faults) == 0 && len(got) > 0 || want != "" && strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q, want %q (%v)", markdown, got, want, told(faults))
		}
		if want != "" && len(faults) > 0 {
			t.Errorf("%q: faults %v", markdown, told(faults))
		}
	}
}

func TestActionsOnThePage(t *testing.T) {
	for markdown, want := range map[string]string{
		"- [ ] 甲 @li-na\n  - 乙\n- 丙\n":   "<ul>\n<li class=\"task\">‹0›甲‹/0›\n<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>\n",
		"- [x] **甲**。 {#a}\n\n- [ ] 乙\n": "<ul>\n<li class=\"task\"><p>‹0›<strong>甲</strong>。‹/0›</p>\n</li>\n<li class=\"task\"><p>‹1›乙‹/1›</p>\n</li>\n</ul>\n",
	} {
		if got := show(parse(t, markdown)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", markdown, got, want)
		}
	}
	doc, faults := Parse("a.md", []byte("- [ ] @li-na\n- [ ] ![](a.png)\n- [ ]\n- [ ] 乙"), 0, "", nil)
	if got := show(doc); strings.Contains(got, "‹1›") || !strings.Contains(got, "‹0›乙‹/0›") {
		t.Errorf("actions that say nothing are none: %s", got)
	}
	if got := strings.Join(told(faults), ", "); got != "1:3 action-empty, 2:3 action-empty, 3:3 action-empty" {
		t.Errorf("told %s", got)
	}
}

func TestFaultsOfActions(t *testing.T) {
	for markdown, want := range map[string]struct {
		told  string
		fixed string // "" where there is no fix
	}{
		"- [ ] 甲 due:明天":                          {"1:13 action-due", ""},
		"- [ ] 甲 due:":                            {"1:13 action-due", ""},
		"- [ ] 甲 due:2026-02-30":                  {"1:13 action-due", ""},
		"- [ ] 甲 due:2026/2/3":                    {"1:13 action-due", "- [ ] 甲 due:2026-02-03"},
		"- [ ] 甲 due:2026年12月5日 @a":               {"1:13 action-due", "- [ ] 甲 due:2026-12-05 @a"},
		"- [ ] 甲 due：2026-12-15":                  {"1:9 action-due.form", "- [ ] 甲 due:2026-12-15"},
		"- [ ] 甲 due: 2026-12-15 {#a}":            {"1:9 action-due.form", "- [ ] 甲 due:2026-12-15 {#a}"},
		"- [ ] 甲 due:2026-12-15 due:2026-12-16":   {"1:28 action-due.repeated", ""},
		"- [ ] 甲 @a @b":                           {"1:13 action-owner.repeated", ""},
		"- [ ] 甲 @张伟":                             {"1:10 action-owner", ""},
		"- [ ] 甲 @a，@b":                           {"1:10 action-owner", ""},
		"- [ ] 甲 {#A b}":                          {"", ""},
		"- [ ] 甲 {#甲}":                            {"1:11 action-id", ""},
		"- [ ] 甲 {#a} {#b}":                       {"1:16 action-id.repeated", ""},
		"- [ ] @a 甲":                              {"1:7 action-tag.owner", ""},
		"- [ ] due:2026-12-15 甲 @a":               {"1:7 action-tag", ""},
		"- [ ] 甲 {#a}。":                           {"", ""},
		"甲\r\n\r\n- [ ] 乙\r\n  due:x\r\n  @a\r\n": {"4:7 action-due", ""},
	} {
		_, faults := Parse("a.md", []byte(markdown), 0, "", nil)
		if got := strings.Join(told(faults), ", "); got != want.told {
			t.Errorf("%q: got %s, want %s", markdown, got, want.told)
		}
		if got := fix(markdown, faults); want.fixed != "" && got != want.fixed {
			t.Errorf("%q: fixed to %q, want %q", markdown, got, want.fixed)
		} else if want.fixed == "" && got != markdown {
			t.Errorf("%q: fixed to %q, want nothing", markdown, got)
		}
	}
}

// fix applies the only fix of the faults, if there is one.
func fix(file string, faults diag.List) string {
	for _, d := range faults {
		if d.Fix != nil {
			return file[:d.Fix.Start] + d.Fix.Text + file[d.Fix.End:]
		}
	}
	return file
}

func TestPlacesOfActions(t *testing.T) {
	a := parse(t, "\ufeff## 甲\r\n\r\n- 乙\r\n  - [ ] 😀丙 @li-na\r\n").Actions[0]
	if want := (diag.Pos{File: "a.md", Line: 4, Col: 5}); a.Pos != want {
		t.Errorf("box at %v, want %v", a.Pos, want)
	}
	if want := (diag.Pos{File: "a.md", Line: 4, Col: 13}); a.OwnerPos != want {
		t.Errorf("owner at %v, want %v", a.OwnerPos, want)
	}
}

func TestOwnersOffThePatternHintTheID(t *testing.T) {
	for owner, want := range map[string]string{"Li-Na": "li-na", "li_na": "li-na", "LI_NA": "li-na", "张伟": ""} {
		_, faults := Parse("a.md", []byte("- [ ] 甲 @"+owner), 0, "", nil)
		got := ""
		if len(faults) == 1 && len(faults[0].Hint.Args) == 1 {
			got = faults[0].Hint.Args[0].(string)
		}
		if len(faults) != 1 || got != want {
			t.Errorf("@%s: hint %q, want %q: %v", owner, got, want, told(faults))
		}
	}
}
