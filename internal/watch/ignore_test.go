package watch

import (
	"strings"
	"testing"
)

func TestIgnored(t *testing.T) {
	const file, folder, both = 1, 2, 3
	for name, want := range map[string]int{
		// of editors and systems
		".git": both, ".report.md.swp": both, ".#report.md": both, ".DS_Store": both,
		"report.md~": file, "report.md.swp": file, "report.md.swx": file, "4913": file,
		"#report.md#": file, "report.md___jb_tmp___": file, "report.md___jb_old___": file,
		"report.mdAbC123.bck": file, "report.md.vsctmp": file, "~$targets.xlsx": file,
		// of people
		"report.md": 0, "site.yaml": 0, "4913.md": 0, "49130": 0, "a~b.png": 0, "~.png": 0,
		"#1.png": 0, "swp": 0, "bck.md": 0, "report.tmp": 0, "report.bak": 0, "public": 0,
		"___jb_tmp___.md": 0, "# 1 #.md": 0, "销售~额.md": 0,
	} {
		got := 0
		if ignored(name, false) {
			got |= file
		}
		if ignored(name, true) {
			got |= folder
		}
		if got != want {
			t.Errorf("%s: got %b, want %b", name, got, want)
		}
	}
}

// No file that the format names may be ignored, whatever its id.
func FuzzContentIsNotIgnored(f *testing.F) {
	for _, id := range []string{"ada", "4913", "a~", "swp", "a.swp", "jb___jb_tmp___", "#", "~$a"} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		if id == "" || strings.HasPrefix(id, ".") || strings.HasPrefix(id, "~$") || strings.ContainsAny(id, "/\x00") {
			return
		}
		for _, ext := range []string{".md", ".yaml", ".csv", ".css", ".html", ".png", ".xlsx"} {
			if ignored(id+ext, false) {
				t.Errorf("%q is ignored", id+ext)
			}
		}
		if ignored(id, true) {
			t.Errorf("folder %q is ignored", id)
		}
	})
}
