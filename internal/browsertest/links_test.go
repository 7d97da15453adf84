package browsertest

import (
	"html"
	"net/url"
	"path"
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
			ids, links, seen := map[string]map[string]bool{}, map[string][]string{}, 0
			for name, f := range files {
				if path.Ext(name) == ".html" {
					all := attributes(f.Data)
					ids[name] = distinct(t, name, all["id"])
					links[name] = append(all["href"], all["src"]...)
				}
			}
			for name, list := range links {
				for _, link := range list {
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

func distinct(t *testing.T, name string, list []string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for _, id := range list {
		if ids[id] {
			t.Errorf("%s: id %q twice", name, id)
		}
		ids[id] = true
	}
	return ids
}

// attributes returns the values of the attributes in a page by their names. It
// relies on what the checker of TestPagesAreValid holds: values are quoted and
// angle brackets in them are escaped.
func attributes(page []byte) map[string][]string {
	values := map[string][]string{}
	for _, tag := range strings.Split(string(page), "<") {
		tag, _, _ = strings.Cut(tag, ">")
		for {
			before, rest, more := strings.Cut(tag, `="`)
			if !more {
				break
			}
			name := before[strings.LastIndexByte(before, ' ')+1:]
			value, rest, _ := strings.Cut(rest, `"`)
			values[name], tag = append(values[name], html.UnescapeString(value)), rest
		}
	}
	return values
}
