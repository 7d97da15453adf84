// Package edit changes bytes at places of a file and keeps all others.
//
// In go a text and the changes that faults call for, or the values that are to
// stand in its YAML; out comes the text with just these bytes changed. Or a file
// of the portfolio is replaced in one step or made anew. Apart from where YAML
// puts its values the package does not know what the bytes mean. It never
// writes outside the folder it is given, and never through a symbolic link.
package edit

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"reviewfolio/internal/diag"
)

// Apply returns src with every fix made. The offsets of all fixes are those of
// src, in any order; the same fix twice is one. The error says that a fix does
// not lie in src, or that two of them overlap: then nothing is changed.
func Apply(src []byte, fixes []diag.Fix) ([]byte, error) {
	fixes = slices.Clone(fixes)
	slices.SortFunc(fixes, func(a, b diag.Fix) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Text, b.Text))
	})
	fixes = slices.Compact(fixes)
	var out bytes.Buffer
	done := 0 // bytes of src that are in out
	for i, f := range fixes {
		if f.Start < 0 || f.End < f.Start || f.End > len(src) {
			return nil, fmt.Errorf("change of bytes %d to %d of %d", f.Start, f.End, len(src))
		}
		// Two different texts for the same empty place overlap as well.
		if f.Start < done || i > 0 && f.Start == fixes[i-1].Start {
			return nil, fmt.Errorf("two changes of byte %d", f.Start)
		}
		out.Write(src[done:f.Start])
		out.WriteString(f.Text)
		done = f.End
	}
	out.Write(src[done:])
	return out.Bytes(), nil
}
