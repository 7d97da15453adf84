package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Printer says a List to people: where, what, the line with a caret, and
// what would mend it.
type Printer struct {
	Say    func(Message) string                       // the text of a message in the reader's language
	Source func(file string) (text []byte, err error) // of the frames; nil prints none
	Color  bool
}

// What stands before the parts of a diagnostic, for Say: "error: ".
var (
	severityLabels = [...]Message{Error: {Key: "label.error"}, Warning: {Key: "label.warning"}}
	hintLabel      = Message{Key: "label.hint"}
)

// Print writes the list in its order. The error is the writer's.
func (p *Printer) Print(w io.Writer, list List) error {
	var out bytes.Buffer
	lines := sourceLines{read: p.Source}
	for _, d := range list {
		p.diagnostic(&out, d, lines.of(d.Pos))
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (p *Printer) diagnostic(out *bytes.Buffer, d Diagnostic, line string) {
	colour := [...]string{Error: red, Warning: yellow}[d.Severity]
	place := fmt.Sprintf("%s:%d:%d:", visible(d.Pos.File), d.Pos.Line, d.Pos.Col)
	fmt.Fprintf(out, "%s %s%s\n", p.paint(bold, place),
		p.paint(colour, p.Say(severityLabels[d.Severity])), p.paint(bold, visible(p.Say(d.Message))))
	if text, caret, ok := frame(line, d.Pos.Col); ok {
		fmt.Fprintf(out, "    %s\n    %s%s\n", text, strings.Repeat(" ", caret), p.paint(colour, "^"))
	}
	if !d.Hint.IsZero() {
		fmt.Fprintf(out, "    %s%s\n", p.paint(cyan, p.Say(hintLabel)), visible(p.Say(d.Hint)))
	}
}

// Codes of ANSI terminals.
const (
	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	cyan   = "\x1b[36m"
	bold   = "\x1b[1m"
	plain  = "\x1b[0m"
)

func (p *Printer) paint(colour, text string) string {
	if !p.Color {
		return text
	}
	return colour + text + plain
}

// visible replaces what a terminal would obey instead of showing it: content
// must not move the cursor, nor turn the direction of the text.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return utf8.RuneError
		}
		return r
	}, s)
}

// sourceLines finds lines of files; it keeps the last file, because a sorted
// list tells all of one file before the next.
type sourceLines struct {
	read  func(file string) ([]byte, error)
	file  string
	lines [][]byte
}

// of returns the line at the place, "" where there is none.
func (s *sourceLines) of(at Pos) string {
	if s.read == nil {
		return ""
	}
	if s.file != at.File {
		s.file, s.lines = at.File, nil
		if text, err := s.read(at.File); err == nil {
			s.lines = bytes.Split(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\n"))
		}
	}
	if at.Line < 1 || at.Line > len(s.lines) {
		return ""
	}
	return string(bytes.TrimSuffix(s.lines[at.Line-1], []byte("\r")))
}
