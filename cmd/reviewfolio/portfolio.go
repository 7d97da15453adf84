package main

import (
	"errors"
	"io/fs"
	"os"

	"reviewfolio/internal/diag"
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

// fails reports whether the list stops a build or fails a check.
func fails(list diag.List, strict bool) bool {
	errs, warnings := list.Count()
	return errs > 0 || strict && warnings > 0
}
