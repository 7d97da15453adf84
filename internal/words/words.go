// Package words is the one catalogue of what the program says: interface words,
// names of built-in metrics and themes, texts of diagnostics, and how numbers
// and dates are written, in Chinese and in English.
//
// In goes a key with arguments, out comes a text. It knows nothing of the
// portfolio: what a page says is decided elsewhere, here only how it is said.
package words

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"unicode"
)

// Lang is a language of the interface.
type Lang uint8

const (
	Chinese Lang = iota // zh-CN
	English             // en
)

// ParseLang reads zh-CN or en.
func ParseLang(s string) (Lang, bool) {
	switch s {
	case "zh-CN":
		return Chinese, true
	case "en":
		return English, true
	}
	return Chinese, false
}

// String returns the language's tag: zh-CN or en.
func (l Lang) String() string {
	if l == English {
		return "en"
	}
	return "zh-CN"
}

// entry is one text in both languages, with fmt verbs for its arguments.
// Explicit indexes (%[2]s) let the languages order them differently. In English,
// {day|days} takes the first form where the count printed just before it is 1.
type entry struct{ zh, en string }

// catalogues are the parts of the one catalogue; a key stands in one of them
// only, which a test holds.
var catalogues = []map[string]entry{
	interfaceWords,
	namesOfThings,
	explanations,
	headlines,
	titles,
	pageWords,
	sourceDiagnostics,
	proseDiagnostics,
	analysisDiagnostics,
	commandWords,
	postingWords,
	previewWords,
	calibrationWords,
	completenessWords,
	reportWords,
	cascadeWords,
	promiseWords,
	whyWords,
	dutyWords,
	usageWords,
	historyWords,
	reviewFindings,
	caseWords,
	startWords,
	importWords,
	sheetWords,
	exportWords,
}

var catalogue = merge(catalogues)

func merge(parts []map[string]entry) map[string]entry {
	all := make(map[string]entry)
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// Has reports whether the catalogue holds the key.
func Has(key string) bool {
	_, ok := catalogue[key]
	return ok
}

// Text returns the text of the key in the language, with the arguments filled
// in. An unknown key is a fault of the program: it shows as itself.
func (l Lang) Text(key string, args ...any) string {
	e, ok := catalogue[key]
	switch {
	case !ok:
		return "{" + key + "}"
	case l == English && len(args) > 0:
		return fill(plural(e.en, args), args)
	case l == English:
		return e.en
	case len(args) > 0:
		return fill(e.zh, args)
	}
	return e.zh
}

// fill is fmt.Sprintf for texts whose verbs are %s, %d and %% in the order of
// the arguments: nearly all, and a page has hundreds.
func fill(format string, args []any) string {
	text := make([]byte, 0, 96)
	rest, next := format, 0
	for {
		i := strings.IndexByte(rest, '%')
		if i < 0 || i == len(rest)-1 {
			break
		}
		text = append(text, rest[:i]...)
		verb := rest[i+1]
		rest = rest[i+2:]
		if verb == '%' {
			text = append(text, '%')
			continue
		}
		if next == len(args) {
			return fmt.Sprintf(format, args...)
		}
		arg := args[next]
		next++
		if s, ok := arg.(string); ok && verb == 's' {
			text = append(text, s...)
		} else if n, ok := arg.(int); ok && verb == 'd' {
			text = strconv.AppendInt(text, int64(n), 10)
		} else {
			return fmt.Sprintf(format, args...)
		}
	}
	if next < len(args) {
		return fmt.Sprintf(format, args...)
	}
	return string(append(text, rest...))
}

// plural resolves every {one|many} in the format by the argument of the verb
// before it.
func plural(format string, args []any) string {
	var out strings.Builder
	arg := -1 // of the last verb
	for {
		i := strings.IndexAny(format, "%{")
		if i < 0 || i == len(format)-1 {
			break
		}
		out.WriteString(format[:i])
		format = format[i:]
		if format[0] == '%' {
			end := strings.IndexFunc(format[1:], func(r rune) bool { return r == '%' || unicode.IsLetter(r) }) + 2
			arg = argument(format[:end], arg)
			out.WriteString(format[:end])
			format = format[end:]
			continue
		}
		choice, rest, closed := strings.Cut(format[1:], "}")
		one, many, found := strings.Cut(choice, "|")
		if !found || !closed {
			out.WriteByte('{')
			format = format[1:]
			continue
		}
		if arg >= 0 && arg < len(args) && fmt.Sprint(args[arg]) == "1" {
			many = one
		}
		out.WriteString(many)
		format = rest
	}
	out.WriteString(format)
	return out.String()
}

// argument returns which argument a verb prints; last is that of the verb before.
func argument(verb string, last int) int {
	if strings.HasSuffix(verb, "%") {
		return last
	}
	if _, index, ok := strings.Cut(verb, "["); ok {
		if n, err := strconv.Atoi(index[:strings.IndexByte(index, ']')]); err == nil {
			return n - 1
		}
	}
	return last + 1
}
