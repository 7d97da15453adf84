package export_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/export"
	"reviewfolio/internal/model"
)

func TestWorkbookHoldsTheFiguresOfThePages(t *testing.T) {
	f := workbook(t, written(t, exporter(t, pilot), export.CompanyFile, export.Choice{}))
	if got, want := f.GetSheetList(), []string{"概览", "说明", "指标", "人员", "目标与承诺", "行动项", "评分"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %v, want %v", got, want)
	}
	rows := sheetRows(t, f, "指标")
	// 1350 + 600 of the 3000 that were set are 65 %, 2.1667 times the 900 before
	// less one; the people took on 1200 + 800.
	holds(t, find(t, rows, map[string]string{"标识": "hq", "期间标识": "2026-Q3", "指标标识": "revenue"}), map[string]string{
		"名称": "总部", "层级": "团队", "期间": "2026 年三季度", "指标": "销售额", "单位": "元", "目标": "30000000", "分解目标": "20000000", "实际": "19500000",
		"达成率": "0.65", "环比": "1.166667", "同比": "", "计入人数": "2", "未计入": "0", "空白原因": "同比：没有可比的期间",
	})
	// 486 of 400; 王芳 has no target and is left out, but not of 486 + 150.
	holds(t, find(t, rows, map[string]string{"标识": "east", "期间标识": "2026-Q3", "指标标识": "gross_profit"}), map[string]string{
		"目标": "4000000", "分解目标": "", "实际": "6360000", "达成率": "1.215", "计入人数": "2", "未计入": "1",
	})
	// (486 + 150) ÷ 1950 = 0.326154, 2.6154 points above 270 ÷ 900.
	holds(t, find(t, rows, map[string]string{"标识": "hq", "期间标识": "2026-Q3", "指标标识": "gross_margin"}), map[string]string{
		"实际": "0.326154", "环比": "2.6154", "单位": "%",
	})
	// 100 × (60 − 10) ÷ 100.
	holds(t, find(t, rows, map[string]string{"标识": "zhang-wei", "期间标识": "2026-Q3", "指标标识": "nps"}), map[string]string{"实际": "50", "团队": "华东区", "层级": "个人"})
	holds(t, find(t, rows, map[string]string{"标识": "zhang-wei", "期间标识": "2026-Q3", "指标标识": "training_hours"}), map[string]string{"实际": "7.5", "目标": "", "达成率": ""})
	holds(t, find(t, rows, map[string]string{"标识": "hq", "期间标识": "2026", "指标标识": "revenue"}), map[string]string{"实际": "28500000", "空白原因": "环比：本期未结束，不作比较；同比：本期未结束，不作比较"})
}

func TestWorkbookRanksScoresAndFollows(t *testing.T) {
	f := workbook(t, written(t, exporter(t, pilot), export.WorkbookFile("east", "hq"), export.Choice{}))
	people := sheetRows(t, f, "人员")
	// 0.7 × 1350/1200 + 0.3 × 486/400 = 0.7875 + 0.3645; 4.5 × 40 % + 4 × 60 %.
	holds(t, find(t, people, map[string]string{"标识": "zhang-wei"}), map[string]string{
		"名次": "1", "KPI综合完成率": "1.152", "销售额目标（元）": "12000000", "销售额实际（元）": "13500000", "销售额达成率": "1.125", "销售额环比": "0.5",
		"毛利达成率": "1.215", "综合分": "4.2", "初评": "A", "终评": "", "述职": "已提交", "职务": "销售经理",
	})
	// No target of gross profit: 600/800 alone.
	holds(t, find(t, people, map[string]string{"标识": "wang-fang"}), map[string]string{
		"名次": "2", "KPI综合完成率": "0.75", "毛利目标（元）": "", "毛利实际（元）": "1500000", "毛利达成率": "", "综合分": "", "备注": "综合分：尚无评分",
	})
	holds(t, find(t, sheetRows(t, f, "评分"), map[string]string{"标识": "zhang-wei"}), map[string]string{
		"综合分": "4.2", "业绩表现": "4.5", "战略规划": "4", "自评": "", "维度权重齐备": "1", "角色权重齐备": "0.7", "评分人数": "1",
	})
	goals := sheetRows(t, f, "目标与承诺")
	holds(t, find(t, goals, map[string]string{"目标编号": "revenue"}), map[string]string{
		"姓名": "张伟", "性质": "本期应答复", "目标": "三季度销售额 1200 万", "判定": "兑现", "依据": "按数据", "目标值": "12000000", "结果": "13500000",
		"到期": "46295", "提出": "2026 年二季度", "考核期间": "2026 年三季度", // 2026-09-30 is day 46295 since 1899-12-30
	})
	holds(t, find(t, goals, map[string]string{"目标编号": "trip"}), map[string]string{"判定": "取消", "依据": "自述", "目标值": "", "结果": "", "本人说明": "经销商大会取消"})
	// Due on the 9th, as of the 20th.
	holds(t, find(t, sheetRows(t, f, "行动项"), map[string]string{"行动项编号": "channel"}), map[string]string{
		"负责人": "张伟", "行动项": "完成渠道梳理", "状态": "逾期", "逾期天数": "11", "到期": "46304",
	})
}

