package prose

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// isAction reports whether a list item begins with the box of an action.
func isAction(item ast.Node) bool {
	block := item.FirstChild()
	if block == nil || block.FirstChild() == nil {
		return false
	}
	_, ok := block.FirstChild().(*action)
	return ok
}

func (w *writer) beginAction(n *action) {
	w.action = n
	w.ref(model.Ref{Kind: model.ActionStart, Action: len(w.actions)})
}

// endAction makes an action of the text that was written behind its box.
func (w *writer) endAction() {
	n := w.action
	w.action = nil
	words := strings.TrimSpace(string(w.plain))
	if words == "" {
		w.faults.Warn(w.pos(n.Pos()), "action-empty")
		w.refs = slices.DeleteFunc(w.refs, func(r model.Ref) bool {
			return r.Kind == model.ActionStart && r.Action == len(w.actions)
		})
		return
	}
	a := model.Action{Text: words, Done: n.done, Pos: w.pos(n.Pos())}
	for _, t := range n.tags {
		w.tag(&a, t)
	}
	for _, t := range n.early {
		w.earlyTag(&a, t)
	}
	w.actions = append(w.actions, a)
	w.ref(model.Ref{Kind: model.ActionEnd, Action: len(w.actions) - 1})
}

func (w *writer) tag(a *model.Action, t tag) {
	if value, ok := dueValue(t.word); ok {
		w.due(a, t, value)
		return
	}
	if owner, ok := bytes.CutPrefix(t.word, []byte("@")); ok {
		w.owner(a, t.at+1, string(owner))
		return
	}
	id := string(t.word[len("{#") : len(t.word)-1])
	switch pos := w.pos(t.at + len("{#")); {
	case a.ID != "":
		w.faults.Error(pos, "action-id.repeated")
	case !model.ValidID(id):
		w.faults.Error(pos, "action-id", id)
	default:
		a.ID = id
	}
}

func (w *writer) owner(a *model.Action, at int, owner string) {
	pos := w.pos(at)
	switch {
	case a.Owner != "":
		w.faults.Error(pos, "action-owner.repeated", string(a.Owner))
	case !model.ValidID(owner):
		d := w.faults.Error(pos, "action-owner", owner)
		if folded := strings.ToLower(strings.ReplaceAll(owner, "_", "-")); model.ValidID(folded) {
			d.WithHint("hint-did-you-mean", folded)
		}
	default:
		a.Owner, a.OwnerPos = model.PersonID(owner), pos
	}
}

func (w *writer) due(a *model.Action, t tag, value []byte) {
	colon := t.at + len(t.word) - len(value)
	value = bytes.TrimLeftFunc(value, unicode.IsSpace)
	at := t.at + len(t.word) - len(value)
	date, ok := model.ParseDate(string(value))
	switch pos := w.pos(at); {
	case !a.Due.IsZero():
		w.faults.Error(pos, "action-due.repeated")
		return
	case !ok:
		d := w.faults.Error(pos, "action-due", string(value))
		if meant, found := looseDate(string(value)); found {
			d.WithHint("hint-did-you-mean", meant.String()).
				WithFix(diag.Fix{Start: w.offset(at), End: w.offset(at + len(value)), Text: meant.String()})
		}
	case colon != at || w.text[colon-1] != ':':
		written := "due:" + date.String()
		w.faults.Error(w.pos(t.at), "action-due.form").WithHint("hint-write", written).
			WithFix(diag.Fix{Start: w.offset(t.at), End: w.offset(t.at + len(t.word)), Text: written})
	}
	a.Due = date
}

// looseDate reads a date as people write it: 2026/12/5, 2026年12月5日.
func looseDate(s string) (model.Date, bool) {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if len(fields) != 3 || len(fields[1]) > 2 || len(fields[2]) > 2 {
		return model.Date{}, false
	}
	pad := func(s string) string { return ("0" + s)[len(s)-1:] }
	return model.ParseDate(fields[0] + "-" + pad(fields[1]) + "-" + pad(fields[2]))
}

// earlyTag tells a tag that the text goes on behind. A person named in the
// text is one only where the action has no owner.
func (w *writer) earlyTag(a *model.Action, t tag) {
	word := string(t.word)
	switch {
	case word[0] != '@':
		w.faults.Error(w.pos(t.at), "action-tag", word)
	case a.Owner == "":
		w.faults.Warn(w.pos(t.at), "action-tag.owner", word)
	}
}
