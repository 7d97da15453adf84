package source

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing/fstest"
)

// A writer edits a portfolio as people do who are in a hurry: each edit is
// drawn from what the format knows and from what goes wrong.
type writer struct {
	*rand.Rand
	files fstest.MapFS
}

func pick[T any](w *writer, list ...T) T { return list[w.IntN(len(list))] }

var (
	writerPeople  = []string{"an", "bo", "cai", "an-2"}
	writerTeams   = []string{"hq", "east", "west"}
	writerPeriods = []string{"2025-Q4", "2026-Q1", "2026-Q2", "2026-H1", "2026-01"}
	writerPages   = []string{"guide", "faq"}
)

func newWriter(seed uint64) *writer {
	w := &writer{rand.New(rand.NewPCG(seed, 1)), fstest.MapFS{}}
	w.write("content/teams/hq.md", "---\nname: 总部\n---\n")
	w.write("content/people/an.md", "---\nname: 安\nteam: hq\n---\n")
	for range 12 {
		w.edit()
	}
	return w
}

func (w *writer) write(name, text string) []string {
	w.files[name] = &fstest.MapFile{Data: []byte(text)}
	return []string{name}
}

// edit makes one edit and returns the paths that a watcher would name.
func (w *writer) edit() []string {
	paths := w.change()
	for name := range w.files { // no file stands where a folder is
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if w.files[dir] != nil {
				delete(w.files, dir)
				paths = append(paths, dir)
			}
		}
	}
	if !slices.ContainsFunc(slices.Collect(maps.Keys(w.files)), func(name string) bool { return isBelow(name, contentFolder) }) {
		return append(paths, w.write("content/pages/guide.md", w.page())...) // without content/ it is no portfolio
	}
	return paths
}

func (w *writer) change() []string {
	switch w.IntN(24) {
	case 0, 1, 2, 3, 4, 5, 6:
		return w.write(w.reviewFile())
	case 7, 8:
		return w.write("content/people/"+pick(w, writerPeople...)+".md", w.person())
	case 9, 10:
		return w.write("content/teams/"+pick(w, writerTeams...)+".md", w.team())
	case 11:
		return w.write("content/pages/"+pick(w, writerPages...)+".md", w.page())
	case 12, 13:
		return w.write("content/site.yaml", w.site())
	case 14:
		return w.write(pick(w, w.attachments()...), string(w.picture()))
	case 15:
		return w.odd()
	case 16, 17:
		return w.remove()
	case 18:
		return w.rename()
	case 19, 20:
		return w.spoil()
	case 21:
		return w.touch()
	default:
		return w.append()
	}
}

// some returns a file that is there, "" where none is.
func (w *writer) some() string {
	if len(w.files) == 0 {
		return ""
	}
	return pick(w, slices.Sorted(maps.Keys(w.files))...)
}

func (w *writer) remove() []string {
	name := w.some()
	delete(w.files, name)
	return []string{name}
}

// rename moves a file, or a folder with all that is in it.
func (w *writer) rename() []string {
	from := w.some()
	if w.IntN(2) == 0 && strings.Count(from, "/") > 1 {
		from = path.Dir(from)
	}
	to := path.Join(path.Dir(from), pick(w, "an", "bo", "cai", "2026-Q2", "Cai", "x.md", "report.md", "reviews"))
	for name, file := range maps.Clone(w.files) {
		if isBelow(name, from) {
			delete(w.files, name)
			w.files[to+strings.TrimPrefix(name, from)] = file
		}
	}
	return []string{from, to}
}

// spoil breaks the front matter of a file, as half a keystroke does.
func (w *writer) spoil() []string {
	name := w.some()
	if text := w.text(name); strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".yaml") {
		return w.write(name, pick(w, "---\n{\n"+text, strings.Replace(text, ": ", ":", 1), strings.Replace(text, "---", "--", 1), "", "---\nnmae: x\n"+strings.TrimPrefix(text, "---\n"), "\xff"+text))
	}
	return []string{name}
}

