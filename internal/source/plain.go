package source

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A plain reads one text after the other; it is at a line of one.
type plain struct {
	text     string
	rest     int    // offset of the line after this one
	line     string // without the spaces at its end
	n        int    // number of the line, from 1
	indent   int    // spaces before its text
	done     bool   // there is no line left
	declined bool

	nodes []yaml.Node // of this text and, with their memory, of those before
	used  int         // of the nodes, by this text
	last  struct{ line, at, col int }
}

// read reads the YAML that nearly all front matter is written in, ten
// times as fast as the library, which takes a third of the time a report
// costs: block mappings and lists, flow style within a line, plain and simply
// quoted texts. It gives the nodes that the library gives, without tags and
// comments, or it declines, whenever something is not plain: then ok is false
// and the library reads the text, and tells what is wrong with it. The nodes
// are good until the next text is read.
func (p *plain) read(text []byte) (root *yaml.Node, ok bool) {
	if !isPlain(text) {
		return nil, false
	}
	*p = plain{text: string(text), nodes: p.nodes}
	p.next()
	if p.done || p.indent != 0 {
		return nil, false
	}
	root = p.block(0, 0)
	return root, !p.declined && p.done
}

// isPlain reports whether a text is free of what is never read here:
// comments, tabs and other control characters, documents.
func isPlain(text []byte) bool {
	column := 0
	for i, c := range text {
		column++
		switch {
		case c == '\n':
			column = 0
		case c < ' ' || c == 0x7f || c == '#' || c == '\\', c >= 0xc2 && isOdd(text[i:]):
			return false
		case column == 3 && (string(text[i-2:i+1]) == "---" || string(text[i-2:i+1]) == "..."), column > maxPlainLine:
			return false
		}
	}
	return true
}

// isOdd reports whether UTF-8 begins with a control character, a line or
// paragraph separator, a byte order mark or no character.
func isOdd(text []byte) bool {
	switch text[0] {
	case 0xc2:
		return text[1] < 0xa0
	case 0xe2:
		return text[1] == 0x80 && (text[2] == 0xa8 || text[2] == 0xa9)
	case 0xef:
		return text[1] == 0xbb && text[2] == 0xbf || text[1] == 0xbf && text[2] >= 0xbe
	}
	return false
}

// maxPlainLine keeps keys below the 1,024 characters that YAML allows them.
const maxPlainLine = 1000

// next goes to the next line that is not blank.
func (p *plain) next() {
	for p.rest < len(p.text) {
		line, _, _ := strings.Cut(p.text[p.rest:], "\n")
		p.rest += len(line) + 1
		p.n++
		p.line = strings.TrimRight(line, " ")
		p.indent = len(p.line) - len(strings.TrimLeft(p.line, " "))
		if p.line != "" {
			return
		}
	}
	p.done = true
}

func (p *plain) decline() *yaml.Node {
	p.declined = true
	return p.node(yaml.ScalarNode, 0, "")
}

// node makes the node that begins at byte at of this line.
func (p *plain) node(kind yaml.Kind, at int, value string) *yaml.Node {
	if p.used == len(p.nodes) {
		p.nodes, p.used = make([]yaml.Node, max(32, 2*len(p.nodes))), 0
	}
	n := &p.nodes[p.used]
	p.used++
	from, col := 0, 1
	if p.last.line == p.n && p.last.at <= at {
		from, col = p.last.at, p.last.col
	}
	at = min(at, len(p.line))
	col += utf8.RuneCountInString(p.line[from:at])
	p.last.line, p.last.at, p.last.col = p.n, at, col
	*n = yaml.Node{Kind: kind, Value: value, Content: n.Content[:0], Line: p.n, Column: col}
	return n
}

// block reads the list or the mapping whose first entry begins at byte at of
// this line, and goes to the line after it.
func (p *plain) block(at, depth int) *yaml.Node {
	if depth > maxDepth {
		return p.decline()
	}
	isList := isDash(p.line[at:])
	n := p.node(yaml.MappingNode, at, "")
	if isList {
		n.Kind = yaml.SequenceNode
	}
	for first := true; !p.declined && !p.done; first = false {
		if !first && (p.indent < at || isList && p.indent == at && !isDash(p.line[at:])) {
			break
		}
		switch {
		case !first && p.indent != at || isDash(p.line[at:]) != isList:
			return p.decline()
		case isList:
			p.item(n, at, depth)
		default:
			p.pair(n, at, depth)
		}
	}
	return n
}

func isDash(s string) bool { return strings.HasPrefix(s, "- ") || s == "-" }

// item reads one entry of a list, whose dash is at byte dash.
func (p *plain) item(list *yaml.Node, dash, depth int) {
	at := dash + 1
	for at < len(p.line) && p.line[at] == ' ' {
		at++
	}
	switch {
	case at == len(p.line), isDash(p.line[at:]):
		p.decline()
	case keyLength(p.line[at:]) > 0:
		list.Content = append(list.Content, p.block(at, depth+1))
	default:
		list.Content = append(list.Content, p.inline(at, dash, depth))
	}
}

