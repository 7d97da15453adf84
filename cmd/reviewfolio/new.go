package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"reviewfolio/internal/build"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/edit"
	"reviewfolio/internal/model"
	"reviewfolio/internal/scaffold"
	"reviewfolio/internal/source"
)

// A desk is where new files are written: a portfolio, and all that is known of
// it, drafts too.
type desk struct {
	*shell
	dir   string
	root  *os.Root
	known scaffold.Known
}

// atDesk opens the portfolio in dir for work.
func (s *shell) atDesk(dir string, work func(*desk) error) error {
	root, err := openPortfolio(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	checked, err := build.Check(root.FS(), true)
	if err != nil {
		return err
	}
	return work(&desk{s, dir, root, scaffold.Known{Portfolio: checked.Portfolio, Result: checked.Result}})
}

func rootFlag(flags *flag.FlagSet) *string { return flags.String("root", ".", "flag.root") }

// write makes a new file and prints its path.
func (d *desk) write(name string, text []byte) error {
	err := edit.Create(d.root, name, text)
	full := filepath.Join(d.dir, filepath.FromSlash(name))
	if errors.Is(err, fs.ErrExist) {
		return &failure{exitMachine, message("exists", full), message("hint-exists")}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(d.stdout, full)
	return err
}

// person returns the person with the id.
func (d *desk) person(id string) (*model.Person, error) {
	if x := d.known.Person(model.PersonID(id)); x != nil {
		return x, nil
	}
	return nil, &failure{exitUsage, message("unknown-person", id), didYouMean(id, d.personIDs(), diag.Message{})}
}

func (d *desk) personIDs() []string {
	var ids []string
	for _, x := range d.known.People {
		ids = append(ids, string(x.ID))
	}
	return ids
}

// hasTeam returns an error where there is no team with the id.
func (d *desk) hasTeam(id string) error {
	if d.known.Team(model.TeamID(id)) != nil {
		return nil
	}
	var ids []string
	for _, t := range d.known.Teams {
		ids = append(ids, string(t.ID))
	}
	return &failure{exitUsage, message("unknown-team", id), didYouMean(id, ids, diag.Message{})}
}

// period reads a period in which the person can report.
func (d *desk) period(text string, person *model.Person) (model.Period, error) {
	p, ok := model.ParsePeriod(text)
	if !ok {
		near, _ := model.ParsePeriod(strings.ToUpper(text))
		hint := diag.Message{}
		if !near.IsZero() {
			hint = message("hint-did-you-mean", near.String())
		}
		return p, &failure{exitUsage, message("bad-period", text), hint}
	}
	if _, ok := person.TeamIn(d.known.Settings.Calendar, p); !ok {
		return p, &failure{exitUsage, message("outside-stint", string(person.ID), text), message("hint-stint", person.File)}
	}
	return p, nil
}

// checkID returns an error unless the id of a new person or team can be one.
func checkID(id string) error {
	if id == "report" || id == "log" || id == "calibration" {
		return &failure{exitUsage, message("reserved-id", id), diag.Message{}}
	}
	if model.ValidID(id) {
		return nil
	}
	hint := diag.Message{}
	if folded := source.FoldID(id); folded != "" {
		hint = message("hint-did-you-mean", folded)
	}
	return &failure{exitUsage, message("bad-file-name", id), hint}
}
