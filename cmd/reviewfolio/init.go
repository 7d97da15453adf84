package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"reviewfolio/internal/edit"
	"reviewfolio/internal/scaffold"
	"reviewfolio/internal/words"
)

func initVerb(flags *flag.FlagSet) action {
	return func(s *shell, args []string) error {
		content := words.Chinese
		if f := flags.Lookup("lang"); flagSet(flags, f.Name) {
			content = s.lang
		}
		return s.init(args[0], scaffold.Portfolio(content))
	}
}

// flagSet reports whether the flag stands on the command line.
func flagSet(flags *flag.FlagSet, name string) (set bool) {
	flags.Visit(func(f *flag.Flag) { set = set || f.Name == name })
	return set
}

// init writes the files into dir, which is new or empty.
func (s *shell) init(dir string, files fs.FS) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entries) > 0 {
		return &failure{exitMachine, message("not-empty", dir), message("hint-not-empty")}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if err := edit.Create(root, name, text); err != nil {
			return err
		}
		_, err = fmt.Fprintln(s.stdout, filepath.Join(dir, filepath.FromSlash(name)))
		return err
	})
	if err == nil {
		_, err = fmt.Fprintln(s.stdout, s.lang.Text("next", "reviewfolio build "+dir))
	}
	return err
}
