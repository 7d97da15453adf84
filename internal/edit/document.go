package edit

import (
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
)

// A document is the YAML of a file with the places of all that stands in it.
type document struct {
	file    string
	yaml    []byte
	base    int   // offset of the YAML in the file
	above   int   // lines of the file before it
	lines   []int // offsets of the lines of the YAML
	newline string
	root    *yaml.Node // nil where nothing is written but comments
}

// open reads the YAML of a file. ok is false where there is none that can be
// changed, which is told.
func open(file string, src []byte, faults *diag.List) (d document, ok bool) {
	d = document{file: file, newline: "\n"}
	if !d.cut(src, faults) {
		return d, false
	}
	for _, c := range []string{"\u0085", "\u2028", "\u2029"} {
		if bytes.Contains(d.yaml, []byte(c)) {
			faults.Error(diag.Whole(file), "control-character")
			return d, false
		}
	}
	d.lines = []int{0}
	for i, c := range d.yaml {
		if c == '\n' {
			d.lines = append(d.lines, i+1)
		}
		if c == '\r' && !bytes.HasPrefix(d.yaml[i:], []byte("\r\n")) {
			faults.Error(diag.Whole(file), "control-character")
			return d, false
		}
	}
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		d.newline = "\r\n"
	}
	root, err := parse(d.yaml)
	if err != nil {
		faults.Error(diag.Whole(file), "yaml-syntax")
		return d, false
	}
	d.root = root
	return d, true
}

// cut finds the YAML of the file.
func (d *document) cut(src []byte, faults *diag.List) bool {
	at := len(src) - len(bytes.TrimPrefix(src, []byte("\ufeff")))
	if ext := path.Ext(d.file); ext == ".yaml" || ext == ".yml" {
		d.base, d.yaml = at, src[at:]
		return true
	}
	begun := false
	for at < len(src) {
		next := at + lineLength(src[at:])
		line := bytes.TrimSpace(src[at:next])
		isFence := string(line) == "---"
		switch {
		case begun && isFence && src[at] != '-':
			faults.Error(diag.Whole(d.file), "indented-fence").WithHint("hint-indented-fence")
			return false
		case begun && isFence:
			d.yaml = src[d.base:at]
			return true
		case isFence:
			begun, d.base = true, next
			d.above++
		case begun:
		case len(line) == 0:
			d.above++
		default:
			at = len(src)
		}
		at = max(at, next)
	}
	if begun {
		faults.Error(diag.Whole(d.file), "unclosed-front-matter").WithHint("hint-close-front-matter")
	} else {
		faults.Error(diag.Whole(d.file), "no-front-matter").WithHint("hint-front-matter")
	}
	return false
}

func lineLength(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}

// parse reads one YAML document; nil where it is empty. That another one
// follows is an error.
func parse(text []byte) (*yaml.Node, error) {
	var doc, more yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	if err := decoder.Decode(&doc); err != nil && err != io.EOF {
		return nil, err
	}
	if err := decoder.Decode(&more); err != io.EOF {
		return nil, errMore
	}
	if len(doc.Content) == 0 || isEmpty(doc.Content[0]) && doc.Content[0].Value == "" {
		return nil, nil
	}
	return doc.Content[0], nil
}

var errMore = errors.New("text follows the YAML")

// isEmpty reports whether a value was left empty.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Anchor == "" && (n.Value == "" || n.Value == "~" || n.Value == "null")
}

func (d *document) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: d.file, Line: n.Line + d.above, Col: n.Column}
}

// keyPath is how messages name a value; what stands on top they name by the
// file.
func keyPath(keys []string, file string) string {
	if len(keys) == 0 {
		return path.Base(file)
	}
	return strings.Join(keys, ".")
}

// offset returns where a node begins.
func (d *document) offset(n *yaml.Node) int {
	at := d.lines[min(n.Line, len(d.lines))-1]
	for range n.Column - 1 {
		if at == len(d.yaml) {
			break
		}
		_, size := utf8.DecodeRune(d.yaml[at:])
		at += size
	}
	return at
}

// nextLine returns where the line after that of byte at begins.
func (d *document) nextLine(at int) int { return at + lineLength(d.yaml[at:]) }

// lineEnd returns where the line of byte at ends, before its line break.
func (d *document) lineEnd(at int) int {
	end := d.nextLine(at)
	return at + len(bytes.TrimRight(d.yaml[at:end], "\r\n"))
}

// lineStart returns where the line of byte at begins.
func (d *document) lineStart(at int) int { return bytes.LastIndexByte(d.yaml[:at], '\n') + 1 }

// isOnlySpace reports whether nothing but space stands between two places.
func (d *document) isOnlySpace(from, to int) bool {
	return len(bytes.Trim(d.yaml[from:to], " \t")) == 0
}

// isRest reports whether nothing of the YAML follows in the line of byte at.
func (d *document) isRest(at int) bool {
	end := d.lineEnd(at)
	rest := bytes.TrimLeft(d.yaml[at:end], " \t")
	return len(rest) == 0 || rest[0] == '#' && len(rest) < end-at
}

// unit is how many spaces the file indents by: those of its first block inside
// another, else 2.
func (d *document) unit() int {
	if d.root == nil || d.root.Style&yaml.FlowStyle != 0 {
		return 2
	}
	for i := 1; i < len(d.root.Content); i += 2 {
		if n := d.root.Content[i]; n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 {
			return max(1, n.Column-d.root.Column)
		}
	}
	return 2
}
