package output

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
)

// largeSite returns a site of n pages of 30 to 60 KB, each in a folder of its
// own. Pages whose number is a multiple of step carry the edition.
func largeSite(tb testing.TB, n, step int, edition string) *Tree {
	tb.Helper()
	text := strings.Repeat("<p>三季度华东超额 12%,线上渠道贡献一半。</p>\n", 1200)
	size := rand.New(rand.NewPCG(1, 2))
	t := NewTree()
	for i := range n {
		end := 30<<10 + size.IntN(30<<10)
		add(tb, t, fmt.Sprintf("people/p%05d/index.html", i), func(w io.Writer) error {
			if i%step == 0 {
				io.WriteString(w, edition)
			}
			_, err := fmt.Fprintf(w, "<h1>%d</h1>\n%s", i, text[:end])
			return err
		})
	}
	return t
}

const benchPages = 10_000

func benchWrite(b *testing.B, dir string, t *Tree) {
	b.Helper()
	if _, err := Write(context.Background(), dir, t); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkWriteFirst(b *testing.B) {
	above := b.TempDir()
	t := largeSite(b, benchPages, 1, "")
	for i := 0; b.Loop(); i++ {
		benchWrite(b, filepath.Join(above, fmt.Sprint(i)), t)
	}
}

func BenchmarkWriteUnchanged(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	t := largeSite(b, benchPages, 1, "")
	benchWrite(b, dir, t)
	for b.Loop() {
		benchWrite(b, dir, t)
	}
}

// BenchmarkWriteFew changes 1 page in 1,000: what an edit of one report does.
func BenchmarkWriteFew(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	editions := []*Tree{largeSite(b, benchPages, 1000, "a"), largeSite(b, benchPages, 1000, "b")}
	benchWrite(b, dir, editions[0])
	benchWrite(b, dir, editions[1])
	for i := 0; b.Loop(); i++ {
		benchWrite(b, dir, editions[i%2])
	}
}

// BenchmarkWriteAll changes every page: a new layout.
func BenchmarkWriteAll(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	editions := []*Tree{largeSite(b, benchPages, 1, "a"), largeSite(b, benchPages, 1, "b")}
	benchWrite(b, dir, editions[0])
	benchWrite(b, dir, editions[1])
	for i := 0; b.Loop(); i++ {
		benchWrite(b, dir, editions[i%2])
	}
}
