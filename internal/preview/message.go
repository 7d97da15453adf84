package preview

import (
	"bytes"
	"encoding/json"
)

// A message to a tab is one line of JSON. Where it brings a whole page, the page
// comes after the line, as it is.

type pageMessage struct {
	Kind   string `json:"kind"` // page
	Gone   bool   `json:"gone,omitempty"`
	Broken string `json:"broken,omitempty"` // why the page cannot be rendered
	Hash   string `json:"hash,omitempty"`
	Loads  loads  `json:"loads,omitempty"`
	Delta  *delta `json:"delta,omitempty"` // from what the tab shows
}

// message tells a tab what to show. The page itself is left out where the tab
// has it: sent is what it shows, or nil.
func (v view) message(sent *version) []byte {
	m := pageMessage{Kind: "page", Gone: v.version == nil && v.err == nil}
	if v.err != nil {
		m.Broken = describe(v.err)
	}
	if v.version == nil {
		return line(m)
	}
	m.Hash, m.Loads = v.hash, v.loads
	if sent != nil && sent.hash == v.hash {
		return line(m)
	}
	if m.Delta = v.since(sent); m.Delta != nil {
		return line(m)
	}
	return append(line(m), bytes.ToValidUTF8(v.html, []byte("\uFFFD"))...)
}

// since returns the delta from the version that a tab shows, nil where the tab
// needs the whole page.
func (v view) since(sent *version) *delta {
	switch {
	case sent == nil:
		return nil
	case v.change != nil && v.change.from.hash == sent.hash:
		return v.change.delta()
	}
	return newDelta(sent, v.version)
}

type editMessage struct {
	Kind   string `json:"kind"` // edit
	Number int    `json:"number"`
	Page   string `json:"page"` // path in the tree
	Anchor string `json:"anchor"`
}

func (e *edit) message() []byte {
	return line(editMessage{Kind: "edit", Number: e.number, Page: e.Page, Anchor: e.Anchor})
}

// line returns plain data of this package as a line of JSON.
func line(v any) []byte {
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	lines.SetEscapeHTML(false) // no page holds it
	if err := lines.Encode(v); err != nil {
		panic(err) // strings and numbers always marshal
	}
	return b.Bytes()
}
