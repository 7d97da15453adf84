package model

import "reviewfolio/internal/diag"

// Settings is site.yaml with every default filled in.
type Settings struct {
	Title      string
	Language   string // zh-CN or en
	BaseURL    string // "" for relative links, else https://host/prefix/
	Currency   string // ISO 4217
	MoneyUnit  string // 万 and the like; "" lets every table choose
	Calendar   Calendar
	Cycle      Length
	Due        Due
	AsOf       Date     // "today" for partial periods and overdue actions; zero only where nothing has a date
	History    bool     // use the repository's history
	HistoryPos diag.Pos // of that; zero where it is not used
	KPIs       []KPI
	Reviewers  []Reviewer // who have no people/ file, by id
	Themes     []Theme    // the built-in twelve in their order, then site.yaml's own
	Metrics    []Metric   // by Order
	Breakdowns []Breakdown
	Ratings    RatingScheme
	Cuts       Cuts
	Smart      Smart
	Look       Look
}

// Due is how many days after a period's end things are due.
type Due struct{ Report, Comment int }

// A KPI is one of the figures that judge; the weights total 100.
type KPI struct {
	Metric MetricID
	Weight Amount
}

// A Reviewer is somebody who comments and is not in people/.
type Reviewer struct {
	ID   PersonID
	Name string
}

// Expect is how often a theme is looked for.
type Expect uint8

const (
	Always Expect = iota
	Yearly
	Never
)

// A Theme is a section that reports are expected to have.
type Theme struct {
	ID      ThemeID
	Label   string   // "" means the built-in name
	Aliases []string // more headings that mean it, from site.yaml
	Expect  Expect
	BuiltIn bool
}

// RatingScheme is how reviewers score.
type RatingScheme struct {
	Min, Max, Step Amount
	Dimensions     []Dimension
	Roles          []RoleWeight // total 100; a role not named is shown and does not count
	Grades         []Grade      // from the top
}

// A Dimension is what a reviewer scores. The weights total 100; weight 0 is
// shown and does not count.
type Dimension struct {
	ID     DimensionID
	Label  string // "" means the built-in name
	Weight Amount
}

// RoleWeight is a role's part of the blend.
type RoleWeight struct {
	Role   Role
	Weight Amount
}

// A Grade is a half-open band: from Min up to the Min of the grade above.
type Grade struct {
	Name  string
	Min   Amount
	Share Amount // guideline share of people, in percent
}

// Cuts part the matrix of attainment and score into three by three.
type Cuts struct {
	Attainment [2]Amount // in percent
	Score      [2]Amount
}

// Smart bounds what counts as achievable and time-bound.
type Smart struct {
	Reach   [2]Amount // target over baseline, in percent
	Horizon int       // periods ahead
}

// Look is what a portfolio may set of the site's appearance.
type Look struct {
	Accent string // #rrggbb, or ""
	Logo   string // file in assets/, or ""
	Pos    diag.Pos
}
