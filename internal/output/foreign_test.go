//go:build linux

package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// What people and programs keep in the folder of a site. Each layout is made
// in dir, which holds the first edition, and names what it made.
var layouts = []struct {
	name  string
	paths []string
	make  func(tb testing.TB, dir string)
}{
	{"a file", []string{"CNAME"}, puts("CNAME")},
	{"a file in a folder", []string{"keep", "keep/payroll.txt"}, puts("keep/payroll.txt")},
	{"a deep folder", []string{"a", "a/b", "a/b/c", "a/b/c/d"}, puts("a/b/c/d")},
	{"a repository", []string{".git", ".git/HEAD", ".git/objects/ab/cdef", ".git/refs/heads"}, func(tb testing.TB, dir string) {
		puts(".git/HEAD", ".git/objects/ab/cdef")(tb, dir)
		check(tb, os.MkdirAll(filepath.Join(dir, ".git/refs/heads"), 0o777))
		check(tb, os.Chmod(filepath.Join(dir, ".git/objects/ab/cdef"), 0o444))
	}},
	{"an empty folder", []string{"uploads"}, mkdirs("uploads")},
	{"empty folders in folders", []string{"u", "u/v", "u/v/w"}, mkdirs("u/v/w")},
	{"a file beside a page", []string{"people/a/photo.jpg"}, puts("people/a/photo.jpg")},
	{"a file beside a page that goes", []string{"people/gone/photo.jpg"}, puts("people/gone/photo.jpg")},
	{"an empty folder beside a page that goes", []string{"people/gone/x"}, mkdirs("people/gone/x")},
	{"a backup of a page", []string{"index.html~", "index.html.gz"}, puts("index.html~", "index.html.gz")},
	{"a link to a page", []string{"start.html"}, links("index.html", "start.html")},
	{"a link to nowhere", []string{"dead"}, links("no/such/file", "dead")},
	{"a link to itself", []string{"loop"}, links("loop", "loop")},
	{"a link to a folder of the site", []string{"everybody"}, links("people", "everybody")},
	{"a link to a folder elsewhere", []string{"content"}, links("../content", "content")},
	{"a link to the file system", []string{"keep", "keep/all"}, links("/", "keep/all")},
	{"a file for the owner only", []string{"secret"}, func(tb testing.TB, dir string) {
		puts("secret")(tb, dir)
		check(tb, os.Chmod(filepath.Join(dir, "secret"), 0o400))
	}},
	{"a file without rights", []string{"shut"}, func(tb testing.TB, dir string) {
		puts("shut")(tb, dir)
		check(tb, os.Chmod(filepath.Join(dir, "shut"), 0))
	}},
	{"a program with special rights", []string{"run.cgi"}, func(tb testing.TB, dir string) {
		puts("run.cgi")(tb, dir)
		check(tb, os.Chmod(filepath.Join(dir, "run.cgi"), 0o755|fs.ModeSetuid|fs.ModeSetgid))
	}},
	{"a folder not to write to", []string{"fixed", "fixed/a", "fixed/b", "fixed/b/c"}, func(tb testing.TB, dir string) {
		puts("fixed/a", "fixed/b/c")(tb, dir)
		check(tb, os.Chmod(filepath.Join(dir, "fixed/b"), 0o555))
		check(tb, os.Chmod(filepath.Join(dir, "fixed"), 0o555))
	}},
	{"a folder with special rights", []string{"drop"}, func(tb testing.TB, dir string) {
		mkdirs("drop")(tb, dir)
		check(tb, os.Chmod(filepath.Join(dir, "drop"), 0o777|fs.ModeSticky|fs.ModeSetgid))
	}},
	{"a pipe and a socket", []string{"pipe", "sock"}, func(tb testing.TB, dir string) {
		check(tb, unix.Mkfifo(filepath.Join(dir, "pipe"), 0o600))
		tb.Chdir(dir) // the path of a socket is short
		l, err := net.Listen("unix", "sock")
		check(tb, err)
		tb.Cleanup(func() { l.Close() })
	}},
	{"a file with another name elsewhere", []string{"ledger"}, func(tb testing.TB, dir string) {
		puts("../ledger")(tb, dir)
		check(tb, os.Link(filepath.Join(dir, "../ledger"), filepath.Join(dir, "ledger")))
	}},
	{"a file with holes", []string{"disk.img"}, func(tb testing.TB, dir string) {
		puts("disk.img")(tb, dir)
		check(tb, os.Truncate(filepath.Join(dir, "disk.img"), 1<<30))
	}},
	{"names that are not text", []string{"a\nend\n", "\xff\xfe", " ", "\u202e", "con", `a\b`}, puts("a\nend\n", "\xff\xfe", " ", "\u202e", "con", `a\b`)},
	{"the output of another build", []string{"en", "en/index.html", ".en.reviewfolio/manifest"}, func(tb testing.TB, dir string) {
		puts("en/index.html", ".en.reviewfolio/manifest")(tb, dir)
	}},
}

