package build

import (
	"io"
	"os"
	"testing"
)

// BenchmarkCheck reads and judges the demo portfolio.
func BenchmarkCheck(b *testing.B) {
	root := os.DirFS("../..")
	b.ReportAllocs()
	for b.Loop() {
		if checked, err := Check(root, false); err != nil || checked.Faults.HasErrors() {
			b.Fatal(err, checked.Faults)
		}
	}
}

// BenchmarkTree lists the pages of the demo, what they share included.
func BenchmarkTree(b *testing.B) {
	root := os.DirFS("../..")
	checked, err := Check(root, false)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Tree(root, checked); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRender writes one page of each kind of the demo.
func BenchmarkRender(b *testing.B) {
	tree := treeOf(b, os.DirFS("../.."))
	for _, page := range []struct{ kind, path string }{
		{"home", "index.html"},
		{"team", "teams/east/index.html"},
		{"team-year", "teams/east/2025/index.html"},
		{"person", "people/tang-wenjing/index.html"},
		{"review", "reviews/2026-Q3/tang-wenjing/index.html"},
		{"period", "periods/2026-Q3/index.html"},
		{"theme", "themes/goals/2026-Q3/index.html"},
		{"cases", "cases/index.html"},
		{"actions", "actions/index.html"},
		{"dictionary", "metrics/index.html"},
		{"figures", "data/metrics.csv"},
	} {
		b.Run(page.kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := tree.Render(page.path, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
