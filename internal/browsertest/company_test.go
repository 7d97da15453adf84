package browsertest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// company writes the portfolio of a made-up company into a folder: ten people
// a team, three levels of teams, ten quarters up to the third of 2026, a report
// of twelve themes and a manager's comment for each. The same size gives the
// same files.
func company(tb testing.TB, dir string, people int) {
	tb.Helper()
	c := &companyWriter{tb: tb, dir: filepath.Join(dir, "content"), rnd: rand.New(rand.NewPCG(1, 2))}
	teams := max(1, people/10)
	regions := max(1, teams/6)
	c.write("site.yaml", "title: 示例公司\nlanguage: zh-CN\ncurrency: CNY\n")
	c.write("teams/hq.md", "---\nname: 销售总部\nlead: p0000\n---\n%s\n", c.paragraph())
	for i := range regions {
		c.write(fmt.Sprintf("teams/r%02d.md", i), "---\nname: 大区%02d\nparent: hq\nlead: p%04d\n---\n%s\n", i, i*60%people, c.paragraph())
	}
	for i := range teams {
		c.write(fmt.Sprintf("teams/t%03d.md", i), "---\nname: 团队%03d\nparent: r%02d\nlead: p%04d\n---\n%s\n", i, i%regions, i*10, c.paragraph())
	}
	for i := range people {
		c.write(fmt.Sprintf("people/p%04d.md", i), "---\nname: 员工%04d\nteam: t%03d\nmanager: p%04d\njoined: 2018-03-15\n---\n%s\n", i, i/10, i/10*10, c.paragraph())
		c.reviews(i, people)
	}
}

type companyWriter struct {
	tb  testing.TB
	dir string
	rnd *rand.Rand
}

func (c *companyWriter) write(name, format string, args ...any) {
	c.tb.Helper()
	name = filepath.Join(c.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		c.tb.Fatal(err)
	}
	if err := os.WriteFile(name, fmt.Appendf(nil, format, args...), 0o666); err != nil {
		c.tb.Fatal(err)
	}
}

var companyWords = strings.Fields("客户 渠道 签约 回款 续约 目标 季度 增长 下降 线索 商机 拜访 方案 报价 竞品 市场 份额 品牌 活动 培训 激励 考核 毛利 订单 交付 数据 工具 复盘 经验 计划 资源 产品 定价 促销 行业 标杆 原因 改进 措施 预测 风险")

func (c *companyWriter) sentence() string {
	var b strings.Builder
	for range 8 + c.rnd.IntN(10) {
		b.WriteString(companyWords[c.rnd.IntN(len(companyWords))])
	}
	return b.String() + "。"
}

func (c *companyWriter) paragraph() string {
	return c.sentence() + c.sentence() + c.sentence()
}

var companyThemes = strings.Fields("数据分析 目标达成 销售策略 团队管理 客户关系管理 案例分析 市场环境分析 总结与展望 工具与技术 客户体验 销售渠道 品牌建设")

// reviews writes ten reports of a person and their comments.
func (c *companyWriter) reviews(person, people int) {
	base := 2_000_000 + c.rnd.IntN(10_000_000)
	for q := range 10 {
		quarter := fmt.Sprintf("%d-Q%d", 2024+(q+1)/4, (q+1)%4+1)
		target := base + base*3*q/100
		actual := target * (70 + c.rnd.IntN(60)) / 100
		var body strings.Builder
		for _, theme := range companyThemes {
			fmt.Fprintf(&body, "## %s\n\n%s\n\n- **要点**:%s\n- %s\n\n", theme, c.paragraph(), c.sentence(), c.sentence())
		}
		folder := fmt.Sprintf("reviews/%s/p%04d/", quarter, person)
		c.write(folder+"report.md", companyReport, target, actual, 80+c.rnd.IntN(300), actual/4, 20+c.rnd.IntN(30), actual/2, actual-actual/2, target*21/20, target*21/20, body.String())
		reviewer := person / 10 * 10
		if reviewer == person {
			reviewer = (person + 1) % people
		}
		c.write(folder+fmt.Sprintf("p%04d.md", reviewer), "---\nrole: manager\ndate: 2026-10-15\nratings: {performance: 4, strategy: 3.5, team: 4, communication: 3}\n---\n## 亮点\n\n%s\n\n## 建议\n\n- [ ] %s @p%04d due:2026-12-15\n", c.paragraph(), c.sentence(), person)
	}
}

const companyReport = `---
status: submitted
date: 2026-10-09
metrics:
  revenue: {target: %d, actual: %d}
  orders: {target: 200, actual: %d}
  gross_profit: %d
  opportunities: 100
  won: %d
breakdowns:
  channel: {直销: %d, 线上: %d}
goals:
  - {id: rev, statement: 下季度销售额达到 %d 元, metric: revenue, target: %d, due: 2026-12-31}
---
%s`
