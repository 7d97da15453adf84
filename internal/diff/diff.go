// Package diff compares two sequences, and texts line by line and word by word.
//
// In go what was and what is, out come the parts that stayed, went and came.
// It knows nothing of reports. The order of parts that moved is not found: a
// moved line went in one place and came in another.
package diff

// An Op is what became of a part.
type Op uint8

const (
	Same Op = iota
	Gone    // it was there and is not
	Come    // it is there and was not
)

// A Span is a run of one Op: was[From:To] of what stayed or went, is[From:To]
// of what came.
type Span struct {
	Op       Op
	From, To int
}

// mostSteps is how many parts may have come and gone until the middle of two
// sequences is told as replaced as a whole: what is that different is not read
// as a difference, and the work grows with the square.
const mostSteps = 600

// Of returns how was became is, in the fewest steps (E. Myers, An O(ND)
// Difference Algorithm and Its Variations, 1986). What went stands before what
// came in its place.
func Of[T comparable](was, is []T) []Span {
	head := 0
	for head < len(was) && head < len(is) && was[head] == is[head] {
		head++
	}
	tail := 0
	for tail < len(was)-head && tail < len(is)-head && was[len(was)-1-tail] == is[len(is)-1-tail] {
		tail++
	}
	var s spans
	s.add(Same, 0, head)
	s.middle(steps(was[head:len(was)-tail], is[head:len(is)-tail]), head)
	s.add(Same, len(was)-tail, len(was))
	return s
}

type spans []Span

// add adds a run, to the last one where they are of a kind.
func (s *spans) add(op Op, from, to int) {
	if from == to {
		return
	}
	if n := len(*s); n > 0 && (*s)[n-1].Op == op && (*s)[n-1].To == from {
		(*s)[n-1].To = to
		return
	}
	*s = append(*s, Span{op, from, to})
}

// middle adds steps, what went before what came, between the parts that stayed.
func (s *spans) middle(ops []Op, head int) {
	was, is := head, head
	for i := 0; i < len(ops); {
		if ops[i] == Same {
			s.add(Same, was, was+1)
			was, is, i = was+1, is+1, i+1
			continue
		}
		gone, come := was, is
		for ; i < len(ops) && ops[i] != Same; i++ {
			if ops[i] == Gone {
				gone++
			} else {
				come++
			}
		}
		s.add(Gone, was, gone)
		s.add(Come, is, come)
		was, is = gone, come
	}
}

// steps returns the way from was to is.
func steps[T comparable](was, is []T) []Op {
	n, m := len(was), len(is)
	most := min(n+m, mostSteps)
	var trail [][]int // of each number of steps: how far each diagonal goes
	far := make([]int, 2*most+3)
	for d := 0; d <= most; d++ {
		for k := -d; k <= d; k += 2 {
			x := 0
			if k == -d || k != d && far[most+k] < far[most+k+2] {
				x = far[most+k+2]
			} else {
				x = far[most+k] + 1
			}
			if d == 0 {
				x = 0
			}
			for x < n && x-k < m && was[x] == is[x-k] {
				x++
			}
			far[most+k+1] = x
			if x >= n && x-k >= m {
				return back(append(trail, clip(far, most, d)), n, m)
			}
		}
		trail = append(trail, clip(far, most, d))
	}
	ops := make([]Op, n+m)
	for i := range ops {
		if ops[i] = Gone; i >= n {
			ops[i] = Come
		}
	}
	return ops
}

// clip keeps what d steps reached: of the diagonals -d to d, with one more on
// either side.
func clip(far []int, most, d int) []int {
	return append([]int(nil), far[most-d:most+d+3]...)
}

// back walks from the end to the beginning.
func back(trail [][]int, x, y int) []Op {
	var ops []Op
	for d := len(trail) - 1; d > 0; d-- {
		before := trail[d-1]
		at := func(k int) int { return before[k+d] } // of d-1 steps: diagonal k stands at k+(d-1)+1
		k := x - y
		from := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			from = k + 1
		}
		fromX := at(from)
		fromY := fromX - from
		for x > fromX && y > fromY {
			ops, x, y = append(ops, Same), x-1, y-1
		}
		if x == fromX {
			ops, y = append(ops, Come), y-1
		} else {
			ops, x = append(ops, Gone), x-1
		}
	}
	for ; x > 0 && y > 0; x, y = x-1, y-1 {
		ops = append(ops, Same)
	}
	for i, j := 0, len(ops)-1; i < j; i, j = i+1, j-1 {
		ops[i], ops[j] = ops[j], ops[i]
	}
	return ops
}
