package sheet

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func encoded(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const orders3 = "订单编号,负责人,金额\nA-1,张伟,\"1,200\"\nA-2,王芳,300\n"

func TestEncodingsOfText(t *testing.T) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	rows := "1: 订单编号|负责人|金额\n2: A-1|张伟|1,200\n3: A-2|王芳|300\n"
	for _, tc := range []struct {
		name, encoding string
		data           []byte
		want           string
	}{
		{"plain", "UTF-8", []byte(orders3), rows},
		{"with a byte order mark, as Excel writes it", "UTF-8", []byte("\uFEFF" + orders3), rows},
		{"ASCII alone", "UTF-8", []byte("id,amount\n1,2\n"), "1: id|amount\n2: 1|2\n"},
		{"Unicode text of Excel", "UTF-16LE", append([]byte{0xFF, 0xFE}, encoded(t, little, orders3)...), rows},
		{"big end first", "UTF-16BE", append([]byte{0xFE, 0xFF}, encoded(t, big, orders3)...), rows},
		{"little end first without a mark", "UTF-16LE", encoded(t, little, orders3), rows},
		{"big end first without a mark", "UTF-16BE", encoded(t, big, orders3), rows},
		{"GBK", "GB18030", encoded(t, simplifiedchinese.GBK, orders3), rows},
		{"GB18030 of four bytes", "GB18030", encoded(t, simplifiedchinese.GB18030, "姓名,城市\n𠮷野,上海\n"), "1: 姓名|城市\n2: 𠮷野|上海\n"},
		{"联通, which a careless reader takes for UTF-8", "GB18030", encoded(t, simplifiedchinese.GBK, "客户,额\n联通,1\n"), "1: 客户|额\n2: 联通|1\n"},
		{"rare names", "GB18030", encoded(t, simplifiedchinese.GBK, "姓名,镕喆堃\n"), "1: 姓名|镕喆堃\n"},
		{"western letters", "windows-1252", encoded(t, charmap.Windows1252, "name,city\nMüller,Köln\nJosé,Malmö\n"), "1: name|city\n2: Müller|Köln\n3: José|Malmö\n"},
		{"a hard space, as in the English Superstore", "windows-1252", encoded(t, charmap.Windows1252, "product,sales\n\"Desk,\u00A0Khaki\",5\n"), "1: product|sales\n2: Desk,\u00A0Khaki|5\n"},
	} {
		b, err := open(tc.data)
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		equal(t, tc.name, b.Encoding(), tc.encoding)
		got, err := readSheet(b, 0)
		equal(t, tc.name, got+codeOf(err), tc.want)
		if b.Workbook() || len(b.Sheets()) != 1 || b.Sheets()[0] != (Sheet{}) {
			t.Errorf("%s: a text has sheets %+v", tc.name, b.Sheets())
		}
	}
}

func TestDelimiters(t *testing.T) {
	for _, tc := range []struct{ name, text, delimiter, want string }{
		{"comma", "a,b\n1,2\n", ",", "1: a|b\n2: 1|2\n"},
		{"semicolon with decimal commas", "a;b;c\n1,5;2,5;3,5\n1,6;2,6;3,6\n", ";", "1: a|b|c\n2: 1,5|2,5|3,5\n3: 1,6|2,6|3,6\n"},
		{"more decimal commas than columns", "a;b\n1,5;2,5,x\n1,6;2,6,x\n", ";", "1: a|b\n2: 1,5|2,5,x\n3: 1,6|2,6,x\n"},
		{"tab", "a\tb\n1,200\t2\n", "\t", "1: a|b\n2: 1,200|2\n"},
		{"bar", "a|b|c\n1|2|3\n", "|", "1: a|b|c\n2: 1|2|3\n"},
		{"commas within quotes", "a;b\n\"1,2,3\";x\n\"4,5,6\";y\n", ";", "1: a|b\n2: 1,2,3|x\n3: 4,5,6|y\n"},
		{"bars in a column, short rows", "no,name,x,y\n1,A | B\n2,C | D\n3,E | F,5,6\n", ",", "1: no|name|x|y\n2: 1|A | B\n3: 2|C | D\n4: 3|E | F|5|6\n"},
		{"titles above the table", "销售报表\n2026 年\na;b;c\n1;2;3\n4;5;6\n", ";", "1: 销售报表\n2: 2026 年\n3: a|b|c\n4: 1|2|3\n5: 4|5|6\n"},
		{"more remarks below the table than rows", "no,name,x\n1,A,5\n\nReport\nMade by: x\nConfidential; do not copy\nAcme\n", ",", "1: no|name|x\n2: 1|A|5\n4: Report\n5: Made by: x\n6: Confidential; do not copy\n7: Acme\n"},
		{"one column", "金额\n100\n200\n", ",", "1: 金额\n2: 100\n3: 200\n"},
		{"the line that Excel understands", "sep=;\na,x;b\n1,y;2\n", ";", "2: a,x|b\n3: 1,y|2\n"},
	} {
		b, err := open([]byte(tc.text))
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		equal(t, tc.name, string(b.Delimiter()), tc.delimiter)
		got, err := readSheet(b, 0)
		equal(t, tc.name, got+codeOf(err), tc.want)
	}
}

