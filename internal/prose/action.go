package prose

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"reviewfolio/internal/model"
)

// actions reads the box of - [ ] text @owner due:2026-12-15 {#id} and takes the
// tags off the end of the item's text before anything else reads them.
type actions struct{}

// action is the box in the tree, with the tags of its item as written.
type action struct {
	ast.BaseInline
	done  bool
	tags  []tag // after the text, in the order written
	early []tag // in the text, where they say nothing
}

// A tag is @owner, due:date or {#id}.
type tag struct {
	at   int
	word []byte
}

var kindAction = ast.NewNodeKind("Action")

func (*action) Kind() ast.NodeKind              { return kindAction }
func (n *action) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func (actions) Trigger() []byte { return []byte{'['} }

func (actions) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() || parent.Kind() == ast.KindHeading {
		return nil
	}
	line, segment := block.PeekLine()
	if !isBox(line) {
		return nil
	}
	n := &action{done: line[1] != ' '}
	n.SetPos(segment.Start)
	lines, source, from := parent.Lines(), block.Source(), segment.Start+boxSize
	n.tags = cutTags(lines, source, from)
	n.early = findTags(lines, source, from)
	// The reader took its measure of the lines before they were cut.
	block.(text.BlockReader).Reset(lines)
	block.Advance(boxSize)
	block.SkipSpaces()
	return n
}

const boxSize = len("[ ]")

func isBox(line []byte) bool {
	if len(line) < boxSize || line[0] != '[' || line[2] != ']' || !bytes.ContainsAny(line[1:2], " xX") {
		return false
	}
	next, _ := utf8.DecodeRune(line[boxSize:])
	return len(line) == boxSize || unicode.IsSpace(next)
}

// cutTags takes the tags off the end of the lines, down to the byte from.
func cutTags(lines *text.Segments, source []byte, from int) []tag {
	var tags []tag
	for {
		last := lines.At(lines.Len() - 1)
		start := max(last.Start, from)
		words := trimSpace(source[start:max(last.Stop, start)])
		if len(words) == 0 && lines.Len() > 1 {
			lines.SetSliced(0, lines.Len()-1)
			continue
		}
		at := lastTag(words)
		if at < 0 {
			last.Stop = start + len(words)
			lines.Set(lines.Len()-1, last)
			slices.Reverse(tags)
			return tags
		}
		tags = append(tags, tag{start + at, words[at:]})
		last.Stop = start + at
		lines.Set(lines.Len()-1, last)
	}
}

// lastTag returns where the tag at the end of words begins, -1 where there is
// none. In due: 2026-12-15 the date belongs to the tag, so that it can be told
// and does not stay in the text.
func lastTag(words []byte) int {
	at := lastWord(words)
	if isTag(words[at:]) {
		return at
	}
	// Chinese text runs up to the @ without a space.
	if i := bytes.LastIndexByte(words[at:], '@'); i > 0 {
		if r, _ := utf8.DecodeLastRune(words[at : at+i]); r >= utf8.RuneSelf && isTag(words[at+i:]) {
			return at + i
		}
	}
	before := trimSpace(words[:at])
	due := lastWord(before)
	if value, ok := dueValue(before[due:]); ok && len(value) == 0 && isDigit(rune(words[at])) {
		return due
	}
	return -1
}

// findTags returns what looks like a tag in the text itself.
func findTags(lines *text.Segments, source []byte, from int) []tag {
	var tags []tag
	for i := range lines.Len() {
		line := lines.At(i)
		start := max(line.Start, from)
		for words := trimSpace(source[start:max(line.Stop, start)]); len(words) > 0; {
			at := lastWord(words)
			word := words[at:]
			owner, named := bytes.CutPrefix(word, []byte("@"))
			if isTag(word) && (!named || model.ValidID(string(owner))) {
				tags = append(tags, tag{start + at, word})
			}
			words = trimSpace(words[:at])
		}
	}
	return tags
}

func trimSpace(words []byte) []byte { return bytes.TrimRightFunc(words, unicode.IsSpace) }

// lastWord returns where the last word begins.
func lastWord(words []byte) int {
	i := bytes.LastIndexFunc(words, unicode.IsSpace)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRune(words[i:])
	return i + size
}

func isTag(word []byte) bool {
	_, due := dueValue(word)
	return due || bytes.HasPrefix(word, []byte("@")) ||
		bytes.HasPrefix(word, []byte("{#")) && bytes.HasSuffix(word, []byte("}"))
}

// dueValue returns what stands behind due: or, written by mistake, due：.
func dueValue(word []byte) (value []byte, ok bool) {
	if value, ok := bytes.CutPrefix(word, []byte("due:")); ok {
		return value, true
	}
	return bytes.CutPrefix(word, []byte("due："))
}
