package edit

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"
)

// insert adds new entries to a mapping.
func (e *editor) insert(n *yaml.Node, path []string, missing []*want) {
	behind := make(map[int][]*want) // by the key that they go behind, -1 is none
	for _, w := range missing {
		at := -1
		for i := 0; i < len(n.Content); i += 2 {
			if e.order(path, n.Content[i].Value, w.key) <= 0 {
				at = i
			}
		}
		behind[at] = append(behind[at], w)
	}
	flow := n.Style&yaml.FlowStyle != 0
	for at := -1; at < len(n.Content); at++ {
		switch list := behind[at]; {
		case list == nil:
		case flow:
			e.insertInFlow(n, at, list)
		default:
			e.insertInBlock(n, at, list, len(path) > 0)
		}
	}
}

// insertInBlock adds lines behind entry at, or before the first. Comments right
// above that are its own where the mapping is inside another.
func (e *editor) insertInBlock(n *yaml.Node, at int, list []*want, inside bool) {
	lines := e.linesOf(list, n.Column-1)
	if at >= 0 {
		e.addLines(e.nextLine(e.lastByte(n.Content[at], n.Content[at+1], n.Column)), lines)
		return
	}
	first := e.offset(n.Content[0])
	start := e.lineStart(first)
	if !e.isOnlySpace(start, first) {
		e.fault(n, "not-editable", list[0].key)
		return
	}
	for inside && start > 0 {
		above := e.lineStart(start - 1)
		if !bytes.HasPrefix(bytes.TrimLeft(e.yaml[above:start], " \t"), []byte("#")) {
			break
		}
		start = above
	}
	e.addLines(start, lines)
}

// addLines inserts whole lines where one begins, or at the end of a text whose
// last line is not ended.
func (e *editor) addLines(at int, lines []string) {
	text := strings.Join(lines, e.newline)
	if at > 0 && e.yaml[at-1] != '\n' {
		e.change(at, at, e.newline+text)
		return
	}
	e.change(at, at, text+e.newline)
}

// insertInFlow adds entries behind entry at, or before the first.
func (e *editor) insertInFlow(n *yaml.Node, at int, list []*want) {
	var texts []string
	for _, w := range list {
		texts = append(texts, e.flowEntry(w))
	}
	between := ", "
	last := len(n.Content) - 2
	if last >= 0 {
		if own, indent := e.ownLine(n, n.Content[last]); own {
			between = "," + e.newline + indent
		}
	}
	text := strings.Join(texts, between)
	switch {
	case last < 0:
		start := e.offset(n) + 1
		e.change(start, start, text)
	case at < 0:
		start := e.offset(n.Content[0])
		e.change(start, start, text+between)
	case between == ", ":
		end := e.valueEnd(n.Content[at], n.Content[at+1])
		e.change(end, end, between+text)
	default:
		e.insertLinesInFlow(e.valueEnd(n.Content[at], n.Content[at+1]), at == last, between, text)
	}
}

// ownLine reports whether a key of flow style begins a line, and with what
// before it.
func (e *editor) ownLine(n, key *yaml.Node) (own bool, indent string) {
	at := e.offset(key)
	start := e.lineStart(at)
	return key.Line > n.Line && e.isOnlySpace(start, at), string(e.yaml[start:at])
}

// insertLinesInFlow adds entries on lines of their own behind one that ends at
// byte end. A comment behind that stays with it.
func (e *editor) insertLinesInFlow(end int, isLast bool, between, text string) {
	comma := end
	for e.byteAt(comma) == ' ' || e.byteAt(comma) == '\t' {
		comma++
	}
	hasComma := e.byteAt(comma) == ','
	if hasComma {
		comma++
	} else {
		comma = end
	}
	lineEnd := e.lineEnd(end)
	switch {
	case hasComma && e.isRest(comma):
		e.change(lineEnd, lineEnd, strings.TrimPrefix(between, ",")+text+",")
	case isLast && !hasComma && e.isRest(end):
		if lineEnd > end {
			e.change(end, end, ",")
			e.change(lineEnd, lineEnd, strings.TrimPrefix(between, ",")+text)
			break
		}
		e.change(end, end, between+text)
	case isLast && !hasComma:
		e.change(end, end, between+text)
	default:
		e.change(end, end, ", "+strings.ReplaceAll(text, between, ", "))
	}
}
