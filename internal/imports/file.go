package imports

import "reviewfolio/internal/sheet"

// A File is one opened file under the name it is told by.
type File struct {
	Name string
	Book *sheet.Book
}
