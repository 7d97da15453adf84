package build

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"

	"reviewfolio/assets"
	"reviewfolio/internal/analysis"
	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/history"
	"reviewfolio/internal/model"
	"reviewfolio/internal/output"
	"reviewfolio/internal/site"
	"reviewfolio/internal/source"
	"reviewfolio/layouts"
)

// A Session is a portfolio that stays open while people write. Drafts count
// and show, and links stay within the site whatever base_url says. It is for
// one goroutine; the States that it makes are for all.
type Session struct {
	reader *source.Reader
	result *analysis.Result // nil before the first update
	view   *audience.View   // of the result
	site   *site.Site       // nil before the first update
	src    site.Sources     // with the last templates that worked
	broken diag.List        // what is wrong with the templates as they are
	left   []string         // paths that an update failed on
	shown  *model.Portfolio // of the last State
	faults diag.List        // the same
	memory memory
}

// A memory is what a session knows of the earlier versions of reports.
type memory struct {
	from   *history.Repository // nil where nobody is to be asked
	by     *model.Settings     // that it was read by; nil before it was
	past   *analysis.Past
	faults diag.List
}

// A State is the portfolio at one time.
type State struct {
	Tree   *output.Tree // what can be shown: files that cannot be read show what they said last
	Faults diag.List    // of the files as they are, sorted
	New    bool         // whether anything differs from the State before
	Paths  []string     // what was read again, with all below; nil where everything was
	Edits  []Edit       // the files that changed since then and show somewhere, in the order of their paths

	// Places returns where that which stands on a page comes from, by the id of
	// its element.
	Places func(page string) map[string][]diag.Pos
}

// An Edit is a file that has changed, and where that shows.
type Edit struct {
	File   string // path in the portfolio
	Page   string // path in the Tree
	Anchor string // id of the element there; "" for the page's top
}

// NewSession returns a session that has read nothing yet.
func NewSession(root fs.FS) *Session {
	return &Session{reader: source.NewReader(root), src: site.Sources{Portfolio: root, Local: true}}
}

// Remembering makes the session ask the repository for earlier versions of the
// reports, as long as the settings say so, and returns it. It asks again when
// the last commit is another one, which it looks for on each Update.
func (s *Session) Remembering(r *history.Repository) *Session {
	s.memory.from = r
	return s
}

// Update reads what lies at these paths, from the portfolio's root, and below
// them, and builds what rests on it. The first time it reads everything. The
// error is the machine's; what could not be read or built for it is read the
// next time.
func (s *Session) Update(paths []string) (State, error) {
	paths = slices.Compact(slices.Sorted(slices.Values(append(s.left, paths...))))
	state, err := s.update(paths)
	if s.left = nil; err != nil {
		s.left = paths
	}
	return state, err
}

func (s *Session) update(paths []string) (State, error) {
	reading, err := s.reader.Reload(paths)
	if err != nil {
		return State{}, err
	}
	remembered, err := s.memory.of(s.src.Portfolio, reading.Portfolio)
	if err != nil {
		return State{}, err
	}
	var found diag.List
	if s.result == nil {
		s.result, found = analysis.Run(reading.Portfolio)
		s.view = audience.Everything(reading.Portfolio, s.result)
	} else {
		s.result, found = s.result.Next(reading.Portfolio)
		s.view = s.view.Next(reading.Portfolio, s.result)
	}
	another := remembered.past != s.memory.past
	if s.memory = remembered; another {
		s.view = s.view.WithPast(remembered.past)
	}
	before := s.site
	if err := s.rebuild(paths); err != nil {
		return State{}, err
	}
	// The lines of a file that cannot be read are not those its content has.
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return reading.Stale[d.Pos.File] })
	faults := slices.Concat(reading.Faults, found, s.memory.faults, s.broken)
	faults.Sort()
	state := State{Tree: s.site.Tree(), Faults: faults, Places: s.site.Places, Paths: paths}
	state.New = before == nil || another || reading.Portfolio != s.shown || mayShow(paths) || !reflect.DeepEqual(faults, s.faults)
	if before != nil {
		state.Edits = s.edits(before, paths)
	}
	s.shown, s.faults = reading.Portfolio, faults
	return state, nil
}

