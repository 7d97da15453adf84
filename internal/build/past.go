package build

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/history"
	"reviewfolio/internal/model"
	"reviewfolio/internal/source"
)

// Recall adds what the repository knows of the reports, where the settings ask
// for it. That nothing is known is a warning. The error is that of a context
// that has ended.
func Recall(root fs.FS, c Checked, r *history.Repository) (Checked, error) {
	if !c.Portfolio.Settings.History {
		return c, nil
	}
	past, faults, err := recall(root, c.Portfolio, r)
	if err != nil {
		return Checked{}, err
	}
	c.Past, c.Faults = past, slices.Concat(c.Faults, faults)
	c.Faults.Sort()
	return c, nil
}

// LookBack adds what Recall would warn of, and no more.
func LookBack(c Checked, r *history.Repository) (Checked, error) {
	if !c.Portfolio.Settings.History {
		return c, nil
	}
	cut, err := r.Look()
	faults, err := toldOfHistory(c.Portfolio.Settings.HistoryPos, cut, err)
	c.Faults = slices.Concat(c.Faults, faults)
	c.Faults.Sort()
	return c, err
}

func recall(root fs.FS, p *model.Portfolio, r *history.Repository) (*analysis.Past, diag.List, error) {
	past, err := earlier(root, p, r)
	faults, err := toldOfHistory(p.Settings.HistoryPos, err == nil && past.Cut, err)
	return past, faults, err
}

// toldOfHistory tells why there is no history, or only part of it. Errors that
// are none of git's it returns.
func toldOfHistory(pos diag.Pos, cut bool, err error) (faults diag.List, other error) {
	refused, said := errors.AsType[*history.RefusedError](err)
	switch {
	case errors.Is(err, history.ErrNoGit):
		faults.Warn(pos, "no-history.git").WithHint("hint-no-git")
	case errors.Is(err, history.ErrNoRepository):
		faults.Warn(pos, "no-history.repository").WithHint("hint-no-repository")
	case errors.Is(err, history.ErrNothing):
		faults.Warn(pos, "no-history.nothing").WithHint("hint-no-commits")
	case said:
		faults.Warn(pos, "no-history.refused", refused.Text)
	case err == nil && cut:
		faults.Warn(pos, "history-cut").WithHint("hint-history-cut")
	default:
		return nil, err
	}
	return faults, nil
}

// An opened report is one of which some versions are still to be read.
type opened struct {
	report   *model.Report
	versions []analysis.Version
	missing  int
}

// A wanted version is one whose text is to be fetched.
type wanted struct {
	of *opened
	at int
}

// earlier reads the versions of all reports of the portfolio. Those that are
// the files as they are, which is most of them, are not read again.
func earlier(root fs.FS, p *model.Portfolio, r *history.Repository) (*analysis.Past, error) {
	log, err := r.Read()
	if err != nil {
		return nil, err
	}
	past := &analysis.Past{Reports: map[string]analysis.Earlier{}, Cut: log.Cut}
	var ids []string
	var uses []wanted
	for _, x := range p.Reviews {
		if x.Report == nil || len(log.Files[x.Report.File]) == 0 {
			continue
		}
		o := open(root, x.Report, log.Files[x.Report.File])
		if o.missing == 0 {
			past.Reports[x.Report.File] = analysis.NewEarlier(o.versions)
			continue
		}
		for i, v := range log.Files[x.Report.File] {
			if o.versions[i].Report == nil {
				ids, uses = append(ids, v.Text), append(uses, wanted{o, i})
			}
		}
	}
	archive := source.NewArchive(&p.Settings)
	var now *opened
	err = r.Texts(ids, func(at int, text []byte) {
		w := uses[at]
		if w.of != now {
			now = w.of
			archive.Open(now.report, readAs(root, now.report))
		}
		if text != nil {
			now.versions[w.at].Report = archive.Report(text)
		}
		if now.missing--; now.missing == 0 {
			past.Reports[now.report.File] = analysis.NewEarlier(now.versions)
			now.versions = nil
		}
	})
	if err != nil {
		return nil, err
	}
	return past, nil
}

// open fills in those versions of a report that are the file as it is.
func open(root fs.FS, r *model.Report, versions []history.Version) *opened {
	o := &opened{report: r, versions: make([]analysis.Version, len(versions))}
	now := idsOf(readAs(root, r))
	for i, v := range versions {
		o.versions[i] = analysis.Version{Day: v.Day, Cut: v.Cut}
		if slices.Contains(now, v.Text) {
			o.versions[i].Report = r
		} else {
			o.missing++
		}
	}
	return o
}

// readAs returns the text that a report was read from, nil where the file is
// another one by now.
func readAs(root fs.FS, r *model.Report) []byte {
	text, err := fs.ReadFile(root, r.File)
	if err != nil || sha256.Sum256(text) != r.Sum {
		return nil
	}
	return text
}

// idsOf returns the ids that git has for a text, of either kind, with its line
// ends as they are and as git may keep them; none of no text.
func idsOf(text []byte) []string {
	if text == nil {
		return nil
	}
	ids := idsAs(text)
	if bytes.Contains(text, []byte("\r\n")) {
		ids = append(ids, idsAs(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))...)
	}
	return ids
}

func idsAs(text []byte) []string {
	text = append(fmt.Appendf(nil, "blob %d\x00", len(text)), text...)
	old, new := sha1.Sum(text), sha256.Sum256(text)
	return []string{hex.EncodeToString(old[:]), hex.EncodeToString(new[:])}
}
