package source

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A follower reloads a portfolio after every edit and compares with Load.
type follower struct {
	*testing.T
	reader *Reader
	files  fstest.MapFS // as they were
	good   fstest.MapFS // as they could be read last
	last   *model.Portfolio
	told   []told
}

// A told portfolio was handed out; want is the same one, made apart.
type told struct{ got, want *model.Portfolio }

// step reloads paths of files, which the reader's file system holds, and checks
// what comes of it: what Load makes of the files as they could be read last.
func (f *follower) step(files fstest.MapFS, paths []string) {
	f.Helper()
	terms := f.reader.lookup
	got, err := f.reader.Reload(paths)
	if err != nil {
		f.Fatal(err)
	}
	sameTerms := terms == f.reader.lookup
	f.checkStale(files, got.Stale, sameTerms)
	good := maps.Clone(files)
	for name := range got.Stale {
		good[name] = f.good[name]
	}
	want, faults, err := Load(good)
	if err != nil {
		f.Fatal(err)
	}
	if !reflect.DeepEqual(got.Portfolio, want) {
		f.Fatalf("after %q, stale %v:\n%s", paths, got.Stale, cmp.Diff(want, got.Portfolio, deep))
	}
	faults = slices.DeleteFunc(faults, func(d diag.Diagnostic) bool { return got.Stale[d.Pos.File] })
	for name := range got.Stale {
		for _, d := range f.parse(name, files).faults {
			if !f.reader.site.muted[d.Code()] || name == sitePath {
				faults = append(faults, d)
			}
		}
	}
	if got, want := printed(got.Faults), printed(faults); got != want {
		f.Fatalf("after %q it tells\n%s\nwant\n%s", paths, got, want)
	}
	if f.last != nil && sameTerms {
		f.checkKept(got.Portfolio, files)
	}
	f.told = append(f.told, told{got.Portfolio, want})
	f.files, f.good, f.last = maps.Clone(files), good, got.Portfolio
}

func (f *follower) parse(name string, files fstest.MapFS) *parsed {
	p, _ := placeOf(name)
	return parseFile(p, files[name].Data, f.reader.lookup, newMemory())
}

// checkStale compares with what is faulty now and was not before.
func (f *follower) checkStale(files fstest.MapFS, got map[string]bool, sameTerms bool) {
	f.Helper()
	want := map[string]bool{}
	for name, file := range f.good {
		now, p := files[name], f.reader.folder.file(name)
		if p == nil || p.place.kind == 0 || file.Mode != 0 || bytes.Equal(now.Data, file.Data) || !sameTerms && name != sitePath {
			continue
		}
		if f.parse(name, files).faulty && !f.parse(name, f.good).faulty {
			want[name] = true
		}
	}
	if !maps.Equal(got, want) {
		f.Fatalf("stale %v, want %v", got, want)
	}
}

// checkKept compares the parts that are the same as before: they are to be the
// same ones.
func (f *follower) checkKept(p *model.Portfolio, files fstest.MapFS) {
	f.Helper()
	before, now := partsOf(f.last), partsOf(p)
	others := 0
	for name, x := range now {
		if before[name] == x {
			continue
		}
		others++
		written := f.files[name] == nil || files[name] == nil || !bytes.Equal(f.files[name].Data, files[name].Data)
		if !written && !f.reader.folder.file(name).good.relink && reflect.DeepEqual(before[name], x) {
			f.Errorf("%s was not written and is another one", name)
		}
	}
	for _, r := range p.Reviews {
		if old := f.last.Review(r.Period, r.Person); old != nil && old != r && isSameReview(old, r) {
			f.Errorf("the review of %s in %s has the same parts and is another one", r.Person, r.Period)
		}
	}
	if p != f.last && others == 0 && reflect.DeepEqual(p, f.last) {
		f.Error("the portfolio has the same parts and is another one")
	}
}

