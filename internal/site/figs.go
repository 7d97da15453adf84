package site

import (
	"html/template"

	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// fig is one of the headline figures at the top of a page.
type fig struct {
	name    string
	state   words.State
	word    string // of the state, or any short word
	explain Figure // what the value explains on hover; zero for none
	value   string
	unit    string
	draw    func(*markup.HTML)
	notes   []func(*markup.HTML)
}

// figs writes the headline figures.
func (p *page) figs(list ...fig) template.HTML {
	h := new(markup.HTML)
	h.Raw(`<dl class="figs">`)
	for _, f := range list {
		h.Raw(`<div class="fig"><dt>`).Text(f.name)
		if f.word != "" {
			h.Raw(`<span>`)
			if f.state == words.None {
				h.Raw(`<b>`).Text(f.word).Raw(`</b>`)
			} else {
				state(h, f.state, f.word)
			}
			h.Raw(`</span>`)
		}
		h.Raw(`</dt><dd class="v">`)
		p.explained(h, f.explain, func(h *markup.HTML) { h.Text(f.value) })
		if f.unit != "" {
			h.Raw(`<span class="unit">`).Text(f.unit).Raw(`</span>`)
		}
		h.Raw(`</dd><dd class="draw">`)
		if f.draw != nil {
			f.draw(h)
		}
		h.Raw(`</dd><dd class="sub">`)
		for _, note := range f.notes {
			h.Raw(`<span>`)
			note(h)
			h.Raw(`</span>`)
		}
		h.Raw(`</dd></div>`)
	}
	h.Raw(`</dl>`)
	return p.place(h)
}

// say is a note that is only text.
func say(text string) func(*markup.HTML) {
	return func(h *markup.HTML) { h.Text(text) }
}
