package imports

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
	"reviewfolio/internal/source"
	"reviewfolio/internal/words"
)

// staff is a portfolio for exports as they come.
var staff = map[string]string{
	"content/site.yaml":            "title: t\n",
	"content/teams/east.md":        "---\nname: 华东区\n---\n",
	"content/people/zhang-wei.md":  "---\nname: 张伟\nteam: east\naliases: [Zhang Wei, '1001']\n---\n",
	"content/people/li-na.md":      "---\nname: 李娜\nteam: east\naliases: [Na Li, '1002']\n---\n",
	"content/people/chen-jing.md":  "---\nname: 陈静\nteam: east\naliases: [Jing Chen]\n---\n",
	"content/people/john-smith.md": "---\nname: John Smith\nteam: east\n---\n",
}

func staffOf(t *testing.T, site string) *model.Portfolio {
	t.Helper()
	fsys := asFS(staff)
	if site != "" {
		fsys["content/site.yaml"].Data = []byte(site)
	}
	p, faults, err := source.Load(fsys)
	if err != nil || faults.HasErrors() {
		t.Fatal(err, faults)
	}
	return p
}

// An export is a file as it comes, and what has to come out of it.
type export struct {
	name    string
	profile string   // a built-in one, YAML, or "start": the one that Explain gives
	file    string   // its name; f.csv unless said
	text    string   // of delimited text
	more    []string // further files: g1.csv, g2.csv
	bytes   []byte   // the same in another encoding
	sheets  []string // of a workbook
	site    string
	options Options
	want    string // of a file that is refused, the fault
}

func (x export) open(t *testing.T) (File, error) {
	name := x.file
	if name == "" {
		name = "f.csv"
	}
	if x.sheets != nil {
		return workbook(t, name, x.sheets...), nil
	}
	b := x.bytes
	if b == nil {
		b = []byte(strings.TrimPrefix(x.text, "\n"))
	}
	book, err := sheet.Open(bytes.NewReader(b), int64(len(b)), name)
	return File{name, book}, err
}

func (x export) run(t *testing.T) string {
	t.Helper()
	p := staffOf(t, x.site)
	f, err := x.open(t)
	if err != nil {
		return faultText(err)
	}
	e, err := Explain(asFS(staff), p, f)
	if err != nil {
		return "explain: " + faultText(err)
	}
	t.Logf("%s", e.Text(words.English))
	if started, faults := source.ParseProfile("s.yaml", "s", []byte(e.Start), &p.Settings); e.Start != "" && (started == nil || len(faults) > 0) {
		t.Errorf("%v\n%s", faults, e.Start)
	}
	text := x.profile
	switch {
	case text == "start":
		text = e.Start
	case !strings.Contains(text, "\n"):
		src, ok := Source(text)
		if !ok {
			t.Fatal(text)
		}
		text = string(src)
	}
	profile, faults := source.ParseProfile("p.yaml", "p", []byte(text), &p.Settings)
	if len(faults) > 0 {
		return fmt.Sprintf("%v\n%s", faults, text)
	}
	files := []File{f}
	for i, text := range x.more {
		files = append(files, open(t, fmt.Sprintf("g%d.csv", i+1), text))
	}
	r, err := Run(p, profile, files, x.options)
	if err != nil {
		return faultText(err)
	}
	return short(r)
}

// short writes a result in lines: the figures of each person and period but
// for breakdowns and months, rows, what was left out and refused, and notes but
// for those of what the file lacks.
func short(r *Result) string {
	var b strings.Builder
	for i, f := range r.Figures {
		if f.Part > Target {
			continue
		}
		if i == 0 || r.Figures[i-1].ID != f.ID || r.Figures[i-1].Period != f.Period {
			fmt.Fprintf(&b, "\n%s %s:", f.ID, f.Period)
		}
		fmt.Fprintf(&b, " %s", f.Metric)
		if f.Part == Target {
			b.WriteString(" target")
		}
		fmt.Fprintf(&b, " %s,", f.Amount)
	}
	fmt.Fprintf(&b, "\nrows %d = %d + %d + %d\n", r.Rows.Read, r.Rows.Used, r.Rows.Filtered, r.Rows.Rejected)
	for _, f := range r.Filtered {
		fmt.Fprintf(&b, "filtered %d from %d: %s\n", f.Rows, f.First, said(words.English, f.Reason))
	}
	for _, x := range r.Rejects {
		fmt.Fprintf(&b, "reject %s\n", x.Text(words.English))
	}
	for _, n := range r.Notes {
		switch n.Key {
		case "import-condition-left-out", "import-metric-left-out", "import-breakdowns-left-out", "import-snapshot-left-out":
		default:
			fmt.Fprintf(&b, "note %s\n", said(words.English, n))
		}
	}
	return strings.TrimPrefix(strings.ReplaceAll(b.String(), ",\n", "\n"), "\n")
}

func faultText(err error) string {
	if f := (*Fault)(nil); errors.As(err, &f) {
		return f.Text(words.English)
	}
	if f := (*sheet.Error)(nil); errors.As(err, &f) {
		return words.English.Text(f.Code, f.Args...)
	}
	return err.Error()
}

func gb18030(s string) []byte {
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

func utf16(s string) []byte {
	b, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

// TestExports: what comes out of files as they come. Sums are those of the rows
// that are not named as filtered or refused.
func TestExports(t *testing.T) {
	for _, x := range slices.Concat(dealExports, orderExports, targetExports) {
		t.Run(x.name, func(t *testing.T) {
			check(t, x.name, x.run(t), x.want)
		})
	}
}

// TestChinese: texts for people join and punctuate as Chinese does; sums have
// their thousands set apart.
func TestChinese(t *testing.T) {
	x := export{profile: "orders", text: "订单号,业务员,日期,金额\n1,张伟,2026-07-01,1668100.5\n2,张炜,2026-07-02,1\n3,张伟/李娜,2026-07-02,1\n"}
	p := staffOf(t, "")
	f, err := x.open(t)
	if err != nil {
		t.Fatal(err)
	}
	profile, _, err := Load(asFS(nil), x.profile, &p.Settings)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(p, profile, []File{f}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, "text", r.Text(words.Chinese), `
f.csv：表头在第 1 行，其下 3 行
行：读取 3 = 计入 1 + 不计 0 + 拒绝 2
金额：读取 1,668,102.5 = 计入 1,668,100.5 + 不计 0 + 拒绝 2
拒绝：
  f.csv:3: 业务员“张炜”：没有这个人；是否 张伟 (zhang-wei)？
  f.csv:4: 业务员“张伟/李娜”：写了几个人，不知道算谁的：改成一个人，或分成几行：li-na、zhang-wei
说明：
  没有“状态、审批状态、阶段”列，条件不起作用
  没有“数量”列，不导入 units
  没有“毛利”列，不导入 gross_profit
  没有对应的列，不拆分：channel、product、region、industry、customer
`)
}
