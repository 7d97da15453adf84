package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown is the one parser, for all files and goroutines: what belongs to a
// file lies in the parser.Context of its parse.
var markdown = dialect(plainHeadings{}, plainParagraphs{})

// dialect returns a parser that asks these two before those that read the same
// in full.
func dialect(heading, paragraph parser.BlockParser) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(headings{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(heading, 590),
			util.Prioritized(headings{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(comments{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(paragraph, 990),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(actions{}, 50),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasis{}, 500),
			util.Prioritized(addresses{}, 600),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(paragraphLimit{seesTables: true}, 50),
			util.Prioritized(linkDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
			util.Prioritized(paragraphLimit{}, 300),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// linkDefinitions looks for [id]: address only where a paragraph begins with a
// bracket: the library makes a reader for every paragraph.
type linkDefinitions struct{ parser.ParagraphTransformer }

func (d linkDefinitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	first := node.Lines().At(0)
	if words := util.TrimLeftSpace(first.Value(reader.Source())); len(words) == 0 || words[0] == '[' {
		d.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// headings takes {#id} off the end of a heading and nothing else in braces, so
// that no writer sets a style or a class.
type headings struct{ parser.BlockParser }

// idAttribute holds the text.Segment of a heading's explicit id.
var idAttribute = []byte("id")

func (h headings) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	h.BlockParser.Close(node, reader, pc)
	lines := node.Lines()
	if node.Parent() == nil || lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	last = last.TrimRightSpace(reader.Source())
	line := reader.Source()[last.Start:last.Stop]
	open := bytes.LastIndex(line, []byte("{#"))
	if open < 0 || line[len(line)-1] != '}' || open > 0 && line[open-1] == '\\' {
		return
	}
	node.SetAttribute(idAttribute, text.NewSegment(last.Start+open+len("{#"), last.Stop-1))
	last.Stop = last.Start + open
	lines.Set(lines.Len()-1, last.TrimRightSpace(reader.Source()))
}

func explicitID(n ast.Node) (text.Segment, bool) {
	v, ok := n.Attribute(idAttribute)
	if !ok {
		return text.Segment{}, false
	}
	return v.(text.Segment), true
}

// comments ends an HTML comment where it ends. CommonMark takes the rest of the
// line with it, which would drop what somebody writes behind a note.
type comments struct{ parser.BlockParser }

var (
	commentOpen  = []byte("<!--")
	commentClose = []byte("-->")
)

func (c comments) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], commentOpen) {
		return c.BlockParser.Open(parent, reader, pc)
	}
	node := ast.NewHTMLBlock(ast.HTMLBlockType2)
	// <!--> is a whole comment too: its dashes open and close it.
	if _, rest, closed := bytes.Cut(line[at+len("<!"):], commentClose); closed {
		if !util.IsBlank(rest) {
			return nil, parser.NoChildren // a paragraph that begins with a comment
		}
		node.ClosureLine = segment
	}
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

func (c comments) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	block := node.(*ast.HTMLBlock)
	if block.HTMLBlockType != ast.HTMLBlockType2 {
		return c.BlockParser.Continue(node, reader, pc)
	}
	if block.HasClosure() {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	i := bytes.Index(line, commentClose)
	if i < 0 {
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	block.ClosureLine = segment
	if end := i + len(commentClose); !util.IsBlank(line[end:]) {
		reader.Advance(end)
	} else {
		reader.AdvanceToEOL()
	}
	return parser.Close
}
