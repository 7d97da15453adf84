package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A place is the output folder and the state folder beside it, held under the
// lock. Names are relative to the folder above both, through which all access
// goes: an os.Root, which no symbolic link leads out of.
type place struct {
	dir   string   // the folder above, absolute
	above *os.Root // the same, open
	out   string   // name of the output folder
	state string   // name of the state folder
	lock  *os.File
}

// What the state folder holds. next is being made and all ours. swap is whole:
// the new site just before the swap, the old one just after. away is the old
// site for the moment in which two renames stand for an exchange. spare is the
// folders of a site, without a file in them, to be the next.
const (
	manifestName = "manifest"
	draftName    = "manifest.new"
	lockName     = "lock"
	nextName     = "next"
	swapName     = "swap"
	awayName     = "away"
	spareName    = "spare"
)

// stateName returns the name of the state folder beside the folder out.
func stateName(out string) string { return "." + out + ".reviewfolio" }

func (p *place) next() string  { return p.state + "/" + nextName }
func (p *place) swap() string  { return p.state + "/" + swapName }
func (p *place) away() string  { return p.state + "/" + awayName }
func (p *place) spare() string { return p.state + "/" + spareName }

// path returns the full path of a name, for messages.
func (p *place) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

// open finds the output folder, makes the state folder and takes the lock. It
// makes nothing when the folder is somebody else's.
func open(dir string, protect []string) (*place, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := guard(dir, protect); err != nil {
		return nil, err
	}
	p := &place{dir: filepath.Dir(dir), out: filepath.Base(dir), state: stateName(filepath.Base(dir))}
	if err := os.MkdirAll(p.dir, 0o777); err != nil {
		return nil, at(p.dir, err)
	}
	if p.above, err = os.OpenRoot(p.dir); err != nil {
		return nil, at(p.dir, err)
	}
	if err := p.takeState(); err != nil {
		p.above.Close()
		return nil, err
	}
	return p, nil
}

// takeState makes the state folder, unless there is a site of somebody else,
// and locks it.
func (p *place) takeState() error {
	empty, err := p.outEmpty()
	if err != nil {
		return err
	}
	info, err := p.above.Lstat(p.state)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !empty:
		return &RefusedError{p.path(p.out), NotOurs}
	case errors.Is(err, fs.ErrNotExist):
		if err := p.makeState(); err != nil {
			return at(p.path(p.state), err)
		}
	case err != nil:
		return at(p.path(p.state), err)
	case !info.IsDir():
		return &RefusedError{p.path(p.state), NotFolder}
	}
	return p.takeLock()
}

// makeState makes the state folder. It is closed to others, for it holds pages
// before they are published and hashes of confidential ones, and it asks git
// to leave it alone.
func (p *place) makeState() error {
	if err := p.above.Mkdir(p.state, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return p.above.WriteFile(p.state+"/.gitignore", []byte("*\n"), 0o600)
}

// outEmpty reports whether the output folder is missing or empty.
func (p *place) outEmpty() (bool, error) {
	info, err := p.above.Lstat(p.out)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, at(p.path(p.out), err)
	}
	if !info.IsDir() {
		return false, &RefusedError{p.path(p.out), NotFolder}
	}
	empty, err := isEmpty(p.above, p.out)
	if err != nil {
		return false, at(p.path(p.out), err)
	}
	return empty, nil
}

// checkOurs refuses a folder with files in it of which the record knows none:
// it was emptied and filled by somebody else, or never built here.
func (p *place) checkOurs(m manifest, recorded bool) error {
	empty, err := p.outEmpty()
	if err != nil || empty {
		return err
	}
	if recorded && len(m.pages) == 0 {
		return nil
	}
	for path := range m.pages {
		if _, err := p.above.Lstat(p.out + "/" + path); err == nil {
			return nil
		}
	}
	return &RefusedError{p.path(p.out), NotOurs}
}

// close gives up the lock.
func (p *place) close() {
	p.dropLock()
	p.above.Close()
}
