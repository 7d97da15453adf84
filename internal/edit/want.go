package edit

import "slices"

// A want is a value to set, or a mapping with values to set in it.
type want struct {
	key   string
	path  []string // with the key
	bare  string
	text  func(old string) string // nil of a mapping
	below []*want                 // in the order in which they are written where all are new
}

// wantsOf returns the settings as a tree.
func wantsOf(settings []Setting, order Order) *want {
	top := &want{}
	for _, s := range settings {
		at := top
		for i, key := range s.Path {
			next := at.child(key)
			if next == nil {
				next = &want{key: key, path: s.Path[:i+1]}
				at.below = append(at.below, next)
			} else if next.text != nil || i == len(s.Path)-1 {
				panic("edit: two settings of one value")
			}
			if i == len(s.Path)-2 {
				next.bare = s.Bare
			}
			at = next
		}
		at.text = s.Text
	}
	top.sort(order)
	return top
}

func (w *want) child(key string) *want {
	for _, c := range w.below {
		if c.key == key {
			return c
		}
	}
	return nil
}

func (w *want) sort(order Order) {
	slices.SortStableFunc(w.below, func(a, b *want) int { return order(w.path, a.key, b.key) })
	for _, c := range w.below {
		c.sort(order)
	}
}

// isBare reports whether only the value is wanted that may stand alone.
func (w *want) isBare() bool {
	return w.bare != "" && len(w.below) == 1 && w.below[0].key == w.bare
}
