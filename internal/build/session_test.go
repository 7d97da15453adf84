package build

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"reviewfolio/layouts"
)

var sequences = flag.Int("sequences", 40, "how many random sequences of edits are tried")

// Whatever people do to the files, and in whatever order, the site of a session
// is in the end the one that a build makes of them, and so are the faults.
func TestSessionIsABuildAfterRandomEdits(t *testing.T) {
	var w *writer
	compared := 0
	for n := range *sequences {
		if n%10 == 0 || w.unreadable() {
			w = newWriter(t, uint64(n))
		}
		for range 1 + w.rnd.IntN(6) {
			w.edit()
		}
		if w.mend(); w.unreadable() {
			continue
		}
		compared++
		if w.compare(fmt.Sprintf("sequence %d", n)); t.Failed() {
			return
		}
	}
	if t.Logf("%d of %d sequences end readable", compared, *sequences); compared < *sequences*4/5 {
		t.Error("too few")
	}
}

// unreadable reports whether a file is broken, as one of a lead that was copied
// to the lead: then the session shows what it said last, and a build nothing.
func (w *writer) unreadable() bool {
	checked, err := Check(w.files, true)
	if err != nil {
		w.t.Fatal(err)
	}
	return len(checked.Portfolio.Faulty) > 0
}

// A writer edits a portfolio at random, and has a session follow.
type writer struct {
	t       *testing.T
	rnd     *rand.Rand
	files   fstest.MapFS
	session *Session
	last    State
	broken  map[string][]byte // the good text of what is broken
	log     []string
}

func newWriter(t *testing.T, seed uint64) *writer {
	t.Helper()
	archive, err := txtar.ParseFile("../browsertest/testdata/edges.txtar")
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{t: t, rnd: rand.New(rand.NewPCG(seed, 5)), files: fstest.MapFS{}, broken: map[string][]byte{}}
	for _, f := range archive.Files {
		w.files[f.Name] = &fstest.MapFile{Data: slices.Clip(f.Data), Mode: 0o644}
	}
	w.session = NewSession(w.files)
	w.update()
	return w
}

func (w *writer) update(paths ...string) {
	w.t.Helper()
	state, err := w.session.Update(paths)
	if err != nil {
		w.t.Fatalf("%v\nafter %s", err, strings.Join(w.log, "\n"))
	}
	w.last = state
}

func (w *writer) write(name string, text []byte) {
	w.files[name] = &fstest.MapFile{Data: text, Mode: 0o644}
	w.update(name)
}

func (w *writer) remove(name string) {
	delete(w.files, name)
	delete(w.broken, name)
	w.update(name)
}

