package source

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"maps"
	"os"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// deep lets go-cmp look into the types of the model that hide a field.
var deep = cmp.AllowUnexported(model.Date{}, model.Portfolio{})

func day(s string) model.Date { d, _ := model.ParseDate(s); return d }

func period(s string) model.Period { p, _ := model.ParsePeriod(s); return p }

func amount(s string) model.Opt {
	n, _ := model.ParseNumber(s)
	a, ok := n.Amount()
	return model.Opt{Amount: a, OK: ok}
}

// The report of FORMAT.md, whole.
func TestReport(t *testing.T) {
	fsys := portfolio(`---
title: 2026 年第三季度述职
status: submitted
date: 2026-10-09
metrics:
  orders: {target: 300, actual: 312}
  revenue: {target: 12000000, actual: 13450000, floor: 1080万, stretch: 1500万}
  gross_profit: 4120000
  nps: {promoters: 61, passives: 22, detractors: 9, target: 50}
  gross_margin: {target: 31%}
  win_rate: {target: 0.525}
  visits:
breakdowns:
  competitor: {甲: 20, 乙: 17, 丙: }
  channel: {直销: {target: 600万, actual: 620万}, 经销: 4100000, 线上: 3150000}
series:
  revenue: {2026-08: 4350000, 2026-07: 4100000, 2026-09: 5000000}
restates:
  2026-Q2: {revenue: 12800000}
self_ratings: {performance: 4.5, strategy: 4}
goals:
  - id: revenue
    statement: 四季度销售额达到 1500 万元
    metric: revenue
    target: 15000000
    baseline: 13450000
    due: 2026-12-31
    supports: hq
  - {id: train, statement: 培训两人, period: 2027-H1}
history:
  - {status: acknowledged, by: zhang-wei, date: 2026-10-25}
---
`)
	p, faults, err := Load(fsys)
	if err != nil || len(faults) > 0 {
		t.Fatal(printed(faults), err)
	}
	r := p.Review(period("2026-Q3"), "zhang-wei").Report
	if r.Title != "2026 年第三季度述职" || r.Status != model.Submitted || r.Date != day("2026-10-09") {
		t.Errorf("%q %v %v", r.Title, r.Status, r.Date)
	}
	type value struct {
		Metric                         model.MetricID
		Target, Actual, Floor, Stretch model.Opt
	}
	var values []value
	for _, v := range r.Values {
		values = append(values, value{v.Metric, v.Target, v.Actual, v.Floor, v.Stretch})
	}
	want := []value{
		{"revenue", amount("1200万"), amount("1345万"), amount("1080万"), amount("1500万")},
		{Metric: "gross_profit", Actual: amount("412万")},
		{Metric: "orders", Target: amount("300"), Actual: amount("312")},
		{Metric: "gross_margin", Target: amount("31")},
		{Metric: "win_rate", Target: amount("52.5")},
		{Metric: "nps", Target: amount("50")},
	}
	if diff := cmp.Diff(want, values); diff != "" {
		t.Error(diff)
	}
	if n := r.Values[5].NPS; n == nil || n.Answers() != 92*model.One || n.Detractors != 9*model.One {
		t.Errorf("nps %+v", n)
	}
	if at := r.Values[0].Places.Actual; at.Line != 7 || at.Col != 39 {
		t.Errorf("the actual stands at %v", at)
	}
	var parts []string
	for _, b := range r.Breakdowns {
		for _, x := range b.Parts {
			parts = append(parts, string(b.Breakdown)+" "+x.Name+" "+x.Actual.Amount.String())
		}
	}
	if want := []string{"channel 直销 6200000", "channel 经销 4100000", "channel 线上 3150000", "competitor 甲 20", "competitor 乙 17"}; !slices.Equal(parts, want) {
		t.Errorf("parts %q", parts)
	}
	var steps []string
	for _, x := range r.Series[0].Points {
		steps = append(steps, x.Period.String())
	}
	if want := []string{"2026-07", "2026-08", "2026-09"}; !slices.Equal(steps, want) {
		t.Errorf("steps %q", steps)
	}
	if x := r.Restates[0]; x.Period != period("2026-Q2") || x.Values[0].Actual != amount("1280万") {
		t.Errorf("restates %+v", x)
	}
	if g := r.Goals[0]; g.Period != period("2026-Q4") || g.Target != amount("1500万") || g.Supports != "hq" || g.Due != day("2026-12-31") {
		t.Errorf("goal %+v", g)
	}
	if g := r.Goals[1]; g.Period != period("2027-H1") || g.Metric != "" {
		t.Errorf("goal %+v", g)
	}
	if len(r.SelfRatings) != 2 || r.SelfRatings[0].Score != 45_000 || len(r.History) != 1 || r.History[0].By != "zhang-wei" {
		t.Errorf("ratings %+v, history %+v", r.SelfRatings, r.History)
	}
}