// Numbers are the lines an editor shows.
func TestRecords(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"quoted line ends", "a,b\n1,\"x\ny\r\nz\"\n2,w\n", "1: a|b\n2: 1|x⏎y⏎z\n5: 2|w\n"},
		{"doubled quotes", "a,b\n\"5\"\" pipe\",\"\"\"\"\n", "1: a|b\n2: 5\" pipe|\"\n"},
		{"carriage returns and line feeds", "a,b\r\n1,2\r\n\r\n3,4", "1: a|b\n2: 1|2\n4: 3|4\n"},
		{"carriage returns alone", "a,b\r1,2\r3,4\r", "1: a|b\n2: 1|2\n3: 3|4\n"},
		{"blank rows", "a,b\n\n,,\n  , \n1,2\n", "1: a|b\n5: 1|2\n"},
		{"ragged rows", "a,b,c\n1\n1,2,3,4\n1,,\n", "1: a|b|c\n2: 1\n3: 1|2|3|4\n4: 1\n"},
		{"white space around values", "a ,b\n x\u00A0,\u3000y\t\n", "1: a|b\n2: x|y\n"},
		{"a quote within", "a,b\n5\" pipe,6\n", "1: a|b\n2: 5\" pipe|6\n"},
		{"inner quotes that are not doubled", "a,b\n\"5\" pipe\",6\n", "1: a|b\n2: 5\" pipe|6\n"},
		{"a word in quotes at the front", "a,b\n\"Fiskars\" 剪刀,12\nx,\"y\"\n", "1: a|b\n2: \"Fiskars\" 剪刀|12\n3: x|y\n"},
		{"a quote that nobody closes", "a,b\n\"x,1\ny,2\n", "1: a|b\n2: \"x|1\n3: y|2\n"},
		{"a quote closed records later", "a,b,c\n1,\"x,3\n4,5,6\n7,8\",9\n", "1: a|b|c\n2: 1|\"x|3\n3: 4|5|6\n4: 7|8\"|9\n"},
		{"a quote before quoted records", "a,b,c\n1,\"x,3\n4,\"y\",6\n", "1: a|b|c\n2: 1|\"x|3\n3: 4|y|6\n"},
		{"a note of several lines stays one", "a,b,c\n1,\"first\nsecond, with a comma\nthird\",3\n", "1: a|b|c\n2: 1|first⏎second, with a comma⏎third|3\n"},
		{"space behind the quotes", "a,b\n\"x\" ,\"y\" \n", "1: a|b\n2: x|y\n"},
		{"quotes at the very end", "a,b\n1,\"2\"", "1: a|b\n2: 1|2\n"},
		{"an end mark of old programs", "a,b\n1,2\n\x1A", "1: a|b\n2: 1|2\n"},
		{"leading zeros kept for Excel", "a,b\n=\"00123\",'=x\n'＝x,'s\n\"=\"\"007\"\"\",1\n", "1: a|b\n2: 00123|=x\n3: ＝x|'s\n4: 007|1\n"},
	} {
		equal(t, tc.name, read(t, []byte(tc.text)), tc.want)
	}
}

// A row is the same wherever the pieces end in which a file is read.
func TestRecordsAcrossPieces(t *testing.T) {
	var text, want strings.Builder
	text.WriteString("编号,说明,数\n")
	want.WriteString("1: 编号|说明|数\n")
	for i := range 30_000 {
		n := strconv.Itoa(i)
		text.WriteString(n + ",\"一二\n三 " + n + "\"," + n + "\r\n")
		want.WriteString(strconv.Itoa(2+2*i) + ": " + n + "|一二⏎三 " + n + "|" + n + "\n")
	}
	for _, data := range [][]byte{[]byte(text.String()), encoded(t, simplifiedchinese.GBK, text.String())} {
		if got := read(t, data); got != want.String() {
			t.Error("rows differ")
		}
	}
}

func TestManyOpenQuotesAreNotSlow(t *testing.T) {
	text := "a,b\n" + strings.Repeat("\"x,1\n", 200_000)
	b, err := open([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	if err := b.Each(0, func(Row) error { rows++; return nil }); err != nil || rows != 200_001 {
		t.Errorf("%d rows, %v", rows, err)
	}
}

func TestFilesOfTheSuperstore(t *testing.T) {
	dir := "../../../shared/data/superstore-zh"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no such data here")
	}
	for name, want := range map[string]int{"订单.csv": 10_001, "退货.csv": 297, "销售人员.csv": 7} {
		b, err := OpenFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		rows, columns := 0, 0
		err = b.Each(0, func(r Row) error {
			if rows++; rows == 1 {
				columns = len(r.Cells)
			}
			if r.Number != rows || len(r.Cells) != columns {
				t.Errorf("%s: row %d has number %d and %d cells", name, rows, r.Number, len(r.Cells))
			}
			return nil
		})
		if err != nil || rows != want {
			t.Errorf("%s: %d rows, want %d, %v", name, rows, want, err)
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, "订单.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if read(t, text) != read(t, encoded(t, simplifiedchinese.GB18030, string(bytes.TrimPrefix(text, []byte("\uFEFF"))))) {
		t.Error("the orders differ in GB18030")
	}
}
