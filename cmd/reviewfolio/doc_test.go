package main

import (
	"bytes"
	"context"
	"errors"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// An example is a command of the documentation with the output it shows. A
// line of … stands for any lines.
type example struct {
	command string
	output  []string
}

// examplesIn finds the lines "$ reviewfolio …" of a text, with what follows
// them up to an empty line, the end of a code block, or the next command.
func examplesIn(text string) []example {
	var list []example
	open := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		bare := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(bare, "$ "):
			if open = strings.HasPrefix(bare, "$ reviewfolio "); open {
				list = append(list, example{command: strings.TrimPrefix(bare, "$ reviewfolio ")})
			}
		case bare == "" || strings.HasPrefix(bare, "```"):
			open = false
		case open:
			last := &list[len(list)-1]
			last.output = append(last.output, line)
		}
	}
	return list
}

// matches reports whether got is what the example shows; the documentation may
// indent it.
func (x example) matches(got string) bool {
	var pattern strings.Builder
	for _, line := range x.output {
		if indent := len(x.output[0]) - len(strings.TrimLeft(x.output[0], " \t")); indent <= len(line) {
			line = line[indent:]
		}
		if strings.TrimSpace(line) == "…" {
			pattern.WriteString(`(?:.*\n)*`)
			continue
		}
		pattern.WriteString(regexp.QuoteMeta(line) + "\n")
	}
	return regexp.MustCompile(`^` + pattern.String() + `$`).MatchString(got)
}

var word = regexp.MustCompile(`"[^"]*"|\S+`)

func fields(command string) []string {
	list := word.FindAllString(command, -1)
	for i := range list {
		list[i] = strings.Trim(list[i], `"`)
	}
	return list
}

// TestManual runs every example of the package comment and of the README, one
// after the other, in a folder that holds the demo portfolio.
func TestManual(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "main.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"main.go": file.Doc.Text(), "README.md": string(readme)} {
		t.Run(name, func(t *testing.T) {
			demo := os.DirFS("../../content")
			dir := t.TempDir()
			if err := os.CopyFS(dir+"/content", demo); err != nil {
				t.Fatal(err)
			}
			t.Chdir(dir)
			write(t, "orders.csv", orderList)
			for _, x := range examplesIn(text) {
				var out bytes.Buffer
				run(t.Context(), fields(x.command), &out, &out, noEnvironment)
				if !x.matches(out.String()) {
					t.Errorf("$ reviewfolio %s\nprints\n%s\nwant\n%s", x.command, out.String(), strings.Join(x.output, "\n"))
				}
			}
		})
	}
	if len(examplesIn(file.Doc.Text())) < 5 {
		t.Error("the manual has lost its examples")
	}
}

// orderList is a file that lies beside the portfolio for the examples of import.
const orderList = "订单号,销售员,下单日期,金额\nA1,zhang-wei,2026-08-12,1350万\n"

func noEnvironment(string) string { return "" }

// TestHelpExamples runs the example of every verb's help where it says that it
// runs: in a portfolio begun with init.
func TestHelpExamples(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, v := range verbs() {
		args := fields(strings.TrimPrefix(v.example, "reviewfolio "))
		ctx, end := context.WithCancel(t.Context())
		if v.name == "serve" {
			end() // it would go on for ever
		}
		var out bytes.Buffer
		got := run(ctx, args, &out, &out, noEnvironment)
		if end(); got != exitOK {
			t.Errorf("%s\nexits with %d:\n%s", v.example, got, out.String())
		}
		if v.name == "init" {
			t.Chdir("portfolio")
			write(t, "orders.csv", orderList)
		}
		var help bytes.Buffer
		run(t.Context(), append([]string{"help"}, v.name), &help, &help, noEnvironment)
		if !strings.Contains(help.String(), "$ "+v.example+"\n") {
			t.Errorf("the help of %s does not show its example:\n%s", v.name, help.String())
		}
	}
}