// any returns a file whose path matches; "" where there is none.
func (w *writer) any(pattern string) string {
	re := regexp.MustCompile(pattern)
	var list []string
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		if re.MatchString(name) && w.broken[name] == nil {
			list = append(list, name)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return list[w.rnd.IntN(len(list))]
}

const (
	anyText   = `^content/.*\.md$`
	anyReport = `^content/reviews/.*/report\.md$`
	anyReview = `^content/reviews/.*\.md$`
)

var (
	number = regexp.MustCompile(`: [0-9]{2,}[,}\n]`) // of a metric, not of a date
	folder = regexp.MustCompile(`reviews/[^/]+/[^/]+/`)
)

// edit does one of the things that people do.
func (w *writer) edit() {
	edits := []struct {
		name string
		do   func(file string)
		of   string
	}{
		{"text", func(f string) {
			w.write(f, fmt.Appendf(slices.Clone(w.files[f].Data), "\n更多 %d。\n", w.rnd.IntN(100)))
		}, anyText},
		{"task", func(f string) {
			w.write(f, fmt.Appendf(slices.Clone(w.files[f].Data), "\n- [ ] Call %d @ada due:2026-09-01\n", w.rnd.IntN(9)))
		}, anyReview},
		{"figure", w.figure, anyReport},
		{"copy", func(f string) { w.write(w.elsewhere(f), w.files[f].Data) }, anyReview},
		{"delete", w.remove, anyReview},
		{"rename", func(f string) {
			to, text := w.elsewhere(f), w.files[f].Data
			delete(w.files, f)
			w.files[to] = &fstest.MapFile{Data: text, Mode: 0o644}
			w.update(f, to)
		}, anyReview},
		{"settings", w.settings, `^content/site\.yaml$`},
		{"layout", func(string) { w.override("layouts/person.html", layouts.FS, "person.html") }, ""},
		{"layout broken", func(string) { w.breakFile("layouts/team.html", []byte("{{define \"main\"}}{{.Nothing}}{{end}}")) }, ""},
		{"layout gone", w.remove, `^layouts/`},
		{"asset", func(string) { w.write("assets/extra.css", fmt.Appendf(nil, "/* %d */", w.rnd.IntN(100))) }, ""},
		{"asset gone", w.remove, `^assets/`},
		{"broken", func(f string) { w.breakFile(f, []byte("---\nname: [\n---\n")) }, anyText},
		{"nothing", func(f string) { w.update(f) }, anyText},
	}
	x := edits[w.rnd.IntN(len(edits))]
	file := ""
	if x.of != "" {
		if file = w.any(x.of); file == "" {
			return
		}
	}
	w.log = append(w.log, x.name+" "+file)
	x.do(file)
}

// figure changes one number of a report's front matter.
func (w *writer) figure(file string) {
	head, body, _ := strings.Cut(strings.TrimPrefix(string(w.files[file].Data), "---\n"), "\n---\n")
	at := number.FindAllStringIndex(head, -1)
	if len(at) == 0 {
		return
	}
	n := at[w.rnd.IntN(len(at))]
	w.write(file, fmt.Appendf(nil, "---\n%s: %d%s\n---\n%s", head[:n[0]], 10+w.rnd.IntN(90), head[n[1]-1:], body))
}

// elsewhere returns the file's name in another review's folder.
func (w *writer) elsewhere(file string) string {
	to := folder.FindString(w.any(anyReview))
	if to == "" {
		return file
	}
	return folder.ReplaceAllString(file, to)
}

func (w *writer) settings(file string) {
	text := regexp.MustCompile(`(?m)^title: .*$`).ReplaceAll(w.files[file].Data, fmt.Appendf(nil, "title: Sales %d", w.rnd.IntN(9)))
	if w.rnd.IntN(3) == 0 {
		text = regexp.MustCompile(`(?m)^as_of: .*$`).ReplaceAll(text, fmt.Appendf(nil, "as_of: 2026-08-%d", 10+w.rnd.IntN(20)))
	}
	w.write(file, text)
}

// override writes a built-in file with a comment in it.
func (w *writer) override(name string, from fs.FS, file string) {
	text, err := fs.ReadFile(from, file)
	if err != nil {
		w.t.Fatal(err)
	}
	w.write(name, bytes.Replace(text, []byte("{{template \"head\" .Head}}"), fmt.Appendf(nil, "{{template \"head\" .Head}}<!-- %d -->", w.rnd.IntN(9)), 1))
}

// breakFile makes a file one that cannot be read until it is mended.
func (w *writer) breakFile(name string, text []byte) {
	if w.broken[name] != nil {
		return
	}
	good := []byte{}
	if f := w.files[name]; f != nil {
		good = f.Data
	}
	w.broken[name] = good
	w.write(name, text)
	if !w.last.Faults.HasErrors() {
		w.t.Errorf("%s is broken and nothing is told", name)
	}
}

// mend undoes what breakFile did.
func (w *writer) mend() {
	for _, name := range slices.Sorted(maps.Keys(w.broken)) {
		good := w.broken[name]
		if delete(w.broken, name); len(good) == 0 {
			w.remove(name)
		} else {
			w.write(name, good)
		}
	}
}

// compare fails the test where the session and a build differ.
func (w *writer) compare(when string) {
	w.t.Helper()
	checked, err := Check(w.files, true)
	if err != nil {
		w.t.Fatal(err)
	}
	tree, err := Tree(w.files, checked)
	if err != nil {
		w.t.Fatal(err)
	}
	fail := func(format string, args ...any) {
		w.t.Errorf("%s: %s\nafter\n%s", when, fmt.Sprintf(format, args...), strings.Join(w.log, "\n"))
	}
	if got, want := toldOf(w.last), toldOf(State{Faults: checked.Faults}); !reflect.DeepEqual(got, want) {
		fail("faults are %q, a build has %q", got, want)
	}
	if !slices.Equal(w.last.Tree.Paths(), tree.Paths()) {
		fail("the pages differ: %d, a build has %d", len(w.last.Tree.Paths()), len(tree.Paths()))
		return
	}
	for _, p := range tree.Paths() {
		if strings.HasSuffix(p, ".xlsx") && len(w.log)%8 > 0 {
			continue // a workbook costs as much as all pages
		}
		var got, want bytes.Buffer
		if err := w.last.Tree.Render(p, &got); err != nil {
			fail("%v", err)
		}
		if err := tree.Render(p, &want); err != nil {
			w.t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			fail("%s differs: %s", p, firstDifference(got.String(), want.String()))
			return
		}
	}
}

// firstDifference returns the first line of got that is not in want.
func firstDifference(got, want string) string {
	lines := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || line != lines[i] {
			return fmt.Sprintf("line %d: %.600s, a build has %.600s", i+1, line, lines[min(i, len(lines)-1)])
		}
	}
	return "it ends early"
}

