package preview

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"reviewfolio/internal/browser"
)

// people is the page of a portfolio with 1,000 people: a row for each, with a
// drawing and a figure that says how it came about. Each 25th row has the figure.
func people(text string, figure int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<h1>%s</h1>\n<table><tbody>\n", text)
	for i := range 1000 {
		figure := figure
		if i%25 > 0 {
			figure = 100
		}
		fmt.Fprintf(&b, `<tr><th scope="row"><a href="people/p%[1]d/index.html"><bdi>Person %[1]d</bdi></a></th>`+
			`<td class="n"><span class="has-tip"><span class="fx" tabindex="0" aria-describedby="t%[1]d">%[2]d.%[1]d%%</span>`+
			`<span class="tip" role="tooltip" id="t%[1]d"><b>Revenue</b><span>actual %[2]d ÷ target 100 = %[2]d%%</span></span></span></td>`+
			`<td><svg class="bul" viewBox="0 0 130 14"><rect class="base" width="130" height="8"/><rect class="act" width="%[2]d" height="8"/></svg></td></tr>`+"\n", i+1, figure)
	}
	b.WriteString("</tbody></table>")
	return page(b.String())
}

// BenchmarkShowToPatched measures from Show to the page patched in a browser:
// for an edit of a text, and for one that changes 40 rows. Between edits the
// browser comes to rest, as it does while somebody writes.
func BenchmarkShowToPatched(b *testing.B) {
	for _, c := range []struct {
		name string
		page func(i int) string
	}{
		{"text", func(i int) string { return people(fmt.Sprint("edit ", i), 100) }},
		{"figures", func(i int) string { return people("a headline", 100+i%20) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := serve(b, Options{})
			s.Show(Snapshot{Tree: treeOf(b, map[string]string{"index.html": c.page(-1)})})
			w := s.openOn(b, "")
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				next := Snapshot{Tree: treeOf(b, map[string]string{"index.html": c.page(i)})}
				browser.Eval[bool](b, w, `new Promise((rest) => requestIdleCallback(() => {
					window.patched = new Promise((done) => document.addEventListener("reviewfolio:patched", () => done(performance.timeOrigin + performance.now()), { once: true }));
					rest(true);
				}))`)
				from := time.Now()
				s.Show(next)
				at := browser.Eval[float64](b, w, "window.patched") // milliseconds since 1970
				took = append(took, time.UnixMicro(int64(at*1000)).Sub(from))
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2].Seconds()*1000, "p50-ms")
			b.ReportMetric(took[len(took)*95/100].Seconds()*1000, "p95-ms")
		})
	}
}
