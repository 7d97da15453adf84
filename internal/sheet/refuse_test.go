package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// openAndRead returns the error of opening a file and reading all its sheets.
func openAndRead(data []byte) error {
	b, err := open(data)
	if err != nil {
		return err
	}
	for i := range b.Sheets() {
		if err := b.Each(i, func(Row) error { return nil }); err != nil {
			return err
		}
	}
	return nil
}

// raw adds a file to a workbook that says of itself what it likes.
type raw struct {
	name         string
	packed       []byte
	unpackedSize uint64
	flags        uint16
}

func (p parts) withRaw(t *testing.T, files ...raw) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range p {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, text)
	}
	for _, f := range files {
		w, err := z.CreateRaw(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Flags: f.flags, CompressedSize64: uint64(len(f.packed)), UncompressedSize64: f.unpackedSize})
		if err != nil {
			t.Fatal(err)
		}
		w.Write(f.packed)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// deflated packs so many copies of a text.
func deflated(t *testing.T, text string, times int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	block := []byte(strings.Repeat(text, 1+(1<<20)/len(text)))
	for n := times * len(text); n > 0; n -= len(block) {
		w.Write(block[:min(n, len(block))])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// stored packs a text without making it any smaller.
func stored(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.NoCompression)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// oleOf returns a compound file with streams of those names: a header, a FAT,
// and the list of streams in as many sectors as it takes.
func oleOf(names ...string) []byte {
	const size = 512
	b := make([]byte, 2*size)
	copy(b, oleMagic)
	binary.LittleEndian.PutUint16(b[30:], 9)
	binary.LittleEndian.PutUint32(b[48:], 1) // the list begins in sector 1
	binary.LittleEndian.PutUint32(b[76:], 0) // the FAT is sector 0
	sectors := (len(names) + 3) / 4
	for i := range sectors { // sector 1+2i is followed by the one after the next
		next := uint32(3 + 2*i)
		if i == sectors-1 {
			next = 0xFFFFFFFE
		}
		binary.LittleEndian.PutUint32(b[size+4*(1+2*i):], next)
	}
	b = append(b, make([]byte, 2*sectors*size)...)
	for i, name := range names {
		at := 2*size + 2*(i/4)*size + i%4*oleEntrySize
		units := append(utf16.Encode([]rune(name)), 0)
		for j, u := range units {
			binary.LittleEndian.PutUint16(b[at+2*j:], u)
		}
		binary.LittleEndian.PutUint16(b[at+64:], uint16(2*len(units)))
	}
	return b
}

func wideRow(columns int) string {
	var b strings.Builder
	b.WriteString("<row>")
	for range columns {
		b.WriteString("<c><v>1</v></c>")
	}
	return b.String() + "</row>"
}

// hostile are files that are refused, and with which code and arguments.
func hostile(t *testing.T) map[string]struct {
	data []byte
	code string
} {
	plain := workbookOf(`<row><c><v>1</v></c></row>`)
	whole := plain.zipped(t)
	bare := workbookOf("")
	delete(bare, "xl/worksheets/sheet1.xml")
	sheetPart := func(text string) []byte { return plain.with("xl/worksheets/sheet1.xml", text).zipped(t) }
	inner := func(rows string) []byte { return sheetPart(sheetOf(rows, "")) }
	junk := bytes.Repeat([]byte("0123456789abcdef"), 2<<20/16) // 2 MiB
	many := parts{}
	for i := range MaxEntries + 1 {
		many["x"+strconv.Itoa(i)] = ""
	}
	return map[string]struct {
		data []byte
		code string
	}{
		"nothing":                       {nil, "sheet-empty"},
		"white space":                   {[]byte("\uFEFF \r\n\t\n"), "sheet-empty"},
		"a page":                        {[]byte("\r\n<html><table><tr><td>1</td></tr></table>"), "sheet-html"},
		"a page of another encoding":    {encoded(t, simplifiedchinese.GBK, "<!DOCTYPE HTML><title>销售</title>"), "sheet-html"},
		"a mail of Excel":               {[]byte("MIME-Version: 1.0\nX-Document-Type: Workbook\n"), "sheet-html"},
		"XML of Excel 2003":             {[]byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>`), "sheet-xml"},
		"a picture":                     {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), "sheet-other PNG"},
		"a document":                    {[]byte("%PDF-1.7\n"), "sheet-other PDF"},
		"zero bytes in the third line":  {[]byte("a,b\n1,2\n3,\x00\n"), "sheet-binary 3"},
		"control bytes":                 {[]byte("a,b\n\x03\xff\xfe"), "sheet-binary 2"},
		"UTF-8 with a torn character":   {[]byte(strings.Repeat("张伟,1\n", 50) + "李\xE5娜,2\n"), "sheet-text-damaged 51 UTF-8"},
		"UTF-8 cut in a character":      {[]byte(orders3 + "A-3,李\xE5\xA8"), "sheet-truncated"},
		"GBK cut in a character":        {append(encoded(t, simplifiedchinese.GBK, orders3+"A-3,李"), 0xC4), "sheet-truncated"},
		"a mark of UTF-8 that lies":     {append([]byte("\uFEFF"), encoded(t, simplifiedchinese.GBK, orders3)...), "sheet-text-damaged 1 UTF-8"},
		"UTF-16 cut in a character":     {[]byte("\xFF\xFEa\x00,\x00b"), "sheet-truncated"},
		"UTF-16 with the character 0":   {[]byte("\xFF\xFEa\x00\n\x00\x00\x00"), "sheet-binary 2"},
		"an encoding nobody knows":      {append(encoded(t, charmap.Windows1252, "Müller,Köln\n"), 0x81, '\n', 'x'), "sheet-encoding-unknown 2"},
		"text of 16,384 columns":        {[]byte(strings.Repeat("1,", 16_383) + "1\n"), "sheet-columns.row 1 16384 2048"},
		"text of a million columns":     {[]byte(strings.Repeat("1,", 1_000_000) + "1\n"), "sheet-columns.row 1 65536 2048"},
		"a line without end":            {bytes.Repeat([]byte("x"), MaxLine+1), "sheet-line-too-long 1 4"},
		"a cell without end":            {[]byte("a,b\n" + strings.Repeat("x", MaxCell+1) + ",1\n"), "sheet-cell-too-long 2 1048576"},
		"a workbook with a password":    {oleOf("Root Entry", "\x06DataSpaces", "Version", "DataSpaceMap", "DataSpaceInfo", "StrongEncryptionDataSpace", "Primary", "EncryptedPackage", "EncryptionInfo"), "sheet-encrypted"},
		"an .xls":                       {oleOf("Root Entry", "Workbook"), "sheet-xls"},
		"an .xls of Excel 5":            {oleOf("Root Entry", "Book"), "sheet-xls"},
		"a .doc":                        {oleOf("Root Entry", "1Table", "WordDocument"), "sheet-other Word"},
		"a compound file of 8 bytes":    {[]byte(oleMagic), "sheet-xls"},
		"an .xlsb":                      {parts{"[Content_Types].xml": "", "xl/workbook.bin": ""}.zipped(t), "sheet-xlsb"},
		"an .ods":                       {parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}.zipped(t), "sheet-ods"},
		"a .numbers":                    {parts{"Index/Document.iwa": "", "preview.jpg": ""}.zipped(t), "sheet-numbers"},
		"a .docx":                       {parts{"[Content_Types].xml": "", "word/document.xml": ""}.zipped(t), "sheet-other Word"},
		"an archive":                    {parts{"a.csv": "1"}.zipped(t), "sheet-archive"},
		"an archive of nothing":         {parts{}.zipped(t), "sheet-archive"},
		"a truncated workbook":          {whole[:len(whole)/2], "sheet-truncated"},
		"the first bytes of one":        {whole[:4], "sheet-truncated"},
		"a zip bomb":                    {bare.withRaw(t, raw{name: "xl/worksheets/sheet1.xml", packed: deflated(t, " ", 32<<20), unpackedSize: 32 << 20}), "sheet-bomb xl/worksheets/sheet1.xml 32 200"},
		"a bomb in many parts":          {bare.withRaw(t, bombs(deflated(t, " ", freeRatio), 64)...), "sheet-bomb.total 512 200"},
		"a bomb that claims to be tiny": {bare.withRaw(t, raw{name: "xl/worksheets/sheet1.xml", packed: deflated(t, " ", 64<<20), unpackedSize: 900}), "sheet-damaged xl/worksheets/sheet1.xml"},
		"2 GiB of sheet":                {bare.withRaw(t, raw{name: "xl/worksheets/sheet1.xml", packed: junk, unpackedSize: 2 << 30}), "sheet-part-too-large xl/worksheets/sheet1.xml 2048 512"},
		"2^63 bytes of sheet":           {bare.withRaw(t, raw{name: "xl/worksheets/sheet1.xml", packed: junk, unpackedSize: 1 << 63}), "sheet-part-too-large xl/worksheets/sheet1.xml 1099511627776 512"},
		"1.2 GiB in all": {plain.withRaw(t, raw{name: "a", packed: junk, unpackedSize: 400 << 20}, raw{name: "b", packed: junk, unpackedSize: 400 << 20},
			raw{name: "c", packed: junk, unpackedSize: 400 << 20}), "sheet-total 1024"},
		"texts of 200 MiB":           {plain.withRaw(t, raw{name: "xl/sharedStrings.xml", packed: junk, unpackedSize: 200 << 20}), "sheet-part-too-large xl/sharedStrings.xml 200 64"},
		"10,001 files":               {many.zipped(t), "sheet-entries 10000"},
		"a million files":            {manyEntries(t, 1_000_000), "sheet-entries 10000"},
		"files within with password": {bare.withRaw(t, raw{name: "xl/worksheets/sheet1.xml", packed: junk, unpackedSize: 9, flags: 1}), "sheet-encrypted"},
		"16,384 columns":             {inner(wideRow(16_384)), "sheet-columns.row 1 2049 2048"},
		"one cell far to the right":  {inner(`<row r="7"><c r="XFD7"><v>1</v></c></row>`), "sheet-columns.row 7 16384 2048"},
		"a claim of 17 billion cells": {sheetPart(`<worksheet><dimension ref="A1:XFD1048576"/><sheetData/></worksheet>`),
			"sheet-columns 16384 2048"},
		"a claim of 100 million rows": {sheetPart(`<worksheet><dimension ref="A1:B100000000"/><sheetData/></worksheet>`), "sheet-rows 100000000 1048576"},
		"a row beyond the last":       {inner(`<row r="1048577"><c><v>1</v></c></row>`), "sheet-rows 1048577 1048576"},
		"rows that go back":           {inner(`<row r="2"/><row r="1"/>`), "sheet-damaged xl/worksheets/sheet1.xml"},
		"cells that go back":          {inner(`<row><c r="B1"/><c r="A1"/></row>`), "sheet-damaged xl/worksheets/sheet1.xml"},
		"a text that is not there":    {inner(`<row><c t="s"><v>5</v></c></row>`), "sheet-damaged xl/worksheets/sheet1.xml"},
		"a sheet cut off":             {sheetPart(`<worksheet><sheetData><row><c><v>1</v></c></row>`), "sheet-damaged xl/worksheets/sheet1.xml"},
		"tags that do not match":      {sheetPart(`<worksheet><sheetData></worksheet></sheetData>`), "sheet-damaged xl/worksheets/sheet1.xml"},
		"an unknown entity":           {inner(`<row><c t="str"><v>&bomb;</v></c></row>`), "sheet-damaged xl/worksheets/sheet1.xml"},
		"an outside entity":           {sheetPart(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>`), "sheet-doctype xl/worksheets/sheet1.xml"},
		"a billion laughs":            {plain.with("xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "ha">]><sst/>`).zipped(t), "sheet-doctype xl/sharedStrings.xml"},
		"elements in each other":      {sheetPart(strings.Repeat("<a>", 100_000)), "sheet-damaged xl/worksheets/sheet1.xml"},
		"a tag without end":           {sheetPart("<worksheet a=\"" + strings.Repeat("x", 3*MaxCell)), "sheet-cell-too-long.part xl/worksheets/sheet1.xml 1048576"},
		"a text without end":          {inner(`<row><c t="str"><v>` + strings.Repeat("x", 3*MaxCell) + `</v></c></row>`), "sheet-cell-too-long.part xl/worksheets/sheet1.xml 1048576"},
		"a text in pieces without end": {inner(`<row><c t="inlineStr"><is>` + strings.Repeat("<t>"+strings.Repeat("x", 9999)+"</t>", 200) + `</is></c></row>`),
			"sheet-cell-too-long.part xl/worksheets/sheet1.xml 1048576"},
		"three million texts of nothing": {plain.with("xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", maxTexts+1)+"</sst>").zipped(t), "sheet-bomb xl/sharedStrings.xml 15 200"},
		"three million texts":            {plain.withRaw(t, raw{name: "xl/sharedStrings.xml", packed: stored(t, "<sst>"+strings.Repeat("<si/>", maxTexts+1)+"</sst>"), unpackedSize: 5*(maxTexts+1) + 11}), "sheet-texts 3145728"},
		"merged ranges over each other":  {sheetPart(sheetOf(`<row><c><v>1</v></c></row>`, "<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B9"/>`, 5000)+"</mergeCells>")), "sheet-damaged xl/worksheets/sheet1.xml"},
		"merged ranges without end":      {sheetPart(sheetOf("", "<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B9"/>`, MaxMerged+1)+"</mergeCells>")), "sheet-merged 100000"},
		"a sheet that is not there":      {bare.zipped(t), "sheet-damaged xl/worksheets/sheet1.xml"},
		"a workbook without sheets":      {plain.with("xl/workbook.xml", "<workbook/>").zipped(t), "sheet-no-sheets"},
		"a workbook without relations":   {parts{"[Content_Types].xml": "", "xl/workbook.xml": "<workbook/>"}.zipped(t), "sheet-damaged xl/_rels/workbook.xml.rels"},
	}
}

func bombs(packed []byte, n int) []raw {
	var list []raw
	for i := range n {
		list = append(list, raw{name: fmt.Sprintf("xl/media/%d", i), packed: packed, unpackedSize: freeRatio})
	}
	return list
}

// manyEntries is a list of files whose files are not there.
func manyEntries(t *testing.T, n int) []byte {
	t.Helper()
	entry := make([]byte, 46, 47)
	copy(entry, "PK\x01\x02")
	entry[28] = 1 // length of the name
	entry = append(entry, 'x')
	b := append([]byte("PK\x03\x04"), bytes.Repeat(entry, n)...)
	end := make([]byte, 22)
	copy(end, "PK\x05\x06")
	binary.LittleEndian.PutUint16(end[8:], uint16(min(n, 0xFFFE)))
	binary.LittleEndian.PutUint16(end[10:], uint16(min(n, 0xFFFE)))
	binary.LittleEndian.PutUint32(end[12:], uint32(n*len(entry)))
	binary.LittleEndian.PutUint32(end[16:], 4)
	return append(b, end...)
}

// Each is refused for its own reason, at once, and without filling the memory.
// What is allocated in all bounds what is held at any time.
func TestHostileFilesAreRefused(t *testing.T) {
	for name, tc := range hostile(t) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := processorTime(t)
		err := openAndRead(tc.data)
		took := processorTime(t) - start
		runtime.ReadMemStats(&after)
		equal(t, name, codeOf(err), tc.code)
		says(t, err)
		if e := (*Error)(nil); errors.As(err, &e) && e.File != "x.xlsx" {
			t.Errorf("%s: the error is of the file %q", name, e.File)
		}
		if took > time.Second && !raceDetector {
			t.Errorf("%s: refused after %v", name, took)
		}
		if held := (after.TotalAlloc - before.TotalAlloc) >> 20; held > 100 {
			t.Errorf("%s: %d MiB were allocated", name, held)
		}
	}
}

