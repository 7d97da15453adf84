package source

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/model"
)

const (
	report  = "content/reviews/2026-Q3/zhang-wei/report.md"
	zhang   = "content/people/zhang-wei.md"
	guide   = "content/pages/guide.md"
	picture = "content/pages/pic.png"
)

// An editor writes files and reloads them.
type editor struct {
	*testing.T
	files  fstest.MapFS
	reader *Reader
	Reading
}

func edit(t *testing.T, files fstest.MapFS) *editor {
	e := &editor{T: t, files: files, reader: NewReader(files)}
	e.reload()
	return e
}

func (e *editor) reload(paths ...string) {
	e.Helper()
	var err error
	if e.Reading, err = e.reader.Reload(paths); err != nil {
		e.Fatal(err)
	}
}

func (e *editor) write(name, text string) {
	e.Helper()
	e.files[name] = &fstest.MapFile{Data: []byte(text)}
	e.reload(name)
}

func (e *editor) remove(name string) {
	e.Helper()
	delete(e.files, name)
	e.reload(name)
}

// expect compares the codes of the faults and the files that are stale.
func (e *editor) expect(faults, stale string) {
	e.Helper()
	e.Faults.Sort()
	var codes []string
	for _, d := range e.Faults {
		codes = append(codes, d.Code())
	}
	if got := strings.Join(codes, " "); got != faults {
		e.Errorf("faults %q, want %q", got, faults)
	}
	if got := strings.Join(slices.Sorted(maps.Keys(e.Stale)), " "); got != stale {
		e.Errorf("stale %q, want %q", got, stale)
	}
}

func (e *editor) title() string {
	r := e.Portfolio.Review(period("2026-Q3"), "zhang-wei")
	if r == nil || r.Report == nil {
		return "none"
	}
	return r.Report.Title
}

// A report that cannot be read any more stays as it could be read last, with
// the faults that it has now; one with faults in its prose is shown as it is.
func TestBrokenReportStaysAsItWas(t *testing.T) {
	e := edit(t, portfolio("---\ntitle: 一\n---\n[好](../../2026-Q1/zhang-wei/report.md)\n[图](none.png)\n"))
	e.expect("broken-link broken-link", "")
	before := e.Portfolio
	e.write(report, "---\ntitle: [\n---\n[坏](none.md)\n")
	e.expect("yaml-syntax", report)
	if e.Portfolio != before || e.title() != "一" {
		t.Errorf("title %q, the portfolio is the same: %v", e.title(), e.Portfolio == before)
	}
	e.write(report, "---\ntitle: 二\nmetrics: {revenue: x}\n---\n")
	e.expect("bad-number", report)
	e.write(guide, "[好](../reviews/2026-Q3/zhang-wei/report.md)\n")
	e.expect("bad-number", report)
	if e.title() != "一" || e.Portfolio.Faulty[report] {
		t.Errorf("title %q, faulty %v", e.title(), e.Portfolio.Faulty)
	}
	e.write(report, "---\ntitle: 三\n---\n[坏](none.md)\n")
	if e.expect("broken-link", ""); e.title() != "三" {
		t.Errorf("mended, it is %q", e.title())
	}
	e.write(report, "---\ntitle: [\n---\n")
	e.remove(report)
	if e.expect("broken-link", ""); e.title() != "none" {
		t.Errorf("deleted, it is %q", e.title())
	}
	e.write(report, "---\ntitle: [\n---\n")
	if e.expect("yaml-syntax", ""); e.title() != "none" || !e.Portfolio.Faulty[report] {
		t.Errorf("broken from the start, it is %q, faulty %v", e.title(), e.Portfolio.Faulty)
	}
}

