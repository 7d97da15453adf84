package prose

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// addresses links the bare addresses of GFM: https://…, www.… and a@b.cn. It
// looks back from the sign in their middle, so that an address needs no space
// before it (官网https://a.cn), and it goes on through a Chinese path but stops
// at Chinese prose (https://a.cn/下载/报告.pdf，见附件).
type addresses struct{}

func (addresses) Trigger() []byte { return []byte{':', '.', '@'} }

func (addresses) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	last, ok := parent.LastChild().(*ast.Text)
	if !ok || last.Segment.Stop != segment.Start || pc.IsInLinkLabel() {
		return nil
	}
	before := block.Source()[last.Segment.Start:last.Segment.Stop]
	var back, ahead int // how far the address reaches to both sides of the sign
	var protocol []byte
	kind := ast.AutoLinkURL
	switch line[0] {
	case ':':
		back, ahead = urlAround(before, line)
	case '.':
		if back, ahead = wwwAround(before, line); back > 0 {
			protocol = []byte("http")
		}
	case '@':
		if ahead = domainLength(line[1:]); ahead > 0 {
			kind = ast.AutoLinkEmail
			ahead++
			last = joinUnderscores(last, block.Source(), pc)
			back = localLength(block.Source()[last.Segment.Start:last.Segment.Stop])
		}
	}
	if back == 0 || ahead == 0 {
		return nil
	}
	start := segment.Start - back
	last.Segment.Stop = start
	if last.Segment.IsEmpty() {
		parent.RemoveChild(parent, last)
	}
	block.Advance(ahead)
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, segment.Start+ahead)))
	link.Protocol = protocol
	link.SetPos(start)
	return link
}

var schemesAhead = [][]byte{[]byte("https"), []byte("http")}

func urlAround(before, line []byte) (back, ahead int) {
	if !bytes.HasPrefix(line, []byte("://")) {
		return 0, 0
	}
	for _, scheme := range schemesAhead {
		if ending(before, scheme) {
			rest := line[len("://"):]
			host := hostLength(rest)
			if host == 0 {
				return 0, 0
			}
			return len(scheme), len("://") + host + pathLength(rest[host:])
		}
	}
	return 0, 0
}

func wwwAround(before, line []byte) (back, ahead int) {
	www := []byte("www")
	if !ending(before, www) {
		return 0, 0
	}
	host := hostLength(line[1:])
	if bytes.IndexByte(line[1:1+host], '.') < 0 {
		return 0, 0
	}
	return len(www), 1 + host + pathLength(line[1+host:])
}

// ending reports whether the text ends with the word, as a word.
func ending(before, word []byte) bool {
	rest, ok := bytes.CutSuffix(before, word)
	return ok && (len(rest) == 0 || !util.IsAlphaNumeric(rest[len(rest)-1]))
}

// hostLength counts the bytes of a host, with its port, at the start of b.
func hostLength(b []byte) int {
	n := 0
	for n < len(b) && (util.IsAlphaNumeric(b[n]) || b[n] == '-' || b[n] == '.') {
		n++
	}
	for n > 0 && !util.IsAlphaNumeric(b[n-1]) {
		n--
	}
	if n > 0 && n+1 < len(b) && b[n] == ':' && util.IsNumeric(b[n+1]) {
		for n++; n < len(b) && util.IsNumeric(b[n]); n++ {
		}
	}
	return n
}

// pathLength counts the bytes of path, query and fragment at the start of b,
// without the punctuation of the sentence at its end.
func pathLength(b []byte) int {
	if len(b) == 0 || b[0] != '/' && b[0] != '?' && b[0] != '#' {
		return 0
	}
	n, open := 0, 0
	for n < len(b) {
		size := addressRune(b, n)
		if size == 0 || b[n] == ')' && open == 0 {
			break
		}
		switch b[n] {
		case '(':
			open++
		case ')':
			open--
		}
		n += size
	}
	return len(bytes.TrimRight(b[:n], "?!.,:;'(_~*"))
}

// addressRune returns the size of the character at n if it belongs to an
// address, else 0. A character outside ASCII does where it begins a part of
// the path or follows another such character.
func addressRune(b []byte, n int) int {
	if c := b[n]; c < utf8.RuneSelf {
		if util.IsAlphaNumeric(c) || bytes.IndexByte([]byte("-._~:/?#@!$&'()+,;=%"), c) >= 0 {
			return 1
		}
		return 0
	}
	if prev := b[n-1]; prev < utf8.RuneSelf && bytes.IndexByte([]byte("/?#=&-_.%+~"), prev) < 0 {
		return 0
	}
	r, size := utf8.DecodeRune(b[n:])
	if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
		return 0
	}
	return size
}

// domainLength counts the bytes of a mail domain at the start of b; 0 where it
// has no dot.
func domainLength(b []byte) int {
	n := 0
	for n < len(b) && (util.IsAlphaNumeric(b[n]) || b[n] == '-' || b[n] == '.') {
		n++
	}
	for n > 0 && b[n-1] == '.' {
		n--
	}
	if n == 0 || b[0] == '.' || b[n-1] == '-' || bytes.IndexByte(b[:n], '.') < 0 {
		return 0
	}
	return n
}

// localLength counts the bytes of a mail name at the end of b.
func localLength(b []byte) int {
	n := 0
	for n < len(b) {
		c := b[len(b)-1-n]
		if !util.IsAlphaNumeric(c) && c != '.' && c != '-' && c != '_' && c != '+' {
			break
		}
		n++
	}
	return n
}

// joinUnderscores gives the text before it the underscores that were taken for
// emphasis: zhang_wei@a.cn.
func joinUnderscores(last *ast.Text, source []byte, pc parser.Context) *ast.Text {
	for {
		d, ok := last.PreviousSibling().(*parser.Delimiter)
		if !ok || d.Char != '_' || localLength(source[last.Segment.Start:last.Segment.Stop]) < last.Segment.Len() {
			return last
		}
		pc.RemoveDelimiter(d)
		before, ok := last.PreviousSibling().(*ast.Text)
		if !ok || before.Segment.Stop != last.Segment.Start {
			return last
		}
		before.Segment.Stop = last.Segment.Stop
		last.Parent().RemoveChild(last.Parent(), last)
		last = before
	}
}
