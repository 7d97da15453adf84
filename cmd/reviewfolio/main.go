// Reviewfolio compiles a folder of Markdown sales reviews, with metrics in their
// front matter, into a static site: a page for each person, team, period and
// review, with charts, rollups that say how they came about, and promises
// followed from one review to the next.
//
// Usage:
//
//	reviewfolio VERB [ARGUMENTS] [FLAGS]
//
// A portfolio is one folder that holds content/: site.yaml, teams, people and
// reviews. To begin one and build its site:
//
//	$ reviewfolio init portfolio --lang en
//	portfolio/.gitignore
//	portfolio/content/people/li-na.md
//	portfolio/content/people/zhang-wei.md
//	portfolio/content/reviews/2026-Q3/zhang-wei/li-na.md
//	portfolio/content/reviews/2026-Q3/zhang-wei/report.md
//	portfolio/content/site.yaml
//	portfolio/content/teams/hq.md
//	next: reviewfolio build portfolio
//	$ reviewfolio build portfolio
//	…
//
// The site lies in portfolio/public. It works from a disk, a share or any web
// server, and needs nothing from another host.
//
// # Writing
//
// The verb new writes the first text of a file. A report comes with the twelve
// themes, the targets that were set, and what the last report left open: its
// promises, and actions that are not done. A comment comes with notes to the
// reviewer: the figures, promises that were not kept, the last advice. No file
// is ever overwritten.
//
//	$ reviewfolio new team east --name "East region" --parent hq --root portfolio
//	portfolio/content/teams/east.md
//	$ reviewfolio new person wang-fang --name "Wang Fang" --team east --root portfolio
//	portfolio/content/people/wang-fang.md
//	$ reviewfolio new report wang-fang 2026-Q4 --root portfolio
//	portfolio/content/reviews/2026-Q4/wang-fang/report.md
//	$ reviewfolio new comment wang-fang 2026-Q4 li-na --role manager --root portfolio
//	portfolio/content/reviews/2026-Q4/wang-fang/li-na.md
//
// # Checking
//
// The verb check finds the faults of all files in one run and names file, line
// and column, with what would mend them. Figures bound to the data are compared
// with it; --fix rewrites those that have drifted, and nothing else.
//
//	$ reviewfolio check portfolio
//	no faults
//	$ reviewfolio check portfolio --format json
//	[]
//
// With --format sarif and github the list is one that code hosts show beside
// the lines. Columns count characters, from 1. Warnings do not fail a check, nor
// a build, unless --strict is given. Notes advise, on goals that nobody could
// judge for instance; only check tells them, and they fail nothing.
//
// With --report it prints in their place who has not handed in, what is lacking
// and whose turn it is, for a terminal or, with --format json, for a job that
// reminds people:
//
//	$ reviewfolio check portfolio --report
//	…
//
// The verb schema prints the JSON Schema of a kind of file, for editors that
// complete and check front matter while it is written:
//
//	$ reviewfolio schema
//	…
//	report
//	…
//
// # Importing
//
// The verb import reads .xlsx and .csv files, exports of a CRM for instance,
// sums their rows by person and period as a profile says, and sets figures in
// the front matter of reports, targets in that of people and teams. No other
// byte changes: comments, order, quotes and the text below stay. What is stated
// already is left alone, so that a second run changes nothing. Profiles are
// built in, or lie in content/imports; of two of one name the portfolio's is
// taken. Several files are one import.
//
//	$ reviewfolio import orders.csv --profile orders --root portfolio --dry-run
//	orders.csv: header in row 1, 1 row below
//	rows: read 1 = used 1 + filtered 0 + rejected 0
//	…
//	6 figures in 1 file would change; nothing was written
//	…
//
// A row that cannot be used is told with its number, reason and whom it may
// have meant, and fails the run unless --allow-rejects is given; --rejects
// writes all of them to a file. Reports that do not exist are begun with
// --create, as new report begins them. A run that fails writes nothing: all
// files change or none, and none that somebody else changed meanwhile. A part of
// an imported breakdown, or a stated step of an imported series, that the files
// no longer have is set to 0; what an import says nothing of is kept, and told.
//
//	reviewfolio import deals.csv --explain
//
// says what a file holds and how it is read, which profiles fit, and writes a
// profile to start from.
//
// # Building
//
// A build writes the whole site or nothing: where the content has errors, or a
// page cannot be made, the old site stays as it is. Only the files of the site
// are written and removed; a folder with files that no build wrote is refused.
// The same content gives the same bytes. Where site.yaml says history: git, the
// commits count as content: reviews then show what changed in them after they
// were submitted or acknowledged.
//
// # Figures for other programs
//
// The verb export writes the data files of a site into a folder: metrics.csv,
// a workbook a team, and a tidy data set with its dictionary for Tableau or
// Power BI. They are the bytes that a build writes; with --team or --period they
// hold less.
//
//	$ reviewfolio export portfolio --format tidy
//	portfolio/export/tidy/figures.csv
//	portfolio/export/tidy/breakdowns.csv
//	portfolio/export/tidy/dictionary.csv
//
// # Writing with a preview
//
// The verb serve shows the site in the browser and keeps it up to date while
// people write: it patches the open page, goes to what is being edited, and
// shows faults over the last good page. It counts and shows drafts, and writes
// nothing. Only this machine may look; with --bind others may who have the
// token that it prints.
//
//	reviewfolio serve portfolio --open
//
// # Results
//
// Results go to the standard output, diagnostics to the standard error; check
// prints its list to the standard output. Messages are in English, with --lang
// zh-CN in Chinese. NO_COLOR is honoured. The exit status is
//
//	0  all went well
//	1  the content has errors; with --strict, warnings
//	2  the command line is wrong
//	3  something could not be read or written
//	4  another build is writing to the same folder
package main

import (
	"context"
	"os"
	"runtime/debug"
)

// memoryLimit and garbage trade memory for time: a build lives for seconds, so
// while it writes pages the collector waits until the heap comes near the limit.
// While it reads, it collects as often as by default: what is read stays, and
// lies the closer the less garbage lay between. At ten thousand reports, of which
// some 210 MiB have to be held, a build peaks at about 530 MiB.
const (
	memoryLimit = 512 << 20 // bytes
	garbage     = 400       // percent of the live heap, while pages are written
)

func main() {
	if tuned(os.Getenv) {
		debug.SetMemoryLimit(memoryLimit)
	}
	os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr, os.Getenv))
}

// collectLess lets garbage grow until the heap comes near the limit.
func (s *shell) collectLess() {
	if tuned(s.env) {
		debug.SetGCPercent(garbage)
	}
}

// tuned reports whether the program decides how much memory it takes, not who
// runs it.
func tuned(env func(string) string) bool { return env("GOMEMLIMIT") == "" && env("GOGC") == "" }