func puts(paths ...string) func(testing.TB, string) {
	return func(tb testing.TB, dir string) {
		for _, path := range paths {
			put(tb, filepath.Join(dir, path), "mine: "+path)
		}
	}
}

func mkdirs(path string) func(testing.TB, string) {
	return func(tb testing.TB, dir string) { check(tb, os.MkdirAll(filepath.Join(dir, path), 0o750)) }
}

func links(target, path string) func(testing.TB, string) {
	return func(tb testing.TB, dir string) {
		check(tb, os.MkdirAll(filepath.Dir(filepath.Join(dir, path)), 0o777))
		check(tb, os.Symlink(target, filepath.Join(dir, path)))
	}
}

// sight is what must not change about a thing of somebody else.
type sight struct {
	info  fs.FileInfo
	bytes string // of a small file; or the target of a link
}

func see(tb testing.TB, path string) sight {
	tb.Helper()
	info, err := os.Lstat(path)
	check(tb, err)
	s := sight{info: info}
	switch {
	case info.Mode().Type() == fs.ModeSymlink:
		s.bytes, err = os.Readlink(path)
	case info.Mode().IsRegular() && info.Mode().Perm()&0o400 != 0 && info.Size() < 1<<20:
		var b []byte
		b, err = os.ReadFile(path)
		s.bytes = string(b)
	}
	check(tb, err)
	return s
}

// same compares two sights. A folder that is carried is another folder, but it
// has its rights and its time; a folder that also holds pages has its own.
func (s sight) same(other sight, page bool) bool {
	a, b := s.info, other.info
	if a.IsDir() {
		return b.IsDir() && (page || a.Mode() == b.Mode() && a.ModTime().Equal(b.ModTime()))
	}
	return os.SameFile(a, b) && a.Mode() == b.Mode() && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && s.bytes == other.bytes
}

func TestFilesOfOthersSurvive(t *testing.T) {
	if os.Getuid() == 0 {
		asNobody(t) // the rights of root would hide what rights can spoil
		return
	}
	for _, layout := range layouts {
		t.Run(layout.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, dir, edition(t, 0))
			layout.make(t, dir)
			for _, path := range layout.paths {
				if info, err := os.Lstat(filepath.Join(dir, path)); err == nil && info.IsDir() {
					age(t, filepath.Join(dir, path))
				}
			}
			t.Cleanup(func() { // lets the folder be removed
				os.Chmod(filepath.Join(dir, "fixed"), 0o777)
				os.Chmod(filepath.Join(dir, "fixed/b"), 0o777)
			})
			before := make(map[string]sight)
			for _, path := range layout.paths {
				before[path] = see(t, filepath.Join(dir, path))
			}
			for n := 1; n < 5; n++ {
				mustWrite(t, dir, edition(t, n))
				for _, path := range layout.paths {
					if after := see(t, filepath.Join(dir, path)); !before[path].same(after, false) {
						t.Errorf("%s after build %d: was %v and is %v", path, n, before[path].info, after.info)
					}
				}
				settled(t, dir)
			}
			failing := edition(t, 5)
			add(t, failing, "zz.html", func(io.Writer) error { return errors.New("bad") })
			if _, err := Write(t.Context(), dir, failing); err == nil {
				t.Fatal("a failing build did not fail")
			}
			for _, path := range layout.paths {
				if after := see(t, filepath.Join(dir, path)); !before[path].same(after, false) {
					t.Errorf("%s after a build that failed: was %v and is %v", path, before[path].info, after.info)
				}
			}
		})
	}
}