func TestBrokenSettingsStayAsTheyWere(t *testing.T) {
	files := portfolio("---\nmetrics: {own: 3}\n---\n")
	files[sitePath] = &fstest.MapFile{Data: []byte("title: 一\nmetrics: {own: {label: 自定}}\nlook: {logo: x.png}\n")}
	e := edit(t, files)
	e.expect("broken-image", "")
	e.write(sitePath, "title: 二\nmetrics: [\nlook: {logo: x.png}\n")
	e.expect("yaml-syntax", sitePath)
	if p := e.Portfolio; p.Settings.Title != "一" || p.Metric("own") == nil || len(p.Reviews[0].Report.Values) != 1 {
		t.Errorf("title %q, metric %v, values %v", p.Settings.Title, p.Metric("own"), p.Reviews[0].Report.Values)
	}
	e.write(report, "---\nmetrics: {own: 4, none: 1}\n---\n")
	e.expect("unknown-metric yaml-syntax", report+" "+sitePath)
	e.write(sitePath, "title: 三\nmetrics: {own: {label: 自定}, none: {label: 无}}\n")
	if e.expect("", ""); len(e.Portfolio.Reviews[0].Report.Values) != 2 {
		t.Errorf("values %v", e.Portfolio.Reviews[0].Report.Values)
	}
	e.remove(sitePath)
	if e.expect("unknown-metric unknown-metric", ""); e.Portfolio.Settings.Title != "销售述职" {
		t.Errorf("without site.yaml the title is %q", e.Portfolio.Settings.Title)
	}
	e.write(sitePath, "title: [\n")
	e.expect("yaml-syntax", "") // never read: it mutes what may follow from it
}

// What a stale file says of metrics that have come to mean something else does
// not stay.
func TestOtherTermsLetGoOfWhatIsBroken(t *testing.T) {
	e := edit(t, portfolio("---\ntitle: 一\nmetrics: {revenue: 3}\n---\n"))
	e.write(report, "---\ntitle: [\n---\n")
	e.expect("yaml-syntax", report)
	e.write(sitePath, "title: 新\n")
	e.expect("yaml-syntax", report)
	e.write(sitePath, "title: 新\nmetrics: {revenue: {kind: level}}\n")
	if e.expect("yaml-syntax", ""); e.title() != "none" || !e.Portfolio.Faulty[report] {
		t.Errorf("title %q, faulty %v", e.title(), e.Portfolio.Faulty)
	}
}

// What an edit does not touch is in the next portfolio by the same pointer.
func TestReloadKeepsTheRest(t *testing.T) {
	files := portfolio(goodReport)
	files["content/people/li-na.md"] = &fstest.MapFile{Data: []byte("---\nname: 李娜\nteam: hq\n---\n")}
	files["content/reviews/2026-Q3/zhang-wei/li-na.md"] = &fstest.MapFile{Data: []byte("---\nrole: peer\n---\n好。\n")}
	files["content/reviews/2026-Q3/li-na/report.md"] = &fstest.MapFile{Data: []byte("---\ntitle: 娜\n---\n[数据](../zhang-wei/report.md#data)\n")}
	files[guide] = &fstest.MapFile{Data: []byte("![图](pic.png)\n")}
	files[picture] = &fstest.MapFile{Data: pictureOf(3)}
	e := edit(t, files)
	e.expect("", "")
	for _, tc := range []struct {
		name, file, text string
		others           string // the parts that are other ones after
	}{
		{"the same bytes", report, goodReport, ""},
		{"a text", report, goodReport + "又一句。\n", report},
		{"a figure", report, strings.Replace(goodReport, "1345万", "1346万", 1), report},
		{"a heading that others link", report, strings.Replace(goodReport, "## 数据分析", "## 数据", 1), "content/reviews/2026-Q3/li-na/report.md " + report},
		{"a person", zhang, "---\nname: 张伟伟\nteam: hq\n---\n", zhang},
		{"a comment more", "content/reviews/2026-Q3/li-na/zhang-wei.md", "---\nrole: peer\n---\n", "content/reviews/2026-Q3/li-na/zhang-wei.md"},
		{"a title", sitePath, "title: 新\n", ""},
		{"another reviewer", sitePath, "title: 新\nreviewers: {hr: {name: 人事}}\n", ""},
		{"pixels of an image", picture, string(pictureOf(3)), ""},
		{"the size of an image", picture, string(pictureOf(4)), guide},
		{"a file that nobody reads", "content/imports/x.csv", "a", ""},
	} {
		p := e.Portfolio
		before := partsOf(p)
		e.write(tc.file, tc.text)
		var others []string
		for name, part := range partsOf(e.Portfolio) {
			if before[name] != part {
				others = append(others, name)
			}
		}
		slices.Sort(others)
		if got := strings.Join(others, " "); got != tc.others {
			t.Errorf("%s: %q are other ones, want %q", tc.name, got, tc.others)
		}
		for _, r := range e.Portfolio.Reviews {
			folder := strings.TrimSuffix(reportPath(r.Period, string(r.Person)), "report.md")
			if old := p.Review(r.Period, r.Person); (old == r) == strings.Contains(tc.others, folder) {
				t.Errorf("%s: the review of %s is the same: %v", tc.name, r.Person, old == r)
			}
		}
		if same := tc.others == "" && tc.file != sitePath; same != (e.Portfolio == p) {
			t.Errorf("%s: the portfolio is the same: %v", tc.name, !same)
		}
	}
}

