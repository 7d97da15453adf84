package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// buildSite builds the portfolio into a new folder and returns it. Errors in
// the content fail the test.
func buildSite(t *testing.T, portfolio string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	var told bytes.Buffer
	if got := run(t.Context(), []string{"build", portfolio, "--out", out}, &told, &told, noEnvironment); got != exitOK {
		t.Fatalf("build %s exits with %d:\n%s", portfolio, got, told.String())
	}
	return out
}

// readSite returns the files of a site.
func readSite(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// The demo portfolio is without errors, bound figures included, and has the
// pages that FORMAT.md names; built twice it is the same to the byte.
func TestDemo(t *testing.T) {
	var told bytes.Buffer
	if got := run(t.Context(), []string{"check", "../.."}, &told, &told, noEnvironment); got != exitOK {
		t.Fatalf("check exits with %d:\n%s", got, told.String())
	}
	first, second := readSite(t, buildSite(t, "../..")), readSite(t, buildSite(t, "../.."))
	if len(first) != len(second) {
		t.Fatalf("%d files, then %d", len(first), len(second))
	}
	for name, text := range first {
		if second[name] != text {
			t.Errorf("%s differs between two builds", name)
		}
	}
	for _, name := range []string{
		"index.html", "teams/east/index.html", "teams/east/2026-Q3/index.html", "people/gu-yifan/index.html",
		"reviews/2026-Q3/gu-yifan/index.html", "periods/2026-Q3/index.html", "themes/data/2026-Q3/index.html",
		"cases/index.html", "actions/index.html", "metrics/index.html", "pages/guide/index.html", "data/metrics.csv",
	} {
		if first[name] == "" {
			t.Errorf("there is no %s", name)
		}
	}
}

// superstore is a portfolio made of real order lines, with the figures that
// its makers computed from them independently.
const superstore = "../../../shared/portfolios/superstore-zh"

// Every figure that is expected stands in data/metrics.csv, cell by cell. An
// empty cell says nothing: changes of ratios were not computed.
func TestSuperstore(t *testing.T) { checkSuperstore(t, superstore) }

func checkSuperstore(t *testing.T, portfolio string) {
	t.Helper()
	f, err := os.Open(filepath.Join(superstore, "expected.csv"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the superstore portfolio is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	expected, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(buildSite(t, portfolio), "data", "metrics.csv"))
	if err != nil {
		t.Fatal(err)
	}
	text, bom := bytes.CutPrefix(text, []byte("\ufeff"))
	if !bom || bytes.Count(text, []byte("\r\n")) != bytes.Count(text, []byte("\n")) {
		t.Error("metrics.csv is not UTF-8 with BOM and CRLF")
	}
	built, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{}
	for _, row := range built[1:] {
		rows[strings.Join(row[:4], " ")] = row
	}
	column := map[string]int{}
	for i, name := range built[0] {
		column[name] = i
	}
	cells := 0
	for _, want := range expected[1:] {
		key := strings.Join(want[:4], " ")
		got := rows[key]
		if got == nil {
			t.Errorf("%s is missing", key)
			continue
		}
		for i := 4; i < len(want); i++ {
			if want[i] == "" {
				continue
			}
			cells++
			if name := expected[0][i]; !sameNumber(got[column[name]], want[i]) {
				t.Errorf("%s: %s is %s, want %s", key, name, got[column[name]], want[i])
			}
		}
	}
	if cells < 3900 {
		t.Errorf("only %d cells were compared", cells)
	}
}

// sameNumber compares decimals by value: 5.10 is 5.1.
func sameNumber(a, b string) bool {
	x, okX := new(big.Rat).SetString(a)
	y, okY := new(big.Rat).SetString(b)
	return okX && okY && x.Cmp(y) == 0
}
