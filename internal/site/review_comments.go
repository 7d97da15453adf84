package site

import (
	"cmp"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A note is a section of a comment that names a theme of the report, to stand
// beside it.
type note struct {
	comment *audience.Comment
	part    audience.CommentPart
	section *Section
}

// notes returns the sections of the comments that name a theme, by comment.
func (r *review) notes() []note {
	var list []note
	for _, c := range r.byWeight() {
		for i := range c.Body.Sections {
			s := &c.Body.Sections[i]
			if s.Level > 2 && s.Theme != "" && !s.Empty {
				list = append(list, note{c, s.Part, s})
			}
			for j := range s.Sections {
				if sub := &s.Sections[j]; sub.Theme != "" && !sub.Empty {
					list = append(list, note{c, s.Part, sub})
				}
			}
		}
	}
	return list
}

// byWeight returns the comments by their roles' weights, the person's own last.
func (r *review) byWeight() []*audience.Comment {
	list := make([]*audience.Comment, len(r.Comments))
	for i := range r.Comments {
		list[i] = &r.Comments[i]
	}
	slices.SortStableFunc(list, func(a, b *audience.Comment) int {
		return cmp.Or(
			cmp.Compare(r.weight(b.Role), r.weight(a.Role)),
			cmp.Compare(a.Role, b.Role),
		)
	})
	return list
}

// weight is how much a role counts, in percent.
func (r *review) weight(role audience.Role) audience.Amount {
	for _, x := range r.complete.Roles {
		if x.Role == role {
			return x.Weight
		}
	}
	return 0
}

// commentProse is a comment as it stands on the review's page.
func (r *review) commentProse(c *audience.Comment) prose { return r.from.of(&c.Body) }

// commentID is the id of a comment on the page; links to the comment's file
// lead there.
func commentID(reviewer PersonID) string { return "comment-" + string(reviewer) }

// margin writes what the comments say of a theme beside its text. The full
// comments repeat it, so ids of this copy are marked.
func (r *review) margin(h *markup.HTML, theme string, notes []note) {
	if len(notes) == 0 {
		return
	}
	h.Raw(`<aside class="side"`).Attr("aria-label", theme+" · "+r.lang.Text("review.beside")).Raw(`>`)
	for _, n := range notes {
		r.remark(h, n, "beside-")
	}
	h.Raw(`</aside>`)
}

// remark writes one section of a comment where it is not with the others; copy
// marks the ids in it.
func (r *review) remark(h *markup.HTML, n note, copy string) {
	h.Raw(`<div class="mn"><p class="by"><b><a`).Attr("href", "#"+commentID(n.comment.Reviewer)).Raw(`><bdi>`).Text(r.view.Name(n.comment.Reviewer))
	h.Raw(`</bdi></a></b><span>`).Text(r.roleName(n.comment.Role)).Raw(`</span>`)
	if n.part != audience.OtherPart {
		h.Raw(`<span class="kind">`).Text(r.partName(n.part)).Raw(`</span>`)
	}
	h.Raw(`</p>`)
	from := r.commentProse(n.comment)
	from.copy = copy
	r.text(h, n.section.Text, from)
	h.Raw(`</div>`)
}

func (r *review) partName(part audience.CommentPart) string {
	return r.lang.Text(partKeys[part])
}

// comments is the block of all comments in full, by weight.
func (r *review) comments() Block {
	b := Block{ID: "comments", Title: r.lang.Text("section.comments")}
	h := new(markup.HTML)
	if len(r.Comments) == 0 {
		h.Raw(`<p class="none">`).Text(r.lang.Text("empty.comments")).Raw(`</p>`)
		b.Body = r.place(h)
		return b
	}
	b.Note = r.lang.Text("order.weight")
	h.Raw(`<div class="comm">`)
	for _, c := range r.byWeight() {
		r.comment(h, c)
	}
	h.Raw(`</div>`)
	b.Body = r.place(h)
	return b
}

func (r *review) comment(h *markup.HTML, c *audience.Comment) {
	r.origins.note(commentID(c.Reviewer), diag.Whole(c.File))
	h.Raw(`<article`).Attr("id", commentID(c.Reviewer)).Raw(`><header><h3>`)
	r.person(h, c.Reviewer)
	h.Raw(`</h3><p class="note">`).Text(r.commentRole(c))
	if !c.Date.IsZero() {
		h.Raw(` · `).Text(r.day(c.Date))
	}
	if c.Status == audience.Draft {
		h.Raw(` · `)
		state(h, words.Risk, r.lang.Text("kicker.draft"))
	}
	h.Raw(`</p></header>`)
	r.ratings(h, c)
	from := r.commentProse(c)
	if c.Body.Intro.HTML != "" {
		r.text(h, c.Body.Intro, from)
	}
	for i := range c.Body.Sections {
		r.commentSection(h, c, &c.Body.Sections[i], from)
	}
	h.Raw(`</article>`)
}

// commentRole says in which part a reviewer speaks, and how much that counts.
func (r *review) commentRole(c *audience.Comment) string {
	if c.Role == audience.SelfRole {
		return r.lang.Text("review.self-comment")
	}
	return r.roleWeight(c.Role, r.weight(c.Role))
}

// ratings lists the scores of one comment by dimension.
func (r *review) ratings(h *markup.HTML, c *audience.Comment) {
	if len(c.Ratings) == 0 {
		return
	}
	h.Raw(`<dl class="ratings">`)
	for i := range r.score.Dimensions {
		d := &r.score.Dimensions[i]
		at := slices.IndexFunc(c.Ratings, func(x audience.Rating) bool { return x.Dimension == d.Dimension.ID })
		if at < 0 {
			continue
		}
		h.Raw(`<div><dt>`).Text(r.dimensionName(d)).Raw(`</dt><dd>`).Text(words.Rating(frac(c.Ratings[at].Score.Ratio()))).Raw(`</dd></div>`)
	}
	h.Raw(`</dl>`)
}

func (r *review) commentSection(h *markup.HTML, c *audience.Comment, s *Section, from prose) {
	r.origins.note(s.Anchor, s.Pos)
	h.Raw(`<h4`).Attr("id", s.Anchor).Raw(`>`)
	r.text(h, s.Heading, from)
	if s.Part == audience.Appeal && c.Role == audience.SelfRole {
		h.Raw(` `)
		r.appeal(h)
	}
	h.Raw(`</h4>`)
	r.text(h, s.Text, from)
	for i := range s.Sections {
		sub := &s.Sections[i]
		if sub.Empty {
			continue
		}
		r.origins.note(sub.Anchor, sub.Pos)
		h.Raw(`<h5`).Attr("id", sub.Anchor).Raw(`>`)
		r.text(h, sub.Heading, from)
		h.Raw(`</h5>`)
		r.text(h, sub.Text, from)
	}
}

// appeal says whether an appeal has been answered by a later final grade, which
// it leads to.
func (r *review) appeal(h *markup.HTML) {
	a, _ := r.view.Appeal(r.Person, r.Period)
	if a.Answer == nil {
		state(h, words.Off, r.lang.Text("review.appeal-open"))
		return
	}
	state(h, words.On, r.lang.Text("review.appeal-closed"))
	h.Raw(` <a class="note nb" href="#calibration">`).Text(r.lang.Text("review.appeal-by", r.day(a.Answer.Date))).Raw(`</a>`)
}

// calibration sets the first grade beside the final one, with the reason.
func (r *review) calibration() Block {
	c := r.Calibration
	if c == nil {
		return Block{}
	}
	r.origins.note("calibration", diag.Whole(c.File))
	b := Block{ID: "calibration", Title: r.lang.Text("section.calibration")}
	if !c.Date.IsZero() {
		b.Note = r.day(c.Date)
	}
	h := new(markup.HTML)
	h.Raw(`<dl class="grades"><div><dt>`).Text(r.lang.Text("review.first-grade")).Raw(`</dt><dd>`).Text(orDash(r.score.Computed))
	if r.score.Composite.Defined() {
		h.Raw(` <span class="unit">`).Text(words.Score(frac(r.score.Composite.Ratio)))
		if v := r.score.Verdict(); v.Partial() {
			h.Text(" · ").Text(r.coverage(v))
		}
		h.Raw(`</span>`)
	}
	h.Raw(`</dd></div><div><dt>`).Text(r.lang.Text("review.final-grade")).Raw(`</dt><dd>`).Text(orDash(c.Grade)).Raw(`</dd></div></dl><div class="prose">`)
	r.whole(h, r.from.of(&c.Body).under(3))
	h.Raw(`</div>`)
	b.Body = r.place(h)
	return b
}

// log is the block of what was talked about between reviews.
func (r *review) log() Block {
	if r.Log == nil {
		return Block{}
	}
	r.origins.note("log", diag.Whole(r.Log.File))
	h := new(markup.HTML)
	h.Raw(`<div class="prose log">`)
	r.whole(h, r.logProse(audience.ReviewID{Period: r.Period, Person: r.Person}, r.Log).under(3))
	h.Raw(`</div>`)
	return Block{ID: "log", Title: r.lang.Text("section.log"), Body: r.place(h)}
}

// actionList is the block of the actions that stand in this review, open ones
// first, in their latest state.
func (r *review) actionList() Block {
	list := r.actionsOf(audience.ReviewID{Period: r.Period, Person: r.Person})
	if len(list) == 0 {
		return Block{}
	}
	b := Block{ID: "actions", Title: r.lang.Text("section.actions"), Note: r.lang.Text("order.open-due")}
	h := new(markup.HTML)
	r.placedActions(h, b.Title, list, true)
	b.Body = r.place(h)
	return b
}
