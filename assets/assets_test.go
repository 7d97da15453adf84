package assets_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"testing"

	"reviewfolio/assets"
)

// What is served is what THIRD_PARTY.md says was built.
func TestThirdPartyFilesAreThoseRecorded(t *testing.T) {
	record, err := os.ReadFile("THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` \\|.*\\| `([0-9a-f]{64})` \\|$").FindAllSubmatch(record, -1)
	if len(rows) == 0 {
		t.Fatal("no file is recorded")
	}
	for _, row := range rows {
		name, want := string(row[1]), string(row[2])
		data, err := fs.ReadFile(assets.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != want {
			t.Errorf("%s has SHA-256 %s, recorded is %s", name, got, want)
		}
	}
}

// Apache-2.0 and BSD-3-Clause want their texts beside the file.
func TestLicencesAreServed(t *testing.T) {
	for _, name := range []string{"LICENSE", "NOTICE", "LICENSE-d3", "LICENSE-zrender"} {
		if _, err := fs.Stat(assets.FS, "licenses/echarts/"+name); err != nil {
			t.Error(err)
		}
	}
}

// A page takes nothing from another host, so no script or style sheet may name
// one. What is left in ECharts are the names of XML namespaces.
func TestNoOtherHost(t *testing.T) {
	host := regexp.MustCompile(`https?://[a-zA-Z0-9.-]+`)
	err := fs.WalkDir(assets.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || regexp.MustCompile(`^licenses/`).MatchString(path) {
			return err
		}
		data, err := fs.ReadFile(assets.FS, path)
		for _, url := range host.FindAll(data, -1) {
			if string(url) != "http://www.w3.org" {
				t.Errorf("%s names %s", path, url)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
