package source

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"reviewfolio/internal/model"
)

// builtInThemes are the twelve, with all headings that mean them.
var builtInThemes = []struct {
	id       model.ThemeID
	expect   model.Expect
	headings string
}{
	{"data", model.Always, "数据分析|Data analysis|经营数据|数据概览|数据回顾|销售数据分析|核心数据|经营分析|数据看板"},
	{"goals", model.Always, "目标达成|Goal attainment|业绩回顾|业绩完成|业绩达成|指标完成|目标完成|KPI完成|任务完成"},
	{"strategy", model.Always, "销售策略|Sales strategy|策略执行|策略复盘|打法与策略|营销策略|重点工作|重点举措|策略落地"},
	{"team", model.Always, "团队管理|Team management|团队建设|队伍建设|团队建设与管理|人员管理|组织与人才|人才培养|带队伍"},
	{"customers", model.Always, "客户关系管理|Customer relationships|客户管理|客户经营|客户关系|客户维护与拓展|大客户经营|重点客户|客户开发与维护"},
	{"cases", model.Always, "案例分析|Case studies|案例复盘|典型案例|项目复盘|成败案例|标杆案例|赢单与丢单复盘|经验与教训"},
	{"market", model.Yearly, "市场环境分析|Market environment|市场分析|市场环境|市场与竞品|行业与竞争|市场洞察|竞争分析|竞品分析"},
	{"outlook", model.Always, "总结与展望|Summary and outlook|总结与计划|工作总结|亮点与不足|亮点与暗点|存在问题|不足与改进|下阶段计划|下季度工作计划"},
	{"tools", model.Yearly, "工具与技术|Tools and technology|工具与技术的应用|销售工具|数字化工具|系统与工具|信息化建设|新技术应用|工具与AI"},
	{"experience", model.Yearly, "客户体验|Customer experience|客户体验的提升|客户服务|客户满意度|服务与体验|客户反馈|服务质量|售后服务"},
	{"channels", model.Yearly, "销售渠道|Sales channels|销售渠道的拓展|渠道拓展|渠道建设|渠道管理|渠道经营|经销商管理|渠道与伙伴"},
	{"brand", model.Yearly, "品牌建设|Brand building|品牌推广|品牌与市场活动|市场活动|品牌传播|品牌活动|市场推广|营销活动"},
}

// themes adds site.yaml's headings, labels and themes to the twelve.
func (b *siteBuilder) themes() {
	taken := map[string]string{} // folded heading -> theme
	for _, t := range builtInThemes {
		b.Themes = append(b.Themes, model.Theme{ID: t.id, Expect: t.expect, BuiltIn: true})
		for h := range strings.SplitSeq(t.headings, "|") {
			taken[foldText(h)] = string(t.id)
		}
	}
	ids := known(b.Themes, func(t *model.Theme) model.ThemeID { return t.ID })
	for _, x := range b.raw.themes.v {
		i := b.themeIndex(x, ids)
		t := &b.Themes[i]
		t.Label = x.v.label.v
		t.Expect = x.v.expect.or(t.Expect)
		if t.Label != "" {
			taken[foldText(t.Label)] = x.key
		}
		for _, alias := range x.v.aliases.v {
			folded := foldText(alias.v)
			if other := taken[folded]; other != "" && other != x.key {
				b.fault(alias.pos, "alias-taken", alias.v, other)
				continue
			}
			taken[folded] = x.key
			t.Aliases = append(t.Aliases, alias.v)
		}
	}
}

// themeIndex returns the place of a theme of site.yaml, new at the end. A new
// theme must say what it is called: without a label it is likely a misspelling.
func (b *siteBuilder) themeIndex(x entry[rawTheme], ids []string) int {
	for i := range b.Themes {
		if string(b.Themes[i].ID) == x.key {
			return i
		}
	}
	if !x.v.label.ok {
		b.unknown(x.pos, "unknown-theme", x.key, ids)
	}
	b.Themes = append(b.Themes, model.Theme{ID: model.ThemeID(x.key)})
	return len(b.Themes) - 1
}

// headings maps folded headings to what they mean.
type headings[V any] map[string]V

func (h headings[V]) add(v V, names ...string) {
	for _, n := range names {
		if n != "" {
			h[foldText(n)] = v
		}
	}
}

// find looks up a heading as people write it: with its numbering, with more
// behind a colon, dash or parenthesis, with a closing 情况, 工作 or 汇报.
func (h headings[V]) find(title string) (v V, ok bool) {
	if v, ok := h[foldText(title)]; ok {
		return v, true
	}
	title = foldText(withoutNumber(title))
	if v, ok := h[title]; ok {
		return v, true
	}
	if i := strings.IndexAny(title, ":—("); i > 0 {
		title = title[:i]
	}
	for {
		if v, ok := h[title]; ok {
			return v, true
		}
		if title, ok = withoutClosing(title); !ok {
			return v, false
		}
	}
}

// withoutClosing drops one word that closes a heading without a meaning.
func withoutClosing(title string) (string, bool) {
	for _, closing := range []string{"情况", "工作", "汇报"} {
		if short, ok := strings.CutSuffix(title, closing); ok {
			return short, true
		}
	}
	return title, false
}

const hanDigits = "〇零一二三四五六七八九十百"

// withoutNumber drops the numbering before a heading: 一、 (一) 1.1 第一部分.
func withoutNumber(title string) string {
	s := strings.TrimSpace(norm.NFKC.String(title))
	if ordinal, ok := strings.CutPrefix(s, "第"); ok {
		ordinal = strings.TrimLeft(ordinal, " ")
		after := strings.TrimLeft(strings.TrimLeftFunc(ordinal, isNumeral), " ")
		for _, part := range []string{"部分", "章", "节", "篇", "项"} {
			if rest, ok := strings.CutPrefix(after, part); ok && after != ordinal {
				return trimMarks(rest)
			}
		}
		return s
	}
	if inner, ok := strings.CutPrefix(s, "("); ok {
		after := strings.TrimLeftFunc(inner, isNumeral)
		if rest, ok := strings.CutPrefix(after, ")"); ok && after != inner {
			return trimMarks(rest)
		}
		return s
	}
	after := strings.TrimLeftFunc(s, isNumeral)
	switch {
	case s == "" || after == s:
	case s[0] >= '0' && s[0] <= '9':
		return trimMarks(strings.TrimLeft(s, "0123456789."))
	case strings.HasPrefix(trimMarks(after), after): // a word: 一线销售
	default:
		return trimMarks(after)
	}
	return s
}

func isNumeral(r rune) bool { return r >= '0' && r <= '9' || strings.ContainsRune(hanDigits, r) }

func trimMarks(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、.:,;)", r) })
}
