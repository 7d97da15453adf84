package history

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const report = "content/reviews/2026-Q3/zhang-wei/report.md"

// A checkout is a folder in which a test commits.
type checkout struct {
	t       *testing.T
	command string
	top     string // of the repository
}

func newCheckout(t *testing.T) checkout {
	t.Helper()
	command, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	c := checkout{t, command, t.TempDir()}
	c.git("2026-10-01", "init", "-q", "-b", "main")
	return c
}

// git runs git on a day, as somebody who must not show anywhere.
func (c checkout) git(day string, args ...string) string {
	c.t.Helper()
	cmd := exec.Command(c.command, args...)
	cmd.Dir = c.top
	at := day + "T23:30:00+08:00"
	cmd.Env = append(environment(os.Environ()), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=Somebody", "GIT_AUTHOR_EMAIL=somebody@example.com",
		"GIT_COMMITTER_NAME=Somebody", "GIT_COMMITTER_EMAIL=somebody@example.com", "GIT_AUTHOR_DATE="+at, "GIT_COMMITTER_DATE="+at)
	out, err := cmd.CombinedOutput()
	if err != nil {
		c.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (c checkout) write(file, text string) {
	c.t.Helper()
	path := filepath.Join(c.top, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		c.t.Fatal(err)
	}
}

// commit writes a file and commits everything.
func (c checkout) commit(day, file, text string) {
	c.t.Helper()
	c.write(file, text)
	c.git(day, "add", "-A")
	c.git(day, "commit", "-q", "-m", "a message")
}

func (c checkout) at(dir string) *Repository {
	return At(c.t.Context(), filepath.Join(c.top, dir), c.command, append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null"))
}

func (c checkout) read(dir string) (*Repository, *Log) {
	c.t.Helper()
	r := c.at(dir)
	log, err := r.Read()
	if err != nil {
		c.t.Fatal(err)
	}
	return r, log
}

// told writes a report's versions as days and texts.
func told(t *testing.T, r *Repository, log *Log, file string) string {
	t.Helper()
	var ids []string
	for _, v := range log.Files[file] {
		ids = append(ids, v.Text)
	}
	texts := map[string]string{}
	if err := r.Texts(ids, func(at int, text []byte) { texts[ids[at]] = string(text) }); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, v := range log.Files[file] {
		cut := ""
		if v.Cut {
			cut = " cut"
		}
		list = append(list, fmt.Sprintf("%s %s%s", v.Day, texts[v.Text], cut))
	}
	return strings.Join(list, ", ")
}

func (c checkout) expect(dir, file, want string) {
	c.t.Helper()
	r, log := c.read(dir)
	if got := told(c.t, r, log, file); got != want {
		c.t.Errorf("%s has %q, want %q", file, got, want)
	}
}

// A day is that of who wrote, not that of Greenwich or of the build.
func TestVersionsOfAReport(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-09", report, "one")
	c.commit("2026-10-12", "content/reviews/2026-Q3/zhang-wei/li-na.md", "a comment")
	c.commit("2026-10-20", report, "two")
	c.write(report, "not committed")
	c.expect("", report, "2026-10-09 one, 2026-10-20 two")
	if _, log := c.read(""); len(log.Files) != 1 || log.Cut {
		t.Errorf("the log is %+v", log)
	}
}

func TestPortfolioInAFolderOfTheRepository(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-09", "销售 \"部\"/"+report, "one")
	c.commit("2026-10-10", "other/"+report, "another's")
	c.expect("销售 \"部\"", report, "2026-10-09 one")
}

func TestWorktree(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-09", report, "one")
	c.git("2026-10-09", "worktree", "add", "-q", "side")
	side := checkout{t, c.command, filepath.Join(c.top, "side")}
	side.commit("2026-10-11", report, "two")
	side.expect("", report, "2026-10-09 one, 2026-10-11 two")
	c.expect("", report, "2026-10-09 one")
}

func TestRenames(t *testing.T) {
	for _, x := range []struct{ name, from, to, want string }{
		{"person", "2026-Q3/zhang-wei", "2026-Q3/zhangwei", "2026-10-09 one, 2026-10-10 two, 2026-10-11 three"},
		{"period", "2026-Q3/zhang-wei", "2026-07/zhang-wei", "2026-10-09 one, 2026-10-10 two, 2026-10-11 three"},
		{"both", "2026-Q3/zhang-wei", "2026-07/li-na", "2026-10-11 two, 2026-10-11 three"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := newCheckout(t)
			from, to := "content/reviews/"+x.from, "content/reviews/"+x.to
			c.commit("2026-10-09", from+"/report.md", "one")
			c.commit("2026-10-10", from+"/report.md", "two")
			if err := os.MkdirAll(filepath.Join(c.top, filepath.Dir(to)), 0o777); err != nil {
				t.Fatal(err)
			}
			c.git("2026-10-11", "mv", from, to)
			c.git("2026-10-11", "commit", "-q", "-m", "moved")
			c.commit("2026-10-11", to+"/report.md", "three")
			c.expect("", to+"/report.md", x.want)
		})
	}
}

// One report goes and another's comes in one commit: these are two reports,
// however alike they are.
func TestAnotherReportIsNoRename(t *testing.T) {
	c := newCheckout(t)
	text := strings.Repeat("as everybody writes\n", 20)
	c.commit("2026-10-09", report, text+"of zhang-wei")
	c.git("2026-10-10", "rm", "-q", report)
	other := "content/reviews/2026-Q3/li-na/report.md"
	c.commit("2026-10-10", other, text+"of li-na")
	c.expect("", other, "2026-10-10 "+text+"of li-na")
	if _, log := c.read(""); len(log.Files) != 1 {
		t.Errorf("what is gone has versions: %+v", log.Files)
	}
}

func TestMerges(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-09", report, "one\n\n\n\n\nend")
	c.git("2026-10-09", "checkout", "-q", "-b", "side")
	c.commit("2026-10-10", report, "one\n\n\n\n\nEND")
	c.git("2026-10-10", "checkout", "-q", "main")
	c.commit("2026-10-11", report, "ONE\n\n\n\n\nend")
	c.git("2026-10-12", "merge", "-q", "-m", "both", "side")
	r, log := c.read("")
	if got := told(t, r, log, report); !strings.HasSuffix(got, "2026-10-12 ONE\n\n\n\n\nEND") || strings.Count(got, "2026-") != 4 {
		t.Errorf("the versions are %q", got)
	}
	// A merge that takes one of two leaves that one as the last.
	c.git("2026-10-12", "checkout", "-q", "-b", "third", "HEAD~1")
	c.commit("2026-10-13", report, "mine")
	c.git("2026-10-14", "merge", "-q", "-s", "ours", "-m", "ours", "main")
	r, log = c.read("")
	if got := told(t, r, log, report); !strings.HasSuffix(got, "2026-10-13 mine") {
		t.Errorf("the versions are %q", got)
	}
}

func TestShallowCloneIsCut(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-09", report, "one")
	c.commit("2026-10-10", report, "two")
	c.commit("2026-10-11", report, "three")
	clone := filepath.Join(t.TempDir(), "clone")
	c.git("2026-10-12", "clone", "-q", "--depth", "2", "file://"+c.top, clone)
	shallow := checkout{t, c.command, clone}
	shallow.expect("", report, "2026-10-10 two cut, 2026-10-11 three")
	if _, log := shallow.read(""); !log.Cut {
		t.Error("nobody is told that the history is cut")
	}
}

func TestNoHistory(t *testing.T) {
	c := newCheckout(t)
	if _, err := At(t.Context(), c.top, "", nil).Read(); !errors.Is(err, ErrNoGit) {
		t.Errorf("without git: %v", err)
	}
	if _, err := At(t.Context(), t.TempDir(), c.command, []string{"GIT_DIR=" + c.top + "/.git"}).Read(); !errors.Is(err, ErrNoRepository) {
		t.Errorf("in no repository: %v", err)
	}
	if _, err := c.at("").Read(); !errors.Is(err, ErrNothing) {
		t.Errorf("before the first commit: %v", err)
	}
	c.commit("2026-10-09", "README.md", "of something else")
	if _, err := c.at("").Read(); !errors.Is(err, ErrNothing) {
		t.Errorf("without a report: %v", err)
	}
	if err := os.WriteFile(filepath.Join(c.top, ".git", "config"), []byte("[core\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := c.at("").Read()
	if refused, ok := errors.AsType[*RefusedError](err); !ok || !strings.Contains(refused.Text, "config") {
		t.Errorf("with broken settings: %v", err)
	}
}

// Whatever a repository sets, git runs no program for it, and says the same.
func TestARepositoryIsNotTrusted(t *testing.T) {
	c := newCheckout(t)
	c.write(".gitattributes", "*.md diff=evil filter=evil\n")
	c.commit("2026-10-09", report, "one")
	c.commit("2026-10-10", report, "two")
	trace := filepath.Join(t.TempDir(), "ran")
	evil := filepath.Join(t.TempDir(), "evil")
	if err := os.WriteFile(evil, []byte("#!/bin/sh\ntouch "+trace+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command(evil).Run(); err != nil {
		t.Skip("no shell")
	}
	os.Remove(trace)
	for _, key := range []string{"core.pager", "pager.log", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.smudge",
		"filter.evil.clean", "core.fsmonitor", "gpg.program", "core.sshCommand", "core.askPass", "core.editor", "alias.log", "alias.cat-file"} {
		value := evil
		if strings.HasPrefix(key, "alias.") {
			value = "!" + evil
		}
		c.git("2026-10-11", "config", key, value)
	}
	for key, value := range map[string]string{"log.showSignature": "true", "color.ui": "always", "format.pretty": "fuller", "log.follow": "true",
		"diff.relative": "true", "diff.renames": "copies", "log.diffMerges": "off", "core.quotePath": "true", "diff.noprefix": "true",
		"core.hooksPath": filepath.Dir(evil), "log.showRoot": "false"} {
		c.git("2026-10-11", "config", key, value)
	}
	c.expect("", report, "2026-10-09 one, 2026-10-10 two")
	if _, err := os.Stat(trace); err == nil {
		t.Error("a program of the repository has run")
	}
}

// What a hook sets for its own commands leads nobody elsewhere.
func TestEnvironmentOfAHook(t *testing.T) {
	c, other := newCheckout(t), newCheckout(t)
	c.commit("2026-10-09", report, "one")
	other.commit("2026-10-09", report, "another's")
	r := At(t.Context(), c.top, c.command, append(os.Environ(), "GIT_DIR="+other.top+"/.git", "GIT_WORK_TREE="+other.top,
		"GIT_INDEX_FILE=/nowhere", "GIT_EXTERNAL_DIFF=/nowhere", "LANG=zh_CN.UTF-8"))
	log, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	if got := told(t, r, log, report); got != "2026-10-09 one" {
		t.Errorf("the versions are %q", got)
	}
}

// Settings that a user hands to git by the environment hold: a container says
// so which repositories are to be trusted.
func TestEnvironmentOfTheUser(t *testing.T) {
	got := environment([]string{"PATH=/bin", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*", "GIT_TRACE=1"})
	if want := []string{"PATH=/bin", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*"}; !slices.Equal(got[:len(want)], want) || slices.Contains(got, "GIT_TRACE=1") {
		t.Errorf("the environment is %q", got)
	}
}

// What is no report's text is none: one too large, an id that the repository
// does not hold.
func TestTextsThatAreNone(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-08", report, strings.Repeat("long", maxText/4+1))
	c.commit("2026-10-09", report, "one")
	c.commit("2026-10-09", "content/reviews/2026-Q3/li-na/notes.md", "no report")
	r, log := c.read("")
	list := log.Files[report]
	ids := []string{list[0].Text, strings.Repeat("0", len(list[0].Text)), list[1].Text}
	var got []string
	if err := r.Texts(ids, func(_ int, text []byte) { got = append(got, string(text)) }); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, []string{"", "", "one"}) || len(log.Files) != 1 {
		t.Errorf("%d texts of %d reports: %.20q", len(got), len(log.Files), got)
	}
}

// The last commit is another one after each commit and each switch, and after
// nothing else.
func TestMoved(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-09", report, "one")
	r, _ := c.read("")
	same := func(what string) {
		t.Helper()
		if r.Moved() {
			t.Errorf("after %s the last commit is another one", what)
		}
	}
	other := func(what string) {
		t.Helper()
		if !r.Moved() {
			t.Errorf("after %s the last commit is the same", what)
		}
		if _, err := r.Read(); err != nil || r.Moved() {
			t.Errorf("read again, it has moved: %v", err)
		}
	}
	same("nothing")
	c.write(report, "two")
	same("an edit")
	c.git("2026-10-10", "add", "-A")
	same("staging")
	c.git("2026-10-10", "commit", "-q", "-m", "two")
	other("a commit")
	c.git("2026-10-10", "checkout", "-q", "-b", "side")
	other("a switch")
	c.git("2026-10-10", "pack-refs", "--all")
	if _, err := r.Read(); err != nil {
		t.Fatal(err)
	}
	c.commit("2026-10-11", report, "three")
	other("a commit to a packed branch")
	c.git("2026-10-11", "checkout", "-q", "--detach", "HEAD~1")
	other("leaving the branch")
}

// Whoever does not wait any longer is not kept waiting.
func TestReadEndsWithItsContext(t *testing.T) {
	c := newCheckout(t)
	c.commit("2026-10-09", report, "one")
	r, log := c.read("")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	r.ctx = ctx
	if err := r.Texts([]string{log.Files[report][0].Text}, func(int, []byte) {}); !errors.Is(err, ctx.Err()) {
		t.Errorf("the error is %v", err)
	}
}

// Two thousand reports with three versions each are read in some tenths of a
// second.
func TestTwoThousandReports(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	c := newCheckout(t)
	const people, versions = 2000, 3
	var stream strings.Builder
	for v := range versions {
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter S <s@example.com> %d +0800\ndata 0\n", 1_790_000_000+v*86_400)
		for i := range people {
			text := fmt.Sprintf("version %d of %d\n%s", v, i, strings.Repeat("text ", 400))
			fmt.Fprintf(&stream, "M 100644 inline content/reviews/2026-Q3/p%d/report.md\ndata %d\n%s\n", i, len(text), text)
		}
	}
	load := exec.Command(c.command, "fast-import", "--quiet")
	load.Dir, load.Stdin = c.top, strings.NewReader(stream.String())
	if out, err := load.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	begin := time.Now()
	r, log := c.read("")
	var ids []string
	for _, list := range log.Files {
		for _, v := range list {
			ids = append(ids, v.Text)
		}
	}
	n := 0
	if err := r.Texts(ids, func(_ int, text []byte) { n += min(len(text), 1) }); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d texts in %v", n, time.Since(begin))
	if len(log.Files) != people || n != people*versions {
		t.Errorf("%d reports, %d texts", len(log.Files), n)
	}
}
