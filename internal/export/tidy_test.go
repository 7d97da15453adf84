package export_test

import (
	"math"
	"strconv"
	"testing"

	"reviewfolio/internal/export"
)

func TestTidyFigures(t *testing.T) {
	rows := csvRows(t, written(t, exporter(t, pilot), export.FiguresFile, export.Choice{}))
	holds(t, find(t, rows, map[string]string{"id": "zhang-wei", "period": "2026-Q3", "metric": "revenue"}), map[string]string{
		"scope": "person", "name": "张伟", "title": "销售经理", "team": "east", "team_name": "华东区", "team_1": "hq", "team_1_name": "总部", "team_2": "east", "team_2_name": "华东区",
		"period_name": "2026 年三季度", "period_length": "quarter", "cycle": "true", "period_start": "2026-07-01", "period_end": "2026-09-30", "period_over": "true",
		"metric_name": "销售额", "kind": "sum", "unit": "money", "better": "higher",
		"target": "12000000.00", "actual": "13500000.00", "attained_actual": "13500000.00", "attained_target": "12000000.00", "set_target": "",
	})
	// 30 % of 1350 is 405.
	holds(t, find(t, rows, map[string]string{"id": "zhang-wei", "period": "2026-Q3", "metric": "gross_margin"}), map[string]string{
		"target": "0.300000", "actual": "0.360000", "numerator": "4860000.00", "denominator": "13500000.00", "attained_actual": "", "attained_target": "",
		"weighted_target": "4050000.000000", "target_weight": "13500000.00",
	})
	// A target or an actual alone is of no attainment.
	holds(t, find(t, rows, map[string]string{"id": "wang-fang", "period": "2026-Q3", "metric": "gross_profit"}), map[string]string{"actual": "1500000.00", "attained_actual": "", "attained_target": ""})
	holds(t, find(t, rows, map[string]string{"id": "wang-fang", "period": "2026-Q4"}), map[string]string{"metric": "revenue", "actual": "", "target": "", "set_target": "9000000.00", "period_over": "false"})
	holds(t, find(t, rows, map[string]string{"id": "hq", "metric": "market_size"}), map[string]string{"scope": "team", "actual": "200000000.00", "team_1": "hq", "team_2": ""})
	holds(t, find(t, rows, map[string]string{"id": "hq", "metric": "revenue"}), map[string]string{"actual": "", "set_target": "30000000.00"})
}

// Sums of the tidy file are the rolled-up figures: whoever aggregates as the
// dictionary says gets what the pages show.
func TestTidyAddsUpToTheRollup(t *testing.T) {
	x := exporter(t, pilot)
	tidy := csvRows(t, written(t, x, export.FiguresFile, export.Choice{}))
	rolled := csvRows(t, written(t, x, export.MetricsFile, export.Choice{}))
	compared := 0
	for _, want := range rolled {
		if want["scope"] != "team" || want["period"] != "2026-Q3" || want["metric"] == "market_share" {
			continue // a ratio with a side of the team alone is made of two metrics
		}
		sum := map[string]float64{}
		for _, row := range tidy {
			if row["period"] != want["period"] || row["metric"] != want["metric"] || row["team_1"] != want["id"] && row["team_2"] != want["id"] {
				continue
			}
			for _, column := range []string{"actual", "numerator", "denominator", "attained_actual", "attained_target", "weighted_target", "target_weight"} {
				n, _ := strconv.ParseFloat("0"+row[column], 64)
				sum[column] += n
			}
		}
		got, reached := sum["actual"], sum["attained_actual"]/sum["attained_target"]
		if want["denominator"] != "" {
			if got = sum["numerator"] / sum["denominator"]; want["metric"] == "nps" {
				got *= 100
			}
			reached = got / (sum["weighted_target"] / sum["target_weight"])
		}
		near(t, want, "actual", got)
		if want["attainment"] != "" {
			near(t, want, "attainment", reached)
		}
		compared++
	}
	if compared < 10 {
		t.Errorf("only %d figures to compare", compared)
	}
}

func near(t *testing.T, want map[string]string, column string, got float64) {
	t.Helper()
	if n, err := strconv.ParseFloat(want[column], 64); err != nil || math.Abs(n-got) > 1e-6*max(1, math.Abs(n)) {
		t.Errorf("%s of %v is %v", column, want, got)
	}
}

func TestTidyBreakdowns(t *testing.T) {
	rows := csvRows(t, written(t, exporter(t, pilot), export.BreakdownsFile, export.Choice{}))
	holds(t, find(t, rows, map[string]string{"part": "直销"}), map[string]string{
		"id": "zhang-wei", "period": "2026-Q3", "metric": "revenue", "breakdown": "channel", "breakdown_name": "渠道", "target": "8000000.00", "actual": "9000000.00", "team_2": "east",
	})
	holds(t, find(t, rows, map[string]string{"part": "经销"}), map[string]string{"target": "", "actual": "4500000.00"})
}

// Every column of the tidy files is explained, once.
func TestDictionaryExplainsEveryColumn(t *testing.T) {
	x := exporter(t, pilot)
	rows := csvRows(t, written(t, x, export.DictionaryFile, export.Choice{}))
	for file, path := range map[string]string{"figures.csv": export.FiguresFile, "breakdowns.csv": export.BreakdownsFile} {
		for column := range csvRows(t, written(t, x, path, export.Choice{}))[0] {
			row := find(t, rows, map[string]string{"file": file, "column": column})
			if row["meaning"] == "" || row["type"] == "" || row["aggregate"] == "" || row["meaning"][0] == '{' {
				t.Errorf("%s of %s is not explained: %v", column, file, row)
			}
		}
	}
	holds(t, find(t, rows, map[string]string{"file": "metric", "column": "win_rate"}), map[string]string{"type": "ratio", "unit": "percent"})
}

// Of a team there are those who are in it at the time.
func TestChoiceOfATeam(t *testing.T) {
	x := exporter(t, pilot, `
-- content/people/wang-fang.md --
---
name: 王芳
team: hq
---
`)
	for path, want := range map[string]int{export.FiguresFile: 0, export.MetricsFile: 0} {
		for _, row := range csvRows(t, written(t, x, path, export.Choice{Team: "east"})) {
			switch row["id"] {
			case "wang-fang", "hq":
				t.Errorf("%s has %v", path, row)
			case "zhang-wei":
				want++
			}
		}
		if want == 0 {
			t.Errorf("%s has nothing of 张伟", path)
		}
	}
}
