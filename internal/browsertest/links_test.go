package browsertest

import (
	"html"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// Every link of every page leads to a file of the site and every fragment to
// an element there; what a page needs to show comes from the site itself.
func TestLinksLead(t *testing.T) {
	for _, s := range sites() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			files := s.built(t)
			ids, seen := map[string]map[string]bool{}, 0
			for name, f := range files {
				if path.Ext(name) == ".html" {
					ids[name] = idsOf(t, name, f.Data)
				}
			}
			for name := range ids {
				for _, link := range attributes(files[name].Data, "href", "src") {
					seen++
					if why := leads(files, ids, name, link); why != "" {
						t.Errorf("%s: %s: %s", name, link, why)
					}
				}
			}
			if seen < 10*len(ids) {
				t.Errorf("only %d links on %d pages", seen, len(ids))
			}
		})
	}
}

// leads says what is wrong with a link of the page at name, "" for nothing.
func leads(files fstest.MapFS, ids map[string]map[string]bool, name, link string) string {
	u, err := url.Parse(link)
	switch {
	case err != nil:
		return err.Error()
	case link == "data:,":
		return "" // the icon that keeps browsers from asking the host for one
	case u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto":
		return "leaves the site"
	case u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/"):
		return "works from one place only"
	}
	to := name
	if u.Path != "" {
		to = path.Join(path.Dir(name), u.Path)
	}
	if files[to] == nil {
		return "no such file"
	}
	if u.Fragment != "" && !ids[to][u.Fragment] {
		return "no such place there"
	}
	return ""
}

func idsOf(t *testing.T, name string, page []byte) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for _, id := range attributes(page, "id") {
		if ids[id] {
			t.Errorf("%s: id %q twice", name, id)
		}
		ids[id] = true
	}
	return ids
}

var (
	tag       = regexp.MustCompile(`<[a-z][^<>]*>`)
	attribute = regexp.MustCompile(` ([a-z-]+)="([^"]*)"`)
)

// attributes returns the values that the attributes of a name have in a page.
// It relies on what the checker of TestPagesAreValid holds: values are quoted
// and angle brackets in them are escaped.
func attributes(page []byte, names ...string) []string {
	var values []string
	for _, start := range tag.FindAll(page, -1) {
		for _, a := range attribute.FindAllSubmatch(start, -1) {
			for _, name := range names {
				if string(a[1]) == name {
					values = append(values, html.UnescapeString(string(a[2])))
				}
			}
		}
	}
	return values
}
