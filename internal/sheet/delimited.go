package sheet

import (
	"bytes"
	"io"
	"strings"
)

// A delimited is a text file whose encoding and delimiter are known.
type delimited struct {
	r       io.ReaderAt
	size    int64
	charset charset
	grammar grammar
	named   bool // the first line is sep=; and names the delimiter
}

const sampleSize = 256 << 10 // bytes of text by which the delimiter is found

// openDelimited finds out how a text file is written.
func openDelimited(r io.ReaderAt, size int64, head []byte) (*delimited, error) {
	c, err := detect(r, size, head)
	if err != nil {
		return nil, err
	}
	sample := make([]byte, sampleSize)
	n, err := io.ReadFull(c.reader(r, size), sample)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	sample = sample[:n]
	if len(bytes.TrimFunc(sample, isSpace)) == 0 && n < sampleSize {
		return nil, fail("sheet-empty")
	}
	if err := markup(sample); err != nil {
		return nil, err
	}
	d := &delimited{r: r, size: size, charset: c}
	if d.grammar.delimiter, d.named = namedDelimiter(sample); d.named {
		d.grammar.columns = survey(d.grammar.delimiter, sample[len("sep=;"):], n < sampleSize).columns
	} else {
		d.grammar = findGrammar(sample, n < sampleSize)
	}
	return d, nil
}

// markup refuses texts that are pages or documents and no tables.
func markup(sample []byte) error {
	begin := strings.ToLower(string(bytes.TrimLeftFunc(sample[:min(len(sample), 1024)], isSpace)))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div", "mime-version:"} {
		if strings.HasPrefix(begin, tag) {
			return fail("sheet-html")
		}
	}
	if strings.HasPrefix(begin, "<?xml") {
		if strings.Contains(begin, "<html") {
			return fail("sheet-html")
		}
		return fail("sheet-xml")
	}
	return nil
}

// namedDelimiter reads the line sep=; that Excel understands.
func namedDelimiter(sample []byte) (byte, bool) {
	line, _, _ := bytes.Cut(sample[:min(len(sample), 16)], []byte{'\n'})
	c, ok := bytes.CutPrefix(bytes.TrimRight(line, "\r"), []byte("sep="))
	if !ok || len(c) != 1 || bytes.IndexByte(delimiters, c[0]) < 0 {
		return 0, false
	}
	return c[0], true
}

// each reads the rows of the file.
func (d *delimited) each(give func(Row) error) error {
	in := &recordReader{r: d.charset.reader(d.r, d.size), grammar: d.grammar, buf: make([]byte, 0, 128<<10), line: 1}
	var row Row
	for rows := 0; ; {
		number := in.line
		more, err := in.next()
		if err != nil || !more {
			return err
		}
		if number == 1 && d.named {
			continue
		}
		if row.Cells, err = in.rec.cells(row.Cells[:0], number); err != nil {
			return err
		}
		if len(row.Cells) == 0 {
			continue
		}
		if rows++; rows > MaxRows {
			return fail("sheet-rows", rows, MaxRows)
		}
		row.Number = number
		if err := give(row); err != nil {
			return err
		}
	}
}

// cells appends the cells of the record without the blank ones at its end.
func (rec *record) cells(cells []Cell, number int) ([]Cell, error) {
	all, start, used := string(rec.text), 0, 0
	for i, end := range rec.ends {
		if end-start > MaxCell {
			return nil, fail("sheet-cell-too-long", number, MaxCell)
		}
		text := tidy(all[start:end])
		cells, start = append(cells, textCell(text)), end
		if text != "" {
			used = i + 1
		}
	}
	if used > MaxColumns || len(rec.ends) == maxFields {
		return nil, fail("sheet-columns.row", number, max(used, MaxColumns+1), MaxColumns)
	}
	return cells[:used], nil
}

// A recordReader reads the records of a text one by one.
type recordReader struct {
	r       io.Reader
	grammar grammar
	buf     []byte
	pos     int // of what is not yet read
	done    bool
	line    int // in which the next record begins
	rec     record
}

// next reads the next record; false at the end.
func (in *recordReader) next() (bool, error) {
	for {
		rest := in.buf[in.pos:]
		if len(rest) == 0 && in.done || len(rest) == 1 && in.done && rest[0] == 0x1A {
			return false, nil
		}
		if len(rest) > 0 {
			n, more := in.grammar.read(rest, in.done, &in.rec)
			if !more {
				in.pos += n
				in.line += in.rec.lines
				return true, nil
			}
		}
		if err := in.fill(); err != nil {
			return false, err
		}
	}
}

func (in *recordReader) fill() error {
	in.buf = in.buf[:copy(in.buf, in.buf[in.pos:])]
	in.pos = 0
	if len(in.buf) == cap(in.buf) {
		if len(in.buf) >= MaxLine {
			return fail("sheet-line-too-long", in.line, MaxLine>>20)
		}
		in.buf = append(make([]byte, 0, 2*cap(in.buf)), in.buf...)
	}
	n, err := io.ReadAtLeast(in.r, in.buf[len(in.buf):cap(in.buf)], 1)
	in.buf = in.buf[:len(in.buf)+n]
	if err == io.EOF {
		in.done, err = true, nil
	}
	return err
}