// A workbook that is cut or changed anywhere is read or refused, and tells an
// error of ours; never does it panic.
func TestDamagedWorkbooks(t *testing.T) {
	whole := workbookOf(`<row><c t="s"><v>0</v></c><c s="1"><v>46204</v></c></row>`).with("xl/styles.xml", styles).
		with("xl/sharedStrings.xml", `<sst><si><t>张伟</t></si></sst>`).zipped(t)
	if err := openAndRead(whole); err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		if i < len("PK\x03\x04") {
			continue // what is so short is a text
		}
		if err := openAndRead(whole[:i]); err == nil || strings.HasPrefix(codeOf(err), "no *Error") {
			t.Errorf("cut after %d bytes: %v", i, err)
		}
		changed := bytes.Clone(whole)
		changed[i] ^= 0x55
		if err := openAndRead(changed); strings.HasPrefix(codeOf(err), "no *Error") {
			t.Errorf("byte %d changed: %v", i, err)
		}
	}
}

// A fault of the disk is no fault of the file.
func TestFaultsOfTheDisk(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, data := range [][]byte{workbookOf(`<row><c><v>1</v></c></row>`).zipped(t), []byte("a,b\n1,2\n")} {
		for good := range 12 {
			r := &failing{r: bytes.NewReader(data), good: good, err: broken}
			b, err := Open(r, int64(len(data)), "x")
			if err == nil {
				err = b.Each(0, func(Row) error { return nil })
			}
			if err != nil && !errors.Is(err, broken) {
				t.Errorf("after %d reads: %v", good, err)
			}
		}
	}
}

