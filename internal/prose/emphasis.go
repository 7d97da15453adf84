package prose

import (
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasis reads *, _ and ~~. It differs from CommonMark and GFM in three ways:
// Chinese punctuation does not stop bold from opening or closing beside it
// (这是**重点。**后文), one tilde is the tilde of 20~30 万, and an asterisk
// between two digits is a multiplication.
type emphasis struct{}

func (emphasis) Trigger() []byte { return []byte{'*', '_', '~'} }

func (emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	after := ' '
	if n < len(line) {
		after = util.ToRune(line, n)
	}
	var d *parser.Delimiter
	switch c := line[0]; {
	case c == '~' && (n != 2 || before == '~'):
		return nil
	case c == '*' && n == 1 && isDigit(before) && isDigit(after):
		return nil
	case c == '_':
		d = parser.ScanDelimiter(line, before, 1, emphasized{})
	case c == '~':
		d = parser.NewDelimiter(opens(before, after), opens(after, before), n, c, deleted{})
	default:
		d = parser.NewDelimiter(opens(before, after), opens(after, before), n, c, emphasized{})
	}
	d.Segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	pc.PushDelimiter(d)
	return d
}

type emphasized struct{}

func (emphasized) IsDelimiter(b byte) bool                   { return b == '*' || b == '_' }
func (emphasized) CanOpenCloser(o, c *parser.Delimiter) bool { return o.Char == c.Char }
func (emphasized) OnMatch(n int) ast.Node                    { return ast.NewEmphasis(n) }

type deleted struct{}

func (deleted) IsDelimiter(b byte) bool                   { return b == '~' }
func (deleted) CanOpenCloser(o, c *parser.Delimiter) bool { return o.Char == c.Char }
func (deleted) OnMatch(int) ast.Node                      { return east.NewStrikethrough() }

// opens reports whether a run of delimiters between the two characters leans
// on the inner one: CommonMark's left-flanking rule, with Chinese and Japanese
// characters, their punctuation included, as letters on the inside and as
// punctuation on the outside. It closes where opens holds the other way round.
func opens(outer, inner rune) bool {
	// What is quickly told comes first: Chinese stands inside nearly always.
	return isCommonHan(inner) || !util.IsSpaceRune(inner) &&
		(isCJK(inner) || isCJK(outer) || !util.IsPunctRune(inner) ||
			util.IsSpaceRune(outer) || util.IsPunctRune(outer))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isCJK reports whether Chinese or Japanese is written with the character
// without spaces around it. Hangul, which has spaces, is not among them.
func isCJK(r rune) bool {
	switch {
	case isCommonHan(r):
		return true
	case r < 0x2014:
		return r == '·'
	case r < 0x2e80: // dashes, quotes, ellipsis: Chinese where they stand beside Chinese
		return r == '—' || r == '‘' || r == '’' || r == '“' || r == '”' || r == '…'
	case r <= 0x33ff: // radicals, 、。《》, kana, bopomofo, ㎡
		return r < 0x3130 || r > 0x318f
	case r >= 0xff01 && r <= 0xffee: // full-width ，：！（）and half-width kana
		return r < 0xffa0 || r > 0xffdc
	case r >= 0xfe10 && r <= 0xfe6f: // vertical and small forms
		return r <= 0xfe1f || r >= 0xfe30
	}
	return unicode.Is(unicode.Han, r)
}

// isCommonHan spares most Chinese characters a look into the tables.
func isCommonHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

// joins reports whether a line break between the two characters leaves nothing
// behind: where either is Chinese, as in CSS Text 3. Between two words of
// another script it is a space.
func joins(before, after rune) bool {
	const zeroWidthSpace = '\u200b'
	return isWide(before) || isWide(after) || isCJK(before) && isCJK(after) ||
		before == zeroWidthSpace || after == zeroWidthSpace
}

// isWide is isCJK without the quotes and dashes that English uses as well.
func isWide(r rune) bool { return r >= 0x2e80 && isCJK(r) }
