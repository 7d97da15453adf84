package sheet

import (
	"io"
	"path"
	"strings"
)

// A workbook is an .xlsx of which the list of sheets is read, and the rest
// when rows are asked for.
type workbook struct {
	archive   *archive
	sheets    []Sheet
	parts     []string // of the sheets: xl/worksheets/sheet1.xml
	epoch1904 bool
	// recompute says that whoever wrote the file left its formulas to Excel.
	recompute bool

	stylesPart, stringsPart string // "" where there are none
	loaded                  bool
	shown                   []shown      // how numbers of each style are shown
	texts                   *sharedTexts // which cells refer to by number
	merged                  map[int][]span
}

// openWorkbook reads which sheets there are.
func openWorkbook(r io.ReaderAt, size int64) (*workbook, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	if err := a.foreign(); err != nil {
		return nil, err
	}
	w := &workbook{archive: a, merged: make(map[int][]span)}
	main, err := w.mainPart()
	if err != nil {
		return nil, err
	}
	related, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	return w, w.list(main, related)
}

// A relation is how a part names another one.
type relation struct{ kind, target string }

// mainPart returns where the list of sheets is.
func (w *workbook) mainPart() (string, error) {
	if w.archive.has("xl/workbook.xml") {
		return "xl/workbook.xml", nil
	}
	related, err := w.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range related {
		if r.kind == "officeDocument" && w.archive.has(strings.ToLower(r.target)) {
			return r.target, nil
		}
	}
	return "", fail("sheet-archive")
}

// relations returns which parts a part names, by id; "" is the whole file.
func (w *workbook) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	related := make(map[string]relation)
	err := w.archive.scan(dir+"_rels/"+base+".rels", maxList, func(s *scanner) error {
		if string(s.name) != "Relationship" || string(s.attr("TargetMode")) == "External" {
			return nil
		}
		target := strings.ReplaceAll(s.attrText("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		related[s.attrText("Id")] = relation{
			kind:   path.Base(s.attrText("Type")),
			target: strings.TrimPrefix(path.Clean(target), "/"),
		}
		return nil
	})
	return related, err
}

// list reads the list of sheets.
func (w *workbook) list(main string, related map[string]relation) error {
	for _, r := range related {
		switch r.kind {
		case "styles":
			w.stylesPart = r.target
		case "sharedStrings":
			w.stringsPart = r.target
		}
	}
	err := w.archive.scan(main, maxList, func(s *scanner) error {
		switch string(s.name) {
		case "workbookPr":
			w.epoch1904 = isTrue(s.attr("date1904"))
		case "calcPr":
			w.recompute = isTrue(s.attr("fullCalcOnLoad"))
		case "sheet":
			r := related[s.attrText("id")]
			if r.kind != "worksheet" { // charts and macros have sheets too
				return nil
			}
			state := s.attrText("state")
			w.sheets = append(w.sheets, Sheet{Name: s.attrText("name"), Hidden: state == "hidden" || state == "veryHidden"})
			w.parts = append(w.parts, r.target)
		}
		return nil
	})
	if err == nil && len(w.sheets) == 0 {
		err = fail("sheet-no-sheets")
	}
	return err
}

func isTrue(b []byte) bool {
	switch string(b) {
	case "1", "true", "on":
		return true
	}
	return false
}

// load reads what all sheets share.
func (w *workbook) load() error {
	if w.loaded {
		return nil
	}
	if w.archive.has(strings.ToLower(w.stylesPart)) {
		if err := w.loadStyles(); err != nil {
			return err
		}
	}
	w.texts = new(sharedTexts)
	if w.archive.has(strings.ToLower(w.stringsPart)) {
		if err := w.loadTexts(); err != nil {
			return err
		}
	}
	w.loaded = true
	return nil
}

// loadStyles reads how the numbers of each style are shown.
func (w *workbook) loadStyles() error {
	w.shown = nil
	custom := make(map[int]shown)
	inCells := 0 // the depth of cellXfs, while within
	return w.archive.scan(w.stylesPart, maxStyles, func(s *scanner) error {
		if s.depth() <= inCells {
			inCells = 0
		}
		switch string(s.name) {
		case "numFmt":
			if inCells == 0 {
				custom[s.attrInt("numFmtId")] = showsAs(s.attrText("formatCode"))
			}
		case "cellXfs":
			inCells = s.depth()
		case "xf":
			if inCells == 0 {
				return nil
			}
			id := s.attrInt("numFmtId")
			as, ok := custom[id]
			if !ok {
				as = builtIn(id)
			}
			w.shown = append(w.shown, as)
		}
		return nil
	})
}
