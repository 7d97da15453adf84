package watch

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const report = "content/reviews/2026-Q3/ada/report.md"

// A save is a way to give a file a new text.
type save struct {
	name string
	do   func(t *testing.T, file, text string)
}

func put(t *testing.T, file, text string) { check(t, os.WriteFile(file, []byte(text), 0o644)) }

func rename(t *testing.T, from, to string) { check(t, os.Rename(from, to)) }

func remove(t *testing.T, file string) { check(t, os.Remove(file)) }

// open opens a file as editors do that write in place, which empties it.
func open(t *testing.T, file string) *os.File {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	check(t, err)
	return f
}

func finish(t *testing.T, f *os.File, text string) {
	_, err := f.WriteString(text)
	check(t, err)
	check(t, f.Sync())
	check(t, f.Close())
}

// saves are what editors and tools do, as strace shows them.
var saves = []save{
	{"in place", put},
	{"VS Code", func(t *testing.T, file, text string) { finish(t, open(t, file), text) }},
	{"appended", func(t *testing.T, file, text string) {
		put(t, file, text[:1])
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_APPEND, 0)
		check(t, err)
		finish(t, f, text[1:])
	}},
	{"renamed over", func(t *testing.T, file, text string) {
		put(t, filepath.Dir(file)+"/sedAbC123", text)
		rename(t, filepath.Dir(file)+"/sedAbC123", file)
	}},
	{"Vim, backupcopy=no", func(t *testing.T, file, text string) {
		dir := filepath.Dir(file)
		put(t, dir+"/.report.md.swp", "swap")
		put(t, dir+"/4913", "")
		remove(t, dir+"/4913")
		rename(t, file, file+"~")
		finish(t, open(t, file), text)
		check(t, os.Chmod(file, 0o644))
		remove(t, file+"~")
		remove(t, dir+"/.report.md.swp")
	}},
	{"Vim, backupcopy=yes", func(t *testing.T, file, text string) {
		old, _ := os.ReadFile(file)
		put(t, file+"~", string(old))
		finish(t, open(t, file), text)
		remove(t, file+"~")
	}},
	{"JetBrains", func(t *testing.T, file, text string) {
		put(t, file+"___jb_tmp___", text)
		rename(t, file, file+"___jb_old___")
		rename(t, file+"___jb_tmp___", file)
		remove(t, file+"___jb_old___")
	}},
	{"Helix", func(t *testing.T, file, text string) {
		rename(t, file, file+"AbC123.bck")
		finish(t, open(t, file), text)
		check(t, os.Chmod(file, 0o644))
		remove(t, file+"AbC123.bck")
	}},
	{"Emacs", func(t *testing.T, file, text string) {
		dir := filepath.Dir(file)
		check(t, os.Symlink("ada@host.1234", dir+"/.#report.md"))
		put(t, dir+"/#report.md#", text)
		rename(t, file, file+"~")
		finish(t, open(t, file), text)
		remove(t, dir+"/.#report.md")
		remove(t, dir+"/#report.md#")
	}},
	{"Kate", func(t *testing.T, file, text string) {
		put(t, file+".xYzAbC", text)
		rename(t, file+".xYzAbC", file)
	}},
	{"removed and written", func(t *testing.T, file, text string) {
		remove(t, file)
		put(t, file, text)
	}},
	{"real sed", func(t *testing.T, file, text string) { tool(t, "sed", "-i", "s/.*/"+text+"/", file) }},
	{"real vim", func(t *testing.T, file, text string) {
		tool(t, "vim", "-u", "NONE", "-i", "NONE", "-es", "+set backup backupcopy=no", "+s/.*/"+text+"/", "+wq", file)
	}},
	{"real vim in place", func(t *testing.T, file, text string) {
		tool(t, "vim", "-u", "NONE", "-i", "NONE", "-es", "+set writebackup backupcopy=yes", "+s/.*/"+text+"/", "+wq", file)
	}},
}

