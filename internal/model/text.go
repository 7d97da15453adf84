package model

import "reviewfolio/internal/diag"

// A Doc is the prose of one file, cut at its level-2 and level-3 headings.
type Doc struct {
	Intro    Text      // what stands before the first heading
	Sections []Section // level 2, each with its level 3 inside; level 3 where no level 2 comes before
	Actions  []Action  // all of the file, in order; a Text's Ref names them by index
	Notes    bool      // the file has footnotes; their text ends the last section's, or the intro
	Prefix   string    // what every id on the page begins with
	Deeper   []string  // anchors of the headings inside the texts, without the prefix
}

// EachFigure calls f for every bound figure of the prose, in order.
func (d *Doc) EachFigure(f func(*BoundFigure)) {
	text := func(t *Text) {
		for i := range t.Refs {
			if t.Refs[i].Kind == FigureRef {
				f(t.Refs[i].Figure)
			}
		}
	}
	var walk func([]Section)
	walk = func(sections []Section) {
		for i := range sections {
			text(&sections[i].Heading)
			text(&sections[i].Text)
			walk(sections[i].Sections)
		}
	}
	text(&d.Intro)
	walk(d.Sections)
}

// CommentPart is what a section of a comment is for.
type CommentPart uint8

const (
	OtherPart CommentPart = iota
	Strengths             // 亮点
	Problems              // 问题
	Advice                // 建议
	Plan                  // 改进计划
	Appeal                // 申诉
)

// Case is whether a section tells a success or a failure.
type Case uint8

const (
	NoCase Case = iota
	Success
	Failure
)

// A Section is a heading with what stands under it. The small fields stand
// together: a company has a hundred thousand sections, all held to the end.
type Section struct {
	Level     int // 2 or 3
	Case      Case
	Part      CommentPart
	Empty     bool   // nothing but notes to the writer, here and in the sections inside
	Date      Date   // of a log's entry
	Title     string // plain text of the heading
	Heading   Text   // the heading as written, with its markup
	Anchor    string // the id on the page, unique on the page
	Theme     ThemeID
	Themes    []ThemeID // of a case: what it is about, as far as it names it
	Dimension DimensionID
	Text      Text // up to the first section inside it or the next one
	Sections  []Section
	Chars     int // characters of prose, here and in the sections inside
	Pos       diag.Pos
}

// A Text is HTML that is safe to place on a page, with its references left
// open: where a figure, a link, an image or an action stands is decided when a
// page is written, because addresses depend on the page and figures on the
// reader.
type Text struct {
	HTML string // without the references
	Refs []Ref  // by At
}

// RefKind is what a reference stands for.
type RefKind uint8

const (
	FigureRef   RefKind = iota + 1 // a bound figure, whole
	LinkStart                      // <a …>; the link's text and </a> are in HTML
	ImageRef                       // an image, whole
	ActionStart                    // the box of an action, at the start of its list item
	ActionEnd                      // owner and due date, at the end of the action's own line
	IDPrefix                       // inside an id or a #fragment, before it: what tells documents on one page apart; may be nothing
)

// A Ref is one reference in a Text. Exactly the field of its kind is set.
type Ref struct {
	At     int // byte offset into HTML
	Kind   RefKind
	Figure *BoundFigure
	Link   *Link
	Image  *Image
	Action int // index into Doc.Actions
}

// Field is which side of a figure is bound.
type Field uint8

const (
	ActualField Field = iota
	TargetField
	AttainmentField
	GapField
	QoQField
	YoYField
)

// A BoundFigure is [text](metric:id.field?period=…&person=…&team=…) in the prose.
type BoundFigure struct {
	Metric     MetricID
	Field      Field
	Period     Period   // zero: the page's own
	Person     PersonID // "" and Team "": the page's own
	Team       TeamID
	Text       string   // between the brackets, plain
	Before     string   // the plain text of the same block before it, 512 bytes at most, for the words that give a direction
	Start, End int      // bytes in the file between the brackets
	Pos        diag.Pos // of the text, behind the opening bracket
	MetricPos  diag.Pos // of the metric's id
	ScopePos   diag.Pos // of the person's or team's id, where one is said
}

// TargetKind is what a link leads to.
type TargetKind uint8

const (
	ToURL     TargetKind = iota + 1 // http, https, mailto
	ToPerson                        // a person's page
	ToTeam                          // a team's page
	ToReview                        // a review's page
	ToPage                          // pages/<id>
	ToHome                          // the portfolio's first page
	ToFile                          // an attachment copied beside the page
	ToSection                       // a place on the same page
)

// A Link is a reference to somewhere.
type Link struct {
	Kind     TargetKind
	URL      string // of ToURL
	Person   PersonID
	Team     TeamID
	Page     PageID
	Period   Period
	File     string // of ToFile: path in the portfolio
	Fragment string // anchor on the page, "" for its top
	Title    string
	Raw      string   // the address, decoded from Markdown; package source resolves it
	Pos      diag.Pos // of the address
}

// An Image lies beside the Markdown file that shows it.
type Image struct {
	File          string // path in the portfolio
	Alt           string
	Title         string
	Width, Height int      // pixels; 0 where unknown
	Raw           string   // the address, decoded from Markdown
	Pos           diag.Pos // of the address
}

// An Action is - [ ] text @owner due:2026-12-15 {#id}.
type Action struct {
	ID       string
	Text     string // plain, without owner, due date and id
	Done     bool
	Owner    PersonID // "" where nobody is named
	Due      Date
	Pos      diag.Pos // of the box
	OwnerPos diag.Pos // of the owner's id, where one is named
}
