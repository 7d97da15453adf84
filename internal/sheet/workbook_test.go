package sheet

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// styles has a number format for each s="…" of the tests below.
const styles = declaration + `<styleSheet ` + mainSpace + `>
<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="#,##0.00&quot;元&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"><alignment/></xf><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs>
<cellStyles><cellStyle xfId="0"/></cellStyles><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>
</styleSheet>`

func TestCellsOfAWorkbook(t *testing.T) {
	for _, tc := range []struct{ name, cells, want string }{
		{"numbers", `<c><v>12</v></c><c><v>-0.5</v></c><c t="n"><v>1E3</v></c>`, "#12|#-0.5|#1000"},
		{"float identifiers", `<c><v>123456789.0</v></c><c><v>1.23E+11</v></c><c><v>123456789012345678</v></c>`, "#123456789|#123000000000|#123456789012345678"},
		{"what computers make of 0.3, and of 129.696", `<c><v>0.30000000000000004</v></c><c><v>129.69600000000003</v></c><c><v>-60.704000000000001</v></c>`, "#0.3|#129.696|#-60.704"},
		{"tiny and rounded up", `<c><v>1.5E-3</v></c><c><v>9.9999999999999999</v></c><c><v>-0</v></c>`, "#0.0015|#10|#0"},
		{"a format of money stays a number", `<c s="5"><v>1234.5</v></c>`, "#1234.5"},
		{"days", `<c s="1"><v>46204</v></c><c s="3"><v>46204</v></c><c s="2"><v>46204.556</v></c>`, "@2026-07-01|@2026-07-01|@2026-07-01T13:20:38"},
		{"a day spelled out", `<c t="d"><v>2026-07-01T13:20:35</v></c><c t="d"><v>soon</v></c>`, "@2026-07-01T13:20:35|soon"},
		{"time that rounds into the next day", `<c s="2"><v>46203.9999999</v></c>`, "@2026-07-01"},
		{"no day", `<c s="1"><v>0</v></c><c s="1"><v>60</v></c><c s="1"><v>-3</v></c><c s="1"><v>2958466</v></c>`, "#0|#60|#-3|#2958466"},
		{"spans of time, and a day shown as its time", `<c s="6"><v>0.5</v></c><c s="7"><v>46204.5</v></c><c s="6"><v>46204.5</v></c>`, "#0.5|#46204.5|@2026-07-01T12:00:00"},
		{"percent", `<c s="4"><v>1.125</v></c>`, "#%1.125"},
		{"truth", `<c t="b"><v>1</v></c><c t="b"><v>0</v></c>`, "?TRUE|?FALSE"},
		{"errors", `<c t="e"><v>#N/A</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "!#N/A|!#DIV/0!"},
		{"formulas with a value", `<c><f>SUM(B1:B2)</f><v>3</v></c><c t="str"><f>A1&amp;"x"</f><v>ax</v></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c>`, "#3|ax||#1"},
		{"formulas without", `<c><f>SUM(B1:B2)</f></c><c><f>B1</f><v/></c><c><f t="shared" si="0"/></c><c t="str"><f>A1</f></c>`, "=?|=?|=?|=?"},
		{"shared texts, one with runs, one with how it is said", `<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>`, "张伟|华东区|東京|<a> & b"},
		{"inline texts", `<c t="inlineStr"><is><t xml:space="preserve"> 直销 </t></is></c><c t="inlineStr"><is><r><t>线</t></r><r><t>上</t></r></is></c>`, "直销|线上"},
		{"characters that XML has not", `<c t="inlineStr"><is><t>a_x000D_&#10;b&#x4E2D;_x4E2D_</t></is></c>`, "a⏎b中中"},
		{"literal text", `<c t="inlineStr"><is><t><![CDATA[<b> & c]]></t></is></c>`, "<b> & c"},
		{"cells that are not there", `<c r="B1"><v>1</v></c><c r="D1" s="1"/><c r="E1"><v>2</v></c><c r="F1" t="s"/>`, "|#1|||#2"},
		{"a number that is none", `<c><v>1e999999</v></c><c><v>x</v></c>`, "1e999999|x"},
		{"what is put before a text for Excel", `<c t="inlineStr"><is><t>="00123"</t></is></c><c t="inlineStr"><is><t>'-5</t></is></c><c t="inlineStr"><is><t>'s</t></is></c>`, "00123|-5|'s"},
	} {
		p := workbookOf(`<row r="1">`+tc.cells+`</row>`).with("xl/styles.xml", styles).
			with("xl/sharedStrings.xml", declaration+`<sst `+mainSpace+` count="9" uniqueCount="4"><si><t>张伟</t></si>`+
				`<si><r><rPr><b/></rPr><t>华东</t></r><r><t>区</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve">&lt;a&gt; &amp; b </t></si></sst>`)
		equal(t, tc.name, strings.TrimSuffix(read(t, p.zipped(t)), "\n"), "1: "+tc.want)
	}
}

func TestDaysOfBothEpochs(t *testing.T) {
	rows := `<row><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="1"><v>44742</v></c></row>`
	p := workbookOf(rows).with("xl/styles.xml", styles)
	// Excel counts 29 February 1900, which there was not, as 60.
	equal(t, "from 1900", read(t, p.zipped(t)), "1: @1900-01-01|@1900-02-28|@1900-03-01|@2022-06-30\n")

	p = p.replace("xl/workbook.xml", "<sheets>", `<workbookPr date1904="1"/><sheets>`)
	equal(t, "from 1904", read(t, p.zipped(t)), "1: @1904-01-02|@1904-02-29|@1904-03-02|@2026-07-01\n") // 44742 + 1462 = 46204
	b, err := open(p.zipped(t))
	if err != nil || !b.Epoch1904() {
		t.Errorf("a workbook from 1904 is not known as such: %v", err)
	}
	m, _, err := ReadDate(Cell{Kind: Number, Text: "44742"}, DateStyle{Epoch1904: true})
	equal(t, "a number of it", m.Date.String(), "2026-07-01")
	equal(t, "no fault", codeOf(err), "")
}

func TestZeroOfAProgramThatComputesNothing(t *testing.T) {
	p := workbookOf(`<row><c><f>SUM(B1:B9)</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c><v>0</v></c></row>`)
	equal(t, "computed", read(t, p.zipped(t)), "1: #0|#2|#0\n")
	p = p.replace("xl/workbook.xml", "</workbook>", `<calcPr fullCalcOnLoad="1"/></workbook>`)
	equal(t, "left to Excel", read(t, p.zipped(t)), "1: =?|#2|#0\n")
}

func TestSheetsOfAWorkbook(t *testing.T) {
	p := workbookOf(`<row><c><v>1</v></c></row>`).
		replace("xl/workbook.xml", "</sheets>", `<sheet name="A &amp; B" state="hidden" r:id="rId7"/><sheet name="图" r:id="rId8"/><sheet name="更深" state="veryHidden" r:id="rId9"/></sheets>`).
		replace("xl/_rels/workbook.xml.rels", "</Relationships>", `<Relationship Id="rId7" Type="`+relType+`worksheet" Target="worksheets\Sheet2.xml"/>`+
			`<Relationship Id="rId8" Type="`+relType+`chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId9" Type="`+relType+`worksheet" Target="worksheets/sheet3.xml"/></Relationships>`).
		with("xl/worksheets/sheet2.xml", sheetOf(`<row r="3"><c r="B3"><v>2</v></c></row>`, "")).
		with("xl/worksheets/sheet3.xml", sheetOf("", ""))
	b, err := open(p.zipped(t))
	if err != nil {
		t.Fatal(err)
	}
	want := []Sheet{{"订单", false}, {"A & B", true}, {"更深", true}}
	for i, s := range b.Sheets() {
		if i >= len(want) || s != want[i] {
			t.Errorf("sheet %d is %+v", i, s)
		}
	}
	for i, want := range []string{"1: #1\n", "3: |#2\n", ""} {
		got, err := readSheet(b, i)
		equal(t, b.Sheets()[i].Name, got+codeOf(err), want)
	}
	if !b.Workbook() || b.Encoding() != "" || b.Delimiter() != 0 {
		t.Error("a workbook has an encoding or a delimiter")
	}
}

func TestRowsHaveTheNumbersOfExcel(t *testing.T) {
	p := workbookOf(`<row r="2"><c r="A2"><v>1</v></c></row><row r="5"><c r="A5" s="1"/></row><row><c><v>2</v></c></row><row r="9"/><row r="10"><c r="C10"><v>3</v></c></row>`)
	equal(t, "rows", read(t, p.zipped(t)), "2: #1\n6: #2\n10: ||#3\n")
}

func TestMergedRanges(t *testing.T) {
	// 姓名 over two rows, 一季度 and 二季度 over three columns each, the person
	// over three rows; the ranges stand in any order.
	rows := `<row r="1"><c r="A1" t="str"><v>姓名</v></c><c r="B1" t="str"><v>一季度</v></c><c r="E1" t="str"><v>二季度</v></c></row>` +
		`<row r="2"><c r="B2" t="str"><v>1月</v></c><c r="C2" t="str"><v>2月</v></c><c r="D2" t="str"><v>3月</v></c><c r="E2" t="str"><v>4月</v></c></row>` +
		`<row r="3"><c r="A3" t="str"><v>张伟</v></c><c r="B3"><v>1</v></c></row><row r="5"><c r="B5"><v>3</v></c></row><row r="6"><c r="B6"><v>4</v></c></row>`
	p := workbookOf("").with("xl/worksheets/sheet1.xml", sheetOf(rows, `<autoFilter ref="A1:G9"/><mergeCells count="5"><mergeCell ref="A3:A5"/><mergeCell ref="E1:G1"/><mergeCell ref="A1:A2"/><mergeCell ref="B1:D1"/><mergeCell ref="oops"/></mergeCells><pageMargins/>`))
	b, err := open(p.zipped(t))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the ranges are read once and serve every time
		var got strings.Builder
		err = b.Each(0, func(r Row) error {
			for column := range 8 {
				c, merged := r.Over(column)
				if merged {
					c.Text += "^"
				} else {
					c = r.Cell(column)
				}
				got.WriteString(c.Text + "|")
			}
			got.WriteByte('\n')
			return nil
		})
		equal(t, "merged", got.String()+codeOf(err),
			"姓名|一季度|一季度^|一季度^|二季度|二季度^|二季度^||\n姓名^|1月|2月|3月|4月||||\n张伟|1|||||||\n张伟^|3|||||||\n|4|||||||\n")
	}
}

