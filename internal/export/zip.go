package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// A parcel writes the files of a workbook as a zip archive, by name and without
// times: the library hands them over in no fixed order.
type parcel struct {
	to    io.Writer
	parts []*part
	press *flate.Writer
}

// A part is one file, compressed.
type part struct {
	zip.FileHeader
	data bytes.Buffer
}

// Create returns where a file is to be written, until the next is created.
func (p *parcel) Create(name string) (io.Writer, error) {
	if err := p.finish(); err != nil {
		return nil, err
	}
	p.parts = append(p.parts, &part{FileHeader: zip.FileHeader{Name: name}})
	return p, nil
}

// small is up to how many bytes a file is not worth compressing: most of the
// twenty of a workbook.
const small = 1 << 10

// Write adds to the file created last. The library writes small ones at once.
func (p *parcel) Write(b []byte) (int, error) {
	last := p.parts[len(p.parts)-1]
	if last.UncompressedSize64 == 0 && len(b) > small {
		last.Method = zip.Deflate
		p.press.Reset(&last.data)
	}
	last.CRC32 = crc32.Update(last.CRC32, crc32.IEEETable, b)
	last.UncompressedSize64 += uint64(len(b))
	if last.Method == zip.Store {
		return last.data.Write(b)
	}
	return p.press.Write(b)
}

// finish ends the file created last.
func (p *parcel) finish() error {
	if len(p.parts) == 0 {
		return nil
	}
	var err error
	last := p.parts[len(p.parts)-1]
	if last.Method == zip.Deflate {
		err = p.press.Close()
	}
	last.CompressedSize64 = uint64(last.data.Len())
	return err
}

// AddFS is of the library's interface, which never calls it.
func (p *parcel) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the archive. The list of parts, which programs look for first,
// is [Content_Types].xml and sorts before all others.
func (p *parcel) Close() error {
	if err := p.finish(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b *part) int { return strings.Compare(a.Name, b.Name) })
	z := zip.NewWriter(p.to)
	for _, x := range p.parts {
		to, err := z.CreateRaw(&x.FileHeader)
		if err != nil {
			return err
		}
		if _, err := x.data.WriteTo(to); err != nil {
			return err
		}
	}
	return z.Close()
}
