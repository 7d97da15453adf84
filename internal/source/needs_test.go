package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// A file that pages link is copied beside them, so its name must be one that
// every system and every web server takes for a name.
func TestNamesOfLinkedFilesCanStandInASite(t *testing.T) {
	for name, want := range map[string]bool{
		"报价 一.pdf": true, "a+b=c.pdf": true, "con.pdf": true,
		`a"b.pdf`: false, "a<b.pdf": false, "a|b.pdf": false, "a*.pdf": false,
	} {
		_, faults, err := Load(fstest.MapFS{
			"content/teams/hq.md":      {Data: []byte("---\nname: 总部\n---\n")},
			"content/pages/guide.md":   {Data: []byte("---\ntitle: 指南\n---\n[附件](<" + name + ">)\n")},
			"content/pages/" + name:    {Data: []byte("x")},
			"content/people/li-na.md":  {Data: []byte("---\nname: 李娜\nteam: hq\n---\n")},
			"content/pages/unlinked:?": {Data: []byte("nobody links it")},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(faults) == 0; got != want {
			t.Errorf("%s: %v", name, faults)
		} else if !want && (faults[0].Code() != "attachment-name" || faults[0].Pos.Line != 4 || faults[0].Pos.Col != 7) {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// Of a file that is not there, that alone is told: what an address holds behind
// a question mark is no name.
func TestMissingFilesHaveNoNameToJudge(t *testing.T) {
	files := fstest.MapFS{
		"content/teams/hq.md":   {Data: []byte("---\nname: 总部\n---\n")},
		"content/pages/a.md":    {Data: []byte("[一](a.md?x=1)\n[二](b.xlsx?x=1)\n![三](c.png?x=1.png)\n[四](d.html)\n[五](e?.xlsx)\n")},
		"content/pages/e?.xlsx": {Data: []byte("x")},
	}
	want := "1 broken-link, 2 broken-link, 3 broken-image, 4 broken-link, 5 attachment-name"
	faults := load(t, files)
	faults.Sort()
	var got []string
	for _, d := range faults {
		got = append(got, fmt.Sprint(d.Pos.Line, " ", d.Code()))
	}
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
