package main

import (
	"flag"
	"fmt"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
	"reviewfolio/internal/scaffold"
)

func newReportVerb(flags *flag.FlagSet) action {
	dir := rootFlag(flags)
	return func(s *shell, args []string) error {
		return s.atDesk(*dir, func(d *desk) error { return d.newReport(args[0], args[1]) })
	}
}

func (d *desk) newReport(personID, periodText string) error {
	person, err := d.person(personID)
	if err != nil {
		return err
	}
	period, err := d.period(periodText, person)
	if err != nil {
		return err
	}
	return d.write(fmt.Sprintf("content/reviews/%s/%s/report.md", period, person.ID), scaffold.Report(d.known, person, period))
}

func newCommentVerb(flags *flag.FlagSet) action {
	dir := rootFlag(flags)
	role := flags.String("role", "", "flag.role")
	return func(s *shell, args []string) error {
		return s.atDesk(*dir, func(d *desk) error { return d.newComment(args[0], args[1], args[2], *role) })
	}
}

func (d *desk) newComment(personID, periodText, reviewer, roleName string) error {
	person, err := d.person(personID)
	if err != nil {
		return err
	}
	period, err := d.period(periodText, person)
	if err != nil {
		return err
	}
	if err := d.hasReviewer(reviewer); err != nil {
		return err
	}
	c := scaffold.CommentFile{Period: period, Person: person, Reviewer: model.PersonID(reviewer)}
	if c.Role, err = d.role(c, roleName); err != nil {
		return err
	}
	text, err := scaffold.Comment(d.root.FS(), d.known, c)
	if err != nil {
		return err
	}
	return d.write(fmt.Sprintf("content/reviews/%s/%s/%s.md", period, person.ID, reviewer), text)
}

// hasReviewer returns an error where nobody of this id can comment.
func (d *desk) hasReviewer(id string) error {
	ids := d.personIDs()
	for _, r := range d.known.Settings.Reviewers {
		ids = append(ids, string(r.ID))
	}
	if slices.Contains(ids, id) {
		return nil
	}
	return &failure{exitUsage, message("unknown-reviewer", id), didYouMean(id, ids, diag.Message{})}
}

// role reads the reviewer's role, or finds it where none is given.
func (d *desk) role(c scaffold.CommentFile, name string) (model.Role, error) {
	role, ok := model.ParseRole(name)
	switch {
	case name == "":
		role = d.likelyRole(c)
	case !ok:
		var names []string
		for r := model.ManagerRole; r <= model.SelfRole; r++ {
			names = append(names, r.String())
		}
		return 0, &failure{exitUsage, message("unknown-role", name), didYouMean(name, names, oneOf(names))}
	}
	own := c.Reviewer == c.Person.ID
	switch {
	case own && role != model.SelfRole:
		return 0, &failure{exitUsage, message("self-role.own", string(c.Reviewer), string(c.Person.ID)), diag.Message{}}
	case !own && role == model.SelfRole:
		return 0, &failure{exitUsage, message("self-role", string(c.Reviewer), string(c.Person.ID)), diag.Message{}}
	}
	return role, nil
}

// likelyRole is the role in which the reviewer most likely speaks.
func (d *desk) likelyRole(c scaffold.CommentFile) model.Role {
	reviewer := d.known.Person(c.Reviewer)
	switch {
	case c.Reviewer == c.Person.ID:
		return model.SelfRole
	case reviewer == nil:
		return model.PanelRole
	case c.Person.Manager == c.Reviewer:
		return model.ManagerRole
	case reviewer.Manager == c.Person.ID:
		return model.ReportRole
	}
	return model.PeerRole
}