func (w *writer) append() []string {
	name := w.some()
	if !strings.HasSuffix(name, ".md") {
		return []string{name}
	}
	return w.write(name, w.text(name)+w.prose())
}

// touch names what was not written.
func (w *writer) touch() []string {
	return []string{pick(w, w.some(), path.Dir(w.some()), "content/none.md", "content/reviews/none", "content/.git/index", "assets/logo.png", "layouts/x.html", "content/other/x.md", "..", "/")}
}

func (w *writer) text(name string) string {
	if f := w.files[name]; f != nil {
		return string(f.Data)
	}
	return ""
}

func (w *writer) odd() []string {
	name := pick(w, "content/people/Cai.md", "content/people/AN_2.md", "content/reviews/2026Q1/an/report.md", "content/reviews/2026-Q1/An/report.md",
		"content/reviews/2026-Q1/an/Report.md", "content/reviews/2026-Q1/an/bo.MD", "content/reviews/2026-Q1/an/部.md", "content/reviews/stray.md", "content/people/report.md",
		"content/.hidden/x.md", "content/notes.md", "content/other/x.md", "content/teams/x", "content/imports/a.csv", "assets/logo.png", "content/reviews/2026-Q1/ann/report.md")
	if w.IntN(4) == 0 {
		name = pick(w, "content/people/bo.md", "content/reviews/2026-Q1/an/report.md", "content/reviews/2026-Q1/bo", "content/pages/pic.png", "content/imports")
		for below := range maps.Clone(w.files) {
			if isBelow(below, name) {
				delete(w.files, below)
			}
		}
		w.files[name] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("nowhere")}
		return []string{name}
	}
	return w.write(name, w.person())
}

func (w *writer) attachments() []string {
	return []string{"content/pages/pic.png", "content/reviews/2026-Q1/an/pic.png", "content/reviews/2026-Q1/an/表.xlsx", "content/pages/pic.svg"}
}

func (w *writer) picture() []byte {
	if w.IntN(3) == 0 {
		return []byte("no picture")
	}
	return pictureOf(1 + w.IntN(3))
}

// pictureOf returns an image of this width.
func pictureOf(width int) []byte {
	var b bytes.Buffer
	png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 2))) // a Buffer takes everything
	return b.Bytes()
}

func (w *writer) reviewFile() (name, text string) {
	dir := path.Join("content/reviews", pick(w, writerPeriods...), pick(w, writerPeople...))
	switch w.IntN(8) {
	case 0:
		return dir + "/log.md", pick(w, "## 2026-03-02 谈\n好。\n", "## 谈\n") + w.prose()
	case 1:
		return dir + "/calibration.md", pick(w, "---\ngrade: A\n---\n", "---\ngrade: 优\n---\n", "---\ngrade: Z\n---\n", "---\n---\n") + w.prose()
	case 2, 3:
		return dir + "/" + pick(w, append(writerPeople, "hr-li")...) + ".md", w.comment()
	}
	return dir + "/report.md", w.report()
}

func (w *writer) date() string {
	return fmt.Sprintf("2026-0%d-1%d", 1+w.IntN(9), w.IntN(10))
}

func (w *writer) report() string {
	var b strings.Builder
	b.WriteString("---\n")
	fmt.Fprintf(&b, "status: %s\n", pick(w, "draft", "open", "submitted", "submitted", "shared"))
	for _, line := range []string{
		"date: " + w.date(),
		fmt.Sprintf("metrics: {revenue: {target: 100, actual: %d}, orders: %d}", w.IntN(200), w.IntN(9)),
		"metrics: {own: 3, revenue: 5}",
		"goals: [{id: " + pick(w, "g", "h") + ", statement: 多, metric: revenue, target: 9, supports: " + pick(w, "hq", "wst") + "}]",
		"outcomes: {" + pick(w, "g", "h") + ": {status: kept}}",
		"history: [{status: submitted, by: " + pick(w, "an", "hr-li", "b0") + "}]",
		"breakdowns: {channel: {直销: 60, 经销: 39}}",
		"self_ratings: {performance: 4, " + pick(w, "team", "own") + ": 3}",
	} {
		if w.IntN(3) == 0 && !strings.Contains(b.String(), line[:4]) {
			b.WriteString(line + "\n")
		}
	}
	return b.String() + "---\n" + w.prose()
}

