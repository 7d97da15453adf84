package analysis

import "reviewfolio/internal/model"

// ThinChars is the number of characters under which a section says little.
const ThinChars = 80

// A Presence is whether a theme is written.
type Presence uint8

const (
	ThemePresent Presence = iota
	ThemeThin             // written, in fewer than 80 characters
	ThemeMissing          // expected and not written
	ThemeEarlier          // expected once a year and written in an earlier report of the fiscal year
	ThemeNotYet           // still to come: expected once a year, which is not over, or the report is open
)

// A ThemeState is whether a report has a theme.
type ThemeState struct {
	Theme    *model.Theme
	Presence Presence
	Chars    int // characters of prose, of all its sections together
}

// themeStates returns the state of every theme that is expected or written.
func (r *Result) themeStates(review *model.Review) []ThemeState {
	settings := &r.portfolio.Settings
	list := make([]ThemeState, 0, len(settings.Themes))
	for i := range settings.Themes {
		theme := &settings.Themes[i]
		s := ThemeState{Theme: theme}
		written := false
		written, s.Chars = themeText(review.Report, theme.ID)
		switch {
		case written && s.Chars >= ThinChars:
		case written:
			s.Presence = ThemeThin
		case theme.Expect == model.Never:
			continue
		default:
			s.Presence = r.absence(review, theme)
		}
		list = append(list, s)
	}
	return list
}

// themeText reports whether the report says anything under the theme, and how
// much.
func themeText(report *model.Report, theme model.ThemeID) (written bool, chars int) {
	for i := range report.Body.Sections {
		if s := &report.Body.Sections[i]; s.Theme == theme && !s.Empty {
			written = true
			chars += s.Chars
		}
	}
	return written, chars
}

// absence tells how to take that a report does not have an expected theme.
func (r *Result) absence(review *model.Review, theme *model.Theme) Presence {
	c := r.portfolio.Settings.Calendar
	if theme.Expect == model.Yearly {
		year := r.time.year(review.Period)
		for _, earlier := range r.reviews.of[review.Person] {
			if earlier.Report == nil || r.time.year(earlier.Period) != year || c.Compare(earlier.Period, review.Period) >= 0 {
				continue
			}
			if written, _ := themeText(earlier.Report, theme.ID); written {
				return ThemeEarlier
			}
		}
		if r.time.last(review.Period).Before(r.time.last(year)) {
			return ThemeNotYet
		}
	}
	if review.Report.Status == model.Open {
		return ThemeNotYet
	}
	return ThemeMissing
}

// casesTheme is the theme under which successes and failures are told
// (FORMAT.md, Themes).
const casesTheme = "cases"

// casesAsked reports whether a report with these themes has to tell cases: not
// where the theme is never expected or still to come.
func casesAsked(themes []ThemeState) bool {
	for _, s := range themes {
		if s.Theme.ID == casesTheme {
			return s.Presence == ThemePresent || s.Presence == ThemeThin || s.Presence == ThemeMissing
		}
	}
	return false
}

// cases reports which kinds of case the prose tells.
func cases(doc *model.Doc) (success, failure bool) {
	for i := range doc.Sections {
		for _, s := range doc.Sections[i].Sections {
			success = success || s.Case == model.Success && !s.Empty
			failure = failure || s.Case == model.Failure && !s.Empty
		}
	}
	return success, failure
}
