package chart

import (
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// trendKind has the series joint (the dashed line to and from partial periods),
// actual, target and end (the figure written at the last point).
func trendKind() kind {
	c := charts.NewLine()
	c.SetGlobalOptions(shared()...)
	c.ExtendXAxis(zeroLine())
	trendLine := func(id, symbol, dash string) {
		c.AddSeries("", nil,
			charts.WithSeriesId(id),
			charts.WithLineChartOpts(opts.LineChart{Symbol: symbol, SymbolSize: 7, ShowSymbol: opts.Bool(true)}),
			charts.WithLineStyleOpts(opts.LineStyle{Color: accent, Width: 2, Type: dash}),
			charts.WithItemStyleOpts(opts.ItemStyle{Color: accent}),
			charts.WithLabelOpts(opts.Label{Position: "bottom", FontSize: fontSize}),
		)
	}
	trendLine("joint", "none", "dashed")
	trendLine("actual", "circle", "solid")
	c.Overlap(ticks(), scatter("end", "circle", 14, "transparent",
		charts.WithLabelOpts(opts.Label{
			Position: "top", Color: ink, FontWeight: "600", FontSize: fontSize,
		})))
	c.Validate()
	// The paper behind a label keeps it readable where it crosses the line.
	halo := object{"textBorderColor": paper, "textBorderWidth": 3, "distance": 6}
	return kind{
		Option: finish(c.JSON(), object{
			"grid": object{"right": 8},
			"series": []any{
				object{"z": 2, "label": halo, "labelLayout": object{"hideOverlap": true}},
				object{"z": 3, "label": halo, "labelLayout": object{"hideOverlap": true}},
				object{"z": 1},
				object{"z": 4, "silent": true, "label": object{
					"textBorderColor": paper, "textBorderWidth": 3, "distance": 2,
				}},
			},
		}),
		Marks: map[string]object{
			"risk":         mark("diamond", 11, risk, risk),
			"off":          mark("rect", 8, off, off),
			"partial":      mark("circle", 8, paper, accent),
			"partial-risk": mark("diamond", 10, paper, risk),
			"partial-off":  mark("rect", 8, paper, off),
		},
	}
}

// mixKind has one series for each part, c1 at the bottom.
func mixKind() kind {
	c := charts.NewBar()
	c.SetGlobalOptions(shared()...)
	c.SetGlobalOptions(charts.WithYAxisOpts(opts.YAxis{
		Type: "value", Max: 100,
		AxisLine:  &opts.AxisLine{Show: opts.Bool(false)},
		AxisLabel: &opts.AxisLabel{Color: ink3, FontSize: fontSize, Formatter: "{value}%"},
		SplitLine: &opts.SplitLine{LineStyle: &opts.LineStyle{Color: grid}},
	}))
	c.ExtendXAxis(zeroLine())
	// The light colours take ink, the dark ones paper; in the dark it is the
	// other way round and the variables turn with the theme.
	for i, text := range [MaxParts]string{paper, paper, ink, paper, ink} {
		c.AddSeries("", nil,
			charts.WithSeriesId(fmt.Sprintf("c%d", i+1)),
			charts.WithBarChartOpts(opts.BarChart{Stack: "whole"}),
			charts.WithItemStyleOpts(opts.ItemStyle{
				Color: fmt.Sprintf("var(--c%d)", i+1), BorderColor: paper, BorderWidth: 1,
			}),
			charts.WithLabelOpts(opts.Label{Color: text, FontSize: fontSize, Position: "inside"}),
		)
	}
	c.Validate()
	return kind{Option: finish(c.JSON(), object{
		"grid":    object{"top": 8},
		"yAxis":   []any{object{"min": 0, "interval": 25}},
		"tooltip": object{"axisPointer": object{"type": "shadow"}},
	})}
}

// columnsKind has the series prior, actual and target. It is drawn with figures
// over the bars and no axis, or, where these do not fit, with an axis and grid;
// charts.js decides by the width.
func columnsKind() kind {
	c := charts.NewBar()
	c.SetGlobalOptions(shared()...)
	c.ExtendXAxis(zeroLine())
	column := func(id string, style opts.ItemStyle, text string) {
		c.AddSeries("", nil,
			charts.WithSeriesId(id),
			charts.WithBarChartOpts(opts.BarChart{BarGap: "15%"}),
			charts.WithItemStyleOpts(style),
			charts.WithLabelOpts(opts.Label{Color: text, FontSize: fontSize, Position: "outside"}),
		)
	}
	column("prior", opts.ItemStyle{Color: paper, BorderColor: line2, BorderWidth: 1}, ink3)
	column("actual", opts.ItemStyle{Color: bar}, ink)
	c.Overlap(ticks())
	c.Validate()
	return kind{
		Option: finish(c.JSON(), object{
			"tooltip": object{"axisPointer": object{"type": "shadow"}},
			"series":  []any{object{}, object{}, object{"z": 3}},
		}),
		Marks: map[string]object{
			"partial": {"itemStyle": object{
				"color": paper, "borderColor": bar, "borderWidth": 1.5, "borderType": "dashed",
			}},
		},
	}
}

// ticks is the series of targets: short lines, not bars.
func ticks() *charts.Scatter {
	return scatter("target", "rect", []int{26, 2}, ink)
}

// scatter is a chart of one series, made to be laid over another chart.
func scatter(id, symbol string, size any, colour string, extra ...charts.SeriesOpts) *charts.Scatter {
	c := charts.NewScatter()
	c.AddSeries("", nil, append(extra,
		charts.WithSeriesId(id),
		charts.WithScatterChartOpts(opts.ScatterChart{Symbol: symbol, SymbolSize: size}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: colour, Opacity: opts.Float(1)}),
	)...)
	return c
}

// mark is a point's own shape, filled and outlined; its label takes the colour
// of the outline.
func mark(symbol string, size int, fill, outline string) object {
	m := object{
		"symbol": symbol, "symbolSize": size,
		"itemStyle": object{"color": fill, "borderColor": outline, "borderWidth": 2},
		"label":     object{"color": outline},
	}
	if fill == outline {
		m["itemStyle"] = object{"color": fill}
	}
	return m
}
