package sheet

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reviewfolio/internal/words"
)

// TestErrorsHaveWords looks through the sources for codes without a text.
func TestErrorsHaveWords(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile(`"((?:sheet|cell|column)-[a-z.-]+)"`)
	found := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(source), -1) {
			if found++; !words.Has(m[1]) {
				t.Errorf("%s: no text for %q", name, m[1])
			}
		}
	}
	if found < 60 {
		t.Errorf("only %d codes were found", found)
	}
}

// says holds an error to the arguments that its text takes, in both languages.
func says(t *testing.T, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		return
	}
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		if text := lang.Text(e.Code, e.Args...); strings.Contains(text, "%!") || strings.HasPrefix(text, "{") {
			t.Errorf("%s says %q", e.Code, text)
		}
	}
}

func TestLongTextsAreCutInErrors(t *testing.T) {
	_, _, err := ReadNumber(text(strings.Repeat("长", 500)), PointDecimal)
	equal(t, "a long text", codeOf(err), "cell-not-a-number "+strings.Repeat("长", 60)+"…")
}
