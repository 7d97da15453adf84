// Package browser gives tests a real browser: one Chromium for all tests of a
// package, and tabs in it that remember what they complained of.
//
// In goes the address of a site, out comes what its pages show, say and ask
// for. What is missing on the machine, Chromium or a checker, skips a test with
// a word; with REVIEWFOLIO_BROWSER=required it fails the test instead. Only
// tests import the package.
package browser

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// Missing skips the test for want of something, unless the environment says
// that nothing may be skipped.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("REVIEWFOLIO_BROWSER") == "required" {
		t.Fatalf("%s, and REVIEWFOLIO_BROWSER=required", what)
	}
	t.Skip(what)
}

// Main is what TestMain of a package with a browser does: it runs the tests and
// ends the Chromium that they started, if any.
func Main(m *testing.M) {
	code := m.Run()
	for _, stop := range slices.Backward(stops) {
		stop()
	}
	os.Exit(code)
}

// stops has what ends Chromium, to be called from the last to the first.
var stops []func()

// chromium starts a Chromium the first time it is called.
var chromium = sync.OnceValues(func() (context.Context, error) {
	path := find()
	if path == "" {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "chromium")
	if err != nil {
		return nil, err
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(dir))...)
	ctx, closeBrowser := chromedp.NewContext(ctx)
	stops = []func(){func() { os.RemoveAll(dir) }, stop, closeBrowser}
	return ctx, chromedp.Do(ctx)
})

// find returns the path of a Chromium, "" where there is none.
func find() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// start returns the Chromium of the package's tests.
func start(t testing.TB) context.Context {
	t.Helper()
	ctx, err := chromium()
	if err != nil {
		t.Fatal(err)
	}
	if ctx == nil {
		Missing(t, "no chromium found")
	}
	return ctx
}
