package sheet

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strconv"
	"testing"
	"time"
)

// large files have 100,000 rows of ten columns: five texts, a day, four
// numbers.
const largeRows = 100_000

func largeCSV(t testing.TB) string {
	return writeFile(t, "large.csv", func(w *bufio.Writer) {
		fmt.Fprintln(w, "编号,客户,负责人,地区,说明,日期,销售额,数量,折扣,利润")
		for i := 1; i < largeRows; i++ {
			fmt.Fprintf(w, "CN-%d,客户%d,张伟,华东,\"甲, 乙 %d\",2026-07-%02d,\"%d,%03d.50\",%d,0.%d,-%d.25\n", i, i%977, i, 1+i%28, 1+i%9, i%1000, i%7, i%10, i%500)
		}
	})
}

// largeWorkbook has two texts inline, as programs write them, and three
// shared, as Excel does: 300,000 different ones.
func largeWorkbook(t testing.TB) string {
	return writeFile(t, "large.xlsx", func(out *bufio.Writer) {
		z := zip.NewWriter(out)
		z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
		add := func(name string, write func(w *bufio.Writer)) {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			b := bufio.NewWriter(w)
			write(b)
			b.Flush()
		}
		for name, text := range workbookOf("").with("xl/styles.xml", styles) {
			if name != "xl/worksheets/sheet1.xml" {
				add(name, func(w *bufio.Writer) { w.WriteString(text) })
			}
		}
		add("xl/worksheets/sheet1.xml", func(w *bufio.Writer) {
			w.WriteString(declaration + `<worksheet ` + mainSpace + `><dimension ref="A1:J100000"/><sheetData>`)
			for i := 1; i <= largeRows; i++ {
				writeLargeRow(w, i)
			}
			w.WriteString(`</sheetData></worksheet>`)
		})
		add("xl/sharedStrings.xml", func(w *bufio.Writer) {
			w.WriteString(declaration + `<sst>`)
			for i := range 3 * largeRows {
				w.WriteString("<si><t>客户 " + strconv.Itoa(i) + " 的说明</t></si>")
			}
			w.WriteString(`</sst>`)
		})
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

func writeLargeRow(w *bufio.Writer, i int) {
	row := strconv.Itoa(i)
	w.WriteString(`<row r="` + row + `" spans="1:10">`)
	for c := range 10 {
		w.WriteString(`<c r="` + string(rune('A'+c)) + row)
		switch {
		case c < 3:
			w.WriteString(`" t="s"><v>` + strconv.Itoa(i*3-3+c))
		case c < 5:
			w.WriteString(`" t="inlineStr"><is><t>客户` + strconv.Itoa(i*c) + `</t></is></c>`)
			continue
		case c == 5:
			w.WriteString(`" s="1"><v>` + strconv.Itoa(46204+i%90))
		default:
			w.WriteString(`"><v>` + strconv.Itoa(i*c) + "." + strconv.Itoa(i%97))
		}
		w.WriteString("</v></c>")
	}
	w.WriteString("</row>")
}

func writeFile(t testing.TB, name string, write func(*bufio.Writer)) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	write(w)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// readLarge reads all rows of a file and two values of each, and returns the
// most memory in use meanwhile.
func readLarge(t *testing.T, path string) (peak uint64) {
	b, err := OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
	var dates DateColumn
	rows, cells, given := 0, 0, 0
	err = b.Each(0, func(r Row) error {
		if rows++; rows%1000 == 0 {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64()+sample[1].Value.Uint64())
		}
		cells += len(r.Cells)
		dates.Add(r.Number, r.Cell(5))
		if _, ok, err := ReadDate(r.Cell(5), DateStyle{}); ok && err == nil {
			given++
		}
		if _, ok, err := ReadNumber(r.Cell(6), PointDecimal); ok && err == nil {
			given++
		}
		return nil
	})
	if err != nil || rows != largeRows || cells != 10*largeRows || given < 2*largeRows-2 {
		t.Fatalf("%d rows, %d cells, %d values, %v", rows, cells, given, err)
	}
	return peak
}

func TestLargeFiles(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes long")
	}
	for name, path := range map[string]string{"delimited": largeCSV(t), "workbook": largeWorkbook(t)} {
		runtime.GC()
		before := processorTime(t)
		peak := readLarge(t, path)
		took := processorTime(t) - before
		t.Logf("%s: %v, %d MiB", name, took.Round(10*time.Millisecond), peak>>20)
		if took > 3*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if peak > 100<<20 {
			t.Errorf("%s took %d MiB", name, peak>>20)
		}
	}
}

func BenchmarkLargeFiles(b *testing.B) {
	for name, path := range map[string]string{"delimited": largeCSV(b), "workbook": largeWorkbook(b)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				book, err := OpenFile(path)
				if err != nil {
					b.Fatal(err)
				}
				if err := book.Each(0, func(Row) error { return nil }); err != nil {
					b.Fatal(err)
				}
				book.Close()
			}
		})
	}
}