type failing struct {
	r    io.ReaderAt
	good int
	err  error
}

func (f *failing) ReadAt(p []byte, off int64) (int, error) {
	if f.good--; f.good < 0 {
		return 0, f.err
	}
	return f.r.ReadAt(p, off)
}

func TestOpenFile(t *testing.T) {
	dir := t.TempDir()
	_, err := OpenFile(dir)
	equal(t, "a folder", codeOf(err), "sheet-folder")
	if _, err := OpenFile(filepath.Join(dir, "none.csv")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if _, err := os.Stat(os.DevNull); err == nil {
		_, err := OpenFile(os.DevNull)
		equal(t, "a device", codeOf(err), "sheet-special")
	}
	name := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(name, []byte(orders3), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got, err := readSheet(b, 0)
	equal(t, "a file", got+codeOf(err), "1: 订单编号|负责人|金额\n2: A-1|张伟|1,200\n3: A-2|王芳|300\n")
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = OpenFile(name)
	if e := (*Error)(nil); !errors.As(err, &e) || e.Code != "sheet-empty" || e.File != name {
		t.Errorf("an empty file: %v", err)
	}
}

// A file larger than the limit is refused without a look at its end.
func TestHugeFile(t *testing.T) {
	_, err := Open(endless{}, MaxFile+1, "x.csv")
	equal(t, "huge", codeOf(err), "sheet-too-large 512 512")
}

type endless struct{}

func (endless) ReadAt(p []byte, off int64) (int, error) {
	for i := range p {
		p[i] = "1,2\n"[(off+int64(i))%4]
	}
	return len(p), nil
}