func TestOtherWritersOfWorkbooks(t *testing.T) {
	p := workbookOf(`<row><c><v>1</v></c></row>`)
	for name, other := range map[string]parts{
		"prefixes":        p.with("xl/worksheets/sheet1.xml", `<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`),
		"comments":        p.with("xl/worksheets/sheet1.xml", `<?xml version='1.0'?><!-- > <row/> --><worksheet><sheetData ><row r = '1' ><c r="A1" a=">" ><v >1</v ></c ></row ></sheetData ></worksheet >`),
		"UTF-16":          p.with("xl/worksheets/sheet1.xml", utf16Part(`<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`)),
		"byte order mark": p.with("xl/worksheets/sheet1.xml", "\uFEFF"+p["xl/worksheets/sheet1.xml"]),
		"another place": p.with("xl/workbook.xml", "").with("_rels/.rels", strings.ReplaceAll(p["_rels/.rels"], "xl/workbook.xml", "/office/book.xml")).
			with("office/book.xml", p["xl/workbook.xml"]).with("office/_rels/book.xml.rels", p["xl/_rels/workbook.xml.rels"]).with("office/worksheets/sheet1.xml", p["xl/worksheets/sheet1.xml"]),
	} {
		if name == "another place" {
			delete(other, "xl/workbook.xml")
		}
		equal(t, name, read(t, other.zipped(t)), "1: #1\n")
	}
}

func utf16Part(text string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func TestTheErrorOfTheCallerStops(t *testing.T) {
	stop := errors.New("enough")
	for _, data := range [][]byte{workbookOf(`<row><c><v>1</v></c></row><row><c><v>2</v></c></row>`).zipped(t), []byte("a\nb\n")} {
		b, err := open(data)
		if err != nil {
			t.Fatal(err)
		}
		rows := 0
		err = b.Each(0, func(Row) error { rows++; return stop })
		if err != stop || rows != 1 {
			t.Errorf("after %d rows: %v", rows, err)
		}
	}
}
