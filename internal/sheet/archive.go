package sheet

import (
	"archive/zip"
	"errors"
	"io"
	"strings"
)

// An archive is the files within a workbook, none of them unpacked.
type archive struct {
	parts map[string]*zip.File // by name in lower case, with slashes
	disk  *disk
}

// A disk is the file itself. It tells a fault of the machine from one of the
// file, and ends a list of files that is too long.
type disk struct {
	r     io.ReaderAt
	err   error
	limit int64 // bytes that may still be read; -1 is any number
}

var errLimit = errors.New("sheet: too many bytes are asked for")

func (d *disk) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 { // what a damaged file leads to
		return 0, io.ErrUnexpectedEOF
	}
	if d.limit >= 0 {
		if d.limit -= int64(len(p)); d.limit < 0 {
			return 0, errLimit
		}
	}
	n, err := d.r.ReadAt(p, off)
	if err != nil && err != io.EOF {
		d.err = err
	}
	return n, err
}

// openArchive reads the list of files and holds it to the limits. All sizes
// are what the file claims: zip refuses to unpack more than that.
func openArchive(r io.ReaderAt, size int64) (*archive, error) {
	d := &disk{r: r, limit: maxDirectory}
	z, err := zip.NewReader(d, size)
	switch {
	case d.err != nil:
		return nil, d.err
	case d.limit < 0:
		return nil, fail("sheet-entries", MaxEntries)
	case err != nil:
		return nil, fail("sheet-truncated")
	case len(z.File) > MaxEntries:
		return nil, fail("sheet-entries", MaxEntries)
	}
	d.limit = -1
	a := &archive{parts: make(map[string]*zip.File, len(z.File)), disk: d}
	var total uint64
	for _, f := range z.File {
		if err := guard(f); err != nil {
			return nil, err
		}
		if total += f.UncompressedSize64; total > MaxTotal {
			return nil, fail("sheet-total", MaxTotal>>20)
		}
		name := strings.TrimPrefix(strings.ReplaceAll(strings.ToLower(f.Name), `\`, "/"), "/")
		if _, twice := a.parts[name]; !twice {
			a.parts[name] = f
		}
	}
	if total > freeRatio && total/MaxRatio > uint64(size) {
		return nil, fail("sheet-bomb.total", int(total>>20), MaxRatio)
	}
	return a, nil
}

// guard refuses a file that unpacks to too much.
func guard(f *zip.File) error {
	switch {
	case f.Flags&1 != 0:
		return fail("sheet-encrypted")
	case f.UncompressedSize64 > MaxPart:
		return tooLarge(f, MaxPart)
	case f.UncompressedSize64 > freeRatio && f.UncompressedSize64/MaxRatio > f.CompressedSize64:
		return fail("sheet-bomb", f.Name, int(f.UncompressedSize64>>20), MaxRatio)
	}
	return nil
}

func tooLarge(f *zip.File, limit int) error {
	return fail("sheet-part-too-large", f.Name, int(min(f.UncompressedSize64, 1<<60)>>20), limit>>20)
}

// has reports whether there is a file of that name, in lower case.
func (a *archive) has(name string) bool { return a.parts[name] != nil }

// open unpacks a file while it is read.
func (a *archive) open(name string, limit int) (io.ReadCloser, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, damaged(name)
	}
	if f.UncompressedSize64 > uint64(limit) {
		return nil, tooLarge(f, limit)
	}
	r, err := f.Open()
	if err != nil {
		return nil, a.disk.fault(name, err)
	}
	return &unpacked{ReadCloser: r, disk: a.disk, name: name}, nil
}

// fault is an error of unpacking: that of the machine, or the file's.
func (d *disk) fault(part string, err error) error {
	if d.err != nil {
		return d.err
	}
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	return damaged(part)
}

// unpacked is a part as it is read.
type unpacked struct {
	io.ReadCloser
	disk *disk
	name string
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = u.disk.fault(u.name, err)
	}
	return n, err
}

// scan reads a part of a workbook whole, tag by tag.
func (a *archive) scan(name string, limit int, visit func(*scanner) error) error {
	r, err := a.open(name, limit)
	if err != nil {
		return err
	}
	defer r.Close()
	s := newScanner(name, r)
	for {
		t, err := s.next()
		if err != nil || t == endOfPart {
			return err
		}
		if t != startTag {
			continue
		}
		if err := visit(s); err != nil {
			return err
		}
	}
}

// foreign says which other kind of file an archive is; nil where it may be an
// .xlsx.
func (a *archive) foreign() error {
	switch {
	case a.has("xl/workbook.bin"):
		return fail("sheet-xlsb")
	case a.has("xl/workbook.xml"):
		return nil
	case a.has("word/document.xml"):
		return fail("sheet-other", "Word")
	case a.has("ppt/presentation.xml"):
		return fail("sheet-other", "PowerPoint")
	case a.has("mimetype") && a.has("content.xml"):
		return fail("sheet-ods")
	case a.has("index/document.iwa"), a.has("index.zip"):
		return fail("sheet-numbers")
	case !a.has("[content_types].xml"):
		return fail("sheet-archive")
	}
	return nil
}
