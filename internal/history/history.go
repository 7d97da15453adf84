// Package history is what git knows of the reports of a portfolio: which texts
// a report has had, and from which day.
//
// In go a folder and the git command of the machine, out come days and texts.
// It asks for no name, no e-mail and no message of a commit, and judges
// nothing: what a text says is package source, what changed package analysis.
//
// The repository is not trusted. The command gets fixed arguments, an
// environment of its own, and settings that keep it from running hooks, other
// programs and transports, from taking locks and from asking anything. The
// machine's and the user's own settings hold, because they tell git whose
// repositories it may read.
package history

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"reviewfolio/internal/model"
)

// Why there is no history to be had. Anything else that git says is a
// *RefusedError.
var (
	ErrNoGit        = errors.New("git is not installed")
	ErrNoRepository = errors.New("the folder is in no git repository")
	ErrNothing      = errors.New("nothing of the reports has been committed")
)

// A RefusedError is what git said when it would not read the repository.
type RefusedError struct{ Text string }

func (e *RefusedError) Error() string { return "git: " + e.Text }

// A Repository is the git repository that a portfolio's folder is in, or is
// not: it is asked when something is read. It is for one goroutine.
type Repository struct {
	ctx     context.Context
	command string // "" where git is not installed
	dir     string
	env     []string
	places  places
	prefix  string // of the folder in the repository: "" or "sales/"
	cut     bool
	read    string // the stamp when it was last read
}

// Places are where git keeps what moves when somebody commits.
type places struct{ own, common string }

// At returns the repository of the folder. Command is git's full path, "" where
// there is none; env is the environment it may see. What runs ends with ctx.
func At(ctx context.Context, dir, command string, env []string) *Repository {
	return &Repository{ctx: ctx, command: command, dir: dir, env: environment(env)}
}

// open finds out where the repository is.
func (r *Repository) open() error {
	found, err := r.lines("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--absolute-git-dir", "--git-common-dir", "--show-prefix")
	if err != nil {
		return err
	}
	if len(found) != 5 || found[0] != "true" {
		return ErrNoRepository
	}
	common := found[3]
	if !filepath.IsAbs(common) {
		common = filepath.Join(r.dir, common)
	}
	r.cut, r.places, r.prefix = found[1] == "true", places{found[2], common}, found[4]
	return nil
}

// A Log is which texts the reports have had.
type Log struct {
	// Files holds the versions of every report that the last commit has, the
	// oldest first, by its path from the portfolio's root. The last one is that
	// of the last commit. A report whose person or period was renamed with its
	// text unchanged keeps its versions.
	Files map[string][]Version
	// Cut tells that the repository does not hold all commits there were, as
	// after a shallow clone: the oldest versions are from some later day.
	Cut bool
}

// A Version is one text of a report.
type Version struct {
	Day  model.Date // when it was written, where its writer was; zero where git does not say
	Text string     // git's id of the text
	Cut  bool       // it was there already when the commits begin that the repository holds
}

// Look reports what Read would fail with, and whether the repository lacks
// commits, without reading them.
func (r *Repository) Look() (cut bool, err error) {
	if err := r.open(); err != nil {
		return false, err
	}
	_, err = r.head()
	return r.cut, err
}

// Read returns the versions of the reports: content/reviews/*/*/report.md.
func (r *Repository) Read() (*Log, error) {
	if err := r.open(); err != nil {
		return nil, err
	}
	r.read = r.stamp()
	head, err := r.head()
	if err != nil {
		return nil, err
	}
	t := track{prefix: r.prefix, cut: r.cut, now: map[string][]Version{}}
	if err := r.run(nil, t.read, "log", "-z", "--reverse", "--topo-order", "-c", "--raw", "--no-abbrev", "-M100%", "-l0",
		"-O/dev/null", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--format=%x01%aI %P", "HEAD", "--", reviews); err != nil {
		return nil, err
	}
	log := &Log{Files: make(map[string][]Version, len(head)), Cut: r.cut}
	for file, text := range head {
		log.Files[file] = endingWith(t.now[file], text)
	}
	return log, nil
}

// reviews is where the reports lie.
const reviews = "content/reviews"

// isReport reports whether a path in the portfolio is that of a report.
func isReport(file string) bool {
	rest, ok := strings.CutPrefix(file, reviews+"/")
	return ok && strings.HasSuffix(rest, "/report.md") && strings.Count(rest, "/") == 2
}

// head returns the texts of the reports in the last commit.
func (r *Repository) head() (map[string]string, error) {
	texts := map[string]string{}
	err := r.run(nil, func(b *bufio.Reader) error {
		return eachToken(b, func(entry string) error {
			info, file, ok := strings.Cut(entry, "\t")
			if part := strings.Fields(info); ok && len(part) == 3 && isRegular(part[0]) && isReport(file) {
				texts[file] = part[2]
			}
			return nil
		})
	}, "ls-tree", "-r", "-z", "HEAD", "--", reviews+"/")
	refused, ok := errors.AsType[*RefusedError](err)
	if ok && strings.Contains(refused.Text, "HEAD") || err == nil && len(texts) == 0 {
		return nil, ErrNothing // a branch without commits, or with others than of reports
	}
	return texts, err
}

func isRegular(mode string) bool { return strings.HasPrefix(mode, "100") }

// endingWith returns the versions up to that of the last commit, which is not
// the last one where a merge took one of two.
func endingWith(list []Version, text string) []Version {
	for i, v := range slices.Backward(list) {
		if v.Text == text {
			if i < len(list)-1 {
				list = append(list, v)
			}
			return list
		}
	}
	return append(list, Version{Text: text})
}

// eachToken hands over what stands between the NULs.
func eachToken(b *bufio.Reader, do func(string) error) error {
	for {
		text, err := b.ReadString(0)
		if text = strings.TrimSuffix(text, "\x00"); text != "" {
			if err := do(text); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// maxText is from which size on a text cannot be a report, in bytes.
const maxText = 1 << 20

// Texts hands over the text of each of the ids, in their order; nil where the
// repository does not hold it or it is too large for a report. The bytes are
// good until do returns.
func (r *Repository) Texts(ids []string, do func(at int, text []byte)) error {
	if len(ids) == 0 {
		return nil
	}
	in := strings.NewReader(strings.Join(ids, "\n") + "\n")
	var text []byte
	return r.run(in, func(b *bufio.Reader) error {
		for at := range ids {
			var err error
			if text, err = readText(b, text); err != nil {
				return err
			}
			do(at, text)
		}
		return nil
	}, "cat-file", "--batch", "--buffer")
}

// readText reads one answer of cat-file into the memory of into: "ID blob SIZE",
// the text and an end of line, or "ID missing".
func readText(b *bufio.Reader, into []byte) ([]byte, error) {
	header, err := b.ReadString('\n')
	if err != nil {
		return nil, unexpected(err)
	}
	part := strings.Fields(header)
	if len(part) != 3 {
		return nil, nil
	}
	size, err := strconv.Atoi(part[2])
	if err != nil || size < 0 {
		return nil, fmt.Errorf("git: %q", header)
	}
	if size > maxText || part[1] != "blob" {
		_, err := b.Discard(size + 1)
		return nil, unexpected(err)
	}
	text := slices.Grow(into[:0], size+1)[:size+1]
	if _, err := io.ReadFull(b, text); err != nil {
		return nil, unexpected(err)
	}
	return text[:size], nil
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
