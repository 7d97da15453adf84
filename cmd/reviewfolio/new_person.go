package main

import (
	"flag"
	"fmt"

	"reviewfolio/internal/scaffold"
)

func newPersonVerb(flags *flag.FlagSet) action {
	dir := rootFlag(flags)
	var f scaffold.PersonFile
	flags.StringVar(&f.Name, "name", "", "flag.name")
	flags.StringVar(&f.Title, "title", "", "flag.title")
	flags.StringVar(&f.Team, "team", "", "flag.team")
	flags.StringVar(&f.Manager, "manager", "", "flag.manager")
	return func(s *shell, args []string) error {
		if err := required(flags, "name", "team"); err != nil {
			return err
		}
		return s.atDesk(*dir, func(d *desk) error { return d.newPerson(args[0], f) })
	}
}

func (d *desk) newPerson(id string, f scaffold.PersonFile) error {
	if err := checkID(id); err != nil {
		return err
	}
	if err := d.hasTeam(f.Team); err != nil {
		return err
	}
	if f.Manager != "" {
		if _, err := d.person(f.Manager); err != nil {
			return err
		}
	}
	return d.write(fmt.Sprintf("content/people/%s.md", id), scaffold.Person(f))
}

func newTeamVerb(flags *flag.FlagSet) action {
	dir := rootFlag(flags)
	var f scaffold.TeamFile
	flags.StringVar(&f.Name, "name", "", "flag.name")
	flags.StringVar(&f.Parent, "parent", "", "flag.parent")
	flags.StringVar(&f.Lead, "lead", "", "flag.lead")
	return func(s *shell, args []string) error {
		if err := required(flags, "name", "parent"); err != nil {
			return err
		}
		return s.atDesk(*dir, func(d *desk) error { return d.newTeam(args[0], f) })
	}
}

func (d *desk) newTeam(id string, f scaffold.TeamFile) error {
	if err := checkID(id); err != nil {
		return err
	}
	if err := d.hasTeam(f.Parent); err != nil {
		return err
	}
	if f.Lead != "" {
		if _, err := d.person(f.Lead); err != nil {
			return err
		}
	}
	return d.write(fmt.Sprintf("content/teams/%s.md", id), scaffold.Team(f))
}

// required returns an error where one of the flags has no value.
func required(flags *flag.FlagSet, names ...string) error {
	for _, name := range names {
		if flags.Lookup(name).Value.String() == "" {
			return &failure{exitUsage, message("usage.required", "--"+name), message("hint-help", flags.Name())}
		}
	}
	return nil
}
