package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reviewfolio/internal/output"
	"reviewfolio/internal/source"
)

// begin makes a portfolio in a new folder and makes that the working folder.
func begin(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	var out bytes.Buffer
	if got := run(t.Context(), []string{"init", "."}, &out, &out, noEnvironment); got != exitOK {
		t.Fatal(out.String())
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestExitStatus(t *testing.T) {
	begin(t)
	write(t, "faulty/content/pages/a.md", "---\ntitel: x\n---\n")
	write(t, "doubtful/content/pages/a.md", "---\ntitle: x\n---\n<b>x</b>\n")
	write(t, "elsewhere/notes.txt", "mine")
	for _, tc := range []struct {
		args string
		want int
	}{
		{"build", exitOK},
		{"check", exitOK},
		{"check --strict", exitOK},
		{"schema", exitOK},
		{"schema report", exitOK},
		{"version", exitOK},
		{"help", exitOK},
		{"--help", exitOK},
		{"check -h", exitOK},
		{"build faulty", exitFaults},
		{"check faulty", exitFaults},
		{"check faulty --format json", exitFaults},
		{"check faulty --fix", exitFaults},
		{"check doubtful", exitOK},
		{"check doubtful --strict", exitFaults},
		{"build doubtful --strict", exitFaults},
		{"", exitUsage},
		{"bild", exitUsage},
		{"build --no-such-flag", exitUsage},
		{"build a b", exitUsage},
		{"check --format xml", exitUsage},
		{"schema no-such-kind", exitUsage},
		{"new", exitUsage},
		{"new report", exitUsage},
		{"new report nobody 2026-Q4", exitUsage},
		{"new person x", exitUsage},
		{"help no-such-verb", exitUsage},
		{"build no-such-folder", exitMachine},
		{"check elsewhere", exitMachine},
		{"build --out elsewhere", exitMachine},
		{"build --out .", exitMachine},
		{"build --out content/pages", exitMachine},
		{"init .", exitMachine},
		{"new report zhang-wei 2026-Q3", exitMachine},
	} {
		var out, errs bytes.Buffer
		if got := run(t.Context(), strings.Fields(tc.args), &out, &errs, noEnvironment); got != tc.want {
			t.Errorf("%q exits with %d, want %d\n%s%s", tc.args, got, tc.want, out.String(), errs.String())
		} else if failed := got >= exitUsage; failed && (out.Len() > 0 || errs.Len() == 0) {
			t.Errorf("%q fails and prints %q as its result, %q as the reason", tc.args, out.String(), errs.String())
		}
	}
}

// A build that finds another one at work says so, with a status of its own.
func TestExitStatusOfALockedSite(t *testing.T) {
	begin(t)
	tree := output.NewTree()
	var second int
	var told bytes.Buffer
	err := tree.Add("index.html", func(w io.Writer) error {
		second = run(t.Context(), []string{"build", "--out", "site"}, io.Discard, &told, noEnvironment)
		_, err := io.WriteString(w, "first")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := output.Write(context.Background(), "site", tree); err != nil {
		t.Fatal(err)
	}
	if second != exitLocked || !strings.Contains(told.String(), "is being written by another build") {
		t.Errorf("the second build exits with %d: %s", second, told.String())
	}
	if text, err := os.ReadFile("site/index.html"); err != nil || string(text) != "first" {
		t.Errorf("the site holds %q, %v", text, err)
	}
}

func TestSchemasAreJSON(t *testing.T) {
	var names bytes.Buffer
	run(t.Context(), []string{"schema"}, &names, io.Discard, noEnvironment)
	if got, want := strings.Fields(names.String()), source.SchemaNames(); len(got) != len(want) || len(got) < 8 {
		t.Errorf("schema lists %q", got)
	}
	for name := range strings.FieldsSeq(names.String()) {
		var out bytes.Buffer
		run(t.Context(), []string{"schema", name}, &out, io.Discard, noEnvironment)
		var schema struct {
			Schema     string `json:"$schema"`
			Title      string
			Type       any
			Properties map[string]any
		}
		if err := json.Unmarshal(out.Bytes(), &schema); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if schema.Schema != "https://json-schema.org/draft/2020-12/schema" || schema.Title == "" || schema.Type == nil {
			t.Errorf("%s: got %+v", name, schema)
		}
	}
}
