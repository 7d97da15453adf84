package source

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
)

const (
	maxFile        = 1 << 20 // bytes
	maxFrontMatter = 64 << 10
)

var byteOrderMark = []byte("\ufeff")

// A front is the front matter of one file.
type front struct {
	file   string
	above  int // lines of the file before the YAML
	faults *diag.List
	plain  *plain
	root   *yaml.Node // nil where it is empty
	given  bool       // there is front matter
	ok     bool       // and it could be read
	body   int        // byte offset of what follows it
}

// fences splits at --- lines and hands over what stands between them.
var fences = frontmatter.NewFormat("---", "---", func(yaml []byte, v any) error {
	f := v.(*front)
	f.root, f.ok = parseYAML(f.plain, f.file, f.above, yaml, f.faults)
	return errBody
})

// errBody stops the splitter, which would go on to copy what is left.
var errBody = errors.New("the body is read elsewhere")

// splitFront reads the front matter of src. What the splitter would pass over
// in silence is a fault: front matter that is not closed, or closed by an
// indented --- inside a text.
func splitFront(m *memory, file string, src []byte, faults *diag.List) front {
	f := front{file: file, faults: faults, plain: &m.plain}
	text := bytes.TrimPrefix(src, byteOrderMark)
	f.body = len(src) - len(text)
	open, ok := nextLine(text, 0)
	for ok && len(open.text) == 0 {
		open, ok = nextLine(text, open.next)
		f.above++
	}
	if !ok || string(open.text) != "---" {
		f.above = 0
		return f
	}
	f.given = true
	f.above++
	end, ok := open, true
	for line := f.above + 1; ; line++ {
		end, ok = nextLine(text, end.next)
		switch {
		case !ok:
			faults.Error(diag.Whole(file), "unclosed-front-matter").WithHint("hint-close-front-matter")
			return f
		case string(end.text) != "---":
			continue
		case end.indent > 0:
			faults.Error(diag.Pos{File: file, Line: line, Col: end.indent + 1}, "indented-fence").WithHint("hint-indented-fence")
			return f
		case end.start-open.next > maxFrontMatter:
			faults.Error(diag.Whole(file), "front-matter-too-large", maxFrontMatter>>10)
			return f
		}
		break
	}
	// The splitter copies all that it is given, so it is given no more than this.
	m.splitter.Reset(bytes.NewReader(text[:end.next]))
	if _, err := frontmatter.Parse(m.splitter, &f, fences); err != errBody {
		panic(err) // a reader of bytes has no errors
	}
	f.body += end.next
	return f
}

// A line is a line of a file without the space around it.
type line struct {
	text        []byte
	start, next int // offsets of this line and the one after it
	indent      int // characters of space before text
}

func nextLine(src []byte, start int) (line, bool) {
	if start >= len(src) {
		return line{}, false
	}
	l := line{start: start, next: len(src)}
	if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
		l.next = start + i + 1
	}
	raw := src[start:l.next]
	l.text = bytes.TrimSpace(raw)
	l.indent = utf8.RuneCount(raw[:len(raw)-len(bytes.TrimLeft(raw, " \t"))])
	return l, true
}

// parseYAML reads one document. root is nil where it is empty; ok is false
// where it is not YAML, which is told as one fault.
func parseYAML(p *plain, file string, above int, text []byte, faults *diag.List) (root *yaml.Node, ok bool) {
	if root, ok := p.read(text); ok {
		return root, true
	}
	if i := deepBracket(text); i >= 0 {
		faults.Error(placeIn(file, above, text, i), "too-deep", maxDepth)
		return nil, false
	}
	if i := oddBreak(text); i >= 0 {
		faults.Error(placeIn(file, above, text, i), "control-character")
		return nil, false
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		findSyntaxFault(file, above, text, err, faults)
		return nil, false
	}
	if pos, ok := secondDocument(text); ok {
		faults.Error(diag.Pos{File: file, Line: above + pos, Col: 1}, "yaml-syntax.document")
		return nil, false
	}
	if len(doc.Content) == 0 || isEmpty(doc.Content[0]) {
		return nil, true
	}
	root = doc.Content[0]
	if root.Style&yaml.FlowStyle != 0 {
		if err := trailing(text); err != nil {
			findSyntaxFault(file, above, text, err, faults)
			return nil, false
		}
	}
	return root, true
}

// trailing returns the error that what follows a document of flow style is:
// the library stops at the last bracket and looks no further.
func trailing(text []byte) error {
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var doc yaml.Node
	for {
		switch err := decoder.Decode(&doc); err {
		case nil:
		case io.EOF:
			return nil
		default:
			return err
		}
	}
}

// secondDocument returns the line where --- or ... ends the document, which
// would hide all that follows.
func secondDocument(text []byte) (line int, ok bool) {
	if !bytes.Contains(text, []byte("\n...")) && !bytes.Contains(text, []byte("\n---")) {
		return 0, false
	}
	begun := false
	for n, l := range bytes.Split(text, []byte("\n")) {
		l = bytes.TrimRight(l, " \t\r")
		marks := bytes.Equal(l, []byte("---")) || bytes.Equal(l, []byte("..."))
		if marks && (begun || l[0] == '.') {
			return n + 1, true
		}
		begun = begun || marks || len(l) > 0 && l[0] != '#'
	}
	return 0, false
}

// placeIn returns the place of byte i of the text.
func placeIn(file string, above int, text []byte, i int) diag.Pos {
	before := text[:i]
	begin := bytes.LastIndexByte(before, '\n') + 1
	return diag.Pos{File: file, Line: above + bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(before[begin:]) + 1}
}

// deepBracket returns where a bracket is nested so deep, even if some of those
// before it are text, that the library should not see it: its time and stack
// grow with the depth. -1 is nowhere.
func deepBracket(text []byte) int {
	depth := 0
	for i, c := range text {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > 10*maxDepth {
			return i
		}
	}
	return -1
}

// oddBreak returns where a character ends a line for YAML and for no editor,
// as a carriage return alone does: all lines after it would be counted wrong.
// -1 is nowhere.
func oddBreak(text []byte) int {
	for _, r := range []string{"\u0085", "\u2028", "\u2029"} {
		if i := bytes.Index(text, []byte(r)); i >= 0 {
			return i
		}
	}
	for i := bytes.IndexByte(text, '\r'); i >= 0 && i < len(text); {
		if i+1 < len(text) && text[i+1] != '\n' {
			return i
		}
		next := bytes.IndexByte(text[i+1:], '\r')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return -1
}
