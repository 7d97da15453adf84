package prose

import (
	"strings"
	"testing"
)

// report is a report of 6 KB as people write them: twelve themes, each with a
// paragraph and two points, one table, one quote, one link.
func report() []byte {
	sentence := "华东区本季度重点客户续约回款情况良好，线上渠道增长明显，竞品促销影响毛利，下季度继续推进方案报价与交付协同。"
	var b strings.Builder
	b.WriteString("---\ntitle: 述职\nstatus: submitted\n---\n")
	for _, theme := range strings.Fields("数据分析 目标达成 销售策略 团队管理 客户关系管理 案例分析 市场环境分析 总结与展望 工具与技术 客户体验 销售渠道 品牌建设") {
		b.WriteString("## " + theme + "\n\n" + sentence + sentence + "\n\n- **要点**：" + sentence + "\n- 销售额 [1,345 万元](metric:revenue)，" + sentence[:60] + "\n\n")
		switch theme {
		case "数据分析":
			b.WriteString("| 指标 | 目标 | 实际 |\n| --- | ---: | ---: |\n| 销售额 | 12000000 | 13450000 |\n| 订单 | 300 | 312 |\n\n")
		case "案例分析":
			b.WriteString("> " + sentence + "\n\n参见[上期报告](../../2026-Q2/li-na/report.md)。\n\n")
		}
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	src := report()
	start := strings.LastIndex(string(src), "---\n##") + len("---\n")
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := Parse("content/reviews/2026-Q3/zhang-wei/report.md", src, start, "", nil); faults != nil {
			b.Fatal(faults)
		}
	}
}