func TestEmptySettingsAreThoseOfTheFormat(t *testing.T) {
	empty := parseSite(nil)
	if len(empty.faults) > 0 {
		t.Fatal(empty.faults)
	}
	said := parseSite([]byte(`
format: 1
title: 销售述职
language: zh-CN
currency: CNY
fiscal_year_start: 1
cycle: quarter
due: {report: 10, comment: 20}
history: none
kpis: {revenue: 100}
ratings:
  scale: {min: 1, max: 5, step: 0.5}
  dimensions: {performance: {weight: 40}, strategy: {weight: 20}, team: {weight: 20}, communication: {weight: 20}}
  roles: {manager: 70, peer: 15, hr: 15}
  grades:
    - {grade: S, min: 4.6, share: 10}
    - {grade: A, min: 4.0, share: 20}
    - {grade: B, min: 3.0, share: 50}
    - {grade: C, min: 2.0, share: 15}
    - {grade: D, min: 1.0, share: 5}
cuts: {attainment: [90%, 100%], score: [3, 4]}
smart: {reach: [90%, 150%], horizon: 1}
`))
	if diff := cmp.Diff(said.site.settings, empty.site.settings, deep); diff != "" || len(said.faults) > 0 {
		t.Error(diff, said.faults)
	}
}

func TestAsOfIsTheNewestDateThatIsNoDraft(t *testing.T) {
	fsys := portfolio(goodReport)
	fsys["content/people/li-na.md"] = &fstest.MapFile{Data: []byte("---\nname: 李娜\nteam: hq\nmanager: li-na\n---\n")}
	asOf := func() string {
		t.Helper()
		p, faults, err := Load(fsys)
		if err != nil || faults.HasErrors() {
			t.Fatal(printed(faults), err)
		}
		return p.Settings.AsOf.String()
	}
	if got := asOf(); got != "2026-10-09" {
		t.Errorf("of a report: %s", got)
	}
	comment := func(who, front string) {
		fsys["content/reviews/2026-Q3/"+who+"/li-na.md"] = &fstest.MapFile{Data: []byte("---\nrole: peer\n" + front + "\n---\n")}
	}
	comment("zhang-wei", "date: 2026-10-15")
	if got := asOf(); got != "2026-10-15" {
		t.Errorf("with a comment: %s", got)
	}
	comment("zhang-wei", "date: 2026-10-15\nstatus: draft")
	if got := asOf(); got != "2026-10-09" {
		t.Errorf("with a draft comment: %s", got)
	}
	comment("zhang-wei", "date: 2026-10-15")
	fsys["content/reviews/2026-Q3/zhang-wei/report.md"] = &fstest.MapFile{Data: []byte("---\nstatus: draft\ndate: 2026-10-20\n---\n")}
	if got := asOf(); got != "" {
		t.Errorf("of a draft with its comment: %q", got)
	}
	fsys["content/site.yaml"] = &fstest.MapFile{Data: []byte("as_of: 2026-11-01")}
	if got := asOf(); got != "2026-11-01" {
		t.Errorf("as said: %s", got)
	}
}

func TestStintsBeginOnTheFirstDayOfAPeriod(t *testing.T) {
	fsys := portfolio(goodReport)
	fsys["content/site.yaml"] = &fstest.MapFile{Data: []byte("fiscal_year_start: 4")}
	fsys["content/people/li-na.md"] = &fstest.MapFile{Data: []byte(`---
name: 李娜
manager: zhang-wei
teams:
  - {team: hq}
  - {team: hq, from: 2026-Q1}
  - {team: hq, from: 2026-08-10}
cycle: none
---
`)}
	p, faults, err := Load(fsys)
	if err != nil || len(faults) > 0 {
		t.Fatal(printed(faults), err)
	}
	x := p.Person("li-na")
	var from []string
	for _, s := range x.Stints {
		from = append(from, s.From.String())
	}
	if want := []string{"", "2026-04-01", "2026-08-10"}; !slices.Equal(from, want) || x.Reports || x.Manager != "zhang-wei" {
		t.Errorf("from %q, reports %v, manager %q", from, x.Reports, x.Manager)
	}
}

