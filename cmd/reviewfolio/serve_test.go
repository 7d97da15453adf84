package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A served preview of a copy of the demo portfolio, and what it says.
type served struct {
	dir     string
	address string
	said    chan string
	told    *bytes.Buffer // what went to stderr, to be read after stop
	stop    func() int
}

func serveDemo(t *testing.T, flags ...string) *served {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	out, in := io.Pipe()
	p := &served{dir: dir, said: make(chan string, 1000), told: new(bytes.Buffer)}
	ctx, cancel := context.WithCancel(context.Background())
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, append([]string{"serve", dir, "--port", "0"}, flags...), in, p.told, func(name string) string {
			return map[string]string{"GOGC": "100"}[name] // the memory of the tests is theirs
		})
		in.Close()
	}()
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			p.said <- lines.Text()
		}
		close(p.said)
	}()
	p.stop = func() int { cancel(); return <-status }
	t.Cleanup(cancel)
	p.address = regexp.MustCompile(`http://\S+`).FindString(p.hear(t, "http://"))
	return p
}

// hear waits for a line with the words in it.
func (p *served) hear(t *testing.T, words string) string {
	t.Helper()
	deadline := time.After(time.Minute)
	for {
		select {
		case line, more := <-p.said:
			if strings.Contains(line, words) {
				return line
			}
			if !more {
				t.Fatalf("serve ended before it said %q", words)
			}
		case <-deadline:
			t.Fatalf("serve does not say %q", words)
		}
	}
}

func (p *served) write(t *testing.T, file string, change func(string) string) {
	t.Helper()
	name := filepath.Join(p.dir, filepath.FromSlash(file))
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(change(string(text))), 0o666); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, address string) (status int, body string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

const servedReport = "content/reviews/2026-Q3/gu-yifan/report.md"

func TestServeFollowsTheFiles(t *testing.T) {
	p := serveDemo(t)
	page := p.address + "reviews/2026-Q3/gu-yifan/"

	p.write(t, servedReport, func(s string) string { return s + "\n季末补充一句。\n" })
	p.hear(t, servedReport)
	if _, text := get(t, page); !strings.Contains(text, "季末补充一句") {
		t.Error("the page does not show what was written")
	}

	good := ""
	p.write(t, servedReport, func(s string) string { good = s; return "---\nmetrics: [\n" + s })
	if line := p.hear(t, servedReport); !strings.Contains(line, "1 error") {
		t.Errorf("a broken file is told as %q", line)
	}
	if status, text := get(t, page); status != http.StatusOK || !strings.Contains(text, "季末补充一句") {
		t.Error("the last good page of a broken file is not shown")
	}
	p.write(t, servedReport, func(string) string { return good })
	if line := p.hear(t, servedReport); !strings.Contains(line, "no faults") && !strings.Contains(line, " 0 errors") {
		t.Errorf("a mended file is told as %q", line)
	}

	if err := os.RemoveAll(filepath.Join(p.dir, "content/reviews/2026-Q3/gu-yifan")); err != nil {
		t.Fatal(err)
	}
	p.hear(t, "content/reviews/2026-Q3/gu-yifan/")
	if status, _ := get(t, page); status != http.StatusNotFound {
		t.Errorf("the page of a report that was removed has status %d", status)
	}
	if got := p.stop(); got != exitOK {
		t.Errorf("serve exits with %d: %s", got, p.told)
	}
	if _, err := os.Stat(filepath.Join(p.dir, "public")); err == nil {
		t.Error("serve has written a site")
	}
}

// A folder that is replaced by another of its name is opened again.
func TestServeFollowsAReplacedFolder(t *testing.T) {
	p := serveDemo(t, "--poll")
	if err := os.Rename(p.dir, p.dir+"-old"); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(p.dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	p.write(t, servedReport, func(s string) string { return s + "\n换了文件夹。\n" })
	p.hear(t, "content/")
	for deadline := time.Now().Add(time.Minute); ; {
		if _, text := get(t, p.address+"reviews/2026-Q3/gu-yifan/"); strings.Contains(text, "换了文件夹") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the new folder is not shown")
		}
		p.hear(t, "content/")
	}
	if got := p.stop(); got != exitOK {
		t.Errorf("serve exits with %d: %s", got, p.told)
	}
}

// Whoever asks by an address of the network has to bring the token.
func TestServeOnTheNetworkWantsAToken(t *testing.T) {
	p := serveDemo(t, "--bind", "0.0.0.0")
	if !strings.Contains(p.address, "?token=") {
		t.Fatalf("the address is %s", p.address)
	}
	bare, _, _ := strings.Cut(p.address, "?")
	if status, _ := get(t, bare); status != http.StatusUnauthorized {
		t.Errorf("without a token the status is %d", status)
	}
}

// Where the system watches too few folders, serve looks at the files now and
// then, and says so.
func TestServeWithoutWatches(t *testing.T) {
	if os.Getenv("SERVE_TEST_LIMITED") == "" {
		exe, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("unshare", "-Ur", "sh", "-c", `echo 8 > /proc/sys/user/max_inotify_watches && exec "$0" -test.run='^TestServeWithoutWatches$'`, exe)
		cmd.Env = append(os.Environ(), "SERVE_TEST_LIMITED=1")
		if exec.Command("unshare", "-Ur", "sh", "-c", "echo 8 > /proc/sys/user/max_inotify_watches").Run() != nil {
			t.Skip("user namespaces are not to be had here")
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	p := serveDemo(t)
	p.write(t, servedReport, func(s string) string { return s + "\n没有通知也能看到。\n" })
	p.hear(t, servedReport)
	if _, text := get(t, p.address+"reviews/2026-Q3/gu-yifan/"); !strings.Contains(text, "没有通知也能看到") {
		t.Error("the page does not show what was written")
	}
	if p.stop(); !strings.Contains(p.told.String(), "watches too few folders") {
		t.Errorf("the limit is told as %q", p.told)
	}
}
