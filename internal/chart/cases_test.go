package chart_test

import (
	"fmt"
	"strings"

	"reviewfolio/internal/chart"
)

// drawable is what the three kinds have in common for a page.
type drawable interface {
	Kind() string
	JSON() ([]byte, error)
	Table() chart.Table
	Key() []chart.KeyEntry
}

// hostile holds what a person's name might carry: markup that ends the script
// element, go-echarts' mark for functions, a template of ECharts, a style of
// its rich text, and the line separators of JavaScript.
const hostile = "</script><img src=x onerror=alert(1)>__f__alert(1)__f__{a|{c}}\u2028"

var longName = strings.Repeat("华东区上海部大客户", 4) + "渠道四组" // 40 characters

// A scene is a chart with the labels that its drawing must show.
type scene struct {
	name  string
	chart drawable
	want  []string
}

func quarters() []chart.Period {
	var ps []chart.Period
	for i, label := range []string{"四季度", "一季度", "二季度", "三季度", "四季度", "一季度", "二季度", "三季度"} {
		year := fmt.Sprint(2024 + (i+3)/4)
		ps = append(ps, chart.Period{Name: year + " 年" + label, Label: label, Sub: year})
	}
	return ps
}

func trend(points ...chart.TrendPoint) chart.Trend {
	return chart.Trend{
		Words: chart.TrendWords{
			Period: "季度", Actual: "实际", Target: "目标", Attainment: "达成率",
			AtRisk: "临近", OffTarget: "未达", Partial: "未满期",
		},
		Unit: "万元", Points: points,
	}
}

// companyTrend is the trend of the reference page: eight quarters, three of
// them a little below target.
func companyTrend() chart.Trend {
	figures := []struct {
		actual, target     float64
		written, aim, rate string
		state              chart.State
	}{
		{9405, 9150, "9,405.0", "9,150.0", "102.8%", chart.OnTarget},
		{8395, 8600, "8,395.0", "8,600.0", "97.6%", chart.AtRisk},
		{9197, 9250, "9,197.0", "9,250.0", "99.4%", chart.AtRisk},
		{9691, 9650, "9,691.0", "9,650.0", "100.4%", chart.OnTarget},
		{10322, 10100, "10,322.0", "10,100.0", "102.2%", chart.OnTarget},
		{9343, 9650, "9,343.0", "9,650.0", "96.8%", chart.AtRisk},
		{10684, 10400, "10,684.0", "10,400.0", "102.7%", chart.OnTarget},
		{10991, 10650, "10,991.0", "10,650.0", "101.7%", chart.OnTarget},
	}
	ps := quarters()
	var points []chart.TrendPoint
	for i, f := range figures {
		points = append(points, chart.TrendPoint{
			Period: ps[i], Actual: chart.At(f.actual, f.written), Target: chart.At(f.target, f.aim),
			Attainment: f.rate, State: f.state,
		})
	}
	return trend(points...)
}

func trendScenes() []scene {
	partial := companyTrend()
	last := &partial.Points[7]
	last.Partial, last.State, last.Attainment = true, chart.OffTarget, "61.0%"
	last.Actual = chart.At(6500, "6,500.0")

	gap := companyTrend()
	gap.Points[3].Actual = chart.Gap("未交")

	missing := companyTrend()
	for i := range missing.Points {
		missing.Points[i].Actual, missing.Points[i].Target = chart.Gap("—"), chart.Gap("—")
		missing.Points[i].State = chart.NoTarget
	}

	negative, huge, long, bad := companyTrend(), companyTrend(), companyTrend(), companyTrend()
	for i := range negative.Points {
		negative.Points[i].Actual.Place -= 9500
		negative.Points[i].Target = chart.Gap("—")
		negative.Points[i].State = chart.NoTarget
	}
	negative.Points[7].Actual.Text = "+1,491.0"
	huge.Points[7].Actual = chart.At(9_999_999_999, "9,999,999,999")
	for i := range long.Points {
		long.Points[i].Label = longName
		bad.Points[i].Label, bad.Points[i].Name, bad.Points[i].Actual.Text = hostile, hostile, hostile
	}
	return []scene{
		{"normal", companyTrend(), []string{"10,991.0", "96.8%", "7,000", "12,000", "三季度", "2026"}},
		{"one point", trend(companyTrend().Points[1]), []string{"8,395.0", "97.6%", "一季度"}},
		{"all missing", missing, []string{"一季度"}},
		{"no points", trend(), nil},
		{"gap", gap, []string{"10,991.0"}},
		{"negative", negative, []string{"−2,000", "+1,491.0"}},
		{"huge", huge, []string{"9,999,999,999", "15,000,000,000"}},
		{"partial", partial, []string{"6,500.0", "61.0%"}},
		{"long names", long, []string{"华东区"}},
		{"hostile", bad, []string{"</script><img src=x onerror=alert(1)>"}},
	}
}

func mix(names []string, periods []chart.Period, amounts func(i, k int) chart.Part) chart.Mix {
	m := chart.Mix{Words: chart.MixWords{Period: "季度"}, Unit: "万元", Series: names}
	for i, p := range periods {
		point := chart.MixPoint{Period: p}
		for k := range names {
			point.Parts = append(point.Parts, amounts(i, k))
		}
		m.Points = append(m.Points, point)
	}
	return m
}

