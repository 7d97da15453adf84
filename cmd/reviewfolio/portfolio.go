package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/history"
)

// openPortfolio opens the folder of a portfolio. Nothing outside it is read or
// written, whatever links lie in it.
func openPortfolio(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &failure{exitMachine, message("no-folder", dir), message("hint-init", dir)}
	}
	if err != nil {
		return nil, err
	}
	info, err := root.Stat("content")
	if err == nil && info.IsDir() {
		return root, nil
	}
	root.Close()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return nil, &failure{exitMachine, message("no-content", dir), message("hint-init", dir)}
}

// repository returns the git repository that the portfolio in dir lies in, if
// it lies in one.
func (s *shell) repository(dir string) *history.Repository {
	git, err := exec.LookPath("git")
	if err != nil {
		git = ""
	}
	return history.At(s.ctx, dir, git, os.Environ())
}

// fails reports whether the list stops a build or fails a check.
func fails(list diag.List, strict bool) bool {
	errs, warnings := list.Count()
	return errs > 0 || strict && warnings > 0
}
