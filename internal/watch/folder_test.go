package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A scene is something done to the folders of a portfolio at root. Beside root
// there is room for what lies outside.
type scene struct {
	name string
	do   func(t *testing.T, root, outside string)
}

const reviews = "/content/reviews"

func mkdir(t *testing.T, dir string) { check(t, os.MkdirAll(dir, 0o755)) }

func removeAll(t *testing.T, dir string) { check(t, os.RemoveAll(dir)) }

func relink(t *testing.T, to, link string) {
	check(t, os.Symlink(to, link+".new"))
	check(t, os.Rename(link+".new", link))
}

// scenes are told by events alone.
var scenes = []scene{
	{"a folder is renamed", func(t *testing.T, root, _ string) {
		rename(t, root+reviews+"/2026-Q3/ada", root+reviews+"/2026-Q3/eve")
	}},
	{"a folder of folders is renamed", func(t *testing.T, root, _ string) {
		rename(t, root+reviews, root+"/content/pages")
	}},
	{"a folder goes away and comes back", func(t *testing.T, root, outside string) {
		rename(t, root+reviews, outside+"/reviews")
		put(t, outside+"/reviews/2026-Q3/ada/report.md", "written outside")
		rename(t, outside+"/reviews", root+reviews)
	}},
	{"a folder goes out for good", func(t *testing.T, root, outside string) {
		rename(t, root+reviews+"/2026-Q2", outside+"/2026-Q2")
		put(t, outside+"/2026-Q2/ada/report.md", "not ours any more")
	}},
	{"a folder comes in", func(t *testing.T, root, outside string) {
		write(t, outside, "2026-Q4/ada/report.md", "text")
		rename(t, outside+"/2026-Q4", root+reviews+"/2026-Q4")
	}},
	{"a folder is moved into a new one at once", func(t *testing.T, root, _ string) {
		mkdir(t, root+"/content/pages")
		rename(t, root+reviews+"/2026-Q3", root+"/content/pages/2026-Q3")
	}},
	{"two folders change places", func(t *testing.T, root, _ string) {
		at := root + reviews
		rename(t, at+"/2026-Q2", at+"/x")
		rename(t, at+"/2026-Q3", at+"/2026-Q2")
		rename(t, at+"/x", at+"/2026-Q3")
	}},
	{"a folder is renamed and back", func(t *testing.T, root, _ string) {
		for range 5 {
			rename(t, root+reviews, root+"/content/x")
			rename(t, root+"/content/x", root+reviews)
		}
	}},
	{"a folder is renamed and another takes its name", func(t *testing.T, root, _ string) {
		rename(t, root+reviews+"/2026-Q3", root+reviews+"/2025-Q3")
		write(t, root, report, "another")
	}},
	{"a folder is removed and made again", func(t *testing.T, root, _ string) {
		for range 5 {
			removeAll(t, root+reviews)
			write(t, root, report, "made again")
		}
	}},
	{"folders are made and written into at once", func(t *testing.T, root, _ string) {
		write(t, root, "content/pages/a/b/c/d/e/f/page.md", "deep")
	}},
	{"a folder becomes a file and a file a folder", func(t *testing.T, root, _ string) {
		removeAll(t, root+reviews+"/2026-Q2")
		put(t, root+reviews+"/2026-Q2", "a file")
		remove(t, root+"/content/site.yaml")
		write(t, root, "content/site.yaml/index.md", "a file in a folder")
	}},
	{"content is removed and made again", func(t *testing.T, root, _ string) {
		removeAll(t, root+"/content")
		write(t, root, report, "made again")
	}},
	{"layouts and assets appear", func(t *testing.T, root, _ string) {
		write(t, root, "layouts/base.html", "<html>")
		write(t, root, "assets/fonts/public/site.css", "b {}")
	}},
	{"content becomes a link", func(t *testing.T, root, outside string) {
		write(t, outside, "elsewhere/reviews/2026-Q3/ada/report.md", "text")
		removeAll(t, root+"/content")
		check(t, os.Symlink(outside+"/elsewhere", root+"/content"))
	}},
	{"content is a link that is pointed elsewhere", func(t *testing.T, root, outside string) {
		rename(t, root+"/content", outside+"/first")
		relink(t, outside+"/first", root+"/content")
		write(t, outside, "second/people/ada.md", "text")
		relink(t, outside+"/second", root+"/content")
	}},
	{"links in content are files", func(t *testing.T, root, _ string) {
		check(t, os.Symlink("..", root+reviews+"/loop"))
		check(t, os.Symlink("ada", root+reviews+"/2026-Q3/link.md"))
	}},
}