func TestWhereAPageWouldTakeThePlaceOfAnotherFile(t *testing.T) {
	for _, c := range []struct {
		name, blocker string
		make          func(testing.TB, string)
	}{
		{"a file", "new.html", puts("new.html")},
		{"a file of the same bytes", "new.html", func(tb testing.TB, dir string) { put(tb, filepath.Join(dir, "new.html"), "new") }},
		{"a folder", "new.html", mkdirs("new.html")},
		{"a folder with a file", "new.html", puts("new.html/a")},
		{"a link to a page", "new.html", links("index.html", "new.html")},
		{"a link to nowhere", "new.html", links("nowhere", "new.html")},
		{"a link to a file elsewhere", "new.html", links("../outside/secret", "new.html")},
		{"a file for a folder", "sub", puts("sub")},
		{"a link for a folder", "sub", links("people", "sub")},
		{"a link for a folder, to elsewhere", "sub", links("../outside", "sub")},
		{"a link for a folder, to an absolute path", "sub", links("/", "sub")},
		{"a link for an inner folder", "people/sub", links("../../outside", "people/sub")},
		{"a link for a page that was built", "people/a/index.html", func(tb testing.TB, dir string) {
			check(tb, os.Remove(filepath.Join(dir, "people/a/index.html")))
			links("../../../outside/secret", "people/a/index.html")(tb, dir)
		}},
		{"a link for a folder that was built", "people", func(tb testing.TB, dir string) {
			check(tb, os.Rename(filepath.Join(dir, "people"), filepath.Join(dir, "../outside/people")))
			links("../outside/people", "people")(tb, dir)
		}},
		{"a link inside for a folder that was built", "people", func(tb testing.TB, dir string) {
			check(tb, os.Rename(filepath.Join(dir, "people"), filepath.Join(dir, "folk")))
			links("folk", "people")(tb, dir)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			above := t.TempDir()
			dir := filepath.Join(above, "public")
			put(t, filepath.Join(above, "outside/secret"), "payroll")
			mustWrite(t, dir, edition(t, 0))
			c.make(t, dir)
			before, outside := look(t, dir), look(t, filepath.Join(above, "outside"))
			files := editionTexts(1)
			for _, path := range []string{"new.html", "sub/new.html", "people/sub/new.html"} {
				files[path] = "new"
			}
			for range 2 {
				_, err := Write(t.Context(), dir, site(t, files))
				refused(t, err, filepath.Join(dir, c.blocker), Occupied)
			}
			if after := look(t, dir); !maps.Equal(before, after) {
				t.Errorf("was %v and is %v", before, after)
			}
			if after := look(t, filepath.Join(above, "outside")); !maps.Equal(outside, after) {
				t.Errorf("outside was %v and is %v", outside, after)
			}
			settled(t, dir)
		})
	}
}

