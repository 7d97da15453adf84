package site

import (
	"net/url"
	"strconv"
	"strings"

	"reviewfolio/internal/markup"
)

// An Address is a page's folder in the site, with a closing slash and "" for
// the first page: "people/zhang-wei/". It is made from ids, never from names.
type Address string

// File is where the page lies in the tree.
func (a Address) File() string { return string(a) + "index.html" }

// Part is where the n-th part of a long list lies; the first is the page.
func (a Address) Part(n int) Address {
	if n <= 1 {
		return a
	}
	return a + Address(strconv.Itoa(n)) + "/"
}

// up returns the way from the page to the site's root: "../../".
func (a Address) up() string { return strings.Repeat("../", strings.Count(string(a), "/")) }

const home Address = ""

func teamAddress(id TeamID) Address     { return Address("teams/" + string(id) + "/") }
func personAddress(id PersonID) Address { return Address("people/" + string(id) + "/") }
func pageAddress(id PageID) Address     { return Address("pages/" + string(id) + "/") }
func periodAddress(p Period) Address    { return Address("periods/" + p.String() + "/") }

func calibrationAddress(p Period) Address { return periodAddress(p) + "calibration/" }

func teamPeriodAddress(id TeamID, p Period) Address {
	return teamAddress(id) + Address(p.String()+"/")
}

func reviewAddress(p Period, id PersonID) Address {
	return Address("reviews/" + p.String() + "/" + string(id) + "/")
}

// changesAddress is where the differences between a report and what was handed
// in stand.
func changesAddress(p Period, id PersonID) Address { return reviewAddress(p, id) + "changes/" }

func themeAddress(id ThemeID, p Period) Address {
	return Address("themes/" + string(id) + "/" + p.String() + "/")
}

const (
	casesAddress   Address = "cases/"
	actionsAddress Address = "actions/"
	metricsAddress Address = "metrics/"
)

// links writes addresses as seen from one page: relative ones that work under
// any prefix and from the file system, or absolute ones where the portfolio
// states where it will be served.
type links struct {
	root  string // "../../", or https://host/prefix/
	index string // the file of a page's folder; "" where a server finds it
}

func linksFrom(at Address, baseURL string) links {
	if baseURL != "" {
		return links{root: strings.TrimSuffix(baseURL, "/") + "/"}
	}
	return links{root: at.up(), index: "index.html"}
}

// to returns the link to a page, at the fragment where one is given.
func (l links) to(a Address, fragment string) string {
	if fragment != "" {
		return l.root + string(a) + l.index + "#" + escapePath(fragment)
	}
	return l.root + string(a) + l.index
}

// href adds the attribute that leads to a page.
func (l links) href(h *markup.HTML, a Address) *markup.HTML {
	return h.Raw(` href="`).Text(l.root).Text(string(a)).Text(l.index).Raw(`"`)
}

// file returns the link to a file of the site by its path.
func (l links) file(path string) string { return l.root + escapePath(path) }

// escapePath percent-encodes a path but for its slashes and for letters, which
// browsers show as written.
func escapePath(path string) string {
	plain := true
	for i := range len(path) {
		c := path[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' || c == '/') {
			plain = false
			break
		}
	}
	if plain {
		return path
	}
	return (&url.URL{Path: path}).EscapedPath()
}
