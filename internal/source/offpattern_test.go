package source

import (
	"testing"
	"testing/fstest"
)

// Of two names that have one proper form, each names the other: to rename
// either would be a guess.
func TestNamesWithOneProperForm(t *testing.T) {
	const (
		report = "content/reviews/2026-Q3/zhang-wei/"
		q2     = "content/reviews/2026-Q2/"
	)
	files := fstest.MapFS{
		"content/teams/hq.md":         {Data: []byte("---\nname: 总部\n---\n")},
		"content/people/Zhang-Wei.md": {}, "content/people/ZHANG-WEI.md": {},
		"content/people/Li_Na.md": {}, "content/people/LI_NA.md": {}, "content/people/li-na.md": {Data: []byte("---\nname: 李娜\nteam: hq\n---\n")},
		"content/people/Wang.md": {}, "content/people/王芳.md": {}, "content/people/李娜.md": {},
		report + "Report.md": {}, report + "REPORT.MD": {},
		q2 + "Li_Na/report.md": {}, q2 + "Li_Na/Peer.md": {}, q2 + "LI-Na/report.md": {},
	}
	const want = `content/people/LI_NA.md:1:1: error: bad-file-name: the name "LI_NA" is off the pattern, and its proper form is taken by content/people/li-na.md
content/people/Li_Na.md:1:1: error: bad-file-name: the name "Li_Na" is off the pattern, and its proper form is taken by content/people/li-na.md
content/people/Wang.md:1:1: error: bad-file-name: the name "Wang" is off the pattern: lower-case letters, digits and hyphens only
	hint: rename it to wang.md
content/people/ZHANG-WEI.md:1:1: error: bad-file-name: the name "ZHANG-WEI" is off the pattern, and its proper form is that of content/people/Zhang-Wei.md too
content/people/Zhang-Wei.md:1:1: error: bad-file-name: the name "Zhang-Wei" is off the pattern, and its proper form is that of content/people/ZHANG-WEI.md too
content/people/李娜.md:1:1: error: bad-file-name: the name "李娜" is off the pattern: lower-case letters, digits and hyphens only
content/people/王芳.md:1:1: error: bad-file-name: the name "王芳" is off the pattern: lower-case letters, digits and hyphens only
content/reviews/2026-Q2/LI-Na/report.md:1:1: error: bad-file-name: the name "LI-Na" is off the pattern, and its proper form is that of content/reviews/2026-Q2/Li_Na too
content/reviews/2026-Q2/Li_Na/report.md:1:1: error: bad-file-name: the name "Li_Na" is off the pattern, and its proper form is that of content/reviews/2026-Q2/LI-Na too
content/reviews/2026-Q3/zhang-wei/REPORT.MD:1:1: error: bad-file-name: the name "REPORT" is off the pattern, and its proper form is that of content/reviews/2026-Q3/zhang-wei/Report.md too
content/reviews/2026-Q3/zhang-wei/Report.md:1:1: error: bad-file-name: the name "Report" is off the pattern, and its proper form is that of content/reviews/2026-Q3/zhang-wei/REPORT.MD too
`
	if got := printed(load(t, files)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
