package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime/debug"

	"reviewfolio/internal/build"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
	"reviewfolio/internal/posting"
	"reviewfolio/internal/scaffold"
	"reviewfolio/internal/sheet"
)

// An importQuery is what import is asked.
type importQuery struct {
	dir, profile, format, rejects         string
	create, dryRun, allowRejects, explain bool
	options                               imports.Options
}

func importVerb(flags *flag.FlagSet) action {
	q := &importQuery{format: "text"}
	flags.StringVar(&q.profile, "profile", "", "flag.profile")
	flags.StringVar(&q.dir, "root", ".", "flag.root")
	flags.BoolVar(&q.create, "create", false, "flag.create")
	flags.BoolVar(&q.dryRun, "dry-run", false, "flag.dry-run")
	flags.BoolVar(&q.allowRejects, "allow-rejects", false, "flag.allow-rejects")
	flags.StringVar(&q.rejects, "rejects", "", "flag.rejects")
	flags.BoolVar(&q.explain, "explain", false, "flag.explain")
	flags.Func("period", "flag.import-period", func(text string) error { return readPeriod(text, &q.options.Period) })
	flags.Func("as-of", "flag.import-as-of", func(text string) error { return readDate(text, &q.options.AsOf) })
	flags.Func("format", "flag.import-format", func(text string) error {
		if q.format = text; text != "text" && text != "json" {
			return errNotOneOf{"text", "json"}
		}
		return nil
	})
	return func(s *shell, args []string) error {
		if !q.explain {
			if err := required(flags, "profile"); err != nil {
				return err
			}
		}
		return s.importFiles(q, args)
	}
}

// importFiles imports the files, or says what they hold where that is asked.
func (s *shell) importFiles(q *importQuery, names []string) error {
	root, err := openPortfolio(q.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	checked, err := build.Check(root.FS(), true)
	if err != nil {
		return err
	}
	files, closeAll, err := s.openTables(names)
	defer closeAll()
	if err != nil {
		return err
	}
	if q.explain {
		return s.explain(root.FS(), checked.Portfolio, files)
	}
	profile, err := s.profile(root.FS(), q.profile, &checked.Portfolio.Settings)
	if err != nil {
		return err
	}
	back := s.collectEagerly()
	result, err := imports.Run(checked.Portfolio, profile, files, q.options)
	back()
	if err != nil {
		return s.tableFailure(err)
	}
	known := scaffold.Known{Portfolio: checked.Portfolio, Result: checked.Result}
	plan, err := posting.Make(root.FS(), known, checked.Faults, result.Figures, posting.Options{Create: q.create})
	if err != nil {
		return err
	}
	if q.rejects != "" {
		if err := s.writeRejects(q.rejects, result.Rejects); err != nil {
			return err
		}
	}
	return s.finishImport(root, &imported{q, names, checked.Portfolio, result, plan, false})
}

// An imported is one run of import.
type imported struct {
	*importQuery
	names     []string // of the files
	portfolio *model.Portfolio
	result    *imports.Result
	plan      *posting.Plan
	written   bool
}

// fails returns why the run writes nothing, nil where it may.
func (x *imported) fails() error {
	switch n := len(x.result.Rejects); {
	case x.plan.Faults.HasErrors():
		return &failure{exitFaults, message("posting.failed"), diag.Message{}}
	case n > 0 && !x.allowRejects:
		return &failure{exitFaults, message("posting.rejected", n), message("hint-posting-rejects")}
	}
	return nil
}

// finishImport writes what is to be written and says what came of it.
func (s *shell) finishImport(root *os.Root, x *imported) error {
	failed := x.fails()
	if failed == nil && !x.dryRun {
		if err := x.plan.Write(root); err != nil {
			if changed, ok := errors.AsType[*posting.ChangedError](err); ok {
				return &failure{exitMachine, message("posting.changed", changed.Path), message("hint-posting-again")}
			}
			return err
		}
		x.written = true
	}
	if x.format == "json" {
		if err := s.printImportJSON(x); err != nil {
			return err
		}
		return failed
	}
	if err := s.printImport(x, failed != nil); err != nil {
		return err
	}
	after := x.plan.After(root.FS())
	if err := s.print(s.stderr, x.plan.Faults, after); err != nil {
		return err
	}
	return failed
}

// collectEagerly has garbage collected while tables are read, which make much
// more of it than they leave: 100,000 rows take 92 MiB in all, not 99. The
// function that it returns goes back to how it was.
func (s *shell) collectEagerly() (back func()) {
	if !tuned(s.env) {
		return func() {}
	}
	was := debug.SetGCPercent(50)
	return func() { debug.SetGCPercent(was) }
}

// openTables opens the files to import. What it opened has to be closed, after
// an error too.
func (s *shell) openTables(names []string) (files []imports.File, closeAll func(), err error) {
	closeAll = func() {
		for _, f := range files {
			_ = f.Book.Close() // nothing was written
		}
	}
	for _, name := range names {
		book, err := sheet.OpenFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			err = &failure{exitMachine, message("no-file", name), diag.Message{}}
		}
		if err != nil {
			return files, closeAll, s.tableFailure(err)
		}
		files = append(files, imports.File{Name: name, Book: book})
	}
	return files, closeAll, nil
}

