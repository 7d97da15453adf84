package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

// say is a language for tests: labels are their last word, others as formats.
func say(m Message) string {
	if label, ok := strings.CutPrefix(m.Key, "label."); ok {
		return label + ": "
	}
	return fmt.Sprintf(m.Key, m.Args...)
}

func TestPrintTellsPlaceLineAndHint(t *testing.T) {
	files := map[string]string{
		"content/a.md": "---\r\nmetrcis: {revenue: 5}\r\n---\r\n",
		"content/b.md": "---\nmetrics:\n\trevenue: 1,34,5\n",
		"content/c.md": "caf\xe9\n",
	}
	source := func(file string) ([]byte, error) {
		text, ok := files[file]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return []byte(text), nil
	}
	var l List
	l.Error(Pos{File: "content/a.md", Line: 2, Col: 1}, "unknown key %s", "metrcis").WithHint("did you mean `%s`?", "metrics")
	l.Warn(Pos{File: "content/a.md", Line: 1, Col: 1}, "a fence tells nothing")
	l.Error(Pos{File: "content/b.md", Line: 3, Col: 11}, `want a number, got "%s"`, "1,34,5")
	l.Error(Whole("content/c.md"), "the file is not UTF-8")
	l.Error(Whole("content/gone.md"), "no such file")
	l.Error(Pos{File: "content/b.md", Line: 99, Col: 1}, "beyond the end")
	l.Note(Whole("content/d.md"), "advice")
	var out bytes.Buffer
	if err := (&Printer{Say: say, Source: source}).Print(&out, l); err != nil {
		t.Fatal(err)
	}
	want := "content/a.md:2:1: error: unknown key metrcis\n" +
		"    metrcis: {revenue: 5}\n" +
		"    ^\n" +
		"    hint: did you mean `metrics`?\n" +
		"content/a.md:1:1: warning: a fence tells nothing\n" +
		"content/b.md:3:11: error: want a number, got \"1,34,5\"\n" +
		"        revenue: 1,34,5\n" +
		"                 ^\n" +
		"content/c.md:1:1: error: the file is not UTF-8\n" +
		"content/gone.md:1:1: error: no such file\n" +
		"content/b.md:99:1: error: beyond the end\n" +
		"content/d.md:1:1: note: advice\n"
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The caret stands under the character on a terminal, where a tab goes to the
// next stop and a Chinese character is two columns wide.
func TestCaretStandsUnderTheCharacter(t *testing.T) {
	long := strings.Repeat("销售额超额完成，", 20)
	for _, tc := range []struct {
		line  string
		col   int
		text  string
		caret int
	}{
		{"revenue: x", 10, "revenue: x", 9},
		{"销售额 [108%](metric:revenue)", 6, "销售额 [108%](metric:revenue)", 8},
		{"销售：１２", 4, "销售：１２", 6},             // full-width forms
		{"\tx", 2, "    x", 4},               // a tab is four columns
		{"ab\tx", 4, "ab  x", 4},             // or what is left of them
		{"销\tx", 3, "销  x", 4},               // after two columns
		{"e\u0301x", 3, "e\u0301x", 1},       // a combining accent takes none
		{"📈x", 2, "📈x", 2},                   // a picture takes two
		{"ﾊﾝx", 3, "ﾊﾝx", 2},                 // half-width kana take one each
		{"name:", 6, "name:", 5},             // behind the end
		{"name:", 60, "name:", 5},            // far behind it
		{"a\x1b[31mb", 7, "a\ufffd[31mb", 6}, // nothing reaches the terminal as a command
		{long + "x", 161, "", 0},             // cut, see below
	} {
		f, ok := frame(tc.line, tc.col)
		text, caret := f.Text, f.Columns
		if tc.caret == 0 {
			// Cut: the caret is as far to the right as the text before it is wide.
			before, _, _ := strings.Cut(text, "x")
			tc.text, tc.caret = text, displayed(before)
			if caret > frameWidth || !strings.HasPrefix(text, cutMark) {
				t.Errorf("a long line is cut to %q, caret at %d", text, caret)
			}
		}
		if !ok || text != tc.text || caret != tc.caret {
			t.Errorf("frame(%q, %d) = %q, %d, %v; want %q, %d", tc.line, tc.col, text, caret, ok, tc.text, tc.caret)
		}
		if before := string([]rune(text)[:f.Before]); displayed(before) != caret {
			t.Errorf("frame(%q, %d): before the fault stands %q, want %d columns", tc.line, tc.col, before, caret)
		}
	}
	for _, line := range []string{"", "  ", "---", "caf\xe9"} {
		if f, ok := frame(line, 1); ok {
			t.Errorf("frame(%q) = %q, want none", line, f.Text)
		}
	}
}

func displayed(s string) (columns int) {
	for _, r := range s {
		columns += runeWidth(r)
	}
	return columns
}

func TestColourOnlyWhenAsked(t *testing.T) {
	var l List
	l.Error(Whole("a.md"), "x\x1b]0;title\x07")
	for _, colour := range []bool{false, true} {
		var out bytes.Buffer
		if err := (&Printer{Say: say, Color: colour}).Print(&out, l); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), red); got != colour {
			t.Errorf("colour %v: got %q", colour, out.String())
		}
		if strings.Contains(out.String(), "\x1b]") {
			t.Errorf("content commands the terminal: %q", out.String())
		}
	}
}

