package watch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// git runs git in a folder, without anybody's settings.
func git(t *testing.T, dir, stdin string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(stdin)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// repository has two branches of 5,000 files: a third is the same in both, a
// third differs, and the rest lies in other folders. The first is checked out.
func repository(t *testing.T) string {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	var stream strings.Builder
	for _, branch := range []string{"one", "two"} {
		fmt.Fprintf(&stream, "commit refs/heads/%s\ncommitter t <t@example.org> 0 +0000\ndata 0\n", branch)
		for i := range 5000 {
			path, text := fmt.Sprintf("content/reviews/%d/p%d/c%d.md", i%7, i/35, i), fmt.Sprint("text ", i)
			switch i % 3 {
			case 1:
				text += branch
			case 2:
				path = fmt.Sprintf("content/pages/%s-%d/p%d.md", branch, i%100, i)
			}
			fmt.Fprintf(&stream, "M 100644 inline %s\ndata %d\n%s\n", path, len(text), text)
		}
	}
	root := t.TempDir()
	git(t, root, "", "init", "-q")
	git(t, root, stream.String(), "fast-import", "--quiet")
	git(t, root, "", "checkout", "-q", "one")
	return root
}

func TestGit(t *testing.T) {
	root := repository(t)
	run := func(t *testing.T, poll time.Duration, branch string) {
		f := follow(t, root, poll, time.Hour)
		for _, args := range [][]string{
			{"checkout", "-q", branch},
			{"mv", "content/reviews", "content/moved"},
			{"mv", "content/moved/3", "content/pages/3"},
			{"mv", "content/pages/3", "content/moved/3"},
			{"mv", "content/moved", "content/reviews"},
		} {
			git(t, root, "", args...)
			f.settle()
		}
	}
	t.Run("events", func(t *testing.T) { run(t, 0, "two") })
	t.Run("poll", func(t *testing.T) { run(t, 200*time.Millisecond, "one") })
}

// A shaker does something to a random path of few, again and again.
type shaker struct {
	*rand.Rand
	dir string // holds root, and out, which is outside
}

func (s shaker) pick(names ...string) string { return names[s.IntN(len(names))] }

// path returns that of a folder or a file, which may be there or not.
func (s shaker) path() string {
	path := s.pick("root/content", "root/content", "root/assets", "root/layouts", "out")
	for range 1 + s.IntN(4) {
		path += s.pick("/a", "/b", "/c")
	}
	return filepath.Join(s.dir, path)
}

// shake does one thing. Most fail where something else is there; that is well.
func (s shaker) shake(n int) {
	path := s.path()
	text := fmt.Sprintf("%06d", n)
	switch s.IntN(12) {
	case 0:
		_ = os.Remove(path)
	case 1:
		_ = os.RemoveAll(path)
	case 2, 3, 4:
		_ = os.Rename(path, s.path())
	case 5:
		_ = os.Truncate(path, 0)
	case 6:
		_ = os.Symlink(s.pick("a", "..", "/nowhere"), path+".md")
	case 7:
		_ = os.MkdirAll(path, 0o755)
	case 8:
		_ = os.WriteFile(path+".new", []byte(text), 0o644)
		_ = os.Rename(path+".new", path+".md")
	default:
		_ = os.MkdirAll(filepath.Dir(path), 0o755)
		_ = os.WriteFile(path+".md", []byte(text), 0o644)
	}
}

// Whatever is done in whatever order, what was told adds up to what is there.
func TestRandomDoings(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			waysOfWatching(t, func(t *testing.T, poll time.Duration) {
				t.Parallel() // they mostly wait
				s := shaker{rand.New(rand.NewPCG(seed, 0)), t.TempDir()}
				root := s.dir + "/root"
				mkdir(t, root+"/content")
				mkdir(t, s.dir+"/out")
				f := follow(t, root, poll, time.Hour)
				for n := range 1000 {
					s.shake(n)
					if s.IntN(20) == 0 {
						f.settle()
					}
				}
				f.settle()
			})
		})
	}
}
