package source

import (
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// rawComment is the front matter of <reviewer>.md.
type rawComment struct {
	role    at[model.Role]
	date    at[model.Date]
	status  at[model.Status]
	ratings at[[]entry[model.Number]]
}

var roleNames = []string{"manager", "peer", "report", "hr", "panel", "self"}

var commentKind = object(
	must(key("role", "In which part the reviewer speaks; self is the reviewed person", oneOf(model.ParseRole, roleNames...), func(c *rawComment) *at[model.Role] { return &c.role })),
	key("date", "The day it was written", dateKind, func(c *rawComment) *at[model.Date] { return &c.date }),
	key("status", "draft or submitted, which it is unless said", oneOf(model.ParseStatus, "draft", "submitted"), func(c *rawComment) *at[model.Status] { return &c.status }),
	key("ratings", "Scores by dimension", table(dimensionKeys, numberKind), func(c *rawComment) *at[[]entry[model.Number]] { return &c.ratings }),
)

// comment reads <reviewer>.md.
func (p *parser) comment(raw *rawComment) {
	own := p.place.id == string(p.place.person)
	if raw.role.ok && (raw.role.v == model.SelfRole) != own {
		variant := "self-role"
		if own {
			variant = "self-role.own"
		}
		p.fault(raw.role.pos, variant, p.place.id, string(p.place.person))
	}
	p.out.comment = &model.Comment{
		File:     p.place.path,
		Reviewer: model.PersonID(p.place.id),
		Role:     raw.role.v,
		Date:     raw.date.v,
		Status:   raw.status.or(model.Submitted),
		Ratings:  p.ratings(raw.ratings.v),
		Body:     p.prose(),
		Pos:      diag.Whole(p.place.path),
	}
}

// rawCalibration is the front matter of calibration.md.
type rawCalibration struct {
	date  at[model.Date]
	grade at[string]
}

var calibrationKind = object(
	key("date", "The day the grade was settled", dateKind, func(c *rawCalibration) *at[model.Date] { return &c.date }),
	must(key("grade", "The final grade", nameOf, func(c *rawCalibration) *at[string] { return &c.grade })),
)

// calibration reads calibration.md.
func (p *parser) calibration(raw *rawCalibration) {
	if raw.grade.ok && !slices.Contains(p.Grades, raw.grade.v) {
		p.fault(raw.grade.pos, "unknown-grade", raw.grade.v).WithHint("hint-one-of", strings.Join(p.Grades, ", "))
	}
	p.out.calibration = &model.Calibration{
		File:  p.place.path,
		Date:  raw.date.v,
		Grade: raw.grade.v,
		Body:  p.prose(),
		Pos:   diag.Whole(p.place.path),
	}
}

// logKind has no keys: a log is all prose.
var logKind = object[struct{}]()

// log reads log.md.
func (p *parser) log(*struct{}) {
	p.out.log = &model.Log{File: p.place.path, Body: p.prose()}
}

type rawPage struct{ title at[string] }

var pageKind = object(
	key("title", "Title; the first heading unless said", textKind, func(x *rawPage) *at[string] { return &x.title }),
)

// page reads pages/<id>.md.
func (p *parser) page(raw *rawPage) {
	page := &model.Page{
		ID:    model.PageID(p.place.id),
		Title: raw.title.v,
		Body:  p.prose(),
		File:  p.place.path,
		Pos:   diag.Whole(p.place.path),
	}
	if page.Title == "" {
		page.Title = p.place.id
		if len(page.Body.Sections) > 0 {
			page.Title = page.Body.Sections[0].Title
		}
	}
	p.out.page = page
}
