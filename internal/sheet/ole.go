package sheet

import (
	"encoding/binary"
	"io"
	"unicode/utf16"
)

// oleMagic begins the files of Office before 2007, and those with a password.
const oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// oleFile says what such a file is, by the names of the streams in it.
func oleFile(r io.ReaderAt) error {
	for _, name := range oleStreams(r) {
		switch name {
		case "EncryptionInfo", "EncryptedPackage":
			return fail("sheet-encrypted")
		case "Workbook", "Book":
			return fail("sheet-xls")
		case "WordDocument":
			return fail("sheet-other", "Word")
		case "PowerPoint Document":
			return fail("sheet-other", "PowerPoint")
		}
	}
	return fail("sheet-xls")
}

const (
	maxOleSectors = 256 // of the list of streams that are looked at
	oleEntrySize  = 128
)

// oleStreams returns the names of the streams, as many as can be read. The
// format is MS-CFB: the list of streams is a chain of sectors, in each FAT
// sector stands which sector follows which.
func oleStreams(r io.ReaderAt) []string {
	header := make([]byte, 512)
	if n, _ := r.ReadAt(header, 0); n < len(header) {
		return nil
	}
	shift := binary.LittleEndian.Uint16(header[30:])
	if shift < 9 || shift > 12 {
		return nil
	}
	sector := make([]byte, 1<<shift)
	var names []string
	id := binary.LittleEndian.Uint32(header[48:])
	for range maxOleSectors {
		if n, _ := r.ReadAt(sector, (int64(id)+1)<<shift); n < len(sector) {
			break
		}
		for ; len(sector) >= oleEntrySize; sector = sector[oleEntrySize:] {
			names = append(names, oleName(sector[:oleEntrySize]))
		}
		sector = make([]byte, 1<<shift)
		perSector := uint32(1) << (shift - 2)
		if id/perSector >= 109 { // beyond the FAT sectors that the header names
			break
		}
		fat := binary.LittleEndian.Uint32(header[76+4*(id/perSector):])
		var next [4]byte
		if n, _ := r.ReadAt(next[:], (int64(fat)+1)<<shift+4*int64(id%perSector)); n < len(next) {
			break
		}
		id = binary.LittleEndian.Uint32(next[:])
	}
	return names
}

// oleName reads the name in an entry of the list.
func oleName(entry []byte) string {
	length := int(binary.LittleEndian.Uint16(entry[64:]))
	if length < 2 || length > 64 {
		return ""
	}
	var units []uint16
	for i := 0; i+2 < length; i += 2 { // it ends with a zero
		units = append(units, binary.LittleEndian.Uint16(entry[i:]))
	}
	return string(utf16.Decode(units))
}