// rareScenes are told by the round over all folders, since what events tell of
// is not watched.
var rareScenes = []scene{
	{"the root is removed and made again", func(t *testing.T, root, _ string) {
		removeAll(t, root)
		write(t, root, report, "made again")
	}},
	{"the root is renamed and another takes its name", func(t *testing.T, root, outside string) {
		rename(t, root, outside+"/root")
		write(t, root, report, "another")
	}},
	{"what content is a link to goes away and comes back", func(t *testing.T, root, outside string) {
		rename(t, root+"/content", outside+"/real")
		check(t, os.Symlink(outside+"/real", root+"/content"))
		rename(t, outside+"/real", outside+"/moved")
		put(t, outside+"/moved/reviews/2026-Q3/ada/report.md", "moved")
		rename(t, outside+"/moved", outside+"/real")
	}},
}

func TestFolders(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			waysOfWatching(t, func(t *testing.T, poll time.Duration) { play(t, s, poll, time.Hour) })
		})
	}
	for _, s := range rareScenes {
		t.Run(s.name, func(t *testing.T) {
			waysOfWatching(t, func(t *testing.T, poll time.Duration) { play(t, s, poll, 10*time.Millisecond) })
		})
	}
}

// play checks that the files are known after a scene, and that edits in all
// folders are told from then on.
func play(t *testing.T, s scene, poll, beat time.Duration) {
	dir := t.TempDir()
	root, outside := dir+"/root", dir+"/outside"
	mkdir(t, outside)
	write(t, root, "content/site.yaml", "a: b")
	write(t, root, report, "text")
	write(t, root, "content/reviews/2026-Q2/ada/report.md", "before")
	f := follow(t, root, poll, beat)
	s.do(t, root, outside)
	f.settle()
	f.editAll()
}

// editAll changes each file and makes one in each folder, and is told of all.
func (f *follower) editAll() {
	f.t.Helper()
	for path, text := range f.files {
		if text != "(link)" {
			put(f.t, filepath.Join(f.root, path), text+", edited")
		}
		for dir := filepath.Dir(path); dir != "."; dir = filepath.Dir(dir) {
			put(f.t, filepath.Join(f.root, dir, "new.md"), "new")
		}
	}
	f.settle()
}

// A reader that met a folder while it was away is told when it is back, though
// all is as it was.
func TestAFolderThatWasAwayIsToldWhole(t *testing.T) {
	for name, do := range map[string]func(dir string){
		"renamed": func(dir string) { rename(t, dir, dir+"x"); rename(t, dir+"x", dir) },
		"locked":  func(dir string) { check(t, os.Chmod(dir, 0)); check(t, os.Chmod(dir, 0o755)) },
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			write(t, root, report, "text")
			f := follow(t, root, 0, time.Hour)
			do(root + reviews)
			for !f.told[report] {
				f.receive()
			}
		})
	}
}

// The root may be a link, and may be pointed elsewhere: a release, say.
func TestTheRootIsALink(t *testing.T) {
	waysOfWatching(t, func(t *testing.T, poll time.Duration) {
		dir := t.TempDir()
		write(t, dir, "one/"+report, "one")
		write(t, dir, "two/"+report, "two")
		check(t, os.Symlink("one", dir+"/root"))
		f := follow(t, dir+"/root", poll, 10*time.Millisecond)
		f.editAll()
		relink(t, "two", dir+"/root")
		f.settle()
		f.editAll()
	})
}
