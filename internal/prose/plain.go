package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A plainLine is a heading or a paragraph of one line without markup, as most
// of a report is. The library makes six values of such a paragraph, tries each
// sort of block on it and looks at each byte for inline markup; this is one
// value, made at one look. Whatever could be read otherwise is left to the
// library's parsers, so that the page is the same.
type plainLine struct {
	ast.BaseBlock
	level int // of a heading; 0 of a paragraph
	words text.Segment
}

var kindPlainLine = ast.NewNodeKind("PlainLine")

func (*plainLine) Kind() ast.NodeKind { return kindPlainLine }

// IsRaw tells the library that there is nothing inside to parse.
func (*plainLine) IsRaw() bool { return true }

func (n *plainLine) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// isTight reports whether the line is in a list whose items have no space
// between them.
func (n *plainLine) isTight() bool {
	item, ok := n.Parent().(*ast.ListItem)
	return ok && item.Parent().(*ast.List).IsTight
}

// single is what a block of one line does after it was opened: nothing.
type single struct{}

func (single) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (single) Close(ast.Node, text.Reader, parser.Context)                 {}
func (single) CanAcceptIndentedLine() bool                                 { return false }

// open makes a plainLine of the line from byte at on, nil where it is not plain.
func (single) open(parent ast.Node, reader text.Reader, at, level int) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if segment.Padding > 0 || !isPlain(line[at:]) || inNote(parent) {
		return nil, parser.NoChildren
	}
	words := text.NewSegment(segment.Start+at, segment.Stop)
	words = words.TrimLeftSpace(reader.Source())
	words = words.TrimRightSpace(reader.Source())
	if words.IsEmpty() {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &plainLine{level: level, words: words}, parser.NoChildren
}

type plainParagraphs struct{ single }

func (plainParagraphs) Trigger() []byte             { return nil }
func (plainParagraphs) CanInterruptParagraph() bool { return false }

func (p plainParagraphs) Open(parent ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	_, segment := reader.PeekLine()
	if !endsBefore(reader.Source()[segment.Stop:]) {
		return nil, parser.NoChildren
	}
	return p.open(parent, reader, 0, 0)
}

type plainHeadings struct{ single }

func (plainHeadings) Trigger() []byte             { return []byte{'#'} }
func (plainHeadings) CanInterruptParagraph() bool { return true }

func (h plainHeadings) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	at, level := pc.BlockOffset(), 0
	if at < 0 {
		return nil, parser.NoChildren
	}
	for at+level < len(line) && line[at+level] == '#' {
		level++
	}
	rest := line[at+level:]
	// A sign behind the words would close the heading or be its id.
	if level > 6 || len(rest) == 0 || rest[0] != ' ' || bytes.IndexByte(rest, '#') >= 0 {
		return nil, parser.NoChildren
	}
	return h.open(parent, reader, at+level, level)
}

// inNote reports whether a block is in a footnote: the library moves footnotes
// about, and writes the way back from one into its paragraph.
func inNote(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == east.KindFootnote {
			return true
		}
	}
	return false
}

// A byte is markup where an inline parser or an escape begins with it.
var markup = func() (t [256]bool) {
	for _, c := range []byte("*_~[]`<&\\@:.") {
		t[c] = true
	}
	return t
}()

// isPlain reports whether a line says what is written and nothing else.
func isPlain(line []byte) bool {
	for i, c := range line {
		if !markup[c] {
			continue
		}
		switch {
		case c == ':' && !bytes.HasPrefix(line[i:], []byte("://")):
		case c == '.' && !bytes.HasSuffix(line[:i], []byte("www")):
		default:
			return false
		}
	}
	return true
}

// endsBefore reports whether a paragraph surely ends before the lines of rest:
// at a blank one, or at the next point of a list.
func endsBefore(rest []byte) bool {
	i := 0
	for i < len(rest) && rest[i] == ' ' {
		i++
	}
	switch {
	case i == len(rest) || rest[i] == '\n':
		return true
	case i > 3 || rest[i] != '-' && rest[i] != '*' && rest[i] != '+':
		return false
	}
	return i+2 < len(rest) && rest[i+1] == ' ' && rest[i+2] > ' '
}