// of returns what is known of the earlier versions of the portfolio's reports:
// the same as before as long as nothing was committed and the settings read
// texts alike.
func (m memory) of(root fs.FS, p *model.Portfolio) (memory, error) {
	switch {
	case m.from == nil:
		return m, nil
	case !p.Settings.History:
		return memory{from: m.from}, nil
	case m.by != nil && !m.from.Moved() && p.Settings.HistoryPos == m.by.HistoryPos && source.SameTerms(&p.Settings, m.by):
		return m, nil
	}
	past, faults, err := recall(root, p, m.from)
	return memory{m.from, &p.Settings, past, faults}, err
}

// mayShow reports whether any of the paths is of a file that pages show as it
// is: an image, a template.
func mayShow(paths []string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		return !strings.HasPrefix(p, "content/") || path.Ext(p) != ".md" && path.Ext(p) != ".yaml"
	})
}

// rebuild makes the site of the view.
func (s *Session) rebuild(paths []string) (err error) {
	if s.site == nil || within(paths, "assets") {
		if s.src.Assets, err = site.FindAssets(assets.FS, s.src.Portfolio); err != nil {
			return err
		}
	}
	if s.site != nil && !within(paths, "layouts") {
		s.site, err = s.site.Next(s.view, s.src)
		return err
	}
	return s.redress()
}

// redress makes the site with the templates as they are now. Where one fails,
// that is told and those before stay; the first time, the built-in ones.
func (s *Session) redress() error {
	src := s.src
	var next *site.Site
	parsed, err := site.ParseLayouts(layouts.FS, s.src.Portfolio)
	if err == nil {
		src.Layouts = parsed
		if next, err = site.New(s.view, src); err != nil {
			return err
		}
		err = tryPages(next.Tree())
	}
	faults, ok := LayoutFaults(err)
	if err != nil && !ok {
		return err
	}
	if s.broken = faults; ok {
		if s.site == nil {
			if s.src.Layouts, err = site.ParseLayouts(layouts.FS, noFiles{}); err != nil {
				return err
			}
		}
		s.site, err = site.New(s.view, s.src)
		return err
	}
	s.site, s.src = next, src
	return nil
}

// tryPages writes one page of each folder, which is one of each kind. The error
// is that of the first template that fails.
func tryPages(tree *output.Tree) error {
	tried := map[string]bool{}
	for _, path := range tree.Paths() {
		folder, _, _ := strings.Cut(path, "/")
		if !strings.HasSuffix(path, ".html") || tried[folder] {
			continue
		}
		tried[folder] = true
		if err := tree.Render(path, io.Discard); err != nil {
			return err
		}
	}
	return nil
}

// edits returns where the files show that have changed since before.
func (s *Session) edits(before *site.Site, paths []string) []Edit {
	var list []Edit
	for _, file := range paths {
		if page, anchor, ok := s.site.Changed(before, file); ok {
			list = append(list, Edit{File: file, Page: page, Anchor: anchor})
		}
	}
	return list
}

// within reports whether any of the paths is the folder or lies in it.
func within(paths []string, folder string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		return path == folder || strings.HasPrefix(path, folder+"/")
	})
}

// LayoutFaults tells a fault in a template as faults of the content are told;
// ok is false where err is another error or none.
func LayoutFaults(err error) (list diag.List, ok bool) {
	broken, ok := errors.AsType[*site.LayoutError](err)
	if !ok {
		return nil, false
	}
	at := diag.Pos{File: broken.File, Line: max(broken.Line, 1), Col: max(broken.Col, 1)}
	if broken.Page == "" {
		list.Error(at, "layout", broken.Text)
	} else {
		list.Error(at, "layout.page", broken.Text, broken.Page)
	}
	return list, true
}

// noFiles is a portfolio without templates of its own.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