// tool runs a program, or skips the test where it is not there.
func tool(t *testing.T, name string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(err)
	}
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// After a save the reader has the new text. It is not told of what lies beside
// the file meanwhile.
func TestSaves(t *testing.T) {
	for _, s := range saves {
		t.Run(s.name, func(t *testing.T) {
			waysOfWatching(t, func(t *testing.T, poll time.Duration) {
				root := t.TempDir()
				write(t, root, report, "one\n")
				f := follow(t, root, poll, time.Hour)
				for _, text := range []string{"two", "six", "longer"} {
					s.do(t, filepath.Join(root, report), text)
					f.settle()
					if got := strings.TrimSpace(f.files[report]); got != text {
						t.Fatalf("known is %q, want %q", got, text)
					}
				}
				for path := range f.told {
					if path != report && !strings.Contains(path, "sed") && !strings.Contains(path, ".xYzAbC") {
						t.Errorf("told of %s", path)
					}
				}
			})
		})
	}
}

// Two texts of the same size and time are told apart: an event has named the
// file, and the system notes when a stat changes.
func TestARewriteWithTheSameSizeAndTime(t *testing.T) {
	waysOfWatching(t, func(t *testing.T, poll time.Duration) {
		root := t.TempDir()
		write(t, root, report, "one")
		file := filepath.Join(root, report)
		info, err := os.Stat(file)
		check(t, err)
		f := follow(t, root, poll, time.Hour)
		for _, text := range []string{"two", "six", "ten"} {
			h, err := os.OpenFile(file, os.O_WRONLY, 0)
			check(t, err)
			_, err = h.WriteString(text)
			check(t, err)
			check(t, h.Close())
			check(t, os.Chtimes(file, info.ModTime(), info.ModTime()))
			f.settle()
		}
	})
}

// A file that an editor has emptied or moved aside is told when the text is
// there, as long as the editor is quick. Slower ones are believed.
func TestHalfASaveIsNotTold(t *testing.T) {
	halves := []struct {
		name  string
		begin func(t *testing.T, file string)
		end   func(t *testing.T, file string)
	}{
		{"emptied", func(t *testing.T, file string) { put(t, file, "") }, nil},
		{"moved aside", func(t *testing.T, file string) { rename(t, file, file+"~") }, nil},
		{"removed", remove, nil},
		{"not there yet", func(t *testing.T, file string) { put(t, filepath.Dir(file)+"/new.md", "") },
			func(t *testing.T, file string) { put(t, filepath.Dir(file)+"/new.md", "new") }},
	}
	for _, h := range halves {
		if h.end == nil {
			h.end = func(t *testing.T, file string) { put(t, file, "new") }
		}
		t.Run(h.name, func(t *testing.T) {
			waysOfWatching(t, func(t *testing.T, poll time.Duration) {
				root := t.TempDir()
				write(t, root, report, "old")
				file := filepath.Join(root, report)
				f := follow(t, root, poll, time.Hour)

				begin := time.Now()
				h.begin(t, file)
				<-time.After(2 * quiet) // an editor that takes its time
				h.end(t, file)
				quick := time.Since(begin) < patience
				f.settle()
				for path, states := range f.states {
					if quick && (slices.Contains(states, "") || slices.Contains(states, absent)) {
						t.Errorf("%s was told as %q", path, states)
					}
				}

				h.begin(t, file)
				f.settle() // and one that never comes back
			})
		})
	}
}

// What waits to be believed holds up no other file.
func TestOtherFilesDoNotWait(t *testing.T) {
	root := t.TempDir()
	write(t, root, report, "old")
	write(t, root, "content/people/ada.md", "old")
	f := follow(t, root, 0, time.Hour)
	put(t, filepath.Join(root, report), "")
	put(t, filepath.Join(root, "content/people/ada.md"), "new")
	if c := f.receive(); !slices.Equal(c.Paths, []string{"content/people/ada.md"}) {
		t.Errorf("told first: %v", c.Paths)
	}
	f.settle()
}

// A file renamed to another name of content is no save: the reader must not
// meet both.
func TestARenameIsToldAsOne(t *testing.T) {
	waysOfWatching(t, func(t *testing.T, poll time.Duration) {
		root := t.TempDir()
		write(t, root, report, "text")
		f := follow(t, root, poll, time.Hour)
		boss := strings.Replace(report, "report", "boss", 1)
		rename(t, filepath.Join(root, report), filepath.Join(root, boss))
		for f.files[boss] == "" {
			f.receive()
		}
		if _, both := f.files[report]; both {
			t.Error("both names are known")
		}
		f.settle()
	})
}
