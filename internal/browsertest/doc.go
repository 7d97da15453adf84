// Package browsertest holds the tests that read whole sites as people do: in a
// browser, with and without scripts, narrow and dark, from a disk and from a
// server, and with content written to do harm.
//
// In go the demo portfolio of the repository and the archives in testdata, out
// comes a verdict. The package has no code of its own and no other package
// needs it. What a test needs from the machine (a Chromium, the checkers
// axe-core and html-validate) it looks for, and it skips with a word where that
// is missing; with REVIEWFOLIO_BROWSER=required it fails instead.
package browsertest