func toldOf(s State) []string {
	var list []string
	for _, d := range s.Faults {
		list = append(list, told(d))
	}
	return list
}

// What cannot be read shows what it said last, and everything else goes on.
func TestBrokenFileKeepsItsLastPage(t *testing.T) {
	w := newWriter(t, 1)
	const report, page = "content/reviews/2026-Q2/ada/report.md", "reviews/2026-Q2/ada/index.html"
	before := rendering(t, w.last, page)
	w.breakFile(report, []byte("---\nstatus: submitted\nmetrics: {revenue: [\n---\n"))
	if got := rendering(t, w.last, page); got != before {
		t.Error("the page of the broken report is not the last good one")
	}
	w.write("content/people/ada.md", bytes.ReplaceAll(w.files["content/people/ada.md"].Data, []byte("name: "), []byte("name: Lady ")))
	if got := rendering(t, w.last, page); got == before || !strings.Contains(got, "Lady ") {
		t.Error("the page does not follow another file while its report is broken")
	}
	w.mend()
	w.compare("mended")
}

func rendering(t *testing.T, s State, page string) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Tree.Render(page, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Two hundred times broken and mended, a session neither ends nor tells less.
func TestSessionSurvivesBreaking(t *testing.T) {
	w := newWriter(t, 2)
	for range 200 {
		if file := w.any(anyText); file != "" {
			w.breakFile(file, []byte("---\nname: [\n---\n"))
		}
		w.mend()
	}
	w.compare("after 200 times")
}

// Links of a preview lead to its own pages, not to where the site is published.
func TestSessionKeepsLinksWithin(t *testing.T) {
	const settings, published = "content/site.yaml", "https://hr.example/sales/"
	w := newWriter(t, 3)
	w.write(settings, append(slices.Clone(w.files[settings].Data), "\nbase_url: "+published+"\n"...))
	if checked, err := Check(w.files, true); err != nil || checked.Portfolio.Settings.BaseURL != published {
		t.Fatalf("the portfolio has no address of its own: %v", err)
	}
	for _, path := range w.last.Tree.Paths() {
		if strings.Contains(rendering(t, w.last, path), published) {
			t.Errorf("%s leads to %s", path, published)
		}
	}
	w.write(settings, bytes.ReplaceAll(w.files[settings].Data, []byte("\nbase_url: "+published), nil))
	w.compare("without the address")
}

// An empty folder is filled while the session looks.
func TestSessionBeginsWithNothing(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := root.Mkdir("content", 0o777); err != nil {
		t.Fatal(err)
	}
	s := NewSession(root.FS())
	if _, err := s.Update(nil); err != nil {
		t.Fatal(err)
	}
	if err := root.MkdirAll("content/people", 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"content/teams.md": "", "content/people/ada.md": "---\nname: Ada\n---\n"} {
		if err := root.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	state, err := s.Update([]string{"content/people/ada.md"})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(state.Tree.Paths(), "people/ada/index.html") || !state.New {
		t.Errorf("the pages are %q, new %t", state.Tree.Paths(), state.New)
	}
}
