package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"reviewfolio/internal/build"
	"reviewfolio/internal/export"
	"reviewfolio/internal/model"
)

// exports are what the verb export can write.
var exports = []string{"metrics", "workbook", "tidy", "all"}

func exportVerb(flags *flag.FlagSet) action {
	out := flags.String("out", "", "flag.export-out")
	team := flags.String("team", "", "flag.export-team")
	format, choice := "all", export.Choice{}
	flags.Func("format", "flag.export-format", func(text string) error {
		if !slices.Contains(exports, text) {
			return errNotOneOf(exports)
		}
		format = text
		return nil
	})
	flags.Func("period", "flag.export-period", func(text string) error {
		var ok bool
		if choice.Period, ok = model.ParsePeriod(text); !ok {
			return errNotOneOf{"2026", "2026-H1", "2026-Q3", "2026-07"}
		}
		return nil
	})
	return func(s *shell, args []string) error {
		dir := rootOf(args)
		if *out == "" {
			*out = filepath.Join(dir, "export")
		}
		choice.Team = model.TeamID(*team)
		return s.export(dir, *out, format, choice)
	}
}

// export writes the data files of the portfolio in dir to out. Where the content
// has errors nothing is written.
func (s *shell) export(dir, out, format string, choice export.Choice) error {
	root, err := openPortfolio(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if within(out, filepath.Join(dir, "content")) {
		return &failure{exitMachine, message("refused.protected", out), message("hint-refused.protected")}
	}
	checked, err := build.Check(root.FS(), false)
	if err != nil {
		return err
	}
	if fails(checked.Faults, false) {
		if err := s.print(s.stderr, checked.Faults.WithoutNotes(), root.FS()); err != nil {
			return err
		}
		errs, warnings := checked.Faults.Count()
		fmt.Fprintln(s.stderr, s.lang.Text("export.not-exported", errs, warnings))
		return errFaults
	}
	if err := possibleChoice(checked, choice); err != nil {
		return err
	}
	files := build.Exporter(checked)
	for _, name := range wanted(files.Files(), format, choice, checked.Portfolio) {
		to := filepath.Join(out, filepath.FromSlash(strings.TrimPrefix(name, export.Folder)))
		if err := writeExport(to, files, name, choice); err != nil {
			return err
		}
		fmt.Fprintln(s.stdout, to)
	}
	return nil
}

// possibleChoice reports a team or period that the portfolio does not have.
func possibleChoice(c build.Checked, choice export.Choice) error {
	if choice.Team != "" && c.Portfolio.Team(choice.Team) == nil {
		var ids []string
		for _, t := range c.Portfolio.Teams {
			ids = append(ids, string(t.ID))
		}
		return &failure{exitUsage, message("export.no-team", string(choice.Team)), didYouMean(string(choice.Team), ids, oneOf(ids))}
	}
	known := build.Exporter(c).Periods()
	if len(known) == 0 {
		return &failure{exitMachine, message("export.empty"), message("hint-help", "new report")}
	}
	if !choice.Period.IsZero() && !slices.Contains(known, choice.Period) {
		var names []string
		for _, q := range known {
			names = append(names, q.String())
		}
		return &failure{exitUsage, message("export.no-period", choice.Period.String()), oneOf(names)}
	}
	return nil
}

// wanted returns the files of the format, of a chosen team its own workbook.
func wanted(files []string, format string, choice export.Choice, p *model.Portfolio) []string {
	return slices.DeleteFunc(files, func(name string) bool {
		kind := "workbook"
		switch {
		case name == export.MetricsFile:
			kind = "metrics"
		case path.Ext(name) == ".csv":
			kind = "tidy"
		}
		if kind == "workbook" && choice.Team != "" {
			root := choice.Team
			for p.Team(root).Parent != "" {
				root = p.Team(root).Parent
			}
			return format != "all" && format != kind || name != export.WorkbookFile(choice.Team, root)
		}
		return format != "all" && format != kind
	})
}

// writeExport writes one file beside its place and moves it there whole.
func writeExport(to string, files *export.Exporter, name string, choice export.Choice) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(to), ".export-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	w := bufio.NewWriter(f)
	if _, err = files.Write(w, name, choice); err == nil {
		err = w.Flush()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), to)
}
