package chart_test

import (
	"context"
	"html/template"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"reviewfolio/assets"
	"reviewfolio/internal/chart"
)

// policy is the strictest Content-Security-Policy the site is served with.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"

// figures is the HTML around a chart, as the site writes it.
var figures = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="zh"><meta charset="utf-8"><title>charts</title><link rel="stylesheet" href="page.css"><link rel="icon" href="data:,">
<main>{{range .}}<figure class="ch"><figcaption><h3>{{.Name}}</h3></figcaption>
<div class="plot" hidden></div>
<script type="application/json" class="chart-data" data-kind="{{.Kind}}">{{.Data}}</script>
<details class="data"><summary>数据表</summary><table>
<thead><tr>{{range .Table.Head}}<th scope="col">{{.Text}}{{with .Note}}<span class="unit">{{.}}</span>{{end}}</th>{{end}}</tr></thead>
<tbody>{{range .Table.Rows}}<tr>{{range $i, $c := .}}{{if $i}}<td>{{else}}<th scope="row">{{end}}{{$c.Text}}{{with $c.Note}} <span class="note">{{.}}</span>{{end}}{{end}}</tr>{{end}}</tbody></table></details></figure>
{{end}}</main>
<script src="assets/echarts.min.js"></script><script src="assets/chart-options.js"></script><script src="assets/charts.js"></script>
`))

type figure struct {
	Name, Kind string
	Data       template.JS
	Table      chart.Table
}

// browser starts one for the test. Without a Chromium the test is skipped,
// unless REVIEWFOLIO_BROWSER=required says that there has to be one.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	switch {
	case path != "":
	case os.Getenv("REVIEWFOLIO_BROWSER") == "required":
		t.Fatal("no chromium found, and REVIEWFOLIO_BROWSER=required")
	default:
		t.Skip("no chromium found")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	return ctx
}

// serve offers a page of charts with the assets of the site beside it.
func serve(t *testing.T, all []scene) string {
	t.Helper()
	var page []figure
	for _, s := range all {
		data, err := s.chart.JSON()
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		page = append(page, figure{s.name, s.chart.Kind(), template.JS(data), s.chart.Table()})
	}
	var html strings.Builder
	if err := figures.Execute(&html, page); err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Write([]byte(html.String()))
	})
	mux.Handle("/assets/", http.StripPrefix("/assets/", http.FileServerFS(fs.FS(assets.FS))))
	mux.HandleFunc("/assets/chart-options.js", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(chart.Options())
	})
	mux.HandleFunc("/page.css", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, "testdata/page.css")
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// run is chromedp.Run for tests.
func run[T any](t *testing.T, ctx context.Context, action chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(ctx, action)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// drawnAll is true in a page when no chart waits.
const drawnAll = `document.querySelectorAll(".plot svg[viewBox]").length === document.querySelectorAll(".plot").length`

// open loads the page in a window of a width that shows all of its charts at
// once, and waits until they are drawn.
func open(t *testing.T, ctx context.Context, url string, width int64) {
	t.Helper()
	run(t, ctx, chromedp.EmulateViewport(width, 12000))
	run(t, ctx, chromedp.Navigate(url))
	run(t, ctx, chromedp.Poll[bool](drawnAll))
}

// listen returns a function that lists what was written on the console until
// it is called.
func listen(t *testing.T, ctx context.Context) (messages func() []string) {
	t.Helper()
	console := chromedp.Console(ctx)
	return func() []string {
		t.Helper()
		const end = "end of console"
		run(t, ctx, chromedp.Evaluate[chromedp.Void](`console.log("`+end+`")`))
		var got []string
		for m, err := range console {
			if err != nil {
				t.Fatal(err)
			}
			if m.Text == end {
				break
			}
			got = append(got, m.String())
		}
		return got
	}
}