// A failing file system tells once what its files do not.
type failing struct {
	fs.FS
	name string
	err  error
}

func (f *failing) Open(name string) (fs.File, error) {
	if name == f.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
	}
	return f.FS.Open(name)
}

func TestReaderGoesOnAfterAnErrorOfTheMachine(t *testing.T) {
	files := portfolio("---\ntitle: 一\n---\n")
	disk := &failing{FS: files}
	e := &editor{T: t, files: files, reader: NewReader(disk)}
	for name, file := range map[string]string{"a file": report, "a folder": "content/people", "everything": "content"} {
		disk.name, disk.err = "", nil
		e.write(report, "---\ntitle: 一\n---\n")
		disk.name, disk.err = file, fs.ErrPermission
		files[report] = &fstest.MapFile{Data: []byte("---\ntitle: 二\n---\n")}
		if _, err := e.reader.Reload([]string{report, zhang}); !errors.Is(err, fs.ErrPermission) {
			t.Fatalf("%s: %v", name, err)
		}
		disk.name = ""
		if e.reload(); e.title() != "二" {
			t.Errorf("%s: then the title is %q", name, e.title())
		}
	}
}

// A file that is gone between the listing and the reading is gone.
func TestFilesThatGoWhileTheyAreRead(t *testing.T) {
	files := portfolio("---\ntitle: 一\n---\n")
	files[sitePath] = &fstest.MapFile{Data: []byte("title: 一\n")}
	disk := &failing{FS: files, name: report, err: fs.ErrNotExist}
	e := &editor{T: t, files: files, reader: NewReader(disk)}
	if e.reload(); e.title() != "none" || len(e.Faults) > 0 {
		t.Errorf("title %q\n%s", e.title(), printed(e.Faults))
	}
	disk.name = sitePath
	e.reload(report, sitePath)
	if e.title() != "一" || e.Portfolio.Settings.Title != "销售述职" || len(e.Faults) > 0 {
		t.Errorf("titles %q, %q\n%s", e.title(), e.Portfolio.Settings.Title, printed(e.Faults))
	}
	disk.name = ""
	if e.reload(sitePath); e.Portfolio.Settings.Title != "一" {
		t.Errorf("title %q", e.Portfolio.Settings.Title)
	}
}

// Readings are read while the Reader goes on.
func TestReadingsAreLeftAlone(t *testing.T) {
	w := newWriter(7)
	r := NewReader(w.files)
	var readers sync.WaitGroup
	for range 40 {
		reading, err := r.Reload(append(w.edit(), w.edit()...))
		if err != nil {
			t.Fatal(err)
		}
		readers.Go(func() {
			eachDoc(reading.Portfolio.WithoutDrafts(), func(doc *model.Doc) { anchorsOf(doc) })
			printed(reading.Faults)
		})
	}
	readers.Wait()
}
