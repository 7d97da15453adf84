package site

import (
	"reflect"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
)

// alike reports whether two values of one type say the same, wherever in a file
// they stand. Texts are compared by alikeText.
func alike(a, b any) bool { return alikeValue(reflect.ValueOf(a), reflect.ValueOf(b)) }

var (
	posType  = reflect.TypeFor[diag.Pos]()
	spotType = reflect.TypeFor[audience.Spot]()
	docType  = reflect.TypeFor[Doc]()
	figureAt = reflect.TypeFor[audience.BoundFigure]()
)

func alikeValue(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return alikeValue(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !alikeValue(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		return alikeStruct(a, b)
	}
	return a.Equal(b)
}

func alikeStruct(a, b reflect.Value) bool {
	t := a.Type()
	if t == posType || t == spotType || t == docType {
		return true
	}
	for i := range a.NumField() {
		if name := t.Field(i).Name; t == figureAt && (name == "Start" || name == "End") {
			continue
		}
		if !alikeValue(a.Field(i), b.Field(i)) {
			return false
		}
	}
	return true
}

// docs are two states of one document.
type docs struct{ now, before *Doc }

// changed returns the id of the innermost section in which the text first
// differs, as far as sections without a text have their place on the page: else
// that of the section around it, "" for none.
func (d docs) changed() (anchor string, ok bool) {
	if !d.alikeText(d.now.Intro, d.before.Intro) {
		return "", true
	}
	return d.changedIn(d.now.Sections, d.before.Sections, "")
}

func (d docs) changedIn(now, before []Section, around string) (anchor string, ok bool) {
	last := around
	for i := range now {
		s := &now[i]
		if last = s.Anchor; s.Empty {
			last = around
		}
		if i == len(before) || s.Anchor != before[i].Anchor || !d.alikeText(s.Heading, before[i].Heading) || !d.alikeText(s.Text, before[i].Text) {
			return last, true
		}
		if anchor, ok = d.changedIn(s.Sections, before[i].Sections, last); ok {
			return anchor, true
		}
	}
	return last, len(before) > len(now) // what stood at the end is gone
}

// alikeText compares texts with what they refer to.
func (d docs) alikeText(now, before Text) bool {
	return now.HTML == before.HTML && slices.EqualFunc(now.Refs, before.Refs, func(x, y audience.Ref) bool {
		if x.Kind == y.Kind && (x.Kind == audience.ActionStart || x.Kind == audience.ActionEnd) {
			return x.At == y.At && alike(d.now.Actions[x.Action], d.before.Actions[y.Action])
		}
		return alike(x, y)
	})
}
