package sheet

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// A Book is an open file.
type Book struct {
	name string
	file *os.File   // nil unless OpenFile opened it
	work *workbook  // nil of text
	text *delimited // nil of a workbook
}

// Open looks at a file and says what is in it, without reading the rows. r
// must stay open as long as the Book is used. name is the file's name, for
// errors only: what a file is its bytes tell. The error is an *[Error], or
// that of r.
func Open(r io.ReaderAt, size int64, name string) (*Book, error) {
	b := &Book{name: name}
	if err := b.open(r, size); err != nil {
		return nil, b.named(err)
	}
	return b, nil
}

// OpenFile opens a file of the disk. The Book has to be closed.
func OpenFile(path string) (*Book, error) {
	info, err := os.Stat(path) // before it is opened: a pipe would wait
	if err != nil {
		return nil, err
	}
	b := &Book{name: path}
	switch {
	case info.IsDir():
		return nil, b.named(fail("sheet-folder"))
	case !info.Mode().IsRegular():
		return nil, b.named(fail("sheet-special"))
	}
	if b.file, err = os.Open(path); err != nil {
		return nil, err
	}
	if err := b.open(b.file, info.Size()); err != nil {
		_ = b.Close() // nothing was written
		return nil, b.named(err)
	}
	return b, nil
}

func (b *Book) open(r io.ReaderAt, size int64) (err error) {
	head := make([]byte, min(max(size, 0), 64<<10))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		if err == io.EOF {
			err = fail("sheet-truncated")
		}
		return err
	}
	switch {
	case size <= 0:
		return fail("sheet-empty")
	case bytes.HasPrefix(head, []byte(oleMagic)):
		return oleFile(r)
	case size > MaxFile:
		return fail("sheet-too-large", int(size>>20), MaxFile>>20)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		b.work, err = openWorkbook(r, size)
		return err
	}
	if kind := magic(head); kind != "" {
		return fail("sheet-other", kind)
	}
	b.text, err = openDelimited(r, size, head)
	return err
}

// magic names files of other kinds by how they begin; "" is none of them.
func magic(head []byte) string {
	for _, m := range []struct{ begin, kind string }{
		{"%PDF-", "PDF"}, {"\x89PNG", "PNG"}, {"\xFF\xD8\xFF", "JPEG"}, {"GIF8", "GIF"},
		{"\x1F\x8B", "gzip"}, {"Rar!", "RAR"}, {"7z\xBC\xAF\x27\x1C", "7z"}, {"SQLite format 3", "SQLite"},
		{`{\rtf`, "RTF"},
	} {
		if bytes.HasPrefix(head, []byte(m.begin)) {
			return m.kind
		}
	}
	return ""
}

// named gives an error of ours the name of the file.
func (b *Book) named(err error) error {
	var e *Error
	if errors.As(err, &e) && e.File == "" {
		e.File = b.name
	}
	return err
}

// Close closes the file that OpenFile opened.
func (b *Book) Close() error {
	if b.file == nil {
		return nil
	}
	return b.file.Close()
}

// Sheets returns the tables in the order of the file.
func (b *Book) Sheets() []Sheet {
	if b.work != nil {
		return b.work.sheets
	}
	return []Sheet{{}}
}

// Each calls row with each row of the sheet that is not wholly blank, in
// order. An error of row stops and is returned as it is; others are an
// *[Error], or that of the reader. It may be called again, and starts anew.
func (b *Book) Each(sheet int, row func(Row) error) error {
	var stopped error
	give := func(r Row) error {
		stopped = row(r)
		return stopped
	}
	var err error
	if b.work != nil {
		err = b.work.each(sheet, give)
	} else {
		err = b.text.each(give)
	}
	if stopped != nil {
		return stopped
	}
	return b.named(err)
}

// Workbook reports whether the file is an .xlsx, and not delimited text.
func (b *Book) Workbook() bool { return b.work != nil }

// Encoding returns how a text file is encoded: UTF-8, UTF-16LE, UTF-16BE,
// GB18030 or windows-1252; "" of a workbook.
func (b *Book) Encoding() string {
	if b.text == nil {
		return ""
	}
	return b.text.charset.name
}

// Delimiter returns what separates the cells of a text file: one of , ; | and
// tab; 0 of a workbook.
func (b *Book) Delimiter() rune {
	if b.text == nil {
		return 0
	}
	return rune(b.text.grammar.delimiter)
}

// Epoch1904 reports whether the serial numbers of a workbook's days count from
// 1904. Date cells are right already; [DateStyle] wants it for numbers.
func (b *Book) Epoch1904() bool { return b.work != nil && b.work.epoch1904 }
