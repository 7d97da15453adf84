package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// smartMarks writes the five letters of SMART, a lacking one framed and one that
// nobody can judge dotted, and says the same in words to who does not see them.
func (p *page) smartMarks(h *markup.HTML, s *audience.Smart) {
	h.Raw(`<span class="smart" aria-hidden="true">`)
	lacks, open := "", ""
	for i, f := range s.Faults {
		name := p.lang.Text("smart." + audience.SmartPart(i).String())
		switch f {
		case audience.SmartMet:
			h.Raw(`<span>`)
		case audience.SmartUnjudged:
			h.Raw(`<span class="open">`)
			open = listed(p.lang, open, name)
		default:
			h.Raw(`<span class="risk">`)
			lacks = listed(p.lang, lacks, name)
		}
		h.Text("SMART"[i : i+1]).Raw(`</span>`)
	}
	h.Raw(`</span><span class="vh">`)
	switch {
	case lacks != "":
		h.Text(p.lang.Text("smart.lacks", lacks))
	case open != "":
		h.Text(p.lang.Text("smart.open", open))
	default:
		h.Text(p.lang.Text("smart.all"))
	}
	h.Raw(`</span>`)
}

func listed(lang words.Lang, list, name string) string {
	if list == "" {
		return name
	}
	return list + lang.Text("list-comma") + name
}

// smartMends says below a goal what would mend it.
func (p *page) smartMends(h *markup.HTML, s *audience.Smart) {
	text := ""
	for i, f := range s.Faults {
		if f <= audience.SmartUnjudged || f == audience.SmartNoMeasure && s.Faults[0] == audience.SmartVague {
			continue
		}
		if text != "" {
			text += p.lang.Text("list-semicolon")
		}
		text += "SMART"[i:i+1] + " " + p.smartMend(s, f)
	}
	if text != "" {
		h.Raw(`<span class="why below">`).Text(text).Raw(`</span>`)
	}
}

func (p *page) smartMend(s *audience.Smart, f audience.SmartFault) string {
	key := "smart." + f.String()
	low, high := p.view.SmartReach()
	switch f {
	case audience.SmartAboveReach, audience.SmartAboveRecord:
		return p.lang.Text(key, words.Weight(frac(high)))
	case audience.SmartBelowReach, audience.SmartBelowRecord:
		return p.lang.Text(key, words.Weight(frac(low)))
	case audience.SmartNoDue, audience.SmartDueLate:
		return p.lang.Text(key, p.day(s.Until))
	}
	return p.lang.Text(key)
}

// smartReach writes the target against the baseline, and below it against the
// best of the person's own record.
func (p *page) smartReach(h *markup.HTML, s *audience.Smart) {
	if s.Reach.Defined() {
		h.Text(words.Percent(frac(s.Reach.Ratio)))
	} else {
		p.undefined(h, s.Reach.Why)
	}
	if s.OverBest.Defined() && s.Recorded > 1 {
		h.Raw(`<span class="why below">`).Text(p.lang.Text("smart.of-best", s.Recorded, words.Percent(frac(s.OverBest.Ratio)))).Raw(`</span>`)
	}
}

// smartFoot explains letters and bounds.
func (p *page) smartFoot(s *audience.Smart) string {
	low, high := p.view.SmartReach()
	return p.lang.Text("foot.smart", words.Weight(frac(low)), words.Weight(frac(high)), p.day(s.After), p.day(s.Until))
}
