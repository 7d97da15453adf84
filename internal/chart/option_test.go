package chart_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/chart"
)

type object = map[string]any

// kinds reads the option script as a browser does: an assignment of JSON.
func kinds(t *testing.T) object {
	t.Helper()
	script := chart.Options()
	value, ok := bytes.CutPrefix(script, []byte("window.reviewfolioCharts="))
	value, end := bytes.CutSuffix(value, []byte(";\n"))
	if !ok || !end {
		t.Fatalf("not one assignment: %.60s", script)
	}
	var all object
	if err := json.Unmarshal(value, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// walk calls visit with the path and value of everything below v.
func walk(path string, v any, visit func(path string, v any)) {
	visit(path, v)
	switch v := v.(type) {
	case object:
		for name, member := range v {
			walk(path+"."+name, member, visit)
		}
	case []any:
		for _, member := range v {
			walk(path, member, visit)
		}
	}
}

func TestOptionsAreStable(t *testing.T) {
	first := chart.Options()
	for range 3 {
		if !bytes.Equal(chart.Options(), first) {
			t.Fatal("the options differ between calls")
		}
	}
}

func TestOptionsOfEachKind(t *testing.T) {
	all := kinds(t)
	series := map[string]string{
		"trend":   "line:joint line:actual scatter:target scatter:end",
		"mix":     "bar:c1 bar:c2 bar:c3 bar:c4 bar:c5",
		"columns": "bar:prior bar:actual scatter:target",
	}
	if len(all) != len(series) {
		t.Errorf("%d kinds, want %d", len(all), len(series))
	}
	for kind, want := range series {
		t.Run(kind, func(t *testing.T) {
			option := all[kind].(object)["option"].(object)
			var got []string
			for _, s := range option["series"].([]any) {
				s := s.(object)
				got = append(got, s["type"].(string)+":"+s["id"].(string))
				if s["emphasis"].(object)["disabled"] != true {
					t.Errorf("series %s has emphasis", s["id"])
				}
			}
			if joined := strings.Join(got, " "); joined != want {
				t.Errorf("series %s, want %s", joined, want)
			}
			if option["tooltip"].(object)["renderMode"] != "richText" {
				t.Error("the tooltip is not richText: it would be HTML")
			}
			if option["animation"] != false {
				t.Error("the drawing moves")
			}
			if option["grid"].(object)["outerBoundsMode"] != "same" {
				t.Error("labels of the axes are not kept inside the drawing")
			}
			for _, name := range []string{"toolbox", "legend", "title", "color"} {
				if _, ok := option[name]; ok {
					t.Errorf("%s of go-echarts is left", name)
				}
			}
		})
	}
}

// Colours are variables of the style sheets, by name, and nothing in the
// options is a null, a link or a function.
func TestOptionsHoldNothingForeign(t *testing.T) {
	colours := []string{
		"transparent", "var(--paper)", "var(--paper-2)", "var(--ink)", "var(--ink-2)", "var(--ink-3)", "var(--line)",
		"var(--line-2)", "var(--accent)", "var(--bar)", "var(--risk)", "var(--off)",
		"var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)",
	}
	foreign := regexp.MustCompile(`(?i)__f__|function|//|<`)
	walk("", kinds(t), func(path string, v any) {
		text, isText := v.(string)
		if strings.HasSuffix(strings.ToLower(path), "color") && !slices.Contains(colours, text) {
			t.Errorf("%s is %v", path, v)
		}
		if v == nil {
			t.Errorf("%s is null", path)
		}
		if isText && foreign.MatchString(text) {
			t.Errorf("%s is %s", path, text)
		}
	})
}

// Every mark that data may name is in the options of its kind.
func TestMarksAreKnown(t *testing.T) {
	all := kinds(t)
	for _, s := range scenes() {
		marks, _ := all[s.chart.Kind()].(object)["marks"].(object)
		for _, series := range read(t, s.chart).S {
			if series == nil {
				continue
			}
			for _, m := range series.M {
				if _, ok := marks[m]; m != "" && !ok {
					t.Errorf("%s: mark %s has no option", s.name, m)
				}
			}
		}
	}
}

// There are as many series in the data as in the option they fill.
func TestSeriesMatchOption(t *testing.T) {
	all := kinds(t)
	for _, s := range scenes() {
		option := all[s.chart.Kind()].(object)["option"].(object)
		have, got := len(option["series"].([]any)), len(read(t, s.chart).S)
		if exact := s.chart.Kind() != "mix"; got > have || exact && got != have {
			t.Errorf("%s: %d series for an option of %d", s.name, got, have)
		}
	}
}
