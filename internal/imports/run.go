package imports

import (
	"errors"

	"reviewfolio/internal/model"
)

// Options are what a run takes beside profile and files.
type Options struct {
	Period model.Period // rows of other periods are filtered; zero takes all
	AsOf   model.Date   // the day the files were made, of which snapshots are; zero leaves those metrics out
}

// Run reads files by a profile into figures of the portfolio's people and
// teams, in periods of its review cycle. Rows that cannot be used are rejects
// in the result. The error is a *Fault where the files as a whole cannot be
// imported, else the machine's or of package sheet.
func Run(p *model.Portfolio, profile *model.Profile, files []File, o Options) (*Result, error) {
	return nil, errors.ErrUnsupported
}