// The old site is put together by hand as a build leaves it that died right
// after the swap, while somebody was at work in the folder.
func TestFilesWrittenDuringASwapAreNotLost(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "public")
	swap := filepath.Join(above, ".public.reviewfolio", swapName)
	mustWrite(t, dir, edition(t, 0))
	puts("replaced", "same", "deleted", "d/both")(t, dir)

	p, err := open(dir, nil)
	check(t, err)
	old, _, err := p.loadManifest()
	check(t, err)
	seen := make(map[string]stamp)
	for _, path := range []string{"replaced", "same", "deleted", "d/both"} {
		info, err := os.Lstat(filepath.Join(dir, path))
		check(t, err)
		seen[path] = stampOf(info)
		mkdir(t, filepath.Dir(filepath.Join(swap, path)))
		check(t, os.Link(filepath.Join(dir, path), filepath.Join(swap, path)))
	}
	check(t, p.saveManifest(journal(old, newManifest(), seen)))
	p.close()

	remove(t, filepath.Join(swap, "replaced")) // as an editor does: another file of that name
	put(t, filepath.Join(swap, "replaced"), "new words")
	put(t, filepath.Join(swap, "came/late"), "late")
	remove(t, filepath.Join(dir, "deleted"))
	check(t, os.WriteFile(filepath.Join(dir, "same"), []byte("written in place"), 0o666))

	before := look(t, dir)
	for _, path := range []string{"came/late", "replaced"} {
		for range 2 {
			_, err = Write(t.Context(), dir, edition(t, 1))
			refused(t, err, filepath.Join(swap, path), Stranded)
		}
		if after := look(t, dir); !maps.Equal(before, after) {
			t.Errorf("was %v and is %v", before, after)
		}
		rename(t, filepath.Join(swap, path), filepath.Join(above, "rescued"))
	}
	mustWrite(t, dir, edition(t, 1))
	want := editionTexts(1)
	want["replaced"], want["same"], want["d/both"] = "mine: replaced", "written in place", "mine: d/both"
	sameTexts(t, dir, want)
	settled(t, dir)
}

// A folder's rights are the server's way to read it.
func TestTheFolderKeepsItsRights(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	check(t, os.Mkdir(dir, 0o777))
	for n, mode := range []fs.FileMode{0o750, 0o775, 0o700, 0o755 | fs.ModeSetgid} {
		check(t, os.Chmod(dir, mode))
		mustWrite(t, dir, edition(t, n))
		info, err := os.Stat(dir)
		check(t, err)
		if got := info.Mode() &^ fs.ModeDir; got != mode {
			t.Errorf("got %v, want %v", got, mode)
		}
	}
}

// While sites are built, a folder of the old one is all the time a folder and a
// link to one elsewhere in turn, where files of the same names hold what is not
// to be published. Builds may fail, but nothing of it comes into the site, and
// nothing goes out of it.
func TestAFolderThatBecomesALink(t *testing.T) {
	above := t.TempDir()
	dir, outside := filepath.Join(above, "public"), filepath.Join(above, "outside")
	files := map[string]string{"index.html": "0", "people/a.html": "A", "people/b.html": "B"}
	mustWrite(t, dir, site(t, files))
	puts("a.html", "b.html", "c.html")(t, outside)
	before := look(t, outside)
	trap := filepath.Join(dir, ".trap")

	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-done:
				return
			default:
				os.Symlink("../outside", trap)
				unix.Renameat2(unix.AT_FDCWD, trap, unix.AT_FDCWD, filepath.Join(dir, "people"), unix.RENAME_EXCHANGE)
			}
		}
	}()
	built := 0
	for n := range 300 {
		files["index.html"] = fmt.Sprint(n)
		_, err := Write(t.Context(), dir, site(t, files))
		if err == nil {
			built++
		}
		if e, ok := errors.AsType[*RefusedError](err); ok && e.Reason == Stranded {
			remove(t, filepath.Join(above, ".public.reviewfolio", swapName))
		}
	}
	close(done)
	<-stopped
	t.Logf("%d of 300 builds went through", built)
	if after := look(t, outside); !maps.Equal(before, after) {
		t.Errorf("outside was %v and is %v", before, after)
	}
	for path, what := range look(t, dir) {
		if what[0] != '-' {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, path))
		check(t, err)
		if strings.HasPrefix(string(b), "mine") {
			t.Errorf("%s holds %q", path, b)
		}
	}
}
