package edit

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"
)

// span returns the bytes of a scalar that is not empty. ok is false where it is
// written over several lines without quotes.
func (d *document) span(n *yaml.Node, flow bool) (start, end int, ok bool) {
	start = d.offset(n)
	switch n.Style {
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		end = d.quoteEnd(start)
		return start, end, end > start
	case 0:
		if !bytes.HasPrefix(d.yaml[start:], []byte(n.Value)) {
			return start, start, false
		}
		end = start + len(n.Value)
		return start, end, flow || d.isRest(end)
	}
	return start, start, false
}

// quoteEnd returns the place behind the quote that closes the one at start,
// start itself where none does.
func (d *document) quoteEnd(start int) int {
	if start >= len(d.yaml) {
		return start
	}
	quote := d.yaml[start]
	for i := start + 1; i < len(d.yaml); i++ {
		switch c := d.yaml[i]; {
		case c == '\\' && quote == '"':
			i++
		case c == quote && quote == '\'' && i+1 < len(d.yaml) && d.yaml[i+1] == quote:
			i++
		case c == quote:
			return i + 1
		}
	}
	return start
}

// keyEnd returns where the text of a key ends.
func (d *document) keyEnd(key *yaml.Node) int {
	start := d.offset(key)
	if key.Style == 0 {
		return min(start+len(key.Value), len(d.yaml))
	}
	return d.quoteEnd(start)
}

// slot returns where the value of a key without one goes, and what has to
// stand between.
func (d *document) slot(key *yaml.Node, flow bool) (at int, before string, ok bool) {
	end := d.keyEnd(key)
	i := end
	for i < len(d.yaml) && (d.yaml[i] == ' ' || d.yaml[i] == '\t') {
		i++
	}
	if i == len(d.yaml) || d.yaml[i] != ':' {
		return end, ": ", flow
	}
	i++
	if rest := d.yaml[i:]; len(rest) > 0 && rest[0] == ' ' && (len(rest) == 1 || rest[1] != '#') {
		return i + 1, "", true
	}
	return i, " ", true
}

// valueEnd returns where an entry of flow style ends.
func (d *document) valueEnd(key, value *yaml.Node) int {
	start := d.offset(value)
	switch {
	case value.Kind == yaml.ScalarNode && value.Value == "" && value.Style == 0:
		at, _, _ := d.slot(key, true)
		return at
	case value.Kind == yaml.MappingNode, value.Kind == yaml.SequenceNode:
		return d.bracketEnd(start)
	}
	if _, end, ok := d.span(value, true); ok {
		return end
	}
	return d.plainEnd(start)
}

// bracketEnd returns the place behind the bracket that closes the one at start.
func (d *document) bracketEnd(start int) int {
	depth, fresh := 0, true
	for i := start; i < len(d.yaml); i++ {
		switch c := d.yaml[i]; {
		case c == '{' || c == '[':
			depth++
			fresh = true
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1
			}
			fresh = false
		case c == ',':
			fresh = true
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		case c == '#' && isSpace(d.yaml[i-1]):
			i = d.lineEnd(i)
		case c == ':' && (isSpace(d.byteAt(i+1)) || !fresh && isQuoteOrBracket(d.yaml[i-1])):
			fresh = true
		case (c == '"' || c == '\'') && fresh:
			i = max(i, d.quoteEnd(i)-1)
			fresh = false
		default:
			fresh = false
		}
	}
	return start
}

func isSpace(c byte) bool { return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isQuoteOrBracket(c byte) bool { return strings.IndexByte("\"'}]", c) >= 0 }

func (d *document) byteAt(i int) byte {
	if i >= len(d.yaml) {
		return 0
	}
	return d.yaml[i]
}

// plainEnd returns where a text of flow style without quotes ends.
func (d *document) plainEnd(start int) int {
	end := start
	for i := start; i < len(d.yaml); i++ {
		c := d.yaml[i]
		if strings.IndexByte(",]}", c) >= 0 || c == '#' && isSpace(d.yaml[i-1]) {
			break
		}
		if !isSpace(c) {
			end = i + 1
		}
	}
	return end
}

// lastByte returns a place in the last line of an entry of block style. key is
// nil of a list's item; indent is the column of the key, or of the dash.
func (d *document) lastByte(key, value *yaml.Node, indent int) int {
	block := value.Style&yaml.FlowStyle == 0 && len(value.Content) > 0
	start := d.offset(value)
	switch {
	case value.Kind == yaml.MappingNode && block:
		last := len(value.Content) - 2
		return d.lastByte(value.Content[last], value.Content[last+1], value.Column)
	case value.Kind == yaml.SequenceNode && block:
		return d.lastByte(nil, value.Content[len(value.Content)-1], value.Column)
	case value.Kind == yaml.MappingNode, value.Kind == yaml.SequenceNode:
		return d.bracketEnd(start) - 1
	case value.Value == "" && value.Style == 0 && value.Anchor == "":
		if key != nil {
			return d.keyEnd(key)
		}
		return start
	}
	if _, end, ok := d.span(value, false); ok {
		return end - 1
	}
	return d.deeper(start, indent)
}

// deeper returns a place in the last of the lines after byte at that are
// indented deeper than a column, as those of a text over several lines are.
func (d *document) deeper(at, column int) int {
	last := at
	for next := d.nextLine(at); next < len(d.yaml); next = d.nextLine(next) {
		line := d.yaml[next:d.lineEnd(next)]
		text := bytes.TrimLeft(line, " ")
		switch {
		case len(bytes.TrimSpace(text)) == 0:
		case len(line)-len(text) < column:
			return last
		default:
			last = next
		}
	}
	return last
}
