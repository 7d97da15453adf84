package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"html"
	"io"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"

	"reviewfolio/internal/output"
)

// A version is one state of a page: its bytes, and those of the files that it
// loads. Two versions are equal when their hashes are.
type version struct {
	html  []byte // nil of a version that is only known by its hash
	hash  string
	loads loads

	outline func() *outline // see outlined
}

// outlined returns the page's outline, nil where it has none. It is read when
// it is first needed, and once.
func (v *version) outlined() *outline {
	if v.html == nil {
		return nil
	}
	return v.outline()
}

// loads tells the files that a page loads: style sheets, scripts and images,
// by their path in the tree, with the hashes of their bytes.
type loads map[string]string

// A renderer renders pages of one tree. It remembers the hashes of files that
// several pages load.
type renderer struct {
	tree  *output.Tree
	files map[string]string // path -> hash; "" of a file that is not there
}

func newRenderer(t *output.Tree) *renderer {
	return &renderer{tree: t, files: map[string]string{}}
}

// file returns the bytes of a file. The error is fs.ErrNotExist where the tree
// has none.
func (r *renderer) file(name string) ([]byte, error) {
	var b bytes.Buffer
	if err := r.tree.Render(name, &b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// page returns the version of the page; errors are those of file.
func (r *renderer) page(name string) (*version, error) {
	text, err := r.file(name)
	if err != nil {
		return nil, err
	}
	v := &version{html: text, loads: loads{}}
	v.outline = sync.OnceValue(func() *outline {
		o, _ := newOutline(v.html) // a page without one is told as a whole
		return o
	})
	h := sha256.New()
	h.Write(text)
	v.hash = sum(h)
	for _, link := range linked(text) {
		if target, ok := resolve(name, link); ok {
			if h := r.hash(target); h != "" {
				v.loads[target] = h
			}
		}
	}
	return v, nil
}

// hash returns the hash of a file that a page loads, "" where it is no file
// that changes how a page looks. A style sheet's is also that of what it loads.
func (r *renderer) hash(name string) string {
	known, ok := r.files[name]
	if ok || !shapesPages(name) {
		return known
	}
	r.files[name] = "" // for sheets that load each other
	text, err := r.file(name)
	if err != nil {
		return ""
	}
	h := sha256.New()
	h.Write(text)
	if path.Ext(name) == ".css" {
		for _, link := range loadedBySheet(text) {
			if target, ok := resolve(name, link); ok {
				io.WriteString(h, r.hash(target))
			}
		}
	}
	r.files[name] = sum(h)
	return r.files[name]
}

func sum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:12]) }

// shapesPages tells style sheets, scripts, images and fonts from what pages only
// link to.
func shapesPages(name string) bool {
	kind := contentType(name)
	return strings.HasPrefix(kind, "text/css") || strings.HasPrefix(kind, "text/javascript") || strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "font/")
}

// inSheet finds addresses in a style sheet.
var inSheet = regexp.MustCompile(`(?i)(?:@import\s+|url\(\s*)(?:"([^"]+)"|'([^']+)'|([^\s"'()]+)\s*\))`)

// loadedBySheet returns the addresses that a style sheet loads files from.
func loadedBySheet(sheet []byte) []string {
	if !bytes.Contains(sheet, []byte("@import")) && !bytes.Contains(sheet, []byte("url(")) {
		return nil // as most, and the search below takes its time
	}
	var list []string
	for _, m := range inSheet.FindAllSubmatch(sheet, -1) {
		list = append(list, string(m[1])+string(m[2])+string(m[3]))
	}
	return list
}

// linked returns the addresses in the page's src attributes, and in the href
// attributes of its link elements. Text holds none of these: its quotes are
// escaped.
func linked(page []byte) []string {
	list := values(page, ` src="`)
	if head, _, found := bytes.Cut(page, []byte("</head>")); found {
		list = append(list, values(head, ` href="`)...)
	}
	return list
}

func values(page []byte, attribute string) []string {
	var list []string
	for {
		_, rest, found := bytes.Cut(page, []byte(attribute))
		if !found {
			return list
		}
		value, after, found := bytes.Cut(rest, []byte(`"`))
		if !found {
			return list
		}
		list = append(list, html.UnescapeString(string(value)))
		page = after
	}
}

// resolve returns the path in the tree that an address on the page leads to;
// false for one that leads out of the site.
func resolve(page, address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return "", false
	}
	target := path.Join("/", path.Dir(page), u.Path)
	if path.IsAbs(u.Path) {
		target = path.Clean(u.Path)
	}
	target = strings.TrimPrefix(target, "/")
	return target, fs.ValidPath(target) && target != "."
}

// A view is what a tab is to show.
type view struct {
	*version         // nil when the page is not in the site
	err      error   // why a newer version could not be rendered; the version is the last good one
	change   *change // from the version before, nil where there was none
}

// A change is that from one version to another, worked out once for all tabs.
type change struct {
	from  *version
	delta func() *delta
}

// view returns what tabs on the page are to show, and keeps it in case that it
// cannot be rendered the next time.
func (s *Server) view(page string, r *renderer) view {
	v, err := r.page(page)
	switch {
	case err == nil:
		before := s.good[page]
		if before != nil && before.equal(v) {
			v = before // its outline may be there
		}
		s.good[page] = v
		if before == nil || before == v {
			return view{version: v}
		}
		return view{version: v, change: &change{before, sync.OnceValue(func() *delta { return newDelta(before, v) })}}
	case errors.Is(err, fs.ErrNotExist):
		delete(s.good, page)
		return view{}
	}
	return view{version: s.good[page], err: err}
}

// describe says why a page cannot be rendered, without the stack of a panic.
func describe(err error) string {
	text, _, _ := strings.Cut(fmt.Sprint(err), "\n")
	return text
}
