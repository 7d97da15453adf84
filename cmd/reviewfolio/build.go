package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"reviewfolio/internal/build"
	"reviewfolio/internal/output"
)

func buildVerb(flags *flag.FlagSet) action {
	out := flags.String("out", "", "flag.out")
	drafts := flags.Bool("drafts", false, "flag.drafts")
	strict := flags.Bool("strict", false, "flag.strict")
	return func(s *shell, args []string) error {
		dir := rootOf(args)
		if *out == "" {
			*out = filepath.Join(dir, "public")
		}
		return s.build(dir, *out, *drafts, *strict)
	}
}

// build makes the site of the portfolio in dir and brings it to out, whole or
// not at all.
func (s *shell) build(dir, out string, drafts, strict bool) error {
	root, err := openPortfolio(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	content := filepath.Join(dir, "content")
	if within(out, content) {
		return &failure{exitMachine, message("refused.protected", out), message("hint-refused.protected")}
	}
	checked, err := build.Check(root.FS(), drafts)
	if err != nil {
		return err
	}
	if checked, err = build.Recall(root.FS(), checked, s.repository(dir)); err != nil {
		return err
	}
	if err := s.print(s.stderr, checked.Faults.WithoutNotes(), root.FS()); err != nil {
		return err
	}
	errs, warnings := checked.Faults.Count()
	switch {
	case fails(checked.Faults, strict):
		fmt.Fprintln(s.stderr, s.lang.Text("summary.not-built", errs, warnings))
		return errFaults
	case warnings > 0:
		fmt.Fprintln(s.stderr, s.lang.Text("summary", errs, warnings))
	}
	s.collectLess()
	tree, err := build.Tree(root.FS(), checked)
	if err != nil {
		return s.layoutFault(err, root.FS())
	}
	protected := []string{dir, content}
	if home, err := os.UserHomeDir(); err == nil {
		protected = append(protected, home)
	}
	report, err := output.Write(s.ctx, out, tree, protected...)
	if err != nil {
		return s.layoutFault(err, root.FS())
	}
	s.tellBuilt(out, report)
	return nil
}

// within reports whether a path is a folder or lies inside it.
func within(path, folder string) bool {
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	folder, err = filepath.Abs(folder)
	return err == nil && (path == folder || strings.HasPrefix(path, folder+string(filepath.Separator)))
}

// layoutFault tells a fault in a layout as faults of the content are told.
// Other errors it returns.
func (s *shell) layoutFault(err error, portfolio fs.FS) error {
	list, ok := build.LayoutFaults(err)
	if !ok {
		return err
	}
	if err := s.print(s.stderr, list, portfolio); err != nil {
		return err
	}
	fmt.Fprintln(s.stderr, s.lang.Text("summary.not-built", 1, 0))
	return errFaults
}

// tellBuilt says what a build changed: in one line, and what people should know
// of files that were edited by hand.
func (s *shell) tellBuilt(out string, r output.Report) {
	for _, page := range r.Edited {
		s.warn("built.edited", filepath.Join(out, page))
	}
	for _, page := range r.Kept {
		s.warn("built.kept", filepath.Join(out, page))
	}
	if r.Leftover != nil {
		s.warn("built.leftover", r.Leftover.Error())
	}
	files := len(r.Added) + len(r.Changed) + len(r.Unchanged)
	fmt.Fprintln(s.stdout, s.lang.Text("built", out, files, len(r.Added), len(r.Changed), len(r.Removed), len(r.Unchanged)))
}
