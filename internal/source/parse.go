package source

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"unicode/utf8"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
	"reviewfolio/internal/prose"
)

// parsed is what one file says. It depends on nothing but the file's bytes,
// its path and the terms of the settings, so that it can be kept until one of them changes;
// nobody changes it after.
type parsed struct {
	place  place
	faults diag.List

	// Exactly the one of the place's kind is set, none where the front matter
	// could not be read.
	person      *model.Person
	team        *model.Team
	report      *model.Report
	comment     *model.Comment
	log         *model.Log
	calibration *model.Calibration
	page        *model.Page
	site        *site
	profile     *model.Profile

	parent   at[string]      // of a team
	outcomes []model.Outcome // of a report, also those without a status
	goalless bool            // of a report: its goals could not be read
	needs    []need
	relink   bool // the prose holds what other files complete: fragments of links, sizes of images
	faulty   bool // the front matter has errors: figures made of it are not to be judged
}

// doc returns the prose of a file, nil where it could not be read.
func (f *parsed) doc() *model.Doc {
	switch {
	case f.person != nil:
		return &f.person.Body
	case f.team != nil:
		return &f.team.Body
	case f.report != nil:
		return &f.report.Body
	case f.comment != nil:
		return &f.comment.Body
	case f.log != nil:
		return &f.log.Body
	case f.calibration != nil:
		return &f.calibration.Body
	case f.page != nil:
		return &f.page.Body
	}
	return nil
}

// with returns the same file with another prose.
func (f *parsed) with(doc model.Doc) *parsed {
	out := *f
	out.person, out.team, out.report, out.page = clone(f.person), clone(f.team), clone(f.report), clone(f.page)
	out.comment, out.log, out.calibration = clone(f.comment), clone(f.log), clone(f.calibration)
	*out.doc() = doc
	return &out
}

func clone[T any](p *T) *T {
	if p == nil {
		return nil
	}
	x := *p
	return &x
}

// A need is something that another file must have.
type need struct {
	kind     needKind
	id       string // of the person or team; path of the file
	fragment string // of the file, as written
	raw      string // the link as written
	pos      diag.Pos
}

type needKind uint8

const (
	needsPerson needKind = iota + 1
	needsReviewer
	needsTeam
	needsFile
	needsImage
)

// A memory is what the reading of one file needs and leaves to the next: a
// portfolio has tens of thousands.
type memory struct {
	file     []byte        // its bytes
	splitter *bufio.Reader // the splitter makes one for each file that comes without
	plain    plain
	path     []step
	kept     map[[sha256.Size]byte]model.Doc // by the bytes of the prose; nil but in an Archive
}

func newMemory() *memory { return &memory{splitter: bufio.NewReader(nil)} }

// A parser reads one file into out.
type parser struct {
	valueReader
	memory *memory
	out    *parsed
	place  place
	src    []byte
	body   int // where the prose begins
}

// parseFile reads one file. Site.yaml, which makes the settings, needs none.
func parseFile(pl place, src []byte, settings *lookup, m *memory) *parsed {
	if pl.kind == siteFile {
		return parseSite(src)
	}
	out := &parsed{place: pl, faulty: true}
	if !checkBytes(pl.path, src, &out.faults) {
		return out
	}
	p := &parser{valueReader: valueReader{teller{pl.path, &out.faults}, settings}, memory: m, out: out, place: pl, src: src}
	switch pl.kind {
	case personFile:
		parseFront(p, personKind, true, p.person)
	case teamFile:
		parseFront(p, teamKind, true, p.team)
	case reportFile:
		parseFront(p, reportKind, true, p.report)
	case commentFile:
		parseFront(p, commentKind, true, p.comment)
	case calibrationFile:
		parseFront(p, calibrationKind, true, p.calibration)
	case logFile:
		parseFront(p, logKind, false, p.log)
	case pageFile:
		parseFront(p, pageKind, false, p.page)
	case profileFile:
		p.profileFile()
	}
	return out
}

// parseFront reads the front matter as k describes it and hands it to build.
// What cannot be read is told, and the prose below is left alone: its faults
// would be guesses.
func parseFront[T any](p *parser, k kind[T], required bool, build func(*T)) {
	if required && len(bytes.TrimSpace(bytes.TrimPrefix(p.src, byteOrderMark))) == 0 {
		p.faults.Error(diag.Whole(p.place.path), "empty-file")
		return
	}
	f := splitFront(p.memory, p.place.path, p.src, p.faults)
	p.body = f.body
	if required && !f.given {
		p.faults.Error(diag.Whole(p.place.path), "no-front-matter").WithHint("hint-front-matter")
		return
	}
	if f.given && !f.ok {
		return
	}
	var raw at[T]
	r := &reader{teller: p.teller, names: p.lookup, above: f.above, path: p.memory.path[:0]}
	switch {
	case f.root != nil:
		before := len(*p.faults)
		if readAt(r, f.root, k, &raw); !raw.ok && len(*p.faults) > before {
			return
		}
		p.memory.path = r.path
	case required:
		k.missing(r)
	}
	build(&raw.v)
}

// checkBytes refuses what is no text of reasonable size.
func checkBytes(file string, src []byte, faults *diag.List) bool {
	switch {
	case len(src) > maxFile:
		faults.Error(diag.Whole(file), "file-too-large", maxFile>>20)
	case !utf8.Valid(src):
		faults.Error(diag.Whole(file), "not-utf8").WithHint("hint-utf8")
	default:
		return true
	}
	return false
}

// prose reads what follows the front matter.
func (p *parser) prose() model.Doc {
	p.out.faulty = p.faults.HasErrors()
	if doc, ok := p.memory.known(p.src[p.body:]); ok {
		return doc
	}
	var themes map[string]model.ThemeID
	if p.place.kind == reportFile {
		themes = p.themes
	}
	doc, faults := prose.Parse(p.place.path, p.src, p.body, p.place.prefix(), themes)
	*p.faults = append(*p.faults, faults...)
	p.classify(&doc)
	p.resolve(&doc)
	p.checkActions(doc.Actions)
	p.memory.keep(p.src[p.body:], doc)
	return doc
}

func (p *parser) needPerson(id at[string]) { p.needGiven(needsPerson, id) }

func (p *parser) needReviewer(id at[string]) { p.needGiven(needsReviewer, id) }

func (p *parser) needTeam(id at[string]) { p.needGiven(needsTeam, id) }

func (p *parser) needGiven(kind needKind, id at[string]) {
	if id.ok {
		p.need(kind, id.v, p.pos(id.pos))
	}
}

func (p *parser) need(kind needKind, id string, pos diag.Pos) {
	p.out.needs = append(p.out.needs, need{kind: kind, id: id, pos: pos})
}

// checkActions tells of an action that stands twice: the same owner and id in
// a later review is the same action, in one file it is a mistake.
func (p *parser) checkActions(actions []model.Action) {
	type name struct {
		owner model.PersonID
		id    string
	}
	var seen map[name]int
	for _, a := range actions {
		if a.Owner != "" {
			p.need(needsReviewer, string(a.Owner), a.OwnerPos)
		}
		if a.ID == "" {
			continue
		}
		if first := seen[name{a.Owner, a.ID}]; first > 0 {
			p.faults.Error(a.Pos, "duplicate-action", a.ID, first)
			continue
		}
		if seen == nil {
			seen = map[name]int{}
		}
		seen[name{a.Owner, a.ID}] = a.Pos.Line
	}
}
