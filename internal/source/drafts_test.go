package source

import (
	"testing"
	"testing/fstest"
)

func TestLinksToDrafts(t *testing.T) {
	files := portfolio("---\nstatus: draft\n---\n[自己](../../2026-Q2/zhang-wei/report.md)\n")
	files["content/reviews/2026-Q2/zhang-wei/report.md"] = &fstest.MapFile{Data: []byte("---\nstatus: submitted\n---\n[下季](../../2026-Q3/zhang-wei/report.md)\n")}
	files["content/pages/p.md"] = &fstest.MapFile{Data: []byte("[草稿](../reviews/2026-Q3/zhang-wei/report.md)\n## [稿](../reviews/2026-Q3/zhang-wei/report.md)\n[好](../reviews/2026-Q2/zhang-wei/report.md)\n")}
	all, faults, err := Load(files)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	const want = `content/pages/p.md:1:6: warning: link-to-draft: the link leads nowhere until this draft is handed in: ../reviews/2026-Q3/zhang-wei/report.md
content/pages/p.md:2:8: warning: link-to-draft: the link leads nowhere until this draft is handed in: ../reviews/2026-Q3/zhang-wei/report.md
content/reviews/2026-Q2/zhang-wei/report.md:4:6: warning: link-to-draft: the link leads nowhere until this draft is handed in: ../../2026-Q3/zhang-wei/report.md
`
	if got := printed(LinksToDrafts(all, all.WithoutDrafts())); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := LinksToDrafts(all, all); len(got) > 0 {
		t.Errorf("drafts are shown: %s", printed(got))
	}
}