func sample() List {
	var l List
	l.Error(Pos{File: "content/people/张 伟.md", Line: 7, Col: 12}, `want <b>100%%</b>, got "%s"`, "1,\r\n2").WithHint("did you mean `%s`?", "name")
	l.Warn(Whole("content/a,b:c.md"), "second.variant")
	l.Note(Whole("content/c.md"), "third")
	return l
}

func TestPrintJSON(t *testing.T) {
	var out bytes.Buffer
	if err := PrintJSON(&out, sample(), say); err != nil {
		t.Fatal(err)
	}
	var got []map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || len(got) != 3 {
		t.Fatalf("%v in\n%s", err, out.String())
	}
	first := fmt.Sprintf("%v:%v:%v %v %v %v", got[0]["file"], got[0]["line"], got[0]["column"], got[0]["severity"], got[0]["message"], got[0]["hint"])
	if want := "content/people/张 伟.md:7:12 error want <b>100%</b>, got \"1,\r\n2\" did you mean `name`?"; first != want {
		t.Errorf("got %q, want %q", first, want)
	}
	if got[1]["code"] != "second" || got[1]["severity"] != "warning" || got[1]["hint"] != "" {
		t.Errorf("got %v", got[1])
	}
	if got[2]["severity"] != "note" {
		t.Errorf("got %v", got[2])
	}
	out.Reset()
	if err := PrintJSON(&out, nil, say); err != nil || out.String() != "[]\n" {
		t.Errorf("no fault is %q, %v", out.String(), err)
	}
}

func TestPrintSARIF(t *testing.T) {
	var out bytes.Buffer
	if err := PrintSARIF(&out, sample(), say, Tool{"reviewfolio", "v1"}); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(out.Bytes(), &log); err != nil || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("%v in\n%s", err, out.String())
	}
	run := log.Runs[0]
	for i, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("result %d points at another rule", i)
		}
	}
	at := run.Results[0].Locations[0].PhysicalLocation
	if at.ArtifactLocation.URI != "content/people/%E5%BC%A0%20%E4%BC%9F.md" || at.Region != (sarifRegion{7, 12}) {
		t.Errorf("got %+v", at)
	}
	if run.Results[1].Level != "warning" || run.Results[2].Level != "note" || run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("got %+v", run)
	}
	out.Reset()
	if err := PrintSARIF(&out, nil, say, Tool{Name: "reviewfolio"}); err != nil || !strings.Contains(out.String(), `"results": []`) {
		t.Errorf("no fault is %s, %v", out.String(), err)
	}
}

func TestPrintGitHubEscapes(t *testing.T) {
	var out bytes.Buffer
	if err := PrintGitHub(&out, sample(), say); err != nil {
		t.Fatal(err)
	}
	want := "::error file=content/people/张 伟.md,line=7,col=12,title=want <b>100%25%25</b>%2C got \"%25s\"::" +
		"want <b>100%25</b>, got \"1,%0D%0A2\"%0Ahint: did you mean `name`?\n" +
		"::warning file=content/a%2Cb%3Ac.md,line=1,col=1,title=second::second.variant\n" +
		"::notice file=content/c.md,line=1,col=1,title=third::third\n"
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
