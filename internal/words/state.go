package words

// A State is how a figure stands. Word, shape and colour all come from it.
type State uint8

const (
	None State = iota // not judged
	On                // on target, favourable: a circle
	Risk              // close to the target: a diamond
	Off               // off target, overdue, missing: a square
)

// Class returns the state's class in pages and style sheets: on, risk, off, none.
func (s State) Class() string { return [...]string{"none", "on", "risk", "off"}[s] }

var (
	ninety  = Fraction{9, 10}
	hundred = Fraction{1, 1}
)

// Attained judges an attainment, a fraction of 1, by where 临近 and 达标 begin:
// 9/10 and 1 unless the portfolio says otherwise.
func Attained(attainment, risk, on Fraction) State {
	switch {
	case !attainment.Defined():
		return None
	case attainment.atLeast(on):
		return On
	case attainment.atLeast(risk):
		return Risk
	}
	return Off
}

// Paced judges a pace, attainment over the share of time elapsed.
func Paced(pace Fraction) State { return Attained(pace, ninety, hundred) }

// AttainedWord names a state of attainment: 达标, 临近, 未达; "" for None.
func (l Lang) AttainedWord(s State) string { return l.stateWord("attained.", s) }

// PacedWord names a state against time: 领先, 略落后, 落后; "" for None.
func (l Lang) PacedWord(s State) string { return l.stateWord("paced.", s) }

func (l Lang) stateWord(prefix string, s State) string {
	if s == None {
		return ""
	}
	return l.Text(prefix + s.Class())
}
