package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
)

// reports makes a portfolio of n reports, each with a comment.
func reports(tb testing.TB, n int) string {
	tb.Helper()
	root := tb.TempDir()
	for i := range n {
		dir := filepath.Join(root, reportDir(i))
		check(tb, os.MkdirAll(dir, 0o755))
		for _, name := range []string{"report.md", "boss.md"} {
			check(tb, os.WriteFile(filepath.Join(dir, name), []byte("text"), 0o644))
		}
	}
	return root
}

func reportDir(i int) string { return fmt.Sprintf("content/reviews/2026-%02d/person-%d", i%12+1, i) }

// BenchmarkLatency measures from the begin of a write to the Change.
func BenchmarkLatency(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			root := reports(b, n)
			ctx, cancel := context.WithCancel(b.Context())
			changes, err := Start(ctx, root, 0)
			check(b, err)
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				path := reportDir(i*7919%n) + "/report.md"
				begin := time.Now()
				check(b, os.WriteFile(filepath.Join(root, path), fmt.Append(nil, "text ", i), 0o644))
				for c := range changes {
					if slices.Contains(c.Paths, path) {
						break
					}
				}
				took = append(took, time.Since(begin))
			}
			cancel()
			for range changes {
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "max-ms")
		})
	}
}

// BenchmarkLook measures one look at everything, as polling does it.
func BenchmarkLook(b *testing.B) {
	root := reports(b, 10000)
	t := newTree(root)
	t.see("", look{deep: true})
	t.settle()
	b.ReportAllocs()
	for b.Loop() {
		t.see("", look{deep: true})
		t.settle()
	}
}

// BenchmarkStart measures the first look, and what is kept of it.
func BenchmarkStart(b *testing.B) {
	root := reports(b, 10000)
	for _, poll := range []time.Duration{0, time.Hour} {
		b.Run(map[bool]string{false: "events", true: "poll"}[poll > 0], func(b *testing.B) {
			for b.Loop() {
				before := heap()
				ctx, cancel := context.WithCancel(b.Context())
				changes, err := Start(ctx, root, poll)
				check(b, err)
				b.ReportMetric((float64(heap())-float64(before))/1e6, "MB")
				cancel()
				for range changes {
				}
			}
		})
	}
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
