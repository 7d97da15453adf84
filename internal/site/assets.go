package site

import (
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// Sources is what a site is made of beside the View.
type Sources struct {
	Portfolio fs.FS // the portfolio's root, which attachments are read from as they are asked for
	Layouts   Layouts
	Assets    Assets

	// Local makes links lead from page to page wherever the site is served,
	// also where the portfolio states an address for it: a preview.
	Local bool
}

// ReadSources reads the templates and lists the assets of the portfolio, each
// over the built-in ones. A fault in a template of the portfolio is a
// *LayoutError.
func ReadSources(portfolio, layouts, assets fs.FS) (Sources, error) {
	src := Sources{Portfolio: portfolio}
	var err error
	if src.Layouts, err = ParseLayouts(layouts, portfolio); err != nil {
		return Sources{}, err
	}
	if src.Assets, err = FindAssets(assets, portfolio); err != nil {
		return Sources{}, err
	}
	return src, nil
}

// Assets are the style sheets, scripts and pictures that pages refer to: which
// there are and where each is read from. They are listed, not read.
type Assets struct {
	from map[string]fs.FS // by the path in assets/
}

// FindAssets lists the built-in assets and those in the portfolio's assets/, of
// which one stands in for the built-in one of its name.
func FindAssets(builtIn, portfolio fs.FS) (Assets, error) {
	own, err := fs.Sub(portfolio, "assets")
	if err != nil {
		return Assets{}, err
	}
	a := Assets{from: map[string]fs.FS{}}
	for _, from := range []fs.FS{builtIn, own} {
		if err := a.find(from); err != nil {
			return Assets{}, err
		}
	}
	return a, nil
}

// find notes the files of one folder; a missing folder holds none.
func (a Assets) find(from fs.FS) error {
	if _, err := fs.Stat(from, "."); err != nil {
		return nil
	}
	return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.Type().IsRegular() && path.Ext(name) != ".go":
			a.from[name] = from
		}
		return nil
	})
}

// names returns the paths in assets/, sorted.
func (a Assets) names() []string { return slices.Sorted(maps.Keys(a.from)) }

func copyFile(w io.Writer, from fs.FS, name string) error {
	f, err := from.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// lookCSS sets the accent on white paper. On dark paper the built-in one stays,
// since a colour chosen for white could not be read there.
const lookCSS = `@media (prefers-color-scheme: light), print {
  :root:not([data-theme="dark"]) { --accent: %[1]s; }
}
:root[data-theme="light"] { --accent: %[1]s; }
`