// pair reads one key of a mapping at byte at, and its value.
func (p *plain) pair(mapping *yaml.Node, at, depth int) {
	length := keyLength(p.line[at:])
	if length == 0 {
		p.decline()
		return
	}
	key := p.node(yaml.ScalarNode, at, p.line[at:at+length])
	value := at + length + 1
	for value < len(p.line) && p.line[value] == ' ' {
		value++
	}
	mapping.Content = append(mapping.Content, key)
	if value < len(p.line) {
		mapping.Content = append(mapping.Content, p.inline(value, at, depth))
		return
	}
	empty := p.node(yaml.ScalarNode, value, "")
	p.next()
	if !p.done && (p.indent > at || p.indent == at && isDash(p.line[at:])) {
		mapping.Content = append(mapping.Content, p.block(p.indent, depth+1))
		return
	}
	mapping.Content = append(mapping.Content, empty)
}

// keyLength returns the length of the key that s begins with, 0 where it
// begins with none that is plain.
func keyLength(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == ':' && (i+1 == len(s) || s[i+1] == ' '):
			return i
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= utf8.RuneSelf:
		case c == '-' && i > 0:
		default:
			return 0
		}
	}
	return 0
}

// inline reads a value that ends with its line. A deeper line below it would
// be its continuation.
func (p *plain) inline(at, indent, depth int) *yaml.Node {
	n, end := p.value(at, false, depth+1)
	if end != len(p.line) {
		return p.decline()
	}
	if p.next(); !p.done && p.indent > indent {
		return p.decline()
	}
	return n
}

// value reads the value at byte at and returns where it ends.
func (p *plain) value(at int, inFlow bool, depth int) (n *yaml.Node, end int) {
	switch c := p.line[at]; {
	case depth > maxDepth:
		return p.decline(), at
	case c == '{' || c == '[':
		return p.flow(at, depth)
	case c == '"' || c == '\'':
		return p.quoted(at)
	}
	end = at + scalarLength(p.line[at:], inFlow)
	if end == at {
		return p.decline(), at
	}
	return p.node(yaml.ScalarNode, at, strings.TrimRight(p.line[at:end], " ")), end
}

// quoted reads a text in quotes, without the quote itself in it.
func (p *plain) quoted(at int) (n *yaml.Node, end int) {
	quote := p.line[at]
	length := strings.IndexByte(p.line[at+1:], quote)
	end = at + length + 2
	if length < 0 || end < len(p.line) && p.line[end] == quote {
		return p.decline(), at
	}
	n = p.node(yaml.ScalarNode, at, p.line[at+1:end-1])
	n.Style = yaml.DoubleQuotedStyle
	if quote == '\'' {
		n.Style = yaml.SingleQuotedStyle
	}
	return n, end
}

// scalarLength returns the length of the plain text that s begins with, with
// the spaces behind it, 0 where it begins with none.
func scalarLength(s string, inFlow bool) int {
	if strings.IndexByte("?:,[]{}&*!|>'\"%@`<=", s[0]) >= 0 || isDash(s) || inFlow && s[0] == '-' && len(s) > 1 && strings.IndexByte(",[]{}", s[1]) >= 0 {
		return 0
	}
	for i := range len(s) {
		switch s[i] {
		case ':':
			if inFlow || i+1 == len(s) || s[i+1] == ' ' {
				return 0
			}
		case '{', '[', '?':
			if inFlow {
				return 0
			}
		case ',', '}', ']':
			if inFlow {
				return i
			}
		}
	}
	if inFlow {
		return 0 // it goes on in the next line
	}
	return len(s)
}

// flow reads a mapping or a list of flow style, within this line.
func (p *plain) flow(at, depth int) (n *yaml.Node, end int) {
	closing := byte('}')
	n = p.node(yaml.MappingNode, at, "")
	if p.line[at] == '[' {
		closing, n.Kind = ']', yaml.SequenceNode
	}
	n.Style = yaml.FlowStyle
	at = p.spaces(at + 1)
	if p.at(at) == closing {
		return n, at + 1
	}
	for !p.declined {
		if closing == '}' {
			length := keyLength(p.line[min(at, len(p.line)):])
			if length == 0 {
				return p.decline(), at
			}
			n.Content = append(n.Content, p.node(yaml.ScalarNode, at, p.line[at:at+length]))
			at = p.spaces(at + length + 1)
		}
		var item *yaml.Node
		switch c := p.at(at); {
		case c == 0:
			return p.decline(), at
		case closing == '}' && (c == ',' || c == '}'):
			item = p.node(yaml.ScalarNode, at, "")
		default:
			item, at = p.value(at, true, depth+1)
		}
		n.Content = append(n.Content, item)
		at = p.spaces(at)
		switch p.at(at) {
		case closing:
			return n, at + 1
		case ',':
			at = p.spaces(at + 1)
		default:
			return p.decline(), at
		}
	}
	return n, at
}

// at returns the byte at i of this line, 0 behind its end.
func (p *plain) at(i int) byte {
	if i >= len(p.line) {
		return 0
	}
	return p.line[i]
}

func (p *plain) spaces(i int) int {
	for p.at(i) == ' ' {
		i++
	}
	return i
}
