package main

import (
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"reviewfolio/internal/build"
	"reviewfolio/internal/preview"
	"reviewfolio/internal/watch"
)

// A livePreview keeps the site of a portfolio up to date and tells people what
// it did.
type livePreview struct {
	*shell
	dir     string
	root    *os.Root
	session *build.Session
	server  *preview.Server
}

func (s *shell) openPreview(dir string) (*livePreview, error) {
	root, err := openPortfolio(dir)
	if err != nil {
		return nil, err
	}
	return &livePreview{shell: s, dir: dir, root: root, session: build.NewSession(root.FS()).Remembering(s.repository(dir))}, nil
}

func (p *livePreview) close() { p.root.Close() }

// begin reads and builds everything.
func (p *livePreview) begin() error {
	start := time.Now()
	state, err := p.session.Update(nil)
	if err != nil {
		return err
	}
	p.show(state)
	p.tell(state, p.lang.Text("serve.start", p.dir, len(state.Tree.Paths()), milliseconds(start)))
	return nil
}

// follow brings the site up to date after every change, until there are no
// more. While nothing changes it collects garbage, so that the next edit need
// not wait for that.
func (p *livePreview) follow(changes <-chan watch.Change) {
	idle := time.NewTimer(idleTime)
	defer idle.Stop()
	for {
		select {
		case change, more := <-changes:
			if !more {
				return
			}
			p.notice(change.Notice)
			if len(change.Paths) > 0 {
				p.update(change.Paths)
				idle.Reset(idleTime)
			}
		case <-idle.C:
			runtime.GC()
		}
	}
}

// update takes over what has changed, and says so in one line.
func (p *livePreview) update(paths []string) {
	start := time.Now()
	state, err := p.state(paths)
	if err != nil {
		p.warn("serve.again", asFailure(err).Error())
		return
	}
	shown := p.show(state)
	for _, page := range shown.Broken {
		p.warn("serve.broken", page.Page, page.Err.Error())
	}
	if !state.New {
		return
	}
	p.tell(state, p.edited(paths, shown.Patched, milliseconds(start)))
}

// state reads the paths. A folder that was replaced by another of its name is
// opened again.
func (p *livePreview) state(paths []string) (build.State, error) {
	now, err := os.Stat(p.dir)
	if err != nil {
		return build.State{}, err
	}
	if was, err := p.root.Stat("."); err == nil && os.SameFile(was, now) {
		return p.session.Update(paths)
	}
	again, err := p.openPreview(p.dir)
	if err != nil {
		return build.State{}, err
	}
	p.close()
	p.root, p.session = again.root, again.session
	return p.session.Update(nil)
}

// show hands the state to the browsers.
func (p *livePreview) show(state build.State) preview.Shown {
	files := p.root.FS()
	next := preview.Snapshot{
		Tree: state.Tree, Faults: state.Faults, Places: state.Places, Touched: state.Paths,
		Source: func(file string) ([]byte, error) { return fs.ReadFile(files, file) },
	}
	for _, e := range state.Edits {
		next.Edits = append(next.Edits, preview.Edit(e))
	}
	return p.server.Show(next)
}

// tell says what happened, when, and how many faults there are now.
func (p *livePreview) tell(state build.State, what string) {
	line := time.Now().Format(time.TimeOnly) + "  " + what
	if errs, warnings := state.Faults.Count(); errs+warnings > 0 {
		line += p.lang.Text("serve.faults", errs, warnings)
	} else {
		line += p.lang.Text("serve.no-faults")
	}
	fmt.Fprintln(p.stdout, line)
}

// edited says which files were edited and what came of it.
func (p *livePreview) edited(paths []string, patched, ms int) string {
	if len(paths) == 1 {
		return p.lang.Text("serve.edit", paths[0], patched, ms)
	}
	return p.lang.Text("serve.edits", paths[0], len(paths), patched, ms)
}

// notices are the words for how files are watched.
var notices = map[watch.Notice]string{
	watch.Forced: "serve.poll.forced", watch.Network: "serve.poll.network", watch.Limit: "serve.poll.limit",
	watch.Broken: "serve.poll.broken", watch.Overflow: "serve.overflow",
}

func (p *livePreview) notice(n watch.Notice) {
	if key, ok := notices[n]; ok {
		p.warn(key)
	}
}

func milliseconds(since time.Time) int { return int(time.Since(since).Milliseconds()) }

// A preview lives for hours beside an editor and a browser: it trades time for
// memory, and collects garbage when nobody waits.
const (
	idleTime     = 400 * time.Millisecond // after an edit, until garbage is collected
	previewLimit = 490 << 20              // bytes that the heap is kept under
)

func (s *shell) stayLean() {
	if tuned(s.env) {
		debug.SetMemoryLimit(previewLimit)
	}
}