// channelMix is the mix of the reference page.
func channelMix() chart.Mix {
	amounts := [5][3]float64{{4652, 3469, 1570}, {4913, 3581, 1828}, {4373, 3223, 1747}, {4915, 3740, 2029}, {4836, 3627, 2528}}
	shares := [5][3]string{
		{"48.0%", "35.8%", "16.2%"}, {"47.6%", "34.7%", "17.7%"}, {"46.8%", "34.5%", "18.7%"},
		{"46.0%", "35.0%", "19.0%"}, {"44.0%", "33.0%", "23.0%"},
	}
	return mix([]string{"直销", "经销", "线上"}, quarters()[3:], func(i, k int) chart.Part {
		return chart.Part{Amount: chart.At(amounts[i][k], fmt.Sprintf("%.1f", amounts[i][k])), Share: shares[i][k]}
	})
}

func mixScenes() []scene {
	five := mix([]string{"直销", "经销", "线上", "电销", "其他"}, quarters(), func(i, k int) chart.Part {
		amounts := [5]float64{40, 30, 17, 10, 3}
		return chart.Part{Amount: chart.At(amounts[k], fmt.Sprint(amounts[k])), Share: fmt.Sprintf("%.1f%%", amounts[k])}
	})
	one := channelMix()
	one.Points = one.Points[:1]
	missing, gap, huge, long, bad := channelMix(), channelMix(), channelMix(), channelMix(), channelMix()
	for i := range missing.Points {
		for k := range missing.Points[i].Parts {
			missing.Points[i].Parts[k] = chart.Part{Amount: chart.Gap("—"), Share: "—"}
			huge.Points[i].Parts[k].Amount = chart.At(9_999_999_999, "9,999,999,999")
			huge.Points[i].Parts[k].Share = "33.3%"
			bad.Points[i].Parts[k].Share = hostile
		}
		long.Points[i].Label, bad.Points[i].Label, bad.Points[i].Name = longName, hostile, hostile
	}
	gap.Points[2].Parts = missing.Points[2].Parts
	return []scene{
		{"normal", channelMix(), []string{"48.0%", "23.0%", "100%", "三季度", "2026"}},
		{"five parts", five, []string{"40.0%", "10.0%"}},
		{"one point", one, []string{"48.0%", "2025"}},
		{"all missing", missing, []string{"三季度"}},
		{"no points", mix([]string{"直销"}, nil, nil), nil},
		{"gap", gap, []string{"48.0%"}},
		{"huge", huge, []string{"33.3%"}},
		{"long names", long, []string{"华东区"}},
		{"hostile", bad, []string{"</script>"}},
	}
}

func columns(points ...chart.Column) chart.Columns {
	return chart.Columns{
		Words: chart.ColumnsWords{
			Period: "月", Actual: "2026 年", Prior: "2025 年", Target: "目标", Change: "同比", Partial: "未满月",
		},
		Unit: "万元", Points: points,
	}
}

func month(n int) chart.Period {
	return chart.Period{Name: fmt.Sprintf("2026 年 %d 月", n), Label: fmt.Sprintf("%d 月", n)}
}

// monthColumns are the months of the reference page.
func monthColumns() chart.Columns {
	return columns(
		chart.Column{Period: month(7), Actual: chart.At(410, "410.0"), Prior: chart.At(340, "340.0"), Change: "+20.6%"},
		chart.Column{Period: month(8), Actual: chart.At(435, "435.0"), Prior: chart.At(355, "355.0"), Change: "+22.5%"},
		chart.Column{Period: month(9), Actual: chart.At(500, "500.0"), Prior: chart.At(395, "395.0"), Change: "+26.6%"},
	)
}

func columnsScenes() []scene {
	targets := monthColumns()
	for i := range targets.Points {
		targets.Points[i].Target = chart.At(450, "450.0")
	}
	partial := monthColumns()
	partial.Points[2].Partial = true
	one := monthColumns()
	one.Points = one.Points[:1]

	var year []chart.Column
	for n := 1; n <= 12; n++ {
		at := float64(300 + 37*(n%5) + 10*n)
		year = append(year, chart.Column{
			Period: month(n), Actual: chart.At(at, fmt.Sprintf("%.1f", at)),
			Prior: chart.At(at*0.85, fmt.Sprintf("%.1f", at*0.85)), Change: "+17.6%",
			Target: chart.At(at+15, fmt.Sprintf("%.1f", at+15)),
		})
	}
	missing, negative, huge, long, bad := monthColumns(), monthColumns(), monthColumns(), monthColumns(), monthColumns()
	for i := range missing.Points {
		missing.Points[i].Actual, missing.Points[i].Prior = chart.Gap("—"), chart.Gap("—")
		long.Points[i].Label = longName
		p := &bad.Points[i]
		p.Label, p.Name, p.Actual.Text = hostile, hostile, hostile
	}
	negative.Points[1].Actual = chart.At(-120, "−120.0")
	huge.Points[0].Actual = chart.At(9_999_999_999, "9,999,999,999")
	return []scene{
		{"normal", monthColumns(), []string{"410.0", "340.0", "7 月"}},
		{"targets", targets, []string{"410.0", "395.0"}},
		{"year", columns(year...), []string{"0", "600", "12 月"}},
		{"one point", one, []string{"410.0", "7 月"}},
		{"all missing", missing, []string{"7 月"}},
		{"no points", columns(), nil},
		{"negative", negative, []string{"−120.0"}},
		{"huge", huge, []string{"10,000,000,000"}},
		{"partial", partial, []string{"500.0"}},
		{"long names", long, []string{"华东区"}},
		{"hostile", bad, []string{"</script>"}},
	}
}

func scenes() []scene {
	var all []scene
	for _, s := range [][]scene{trendScenes(), mixScenes(), columnsScenes()} {
		for _, one := range s {
			one.name = one.chart.Kind() + "/" + one.name
			all = append(all, one)
		}
	}
	return all
}
