package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// orderLines is a profile for the order lines of which the superstore portfolio
// was made.
const orderLines = `columns:
  行: 行 ID
  订单: 订单 ID
  日期: 订单日期
  地区:
  销售额:
  数量:
  利润:
  类别:
  细分:
lookups:
  经理: {on: 地区, key: 地区, value: 地区经理}
  退回: {on: 订单, key: 订单 ID, value: 退回}
id: 行
person: 经理
date: 日期
metrics:
  revenue: {sum: 销售额}
  gross_profit: {sum: 利润}
  orders: {distinct: 订单}
  units: {sum: 数量}
  returns: {distinct: 订单, where: {退回: 是}}
breakdowns:
  category: 类别
  segment: 细分
`

var (
	actualSide = regexp.MustCompile(`actual: [-0-9.]+`)
	aloneValue = regexp.MustCompile(`(?m)^(  (?:gross_profit|orders|units|returns): )[-0-9.]+$`)
	partValue  = regexp.MustCompile(`(办公用品|家具|技术|公司|小型企业|消费者): [-0-9.]+`)
)

// Real order lines put right all the figures of the reports that were made of
// them and change nothing else: bound figures in the prose fit again, or the
// build would fail. Parts may be a cent off those that others rounded.
func TestImportRestoresTheSuperstore(t *testing.T) {
	data := "../../../shared/data/superstore-zh"
	if _, err := os.Stat(data); err != nil {
		t.Skip("the superstore data is not here")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(superstore)); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "content/imports/superstore.yaml"), orderLines)
	original := readReports(t, dir)
	for name, text := range original {
		text = actualSide.ReplaceAllString(text, "actual: 1")
		text = aloneValue.ReplaceAllString(text, "${1}2")
		write(t, filepath.Join(dir, name), partValue.ReplaceAllString(text, "${1}: 3"))
	}
	args := []string{"import", data + "/订单.csv", data + "/退货.csv", data + "/销售人员.csv", "--profile", "superstore", "--root", dir}
	var out bytes.Buffer
	if got := run(t.Context(), args, &out, &out, noEnvironment); got != exitOK {
		t.Fatalf("import exits with %d:\n%s", got, out.String())
	}
	hidden := func(text string) string {
		text = actualSide.ReplaceAllString(text, "actual: x")
		return partValue.ReplaceAllString(aloneValue.ReplaceAllString(text, "${1}x"), "${1}: x")
	}
	for name, text := range readReports(t, dir) {
		if hidden(text) != hidden(original[name]) {
			t.Fatalf("%s is\n%s\nwas\n%s", name, text, original[name])
		}
	}
	if len(original) != 96 {
		t.Errorf("%d reports", len(original))
	}
	checkSuperstore(t, dir)
	out.Reset()
	if got := run(t.Context(), args, &out, &out, noEnvironment); got != exitOK || !strings.HasSuffix(out.String(), "\nnothing to change\n") {
		t.Errorf("a second import exits with %d:\n%s", got, out.String())
	}
}

func readReports(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), "content/reviews", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "report.md") {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		texts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
