package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// A Version is one text that a report has had.
type Version struct {
	Day    model.Date    // when it was written; zero where nobody knows
	Cut    bool          // it is the oldest one known, and there may be older ones
	Report *model.Report // what it says; nil where it cannot be read
}

// An Earlier is what of a report's earlier versions counts once it is handed in.
type Earlier struct {
	// Last is the last version that was kept; what the report says otherwise
	// now is not kept yet. Nil where no version could be read.
	Last *Version
	// Changed is the version that last said something else than the one before;
	// the oldest one where none did.
	Changed *Version
	// Submitted is the version that came in: the first one that is submitted,
	// shared or acknowledged with none after it that is not. Nil where the last
	// version is not.
	Submitted *Version
	// Acknowledged is the version that was acknowledged last. Nil where none was.
	Acknowledged *Version
	// InTurn tells that Acknowledged is not older than Submitted: the report was
	// not handed in anew since.
	InTurn bool
}

// NewEarlier finds out which of a report's versions count; the oldest comes
// first. Those that cannot be read are passed over.
func NewEarlier(versions []Version) Earlier {
	versions = slices.DeleteFunc(slices.Clone(versions), func(v Version) bool { return v.Report == nil })
	if len(versions) == 0 {
		return Earlier{}
	}
	last := len(versions) - 1
	now := versions[last]
	keep := func(i int) *Version {
		v := versions[i]
		if sameContent(v.Report, now.Report) {
			v.Report = now.Report // one is enough to hold
		}
		return &v
	}
	e := Earlier{Last: keep(last)}
	changed := last
	for changed > 0 && sameContent(versions[changed-1].Report, versions[changed].Report) {
		changed--
	}
	e.Changed = keep(changed)
	submitted := last + 1
	for submitted > 0 && versions[submitted-1].Report.Status >= model.Submitted {
		submitted--
	}
	if submitted <= last {
		e.Submitted = keep(submitted)
	}
	for i := last; i >= 0; i-- {
		if versions[i].Report.Status == model.Acknowledged && (i == 0 || versions[i-1].Report.Status != model.Acknowledged) {
			i = acknowledged(versions, i)
			e.Acknowledged, e.InTurn = keep(i), i >= submitted && submitted <= last
			break
		}
	}
	return e
}

// acknowledged returns the version that was acknowledged when version at says
// so: an earlier one that was handed in, where version at came only after the
// day of which it says so.
func acknowledged(versions []Version, at int) int {
	var day model.Date
	for _, c := range versions[at].Report.History {
		if c.Status == model.Acknowledged {
			day = c.Date
		}
	}
	if day.IsZero() {
		return at
	}
	for i := at; i >= 0; i-- {
		if v := &versions[i]; v.Report.Status < model.Submitted {
			break
		} else if !v.Day.After(day) {
			return i
		}
	}
	return at
}

// A Past is what is known of the earlier versions of all reports. It is not
// changed after it is made.
type Past struct {
	Reports map[string]Earlier // by the report's file
	Cut     bool               // older versions are not known
}

// Earlier returns what is known of a report; the zero Earlier where nothing is.
func (p *Past) Earlier(r *model.Report) Earlier {
	if p == nil || r == nil {
		return Earlier{}
	}
	return p.Reports[r.File]
}

// Since returns what changed in a report since an earlier version of it: nothing
// where there is none, nor as long as the report is not handed in.
func Since(v *Version, r *model.Report) Differences {
	if !isHandedIn(v, r) {
		return Differences{}
	}
	return DifferencesOf(v.Report, r)
}

func isHandedIn(v *Version, r *model.Report) bool {
	return v != nil && r != nil && r.Status >= model.Submitted
}

// ChangedSince reports whether anything changed in the report since one of
// these versions: not where there is none, nor as long as it is not handed in.
func (e *Earlier) ChangedSince(v *Version, r *model.Report) bool {
	switch {
	case !isHandedIn(v, r):
		return false
	case r == e.Last.Report:
		return v.Report != r // what says the same is kept once
	}
	return !sameContent(v.Report, r)
}

// ChangedNeed returns whose reports of the period were changed after they were
// acknowledged, in the team and all below it: one Need, or none.
func (r *Result) ChangedNeed(t model.TeamID, p model.Period, past *Past) []Need {
	var changed []model.PersonID
	for _, x := range r.crew(t, p) {
		id := r.portfolio.People[x].ID
		review := r.portfolio.Review(p, id)
		if review == nil {
			continue
		}
		if e := past.Earlier(review.Report); e.ChangedSince(e.Acknowledged, review.Report) {
			changed = append(changed, id)
		}
	}
	if changed == nil {
		return nil
	}
	return []Need{{Kind: NeedChanged, Period: p, People: changed, Owners: r.managers(changed, p)}}
}