// partsOf returns what files stand for, by their paths.
func partsOf(p *model.Portfolio) map[string]any {
	parts := map[string]any{}
	for _, r := range p.Reviews {
		if r.Report != nil {
			parts[r.Report.File] = r.Report
		}
		for _, c := range r.Comments {
			parts[c.File] = c
		}
		if r.Log != nil {
			parts[r.Log.File] = r.Log
		}
		if r.Calibration != nil {
			parts[r.Calibration.File] = r.Calibration
		}
	}
	for _, x := range p.People {
		parts[x.File] = x
	}
	for _, x := range p.Teams {
		parts[x.File] = x
	}
	for _, x := range p.Pages {
		parts[x.File] = x
	}
	return parts
}

// checkTold compares all that was handed out with what it was then.
func (f *follower) checkTold() {
	for i, x := range f.told {
		if !reflect.DeepEqual(x.got, x.want) {
			f.Fatalf("the portfolio of step %d has changed since:\n%s", i, cmp.Diff(x.want, x.got, deep))
		}
	}
}

var moreSequences = flag.Int("sequences", 1, "how many times as many sequences of edits are tried")

// sequences is how many sequences of edits are tried.
func sequences(usual int) int {
	if testing.Short() {
		return max(1, usual/6)
	}
	return usual * *moreSequences
}

// After any edits a reload is a load.
func TestReloadIsLoad(t *testing.T) {
	for seed := range sequences(60) {
		w := newWriter(uint64(seed))
		f := &follower{T: t, reader: NewReader(w.files)}
		f.step(w.files, nil)
		for range 8 {
			var paths []string
			for range 1 + w.IntN(3) {
				paths = append(paths, w.edit()...)
			}
			f.step(w.files, paths)
		}
		f.checkTold()
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// The same of the demo, which is far larger and has no faults to begin with.
func TestReloadOfDemoIsLoad(t *testing.T) {
	w := &writer{rand.New(rand.NewPCG(1, 2)), fstest.MapFS{}}
	demo := os.DirFS("../..")
	err := fs.WalkDir(demo, "content", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			text, errRead := fs.ReadFile(demo, name)
			w.files[name], err = &fstest.MapFile{Data: text}, errRead
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	f := &follower{T: t, reader: NewReader(w.files)}
	f.step(w.files, nil)
	if len(f.last.Reviews) == 0 {
		t.Fatal("the demo is not here")
	}
	for range sequences(6) {
		var paths []string
		for range 4 {
			paths = append(paths, w.edit()...)
		}
		f.step(w.files, paths)
	}
	f.checkTold()
}

// The same on a disk, whose folders are kept open and whose links lead away.
func TestReloadOnDiskIsLoad(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("some of the names differ in case only")
	}
	for seed := range sequences(12) {
		w := newWriter(1_000_000 + uint64(seed))
		dir := t.TempDir()
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		f := &follower{T: t, reader: NewReader(root.FS())}
		synced := writeOut(t, dir, nil, w.files)
		f.step(w.files, nil)
		for range 8 {
			paths := w.edit()
			synced = writeOut(t, dir, synced, w.files)
			f.step(w.files, paths)
		}
		f.checkTold()
		root.Close()
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// writeOut makes the files of dir, which are old, the new ones.
func writeOut(t *testing.T, dir string, old, files fstest.MapFS) fstest.MapFS {
	t.Helper()
	same := func(name string) bool {
		a, b := old[name], files[name]
		return a != nil && b != nil && a.Mode == b.Mode && bytes.Equal(a.Data, b.Data)
	}
	for name := range old {
		if !same(name) {
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
			for parent := filepath.Dir(name); parent != "content" && os.Remove(filepath.Join(dir, parent)) == nil; parent = filepath.Dir(parent) {
			}
		}
	}
	for name, file := range files {
		if same(name) {
			continue
		}
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		err := os.WriteFile(full, file.Data, 0o666)
		if file.Mode&fs.ModeSymlink != 0 {
			os.Remove(full)
			err = os.Symlink(string(file.Data), full)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return maps.Clone(files)
}
