package source

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/words"
)

var update = flag.Bool("update", false, "write what the tests got into testdata")

// Each archive of testdata holds the files of a portfolio and, in the file
// want, every fault of it as check prints them.
func TestFaults(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives in testdata", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := ""
			files := fstest.MapFS{}
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			faults := load(t, files)
			for _, d := range faults {
				for _, text := range []string{words.Chinese.Text(d.Message.Key, d.Message.Args...), words.English.Text(d.Message.Key, d.Message.Args...)} {
					if strings.Contains(text, "%!") || strings.HasPrefix(text, "{") {
						t.Errorf("%s is said %q", d.Message.Key, text)
					}
				}
			}
			got := printed(faults)
			if got == want {
				return
			}
			if *update {
				archive.Files = append(archive.Files[:len(archive.Files)-1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got\n%s\nwant\n%s", got, want)
		})
	}
}

func load(t *testing.T, fsys fs.FS) diag.List {
	t.Helper()
	_, faults, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return faults
}

// printed writes faults as check does, with the code and the hint behind.
func printed(faults diag.List) string {
	faults.Sort()
	var b strings.Builder
	for _, d := range faults {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s: %s\n", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Severity, d.Code(), words.English.Text(d.Message.Key, d.Message.Args...))
		if !d.Hint.IsZero() {
			fmt.Fprintf(&b, "\thint: %s\n", words.English.Text(d.Hint.Key, d.Hint.Args...))
		}
	}
	return b.String()
}