// profile reads a profile, and tells its faults.
func (s *shell) profile(portfolio fs.FS, name string, settings *model.Settings) (*model.Profile, error) {
	profile, faults, err := imports.Load(portfolio, name, settings)
	if _, ok := errors.AsType[*imports.Fault](err); ok {
		f := s.tableFailure(err).(*failure)
		f.status = exitUsage
		return nil, f
	}
	if err != nil {
		return nil, err
	}
	own := path.Join("content/imports", name+".yaml")
	if _, builtIn := imports.Source(name); builtIn {
		if _, err := fs.Stat(portfolio, own); err == nil {
			fmt.Fprintln(s.stderr, s.lang.Text("label.note")+s.lang.Text("posting.own-profile", own))
		}
	}
	if err := s.print(s.stderr, faults, portfolio); err != nil {
		return nil, err
	}
	if profile == nil {
		return nil, errFaults
	}
	return profile, nil
}

// tableFailure finds words for why a file cannot be imported.
func (s *shell) tableFailure(err error) error {
	if f, ok := errors.AsType[*imports.Fault](err); ok {
		hint := f.Hint
		f = &imports.Fault{File: f.File, Message: f.Message, Cause: f.Cause}
		return &failure{exitFaults, message("posting.text", f.Text(s.lang)), hint}
	}
	if f, ok := errors.AsType[*sheet.Error](err); ok && f.File != "" {
		return &failure{exitFaults, message("posting.file", f.File, s.lang.Text(f.Code, f.Args...)), diag.Message{}}
	} else if ok {
		return &failure{exitFaults, diag.Message{Key: f.Code, Args: f.Args}, diag.Message{}}
	}
	return err
}

// explain says what the files hold.
func (s *shell) explain(portfolio fs.FS, p *model.Portfolio, files []imports.File) error {
	for i, f := range files {
		e, err := imports.Explain(portfolio, p, f)
		if err != nil {
			return s.tableFailure(err)
		}
		if i > 0 {
			fmt.Fprintln(s.stdout)
		}
		if _, err := fmt.Fprint(s.stdout, e.Text(s.lang)); err != nil {
			return err
		}
	}
	return nil
}

func readPeriod(text string, into *model.Period) error {
	ok := false
	if *into, ok = model.ParsePeriod(text); !ok {
		return errNotOneOf{"2026", "2026-H1", "2026-Q3", "2026-07"}
	}
	return nil
}

func readDate(text string, into *model.Date) error {
	ok := false
	if *into, ok = model.ParseDate(text); !ok {
		return errNotOneOf{"2026-10-22"}
	}
	return nil
}
