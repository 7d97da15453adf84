package history

import (
	"os"
	"path/filepath"
	"strings"
)

// Moved reports whether the last commit is another one than when it was read:
// cheap enough to ask for on every edit, because no command is run. Where Read
// found no repository it is false.
func (r *Repository) Moved() bool { return r.stamp() != r.read }

// stamp returns a text that is another one after the last commit has become
// another one, "" where there is no repository.
func (r *Repository) stamp() string {
	if r.places.own == "" {
		return ""
	}
	head := small(filepath.Join(r.places.own, "HEAD"))
	ref, named := strings.CutPrefix(strings.TrimSpace(head), "ref: ")
	if !named {
		return head
	}
	if filepath.IsLocal(ref) {
		for _, dir := range []string{r.places.own, r.places.common} {
			if id := small(filepath.Join(dir, filepath.FromSlash(ref))); id != "" {
				return head + id
			}
		}
	}
	// Packed, or kept in tables: whatever changes there may be of this branch.
	return head + changeOf(filepath.Join(r.places.common, "packed-refs")) +
		changeOf(filepath.Join(r.places.own, "reftable", "tables.list")) +
		changeOf(filepath.Join(r.places.common, "reftable", "tables.list"))
}

// small returns what a file holds, "" where it cannot be read or is too large
// to be a name.
func small(file string) string {
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || info.Size() > 4<<10 {
		return ""
	}
	text, _ := os.ReadFile(file)
	return string(text)
}

// changeOf tells when a file was last written.
func changeOf(file string) string {
	info, err := os.Stat(file)
	if err != nil {
		return "-"
	}
	return info.ModTime().String()
}
