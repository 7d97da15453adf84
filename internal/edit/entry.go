package edit

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
)

// maxWidth is how wide, in columns, a line is made before its entries go on
// lines of their own.
const maxWidth = 100

// linesOf writes new entries of block style.
func (e *editor) linesOf(list []*want, indent int) []string {
	var lines []string
	for _, w := range list {
		head := strings.Repeat(" ", indent) + quoted(w.key) + ":"
		inline, below := e.valueOf(w, false, indent+e.unit())
		if below == nil {
			head += " " + inline
		}
		lines = append(append(lines, head), below...)
	}
	return lines
}

// valueOf writes a new value: in the line of its key, or in lines below it. On
// top every key gets its own line; deeper, values that fit into one share it.
func (e *editor) valueOf(w *want, flow bool, indent int) (inline string, lines []string) {
	switch {
	case w.text != nil:
		return quoted(w.text("")), nil
	case w.isBare():
		return quoted(w.below[0].text("")), nil
	}
	inline = e.flowOf(w)
	width := indent + diag.Width(w.key) + diag.Width(inline)
	if flow || w.bare != "" || len(w.path) > 1 && w.isFlat() && width <= maxWidth {
		return inline, nil
	}
	return "", e.linesOf(w.below, indent)
}

// isFlat reports whether the mapping holds values, or sides of values.
func (w *want) isFlat() bool {
	return !slices.ContainsFunc(w.below, func(c *want) bool { return c.text == nil && c.bare == "" })
}

func (e *editor) flowOf(w *want) string {
	var entries []string
	for _, c := range w.below {
		entries = append(entries, e.flowEntry(c))
	}
	return "{" + strings.Join(entries, ", ") + "}"
}

func (e *editor) flowEntry(w *want) string {
	inline, _ := e.valueOf(w, true, 0)
	return quoted(w.key) + ": " + inline
}

// plainText is what YAML takes without quotes, in brackets too: it begins with
// a letter or a digit, and holds nothing that YAML gives a meaning.
var plainText = regexp.MustCompile(`^(?:-?[\pN¥]|[\pL_])[\pL\pN ()（）·/.%_+-]*$`)

// wordsOfYAML are not texts to every reader of YAML.
var wordsOfYAML = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null"}

// quoted writes a text as one value, in quotes where it has to be.
func quoted(s string) string {
	if plainText.MatchString(s) && !strings.HasSuffix(s, " ") && !slices.Contains(wordsOfYAML, strings.ToLower(s)) {
		return s
	}
	return strconv.Quote(s) // its escapes are those of a double-quoted text of YAML
}

// quotedAs writes a text in the quotes that stood there.
func quotedAs(style yaml.Style, s string) string {
	switch {
	case style == yaml.DoubleQuotedStyle:
		return strconv.Quote(s)
	case style == yaml.SingleQuotedStyle && !strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) }):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return quoted(s)
}
