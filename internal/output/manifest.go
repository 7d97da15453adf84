package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

// A sum is the SHA-256 of a file's bytes. A weak hash would do to notice an
// edit, but two pages with one hash would leave a stale page in the site.
type sum = [sha256.Size]byte

// A stamp is what one look at a file shows, without reading it. Like git, the
// package takes a file whose stamp has not changed for unchanged.
type stamp struct {
	size  int64 // bytes
	mtime int64 // nanoseconds since 1970
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime().UnixNano()}
}

// An entry is one version of a file that a build wrote.
type entry struct {
	stamp
	sum sum
}

// A manifest is the record of the files a build wrote: only these may be
// replaced or removed.
//
// While one site takes the place of another the manifest is a journal. It then
// lists the files of both sites, some paths twice, and what else was seen in
// the old folder when it was left. Wherever the process dies, what lies in the
// output folder and in the state folder can be told apart by it.
type manifest struct {
	pages map[string][]entry
	seen  map[string]stamp
}

func newManifest() manifest {
	return manifest{pages: make(map[string][]entry), seen: make(map[string]stamp)}
}

// match returns the version of the page at path that has this stamp.
func (m manifest) match(path string, s stamp) (entry, bool) {
	for _, e := range m.pages[path] {
		if e.stamp == s {
			return e, true
		}
	}
	return entry{}, false
}

// wrote reports whether a build wrote these bytes to path.
func (m manifest) wrote(path string, s sum) bool {
	return slices.ContainsFunc(m.pages[path], func(e entry) bool { return e.sum == s })
}

// folders returns every folder that a page lies in.
func (m manifest) folders() map[string]bool {
	folders := make(map[string]bool)
	for path := range m.pages {
		for _, folder := range parents(path) {
			folders[folder] = true
		}
	}
	return folders
}

// journal returns the record for the time of a swap: the pages of old and next,
// and the files seen in the folder now.
func journal(old, next manifest, seen map[string]stamp) manifest {
	both := manifest{pages: maps.Clone(old.pages), seen: seen}
	for path, entries := range next.pages {
		for _, e := range entries {
			if !slices.Contains(both.pages[path], e) {
				both.pages[path] = append(slices.Clip(both.pages[path]), e)
			}
		}
	}
	return both
}

func (m manifest) equal(other manifest) bool {
	return maps.EqualFunc(m.pages, other.pages, slices.Equal) && maps.Equal(m.seen, other.seen)
}

// The manifest is a text file: a heading with the version of the format, a line
// for each file (hash, size, mtime, quoted path; - for the hash of a file that
// was only seen), and a last line that proves it complete.
const (
	manifestHeading = "reviewfolio output 1"
	manifestEnd     = "end"
)

func (m manifest) encode() []byte {
	b := []byte(manifestHeading + "\n")
	line := func(hash string, s stamp, path string) {
		b = append(b, hash...)
		b = strconv.AppendInt(append(b, ' '), s.size, 10)
		b = strconv.AppendInt(append(b, ' '), s.mtime, 10)
		b = strconv.AppendQuote(append(b, ' '), path)
		b = append(b, '\n')
	}
	for _, path := range slices.Sorted(maps.Keys(m.pages)) {
		for _, e := range m.pages[path] {
			line(hex.EncodeToString(e.sum[:]), e.stamp, path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(m.seen)) {
		line("-", m.seen[path], path)
	}
	return append(b, manifestEnd+"\n"...)
}

func decodeManifest(b []byte) (manifest, error) {
	m := newManifest()
	body, ok := strings.CutPrefix(string(b), manifestHeading+"\n")
	if !ok {
		return m, fmt.Errorf("no heading %q", manifestHeading)
	}
	body, ok = strings.CutSuffix(body, manifestEnd+"\n")
	if !ok {
		return m, fmt.Errorf("cut short")
	}
	for line := range strings.Lines(body) {
		if err := m.decodeLine(strings.TrimSuffix(line, "\n")); err != nil {
			return m, fmt.Errorf("%q: %v", line, err)
		}
	}
	return m, nil
}

func (m manifest) decodeLine(line string) error {
	field := strings.SplitN(line, " ", 4)
	if len(field) != 4 {
		return fmt.Errorf("not four fields")
	}
	var e entry
	var err error
	if e.size, err = strconv.ParseInt(field[1], 10, 64); err != nil {
		return err
	}
	if e.mtime, err = strconv.ParseInt(field[2], 10, 64); err != nil {
		return err
	}
	path, err := strconv.Unquote(field[3])
	if err != nil {
		return err
	}
	if field[0] == "-" {
		m.seen[path] = e.stamp
		return nil
	}
	if len(field[0]) != hex.EncodedLen(len(e.sum)) {
		return fmt.Errorf("not a SHA-256")
	}
	if _, err := hex.Decode(e.sum[:], []byte(field[0])); err != nil {
		return err
	}
	m.pages[path] = append(m.pages[path], e)
	return nil
}

// loadManifest reads the record. ok is false when there is none.
func (p *place) loadManifest() (m manifest, ok bool, err error) {
	name := p.state + "/" + manifestName
	b, err := p.above.ReadFile(name)
	if os.IsNotExist(err) {
		return newManifest(), false, nil
	}
	if err != nil {
		return m, false, at(p.path(name), err)
	}
	if m, err = decodeManifest(b); err != nil {
		return m, false, &RefusedError{p.path(name), Damaged}
	}
	return m, true, nil
}

// saveManifest puts the record in place in one step.
func (p *place) saveManifest(m manifest) error {
	name, draft := p.state+"/"+manifestName, p.state+"/"+draftName
	err := p.above.WriteFile(draft, m.encode(), 0o600)
	if err == nil {
		err = p.above.Rename(draft, name)
	}
	if err != nil {
		p.above.Remove(draft)
	}
	return at(p.path(name), err)
}