func TestLinksKnowTheirPage(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 7, 5))); err != nil {
		t.Fatal(err)
	}
	fsys := portfolio(`---
status: submitted
---
## 数据分析 {#data}
[a](log.md) [b](zhang-wei.md) [c](../../../people/zhang-wei.md) [d](../../../teams/hq.md)
[e](../../../pages/guide.md#第一步) [f](#二-目标达成) [g](表.xlsx) [h](https://example.com/x) [i](person:zhang-wei)
![图](%E5%9B%BE.png)
## 二、目标达成
[j](zhang-wei.md#亮点)
`)
	fsys["content/reviews/2026-Q3/zhang-wei/zhang-wei.md"] = &fstest.MapFile{Data: []byte("---\nrole: self\n---\n## 亮点\n好。\n### 沟通协调\n好。\n### 市场分析\n好。\n### 团队管理\n好。\n")}
	fsys["content/reviews/2026-Q3/zhang-wei/log.md"] = &fstest.MapFile{Data: []byte("## 2026-08-12 期中沟通\n好。\n")}
	fsys["content/reviews/2026-Q3/zhang-wei/表.xlsx"] = &fstest.MapFile{}
	fsys["content/reviews/2026-Q3/zhang-wei/图.png"] = &fstest.MapFile{Data: picture.Bytes()}
	fsys["content/pages/guide.md"] = &fstest.MapFile{Data: []byte("## 第一步\n好。\n")}
	p, faults, err := Load(fsys)
	if err != nil || len(faults) > 0 {
		t.Fatal(printed(faults), err)
	}
	review := p.Reviews[0]
	var links []model.Link
	var images []model.Image
	eachText(&review.Report.Body, func(text *model.Text) {
		for _, ref := range text.Refs {
			switch ref.Kind {
			case model.LinkStart:
				l := *ref.Link
				l.Raw, l.Pos = "", diag.Pos{}
				links = append(links, l)
			case model.ImageRef:
				images = append(images, *ref.Image)
			}
		}
	})
	q3 := period("2026-Q3")
	want := []model.Link{
		{Kind: model.ToReview, Period: q3, Person: "zhang-wei", Fragment: "log"},
		{Kind: model.ToReview, Period: q3, Person: "zhang-wei", Fragment: "comment-zhang-wei"},
		{Kind: model.ToPerson, Person: "zhang-wei"},
		{Kind: model.ToTeam, Team: "hq"},
		{Kind: model.ToPage, Page: "guide", Fragment: "u-第一步"},
		{Kind: model.ToSection, Fragment: "u-二-目标达成"},
		{Kind: model.ToFile, File: "content/reviews/2026-Q3/zhang-wei/表.xlsx"},
		{Kind: model.ToURL, URL: "https://example.com/x"},
		{Kind: model.ToPerson, Person: "zhang-wei"},
		{Kind: model.ToReview, Period: q3, Person: "zhang-wei", Fragment: "zhang-wei-u-亮点"},
	}
	if diff := cmp.Diff(want, links, deep); diff != "" {
		t.Error(diff)
	}
	if len(images) != 1 || images[0].File != "content/reviews/2026-Q3/zhang-wei/图.png" || images[0].Width != 7 || images[0].Height != 5 {
		t.Errorf("images %+v", images)
	}
	body := review.Comments[0].Body.Sections[0]
	if body.Part != model.Strengths || body.Sections[0].Dimension != "communication" || body.Sections[1].Theme != "market" {
		t.Errorf("comment %v %q %q", body.Part, body.Sections[0].Dimension, body.Sections[1].Theme)
	}
	if both := body.Sections[2]; both.Dimension != "team" || both.Theme != "team" {
		t.Errorf("a heading that names both is of dimension %q and theme %q", both.Dimension, both.Theme)
	}
	if got := review.Log.Body.Sections[0].Date; got != day("2026-08-12") {
		t.Errorf("the talk was on %v", got)
	}
	if got := review.Report.Body.Sections[0].Theme; got != "data" {
		t.Errorf("theme %q", got)
	}
}