func TestWorkbookOfAnEarlierPeriod(t *testing.T) {
	q, _ := model.ParsePeriod("2026-Q2")
	f := workbook(t, written(t, exporter(t, pilot), export.CompanyFile, export.Choice{Period: q}))
	for _, row := range sheetRows(t, f, "指标") {
		if row["期间标识"] == "2026-Q3" {
			t.Fatal("figures of a later period")
		}
	}
	holds(t, find(t, sheetRows(t, f, "目标与承诺"), map[string]string{"目标编号": "trip"}), map[string]string{"性质": "本期提出"})
}

func TestWorkbookPrintsAndFilters(t *testing.T) {
	f := workbook(t, written(t, exporter(t, pilot), export.CompanyFile, export.Choice{}))
	for _, sheet := range []string{"指标", "人员", "目标与承诺", "行动项", "评分"} {
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the head does not stay in sight: %+v %v", sheet, panes, err)
		}
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
			t.Errorf("%s: prints otherwise: %+v %v", sheet, layout, err)
		}
		names := map[string]bool{}
		for _, name := range f.GetDefinedName() {
			if name.Scope == sheet {
				names[name.Name] = true
			}
		}
		if !names["_xlnm.Print_Titles"] || !names["_xlnm.Print_Area"] || !names["_xlnm._FilterDatabase"] {
			t.Errorf("%s: names %v", sheet, names)
		}
	}
}

// The same portfolio gives the same bytes; the archive has no times and its
// parts stand in order.
func TestSameBytes(t *testing.T) {
	first, second := exporter(t, pilot), exporter(t, pilot)
	for _, path := range first.Files() {
		want := written(t, first, path, export.Choice{})
		for range 3 {
			if !bytes.Equal(written(t, second, path, export.Choice{}), want) {
				t.Fatalf("%s differs between two runs", path)
			}
		}
	}
	data := written(t, first, export.CompanyFile, export.Choice{})
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	before := ""
	for _, part := range z.File {
		if part.Name <= before {
			t.Errorf("%s stands behind %s", part.Name, before)
		}
		if before = part.Name; part.ModifiedDate != 0 || part.ModifiedTime != 0 || len(part.Extra) > 0 {
			t.Errorf("%s has a time", part.Name)
		}
	}
	props, err := workbook(t, data).GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if props.Creator != "" || props.LastModifiedBy != "" || props.Created != "2026-10-20T00:00:00Z" || props.Title != "总部 · 2026 年三季度" {
		t.Errorf("the file says of itself %+v", props)
	}
}

// In a large company the workbook of a large team leaves the figures of people
// below to their teams, and says so; everybody is ranked in it all the same.
func TestWorkbookOfALargeCompany(t *testing.T) {
	var files strings.Builder
	for i := range 210 {
		fmt.Fprintf(&files, "-- content/people/p%03d.md --\n---\nname: 员工%03d\nteam: east\n---\n", i, i)
	}
	for _, x := range []string{"p000", "p001"} {
		fmt.Fprintf(&files, "-- content/reviews/2026-Q3/%s/report.md --\n---\nstatus: submitted\ndate: 2026-10-09\nmetrics: {revenue: {target: 100, actual: 90}}\n---\n## 数据分析\n好。\n", x)
	}
	x := exporter(t, pilot, files.String())
	company, east := workbook(t, written(t, x, export.CompanyFile, export.Choice{})), workbook(t, written(t, x, export.WorkbookFile("east", "hq"), export.Choice{}))
	for _, row := range sheetRows(t, company, "指标") {
		if row["层级"] == "个人" {
			t.Fatalf("the company's workbook has %v", row)
		}
	}
	find(t, sheetRows(t, company, "人员"), map[string]string{"标识": "p001"})
	find(t, sheetRows(t, east, "指标"), map[string]string{"标识": "p001", "指标标识": "revenue", "期间标识": "2026-Q3"})
	about := sheetRows(t, company, "说明")
	if row := find(t, about, map[string]string{"项目": "人数"}); !strings.Contains(row["内容"], "只含直属成员") {
		t.Errorf("the workbook says %v", row)
	}
}
