package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Four readers open pages while sites take each other's place. Each must find
// each page, whole.
func TestReadersFindEveryPage(t *testing.T) {
	const pages, swaps = 20, 40
	page := func(n int) string { return strings.Repeat(fmt.Sprintf("<p>%d</p>", n%10), 1000) + "</html>" }
	dir := filepath.Join(t.TempDir(), "public")
	write := func(n int) {
		tree := NewTree()
		for i := range pages {
			add(t, tree, fmt.Sprintf("p/%02d/index.html", i), text(page(n)))
		}
		mustWrite(t, dir, tree)
	}
	write(0)
	done := make(chan struct{})
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-done:
					return
				default:
				}
				b, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("p/%02d/index.html", i%pages)))
				if err != nil {
					t.Error(err)
				} else if len(b) != len(page(0)) || !strings.HasSuffix(string(b), "</html>") {
					t.Errorf("page %d is torn: %d bytes", i%pages, len(b))
				}
			}
		})
	}
	for n := 1; n <= swaps; n++ {
		write(n)
	}
	close(done)
	group.Wait()
}

// The states that the exchange by two renames goes through, each as it is when
// the process dies there.
func TestAnExchangeByRenamesThatDiedIsMended(t *testing.T) {
	for _, c := range []struct {
		name  string
		moves [][2]string // what had been done, after the new site was in swap
		want  int         // the edition that is the output after recovery
	}{
		{"before the first rename", nil, 0},
		{"between the renames", [][2]string{{"public", "away"}}, 0},
		{"after the second rename", [][2]string{{"public", "away"}, {"swap", "public"}}, 1},
		{"after the third rename", [][2]string{{"public", "away"}, {"swap", "public"}, {"away", "swap"}}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			p := stagedByHand(t, dir)
			names := map[string]string{"public": p.out, "away": p.away(), "swap": p.swap()}
			for _, move := range c.moves {
				check(t, p.above.Rename(names[move[0]], names[move[1]]))
			}
			m, recorded, err := p.loadManifest()
			check(t, err)
			check(t, p.recover(m, recorded))
			p.close()
			want := editionTexts(c.want)
			want["CNAME"] = "mine"
			sameTexts(t, dir, want)
			settled(t, dir)
			mustWrite(t, dir, edition(t, 2))
			want = editionTexts(2)
			want["CNAME"] = "mine"
			sameTexts(t, dir, want)
			settled(t, dir)
		})
	}
}

func TestExchangeByRenames(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	p := stagedByHand(t, dir)
	defer p.close()
	check(t, p.exchangeByRenames())
	want := editionTexts(1)
	want["CNAME"] = "mine"
	sameTexts(t, dir, want)
	want = editionTexts(0)
	want["CNAME"] = "mine"
	sameTexts(t, p.path(p.swap()), want)

	// Without a new site the old one stays.
	check(t, os.RemoveAll(p.path(p.swap())))
	if err := p.exchangeByRenames(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got error %v", err)
	}
	want = editionTexts(1)
	want["CNAME"] = "mine"
	sameTexts(t, dir, want)
}

// stagedByHand builds edition 0 at dir, beside a file of somebody else, and
// goes on to edition 1 as far as the exchange: the new site is in swap.
func stagedByHand(t *testing.T, dir string) *place {
	t.Helper()
	mustWrite(t, dir, edition(t, 0))
	put(t, filepath.Join(dir, "CNAME"), "mine")
	p, err := open(dir, nil)
	check(t, err)
	old, _, err := p.loadManifest()
	check(t, err)
	tree := edition(t, 1)
	next, results := newManifest(), []result(nil)
	results, err = p.stage(t.Context(), tree, old, tree.Paths())
	check(t, err)
	for i, path := range tree.Paths() {
		next.pages[path] = []entry{results[i].entry}
	}
	c := &carry{
		place: p, tree: tree, old: old, folders: old.folders(),
		paths: tree.Paths(), results: results, seen: make(map[string]stamp),
	}
	check(t, c.run())
	check(t, p.saveManifest(journal(old, next, c.seen)))
	check(t, p.above.Rename(p.next(), p.swap()))
	return p
}
