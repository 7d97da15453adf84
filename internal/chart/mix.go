package chart

import (
	"fmt"
	"math"
	"strconv"
)

// MaxParts is how many series a mix may have; a reader tells no more apart.
const MaxParts = 5

// A Mix is the make-up of a whole over periods: columns of 100 %, the share
// printed inside. The first series stands at the bottom, so it should be the
// largest; the order is the same in all periods.
type Mix struct {
	Words  MixWords
	Unit   string   // of the amounts, in the head of the table
	Series []string // names, at most MaxParts
	Points []MixPoint
}

// MixWords are the words of a mix in the reader's language.
type MixWords struct {
	Period string // head of the table
}

// A MixPoint is one period of a mix, with a part for each series.
type MixPoint struct {
	Period
	Parts []Part
}

// A Part is what one series contributes to a period.
type Part struct {
	Amount Figure
	Share  string // as printed: 44.0%, or "—"
}

// Kind is the name of the kind in [Options].
func (Mix) Kind() string { return "mix" }

// Fault says why the figures make no mix, nil when they do. Shares of a whole
// mean something only among parts that are not negative: a channel that gave
// back more than it sold has no share. The table stands in any case.
func (m Mix) Fault() error {
	if len(m.Series) == 0 || len(m.Series) > MaxParts {
		return fmt.Errorf("mix of %d series, want 1 to %d", len(m.Series), MaxParts)
	}
	for i := range m.Points {
		p := &m.Points[i]
		if len(p.Parts) != len(m.Series) {
			return fmt.Errorf("%s has %d parts for %d series", p.Name, len(p.Parts), len(m.Series))
		}
		for k := range p.Parts {
			if at := p.Parts[k].Amount.place(); at != nil && *at < 0 {
				return fmt.Errorf("%s, %s: %s is negative", p.Name, m.Series[k], p.Parts[k].Amount.Text)
			}
		}
	}
	return nil
}

// JSON is what a page carries of the chart. It is safe inside a script element.
// The error is that of [Mix.Fault].
func (m Mix) JSON() ([]byte, error) {
	if err := m.Fault(); err != nil {
		return nil, err
	}
	n := len(m.Points)
	d := newDrawing(n, func(i int) *Period { return &m.Points[i].Period })
	d.S = make([]*series, len(m.Series))
	for k := range d.S {
		d.S[k] = newSeries(n)
	}
	shares := make([]float64, n*len(m.Series))
	for i := range m.Points {
		whole := m.Points[i].whole()
		if whole == 0 {
			continue
		}
		for k := range m.Series {
			part := &m.Points[i].Parts[k]
			at := part.Amount.place()
			if at == nil {
				continue
			}
			share := &shares[i*len(m.Series)+k]
			*share = percent(*at, whole)
			d.S[k].V[i] = share
			d.S[k].label(i, part.Share)
		}
	}
	return d.marshal()
}

// whole is the sum of the parts that are known.
func (p *MixPoint) whole() float64 {
	var sum float64
	for k := range p.Parts {
		if at := p.Parts[k].Amount.place(); at != nil {
			sum += *at
		}
	}
	return sum
}

// percent is a share in hundredths of a percent, finer than any screen; rounding
// keeps the page short.
func percent(part, whole float64) float64 {
	return math.Round(part/whole*1e4) / 1e2
}

// Table has a column for each series, amount and share.
func (m Mix) Table() Table {
	head := make([]Cell, 0, 1+len(m.Series))
	head = append(head, Cell{Text: m.Words.Period})
	for _, name := range m.Series {
		head = append(head, Cell{name, m.Unit})
	}
	rows := make([][]Cell, len(m.Points))
	for i := range m.Points {
		p := &m.Points[i]
		row := make([]Cell, 0, len(head))
		row = append(row, Cell{Text: p.Name})
		for k := range p.Parts {
			row = append(row, Cell{p.Parts[k].Amount.Text, p.Parts[k].Share})
		}
		rows[i] = row
	}
	return Table{head, rows}
}

// Key names the series from the bottom up.
func (m Mix) Key() []KeyEntry {
	key := make([]KeyEntry, len(m.Series))
	for k, name := range m.Series {
		key[k] = KeyEntry{"c" + strconv.Itoa(k+1), name}
	}
	return key
}
