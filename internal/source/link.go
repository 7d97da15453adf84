package source

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// resolve gives every reference in the prose its meaning, as far as this file
// and the settings tell; what other files must have is noted in needs.
func (p *parser) resolve(doc *model.Doc) {
	eachText(doc, func(t *model.Text) {
		for i := range t.Refs {
			switch ref := &t.Refs[i]; ref.Kind {
			case model.FigureRef:
				p.figure(ref.Figure)
			case model.LinkStart:
				p.link(ref.Link)
			case model.ImageRef:
				p.image(ref.Image)
			}
		}
	})
}

// eachText visits every text of a document, in order.
func eachText(doc *model.Doc, do func(*model.Text)) {
	do(&doc.Intro)
	for i := range doc.Sections {
		s := &doc.Sections[i]
		do(&s.Heading)
		do(&s.Text)
		for j := range s.Sections {
			do(&s.Sections[j].Heading)
			do(&s.Sections[j].Text)
		}
	}
}

func (p *parser) figure(f *model.BoundFigure) {
	if p.metrics[string(f.Metric)] == nil {
		notThere(p.faults, f.MetricPos, "unknown-metric", string(f.Metric), p.metricMeant(string(f.Metric)))
	}
	if f.Person != "" {
		p.need(needsPerson, string(f.Person), f.ScopePos)
	}
	if f.Team != "" {
		p.need(needsTeam, string(f.Team), f.ScopePos)
	}
}

// link finds what a link leads to.
func (p *parser) link(l *model.Link) {
	switch l.Kind {
	case model.ToPerson:
		p.need(needsPerson, string(l.Person), l.Pos)
		return
	case model.ToTeam:
		p.need(needsTeam, string(l.Team), l.Pos)
		return
	case model.ToURL:
		return
	}
	address, fragment, _ := strings.Cut(l.Raw, "#")
	fragment = unescaped(fragment)
	l.Fragment = fragment
	p.out.relink = p.out.relink || fragment != ""
	file := p.place.path
	if address == "" {
		l.Kind = model.ToSection
	} else {
		var ok bool
		if file, ok = p.beside(address, "broken-link", l.Pos); !ok {
			l.Kind = model.ToURL
			return
		}
		p.lead(l, file)
	}
	if l.Kind != model.ToHome {
		p.out.needs = append(p.out.needs, need{kind: needsFile, id: file, fragment: fragment, raw: l.Raw, pos: l.Pos})
	}
}

// lead sets what page or file a link to a path leads to.
func (p *parser) lead(l *model.Link, file string) {
	target, ok := placeOf(file)
	if !ok {
		target.kind = 0
	}
	switch target.kind {
	case personFile:
		l.Kind, l.Person = model.ToPerson, model.PersonID(target.id)
	case teamFile:
		l.Kind, l.Team = model.ToTeam, model.TeamID(target.id)
	case pageFile:
		l.Kind, l.Page = model.ToPage, model.PageID(target.id)
	case reportFile, commentFile, logFile, calibrationFile:
		l.Kind, l.Period, l.Person = model.ToReview, target.period, target.person
		if l.Fragment == "" {
			l.Fragment = BlockID(file)
		}
	default:
		if file == "content" {
			l.Kind = model.ToHome
			return
		}
		l.Kind, l.File = model.ToFile, file
	}
}

// BlockID returns the id of the block that a file of a review has on the
// review's page: comment-li-na, log, calibration; "" of the report, which is
// the page.
func BlockID(file string) string {
	switch p, _ := placeOf(file); p.kind {
	case commentFile:
		return "comment-" + p.id
	case logFile, calibrationFile:
		return p.id
	}
	return ""
}

var imageFiles = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}

// image finds the file that an image shows.
func (p *parser) image(img *model.Image) {
	file, ok := p.beside(img.Raw, "broken-image", img.Pos)
	if !ok {
		return
	}
	if !slices.Contains(imageFiles, strings.ToLower(path.Ext(file))) {
		p.faults.Error(img.Pos, "image-type", path.Base(file)).WithHint("hint-one-of", strings.Join(imageFiles, ", "))
		return
	}
	img.File = file
	p.out.relink = true
	p.out.needs = append(p.out.needs, need{kind: needsImage, id: file, raw: img.Raw, pos: img.Pos})
}

// beside returns the path that an address relative to this file means. It may
// not lead out of content/.
func (p *parser) beside(address, fault string, pos diag.Pos) (file string, ok bool) {
	address = unescaped(address)
	switch {
	case strings.Contains(address, `\`):
		p.faults.Error(pos, fault+".backslash", address).WithHint("hint-write", strings.ReplaceAll(address, `\`, "/"))
		return "", false
	case strings.HasPrefix(address, "/"):
		p.faults.Error(pos, fault+".absolute", address)
		return "", false
	}
	file = path.Join(path.Dir(p.place.path), address)
	if file != "content" && !strings.HasPrefix(file, "content/") {
		p.faults.Error(pos, fault+".outside", address)
		return "", false
	}
	return file, true
}

// unescaped resolves %20 and the like; what is no escape stays as it is.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}
