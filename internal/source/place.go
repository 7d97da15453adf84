package source

import (
	"path"
	"strings"

	"reviewfolio/internal/model"
)

// A fileKind is what a file of content/ is.
type fileKind uint8

const (
	siteFile fileKind = iota + 1
	teamFile
	personFile
	pageFile
	reportFile
	commentFile
	logFile
	calibrationFile
	profileFile
)

// A place is where a file lies and what it therefore is.
type place struct {
	path   string // from the portfolio's root
	kind   fileKind
	id     string // of the team, person, page or reviewer
	person model.PersonID
	period model.Period
}

const sitePath = "content/site.yaml"

// reserved are the names in a review's folder that are no reviewer.
var reserved = map[string]fileKind{"report": reportFile, "log": logFile, "calibration": calibrationFile}

// placeOf tells what a path is that follows the format's pattern; ok is false
// for all others.
func placeOf(file string) (p place, ok bool) {
	p.path = file
	if file == sitePath {
		p.kind = siteFile
		return p, true
	}
	dir, name := path.Split(strings.TrimPrefix(file, "content/"))
	if id, isYAML := strings.CutSuffix(name, ".yaml"); isYAML && dir == "imports/" && strings.HasPrefix(file, "content/") && model.ValidID(id) {
		p.kind, p.id = profileFile, id
		return p, true
	}
	id, isMarkdown := strings.CutSuffix(name, ".md")
	if !isMarkdown || !model.ValidID(id) || !strings.HasPrefix(file, "content/") {
		return place{}, false
	}
	p.id = id
	switch parts := strings.Split(strings.TrimSuffix(dir, "/"), "/"); {
	case len(parts) == 1 && reserved[id] == 0:
		p.kind = folderKinds[parts[0]]
	case len(parts) == 3 && parts[0] == "reviews":
		var okPeriod bool
		p.period, okPeriod = model.ParsePeriod(parts[1])
		p.person = model.PersonID(parts[2])
		if !okPeriod || !model.ValidID(parts[2]) {
			return place{}, false
		}
		if p.kind = reserved[id]; p.kind == 0 {
			p.kind = commentFile
		}
	}
	return p, p.kind != 0
}

// folderKinds are the folders whose files are one kind each.
var folderKinds = map[string]fileKind{"teams": teamFile, "people": personFile, "pages": pageFile}

// prefix returns what stands before the anchors of a file's headings, so that
// all files of a review can share a page.
func (p place) prefix() string {
	switch p.kind {
	case commentFile, logFile, calibrationFile:
		return p.id + "-"
	}
	return ""
}
