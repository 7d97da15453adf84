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
	severityLabels = [...]Message{Error: {Key: "label.error"}, Warning: {Key: "label.warning"}, Note: {Key: "label.note"}}
	hintLabel      = Message{Key: "label.hint"}
)

// Print writes the list in its order. The error is the writer's.
func (p *Printer) Print(w io.Writer, list List) error {
	var out bytes.Buffer
	frames := NewFrames(p.Source)
	for _, d := range list {
		p.diagnostic(&out, d, frames)
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (p *Printer) diagnostic(out *bytes.Buffer, d Diagnostic, frames *Frames) {
	colour := [...]string{Error: red, Warning: yellow, Note: cyan}[d.Severity]
	place := fmt.Sprintf("%s:%d:%d:", visible(d.Pos.File), d.Pos.Line, d.Pos.Col)
	fmt.Fprintf(out, "%s %s%s\n", p.paint(bold, place),
		p.paint(colour, p.Say(severityLabels[d.Severity])), p.paint(bold, visible(p.Say(d.Message))))
	if f, ok := frames.At(d.Pos); ok {
		fmt.Fprintf(out, "    %s\n    %s%s\n", f.Text, strings.Repeat(" ", f.Columns), p.paint(colour, "^"))
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
