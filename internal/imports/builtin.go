package imports

import (
	"embed"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
	"reviewfolio/internal/source"
)

//go:embed profiles/*.yaml
var builtIn embed.FS

// folder is where a portfolio has its own profiles.
const folder = "content/imports"

// BuiltIn returns the names of the built-in profiles, sorted.
func BuiltIn() []string { return profileNames(builtIn, "profiles") }

// Names returns the names of all profiles: the built-in ones and those of the
// portfolio in root, sorted.
func Names(root fs.FS) []string {
	return slices.Compact(slices.Sorted(slices.Values(append(BuiltIn(), profileNames(root, folder)...))))
}

func profileNames(fsys fs.FS, dir string) []string {
	entries, _ := fs.ReadDir(fsys, dir)
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok && model.ValidID(name) {
			names = append(names, name)
		}
	}
	return names
}

// Source returns the text of a built-in profile, to be printed or to start
// from; false for any other name.
func Source(name string) ([]byte, bool) {
	src, err := builtIn.ReadFile("profiles/" + name + ".yaml")
	return src, err == nil
}

// Load reads a profile: the portfolio's own of this name, else the built-in
// one. The profile is nil where the List has errors. The error is a *[Fault]
// where there is no such profile, else the machine's.
func Load(root fs.FS, name string, s *model.Settings) (*model.Profile, diag.List, error) {
	file := path.Join(folder, name+".yaml")
	if !model.ValidID(name) {
		return nil, nil, noProfile(root, name)
	}
	src, err := fs.ReadFile(root, file)
	if errors.Is(err, fs.ErrNotExist) {
		own, ok := Source(name)
		if !ok {
			return nil, nil, noProfile(root, name)
		}
		src, file, err = own, name+".yaml", nil
	}
	if err != nil {
		return nil, nil, err
	}
	p, faults := source.ParseProfile(file, name, src, s)
	return p, faults, nil
}

func noProfile(root fs.FS, name string) error {
	names := Names(root)
	f := &Fault{Message: message("import-no-profile", name), Hint: message("hint-one-of", strings.Join(names, ", "))}
	if near, ok := diag.Nearest(name, names); ok {
		f.Hint = message("hint-did-you-mean", near)
	}
	return f
}
