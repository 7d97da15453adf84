package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/build"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/edit"
)

// fix rewrites the characters that check knows how to mend, and no others, and
// says to told what it rewrote.
func (s *shell) fix(told io.Writer, root *os.Root) error {
	fills, err := fillsOf(root)
	if err != nil {
		return err
	}
	for len(fills) > 0 {
		file := fills[0].Pos.File
		n := 1
		for n < len(fills) && fills[n].Pos.File == file {
			n++
		}
		if err := s.fixFile(told, root, fills[:n]); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		fills = fills[n:]
	}
	return nil
}

// fillsOf returns all that can be mended, by place. Drafts are mended as they
// will be counted, all else as if there were none.
func fillsOf(root *os.Root) ([]analysis.Fill, error) {
	shown, err := build.Check(root.FS(), false)
	if err != nil {
		return nil, err
	}
	all, err := build.Check(root.FS(), true)
	if err != nil {
		return nil, err
	}
	var fills []analysis.Fill
	for _, d := range shown.Faults {
		if d.Fix != nil {
			fills = append(fills, analysis.Fill{Pos: d.Pos, Fix: *d.Fix})
		}
	}
	fills = slices.Concat(fills, shown.Result.Fills(), all.Result.Fills())
	slices.SortStableFunc(fills, func(a, b analysis.Fill) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	samePlace := func(a, b analysis.Fill) bool { return a.Pos == b.Pos }
	return slices.CompactFunc(fills, samePlace), nil
}

// fixFile mends one file in one step.
func (s *shell) fixFile(told io.Writer, root *os.Root, fills []analysis.Fill) error {
	file := fills[0].Pos.File
	src, err := root.ReadFile(file)
	if err != nil {
		return err
	}
	var lines bytes.Buffer
	fixes := make([]diag.Fix, len(fills))
	for i, fill := range fills {
		fixes[i] = fill.Fix
		old := string(src[min(fill.Fix.Start, len(src)):min(fill.Fix.End, len(src))])
		key, args := "fixed", []any{old, fill.Fix.Text}
		if old == "" {
			key, args = "filled", []any{fill.Fix.Text}
		}
		fmt.Fprintf(&lines, "%s:%d:%d: %s\n", file, fill.Pos.Line, fill.Pos.Col, s.say(message(key, args...)))
	}
	mended, err := edit.Apply(src, fixes)
	if err != nil {
		return err
	}
	if err := edit.Replace(root, file, mended); err != nil {
		return err
	}
	_, err = told.Write(lines.Bytes())
	return err
}
