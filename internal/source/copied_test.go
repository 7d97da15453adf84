package source

import (
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
