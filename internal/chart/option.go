package chart

import (
	"encoding/json"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// A kind is what all charts of a kind share: the ECharts option without figures,
// and the marks a single point may wear instead of its series' own.
type kind struct {
	Option object            `json:"option"`
	Marks  map[string]object `json:"marks,omitempty"`
}

type object = map[string]any

// The colours of all drawings. They are CSS variables: the drawing follows the
// theme and the paper without being drawn again.
const (
	paper  = "var(--paper)"
	ink    = "var(--ink)"
	ink2   = "var(--ink-2)"
	ink3   = "var(--ink-3)"
	grid   = "var(--line)"
	line2  = "var(--line-2)"
	hover  = "var(--paper-2)"
	accent = "var(--accent)"
	bar    = "var(--bar)"
	risk   = "var(--risk)"
	off    = "var(--off)"
)

const (
	fontFamily = `"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif`
	fontSize   = 12
)

// Options is the script that holds the option of every kind, to be served as
// assets/chart-options.js and loaded before charts.js. Its bytes are the same
// on every call. It is a script and not a JSON file so that a page opened from
// the file system may read it.
func Options() []byte {
	kinds := map[string]kind{
		Trend{}.Kind():   trendKind(),
		Mix{}.Kind():     mixKind(),
		Columns{}.Kind(): columnsKind(),
	}
	return slices.Concat([]byte("window.reviewfolioCharts="), encode(kinds), []byte(";\n"))
}

// encode marshals what this package itself has made; a failure is a bug here.
func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// shared are the parts that all kinds have in common, as far as go-echarts has
// words for them. Labels of the axes are filled in by charts.js.
func shared() []charts.GlobalOpts {
	return []charts.GlobalOpts{
		// A drawing that moves when it scrolls into view draws the eye from
		// the figures, and would be caught half way by a print.
		charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{
			Trigger:         "axis",
			BackgroundColor: paper,
			BorderColor:     line2,
			AxisPointer:     &opts.AxisPointer{Type: "line"},
		}),
		charts.WithXAxisOpts(opts.XAxis{
			Type:      "category",
			AxisLine:  &opts.AxisLine{Show: opts.Bool(false), OnZero: opts.Bool(false)},
			AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
			AxisLabel: &opts.AxisLabel{Color: ink2, FontSize: fontSize, Overflow: "truncate"},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type:      "value",
			AxisLine:  &opts.AxisLine{Show: opts.Bool(false)},
			AxisLabel: &opts.AxisLabel{Color: ink3, FontSize: fontSize},
			SplitLine: &opts.SplitLine{LineStyle: &opts.LineStyle{Color: grid}},
		}),
	}
}

// zeroLine is a second horizontal axis of which only the line is drawn. It
// stands at zero, or at the foot when zero is not on the axis; the labels stay
// at the foot in any case, where no negative bar runs through them.
func zeroLine() opts.XAxis {
	return opts.XAxis{
		Type:     "category",
		Position: "bottom",
		AxisLine: &opts.AxisLine{
			OnZero:    opts.Bool(true),
			LineStyle: &opts.LineStyle{Color: line2},
		},
		AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)},
	}
}

// sharedExtra is the rest of what all kinds have in common: ECharts 6 options
// that go-echarts 2.6 cannot say.
func sharedExtra() object {
	return object{
		"textStyle": object{"fontFamily": fontFamily, "fontSize": fontSize, "color": ink2},
		// richText keeps the tooltip inside the drawing: text stays text, and
		// no style attribute offends a Content-Security-Policy.
		"tooltip": object{
			"renderMode": "richText", "confine": true,
			"padding": []any{6, 10}, "borderWidth": 1, "borderRadius": 2,
			"shadowBlur": 0, "shadowColor": "transparent", "shadowOffsetX": 0, "shadowOffsetY": 0,
			"transitionDuration": 0,
			"textStyle":          object{"color": ink, "fontSize": fontSize},
			"axisPointer": object{
				"animation":   false,
				"lineStyle":   object{"color": line2, "type": "solid"},
				"shadowStyle": object{"color": hover, "opacity": 1},
				"z":           0,
			},
		},
		"grid": object{
			"left": 0, "right": 0, "top": 28, "bottom": 0,
			"outerBoundsMode": "same", "outerBoundsContain": "axisLabel",
		},
		"xAxis": []any{object{"axisLabel": object{
			"interval": 0, "lineHeight": 16, "ellipsis": "…",
		}}},
		"yAxis": []any{object{"axisTick": object{"show": false}}},
	}
}

// finish makes the option of a kind from what go-echarts built. It drops what
// go-echarts always writes and nobody asked for: an empty toolbox, legend and
// title (the components are not in the bundle), the palette of ECharts 5, and
// nulls, which ECharts does not take for absence everywhere.
func finish(built object, extra ...object) object {
	var option object
	if err := json.Unmarshal(encode(built), &option); err != nil {
		panic(err)
	}
	for _, name := range []string{"toolbox", "legend", "title", "color"} {
		delete(option, name)
	}
	dropNulls(option)
	for _, s := range option["series"].([]any) {
		merge(s.(object), object{
			// Emphasis would compute a lighter colour, which no variable has.
			"emphasis": object{"disabled": true},
			"cursor":   "default",
		})
	}
	merge(option, sharedExtra())
	for _, e := range extra {
		merge(option, e)
	}
	return option
}

func dropNulls(v any) {
	switch v := v.(type) {
	case object:
		for name, member := range v {
			if member == nil {
				delete(v, name)
				continue
			}
			dropNulls(member)
		}
	case []any:
		for _, member := range v {
			dropNulls(member)
		}
	}
}

// merge writes src over dst, objects and lists member by member.
func merge(dst, src object) {
	for name, v := range src {
		dst[name] = merged(dst[name], v)
	}
}

func merged(dst, src any) any {
	switch src := src.(type) {
	case object:
		if dst, ok := dst.(object); ok {
			merge(dst, src)
			return dst
		}
	case []any:
		if dst, ok := dst.([]any); ok && len(dst) >= len(src) {
			for i, v := range src {
				dst[i] = merged(dst[i], v)
			}
			return dst
		}
	}
	return src
}