func (w *writer) comment() string {
	return "---\nrole: " + pick(w, "peer", "self", "manager", "boss") + "\n" +
		pick(w, "", "date: "+w.date()+"\n", "status: draft\ndate: "+w.date()+"\n") + pick(w, "", "ratings: {performance: 4}\n", "ratings: {own: 4}\n") + "---\n" + w.prose()
}

func (w *writer) person() string {
	return "---\nname: " + pick(w, "安", "博") + "\n" + pick(w, "", "manager: "+pick(w, "an", "bo", "cia")+"\n") +
		pick(w, "team: hq", "team: "+pick(w, writerTeams...), "teams: [{team: hq}, {team: "+pick(w, "east", "weast")+", from: 2026-02-01}]", "left: 2026-02-01", "cycle: none") + "\n---\n" + w.prose()
}

func (w *writer) team() string {
	return "---\nname: 队\n" + pick(w, "", "parent: "+pick(w, "hq", "east", "west", "n0rth")+"\n") + pick(w, "", "lead: "+pick(w, "an", "bo", "nobody")+"\n") +
		pick(w, "", "targets: {2026-Q1: {revenue: 7, own: 1}}\n") + "---\n" + w.prose()
}

func (w *writer) page() string { return pick(w, "", "---\ntitle: 指南\n---\n") + w.prose() }

func (w *writer) prose() string {
	var b strings.Builder
	for range w.IntN(5) {
		b.WriteString(pick(w,
			"## 数据分析\n好。\n", "## 第一步\n好。\n", "## 目标达成 {#mine}\n", "### 细节\n", "## 第一步\n",
			"[一](../../2026-Q1/an/report.md)\n", "[二](../../2026-Q1/an/report.md#mine)\n", "[三](../../2026-Q1/an/bo.md#第一步)\n", "[四](#数据分析)\n",
			"[五](../../../pages/guide.md#第一步)\n", "[六](../people/an.md)\n", "[七](person:"+pick(w, writerPeople...)+")\n", "[八](team:"+pick(w, writerTeams...)+")\n",
			"[九](表.xlsx)\n", "[十](../site.yaml#x)\n", "[甲](guide.md#第一步)\n", "[乙](pic.png#x)\n", "[丙](../pages/pic.svg)\n",
			"![图](pic.png)\n", "![图](../../../pages/pic.png)\n", "![图](none.png)\n", "[丁](../../../../../x.md)\n", "[戊](../reviews/2026-Q1/an/report.md#u-第一步)\n",
			"- [ ] 做 @"+pick(w, "an", "bo", "hr-li", "cy")+" due:2026-05-01 {#a}\n", "[12](metric:revenue.actual?person="+pick(w, "an", "xi")+")\n", "[1](metric:own.actual)\n", "<b>x</b>\n", "字\n"))
	}
	return b.String()
}

func (w *writer) site() string {
	var b strings.Builder
	for _, line := range []string{
		"title: 述职" + pick(w, "", "二"), "as_of: " + w.date(), "reviewers: {hr-li: {name: 李}}", "reviewers: {hr-li: {name: 李}, cy: {name: 七}}",
		"metrics: {own: {label: 自定}}", "ratings: {dimensions: {performance: {weight: 60}, own: {weight: 40}}}",
		"ratings: {grades: [{grade: 优, min: 3}, {grade: A, min: 1}]}", "fiscal_year_start: 4", "look: {logo: logo.png}", "look: {logo: x}",
		"kpis: {revenue: 100}", "themes: {data: {aliases: [第一步]}}", "cuts: {score: [2, 3]}", "kpis: {revenue: 10}", "metrics: {own: {kind: x}}", "titel: x",
	} {
		if w.IntN(7) == 0 && !strings.Contains("\n"+b.String(), "\n"+line[:4]) {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}