// With faults in it, a portfolio can still be computed on.
func TestFaultyPortfolioHoldsTogether(t *testing.T) {
	fsys := fstest.MapFS{
		"content/teams/hq.md":                      {Data: []byte("---\nname: 总部\nlead: nobody\n---\n")},
		"content/teams/a.md":                       {Data: []byte("---\nname: 甲\nparent: b\n---\n")},
		"content/teams/b.md":                       {Data: []byte("---\nname: 乙\nparent: a\n---\n")},
		"content/teams/broken.md":                  {Data: []byte("---\nname: [\n---\n")},
		"content/teams/child.md":                   {Data: []byte("---\nname: 丙\nparent: broken\n---\n")},
		"content/people/x.md":                      {Data: []byte("---\nname: 子\nmanager: nobody\nteams: [{team: nowhere}, {team: hq, from: 2026-01}]\n---\n")},
		"content/people/unread.md":                 {Data: []byte("---\nname\n---\n")},
		"content/reviews/2026-Q3/unread/report.md": {Data: []byte("---\nstatus: submitted\n---\n")},
		"content/reviews/2026-Q3/nobody/report.md": {Data: []byte("---\nstatus: submitted\n---\n")},
		"content/reviews/2026-Q3/x/report.md":      {Data: []byte("---\nmetrics: {revenue: x}\n---\n")},
		"content/reviews/2026-Q2/x/report.md":      {Data: []byte("---\nmetrics: {revenue: 5}\n---\n[x](none.md)\n")},
	}
	p, faults, err := Load(fsys)
	if err != nil || !faults.HasErrors() {
		t.Fatal(faults, err)
	}
	roots := 0
	for _, team := range p.Teams {
		switch {
		case team.Parent == "":
			roots++
		case p.Team(team.Parent) == nil:
			t.Errorf("%s: the parent %s is not there", team.ID, team.Parent)
		}
		steps := 0
		for at := team; at.Parent != "" && steps <= len(p.Teams); at = p.Team(at.Parent) {
			steps++
		}
		if steps > len(p.Teams) {
			t.Errorf("%s: the parents lead in a circle", team.ID)
		}
	}
	if roots != 1 || p.Team("hq").Lead != "" {
		t.Errorf("%d roots, lead %q", roots, p.Team("hq").Lead)
	}
	x := p.Person("x")
	if x.Manager != "" || len(x.Stints) != 1 || x.Stints[0].Team != "hq" {
		t.Errorf("%+v", x)
	}
	if len(p.Reviews) != 2 {
		t.Errorf("%d reviews, want those of x", len(p.Reviews))
	}
	want := []string{"content/people/unread.md", "content/reviews/2026-Q3/x/report.md", "content/teams/broken.md"}
	if got := slices.Sorted(maps.Keys(p.Faulty)); !slices.Equal(got, want) {
		t.Errorf("faulty files %q, want %q", got, want)
	}
	want = []string{"content/people/x.md", "content/teams/a.md", "content/teams/b.md", "content/teams/child.md"}
	if got := slices.Sorted(maps.Keys(p.Misplaced)); !slices.Equal(got, want) {
		t.Errorf("misplaced files %q, want %q", got, want)
	}
}

func TestNumberOfProcessorsMakesNoDifference(t *testing.T) {
	fsys := os.DirFS("../..")
	load := func(processors int) (*model.Portfolio, string) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		p, faults, err := Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return p, printed(faults)
	}
	one, oneFaults := load(1)
	many, manyFaults := load(8)
	if diff := cmp.Diff(one, many, deep, cmp.Comparer(func(a, b map[model.PersonID]*model.Person) bool { return len(a) == len(b) })); diff != "" {
		t.Error(diff)
	}
	if oneFaults != manyFaults {
		t.Errorf("one processor tells\n%s\neight tell\n%s", oneFaults, manyFaults)
	}
}

func TestRealPortfolioHasNoFaults(t *testing.T) {
	for name, dir := range map[string]string{"demo": "../..", "superstore-zh": "../../../shared/portfolios/superstore-zh"} {
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(dir + "/content"); err != nil {
				t.Skip("the portfolio is not here")
			}
			p, faults, err := Load(os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			if len(faults) > 0 || len(p.Reviews) == 0 {
				t.Errorf("%d reviews\n%s", len(p.Reviews), printed(faults))
			}
		})
	}
}

func TestSchemas(t *testing.T) {
	for _, name := range SchemaNames() {
		text, ok := Schema(name)
		var s map[string]any
		if err := json.Unmarshal(text, &s); !ok || err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if s["$schema"] != "https://json-schema.org/draft/2020-12/schema" || s["additionalProperties"] != false {
			t.Errorf("%s: %v", name, s["$schema"])
		}
		properties, _ := s["properties"].(map[string]any)
		for key, p := range properties {
			if d, _ := p.(map[string]any)["description"].(string); d == "" {
				t.Errorf("%s: %s is not described", name, key)
			}
		}
	}
	if _, ok := Schema("nothing"); ok {
		t.Error("there is a schema of nothing")
	}
	text, _ := Schema("person")
	var person struct {
		Required   []string
		Properties map[string]struct{ Pattern string }
	}
	if err := json.Unmarshal(text, &person); err != nil || !slices.Equal(person.Required, []string{"name"}) || person.Properties["joined"].Pattern != datePattern {
		t.Errorf("person: %+v %v", person, err)
	}
}
