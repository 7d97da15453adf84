package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// changedText writes the sections in which the text differs: what went struck
// out, what came underlined, what stayed only near them.
func (r *review) changedText(h *markup.HTML, list []audience.TextChange) {
	h.Raw(`<h3>`).Text(r.lang.Text("history.text")).Raw(`</h3>`)
	for i := range list {
		s := &list[i]
		rows := s.Rows
		h.Raw(`<h4>`)
		switch {
		case s.Title == "":
			h.Text(r.lang.Text("history.intro"))
		case rows[0].Level == 2:
			r.rowText(h, &rows[0])
			rows = rows[1:]
		default:
			h.Text(s.Title)
		}
		h.Raw(`</h4>`)
		if len(rows) > 0 {
			h.Raw(`<div class="edits">`)
			r.rows(h, rows)
			h.Raw(`</div>`)
		}
	}
}

// nearby is how many lines that stayed stand on either side of one that did not.
const nearby = 1

// rows writes lines; longer runs of those that stayed are folded.
func (r *review) rows(h *markup.HTML, rows []audience.TextRow) {
	for i := 0; i < len(rows); {
		if rows[i].Changed() {
			r.row(h, &rows[i])
			i++
			continue
		}
		end := i
		for end < len(rows) && !rows[end].Changed() {
			end++
		}
		from, to := i, end // what is folded
		if i > 0 {
			from = min(end, i+nearby)
		}
		if end < len(rows) {
			to = max(from, end-nearby)
		}
		if to-from < 2 {
			from, to = end, end
		}
		for ; i < from; i++ {
			r.row(h, &rows[i])
		}
		if to > from {
			h.Raw(`<details><summary>`).Text(r.lang.Text("history.same-lines", to-from)).Raw(`</summary>`)
			for ; i < to; i++ {
				r.row(h, &rows[i])
			}
			h.Raw(`</details>`)
		}
		for ; i < end; i++ {
			r.row(h, &rows[i])
		}
	}
}

func (r *review) row(h *markup.HTML, x *audience.TextRow) {
	switch {
	case x.Op == audience.Gone:
		h.Raw(`<p class="gone">`)
	case x.Op == audience.Come:
		h.Raw(`<p class="come">`)
	case x.Pieces != nil:
		h.Raw(`<p class="edited">`)
	case x.Level > 0:
		h.Raw(`<p class="same"><b>`).Text(x.Text).Raw(`</b></p>`)
		return
	default:
		h.Raw(`<p class="same">`)
	}
	r.rowText(h, x)
	h.Raw(`</p>`)
}

// rowText writes what became of a line. Who cannot see the strokes is told.
func (r *review) rowText(h *markup.HTML, x *audience.TextRow) {
	pieces := x.Pieces
	if pieces == nil {
		pieces = []audience.TextPiece{{Op: x.Op, Text: x.Text}}
	}
	for _, p := range pieces {
		switch p.Op {
		case audience.Gone:
			h.Raw(`<del><span class="vh">`).Text(r.lang.Text("history.gone")).Raw(` </span>`).Text(p.Text).Raw(`</del>`)
		case audience.Come:
			h.Raw(`<ins><span class="vh">`).Text(r.lang.Text("history.come")).Raw(` </span>`).Text(p.Text).Raw(`</ins>`)
		default:
			h.Text(p.Text)
		}
	}
}
