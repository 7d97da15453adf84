package sheet

import "fmt"

// An Error is why a file, a column or a value cannot be read. Code is the key
// of its text in package words and Args are the text's arguments, strings and
// ints only, so that it goes into a diag.Message as it is.
type Error struct {
	Code string
	Args []any
}

// Error returns code and arguments; people read the text of package words.
func (e *Error) Error() string {
	if len(e.Args) == 0 {
		return e.Code
	}
	return fmt.Sprint(e.Code, ": ", fmt.Sprint(e.Args...))
}

func fail(code string, args ...any) *Error { return &Error{Code: code, Args: args} }
