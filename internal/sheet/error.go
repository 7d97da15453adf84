package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// An Error is why a file, a column or a value cannot be read. Code is the key
// of its text in package words and Args are the text's arguments, strings and
// ints only, so that they go into a diag.Message as they are.
type Error struct {
	File string // as given to Open; "" of columns and values
	Code string
	Args []any
}

// Error returns file, code and arguments, for programmers: people read the
// text of package words.
func (e *Error) Error() string {
	var b strings.Builder
	if e.File != "" {
		b.WriteString(e.File + ": ")
	}
	b.WriteString(e.Code)
	for _, arg := range e.Args {
		fmt.Fprintf(&b, " %v", arg)
	}
	return b.String()
}

// maxShown is how many characters of a cell an error shows.
const maxShown = 60

func fail(code string, args ...any) *Error {
	for i, arg := range args {
		if text, ok := arg.(string); ok && utf8.RuneCountInString(text) > maxShown {
			args[i] = string([]rune(text)[:maxShown]) + "…"
		}
	}
	return &Error{Code: code, Args: args}
}

// damaged says that a part of a workbook is not as a workbook's parts are.
func damaged(part string) *Error { return fail("sheet-damaged", part) }
