// Package build wires the stages: source, analysis, audience, site.
//
// In goes a portfolio's folder, out comes its tree of pages and every fault
// found on the way. It decides nothing itself; it neither writes nor prints.
package build

import (
	"io/fs"

	"reviewfolio/assets"
	"reviewfolio/internal/analysis"
	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/export"
	"reviewfolio/internal/model"
	"reviewfolio/internal/output"
	"reviewfolio/internal/site"
	"reviewfolio/internal/source"
	"reviewfolio/layouts"
)

// A Checked portfolio is one that has been read and judged.
type Checked struct {
	Portfolio *model.Portfolio // as pages show it: without drafts unless asked for
	Result    *analysis.Result
	Past      *analysis.Past // of the reports; nil unless Recall found any
	Faults    diag.List      // sorted
}

// Check reads the portfolio at root and finds its faults. Drafts are checked
// in any case; drafts tells whether they count and show.
func Check(root fs.FS, drafts bool) (Checked, error) {
	all, faults, err := source.Load(root)
	if err != nil {
		return Checked{}, err
	}
	hidden := hiddenFiles(all)
	if drafts || len(hidden) == 0 {
		result, more := analysis.Run(all)
		faults = append(faults, more...)
		faults.Sort()
		return Checked{Portfolio: all, Result: result, Faults: faults}, nil
	}
	// What everybody sees is judged by what everybody sees; only the files
	// held back are judged with the drafts counted.
	shown := all.WithoutDrafts()
	result, more := analysis.Run(shown)
	_, ofHidden := analysis.Run(all)
	for _, d := range append(more, source.LinksToDrafts(all, shown)...) {
		if !hidden[d.Pos.File] {
			faults = append(faults, d)
		}
	}
	for _, d := range ofHidden {
		if hidden[d.Pos.File] {
			faults = append(faults, d)
		}
	}
	faults.Sort()
	return Checked{Portfolio: shown, Result: result, Faults: faults}, nil
}

// hiddenFiles returns the reports and comments that, or whose prose, only
// --drafts shows.
func hiddenFiles(p *model.Portfolio) map[string]bool {
	hidden := map[string]bool{}
	for _, r := range p.Reviews {
		draft := r.Report != nil && r.Report.Status == model.Draft
		if r.Report != nil && (draft || r.Report.Status == model.Open) {
			hidden[r.Report.File] = true
		}
		for _, c := range r.Comments {
			if draft || c.Status == model.Draft {
				hidden[c.File] = true
			}
		}
	}
	return hidden
}

// Exporter returns what writes the data files of a checked portfolio, apart
// from its site.
func Exporter(c Checked) *export.Exporter {
	return export.New(audience.Everything(c.Portfolio, c.Result))
}

// Tree returns the site of a checked portfolio, to be rendered when its pages
// are needed. A fault in a template of the portfolio is a *site.LayoutError.
func Tree(root fs.FS, c Checked) (*output.Tree, error) {
	src, err := site.ReadSources(root, layouts.FS, assets.FS)
	if err != nil {
		return nil, err
	}
	pages, err := site.New(audience.Everything(c.Portfolio, c.Result).WithPast(c.Past), src)
	if err != nil {
		return nil, err
	}
	return pages.Tree(), nil
}
