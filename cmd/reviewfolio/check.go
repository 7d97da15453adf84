package main

import (
	"flag"
	"fmt"
	"io/fs"
	"slices"

	"reviewfolio/internal/build"
	"reviewfolio/internal/diag"
)

// formats are how check can print its list.
var formats = []string{"text", "json", "sarif", "github"}

func checkVerb(flags *flag.FlagSet) action {
	format := "text"
	flags.Func("format", "flag.format", func(text string) error {
		if !slices.Contains(formats, text) {
			return errNotOneOf(formats)
		}
		format = text
		return nil
	})
	mend := flags.Bool("fix", false, "flag.fix")
	strict := flags.Bool("strict", false, "flag.strict")
	ask := reportFlags(flags)
	return func(s *shell, args []string) error {
		faults, err := s.check(rootOf(args), format, *mend, ask)
		if err == nil && fails(faults, *strict) {
			return errFaults
		}
		return err
	}
}

// check prints the faults of the portfolio in dir, or who lacks what where that
// is asked for, after it has mended what it can where that is asked for.
func (s *shell) check(dir, format string, mend bool, ask *reportQuery) (diag.List, error) {
	if err := ask.possible(format); err != nil {
		return nil, err
	}
	root, err := openPortfolio(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if mend {
		told := s.stdout
		if format != "text" || ask.wanted {
			told = s.stderr // what was asked for stands alone
		}
		if err := s.fix(told, root); err != nil {
			return nil, err
		}
	}
	checked, err := build.Check(root.FS(), false)
	if err != nil {
		return nil, err
	}
	if checked, err = build.LookBack(checked, s.repository(dir)); err != nil {
		return nil, err
	}
	if !ask.wanted {
		return checked.Faults, s.list(format, checked.Faults, root.FS())
	}
	if err := s.print(s.stderr, checked.Faults, root.FS()); err != nil {
		return nil, err
	}
	return checked.Faults, s.printReport(format, ask, checked)
}

// list prints the list to the standard output in one of the formats.
func (s *shell) list(format string, list diag.List, portfolio fs.FS) error {
	switch format {
	case "json":
		return diag.PrintJSON(s.stdout, list, s.say)
	case "sarif":
		return diag.PrintSARIF(s.stdout, list, s.say, diag.Tool{Name: "reviewfolio", Version: moduleVersion()})
	case "github":
		return diag.PrintGitHub(s.stdout, list, s.say)
	}
	if err := s.print(s.stdout, list, portfolio); err != nil {
		return err
	}
	errs, warnings := list.Count()
	key, args := "summary.none", []any(nil)
	switch notes := list.Notes(); {
	case notes > 0:
		key, args = "summary.notes", []any{errs, warnings, notes}
	case len(list) > 0:
		key, args = "summary", []any{errs, warnings}
	}
	_, err := fmt.Fprintln(s.stdout, s.say(message(key, args...)))
	return err
}
