package imports

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"reviewfolio/internal/words"
)

// anything prints under any verb.
type anything struct{}

func (anything) Format(f fmt.State, _ rune) { f.Write([]byte("x")) }

// keyAt is where a function that takes a key of package words has it.
var keyAt = map[string]int{"message": 0, "filtered": 0, "note": 0, "noteRow": 0, "refuse": 3}

// TestKeys: each message has a text in both languages that takes as many
// arguments as it is given.
func TestKeys(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := ""
			switch fun := call.Fun.(type) {
			case *ast.Ident:
				name = fun.Name
			case *ast.SelectorExpr:
				name = fun.Sel.Name
			}
			at, takesKey := keyAt[name]
			if !takesKey || len(call.Args) <= at || call.Ellipsis.IsValid() {
				return true
			}
			lit, ok := call.Args[at].(*ast.BasicLit)
			if !ok {
				return true
			}
			found++
			key, _ := strconv.Unquote(lit.Value)
			args := make([]any, len(call.Args)-at-1)
			if name == "noteRow" {
				args = append(args, nil) // the count
			}
			for i := range args {
				args[i] = anything{}
			}
			if key == "import-unknown-" {
				return true
			}
			for _, lang := range []words.Lang{words.Chinese, words.English} {
				if text := lang.Text(key, args...); strings.Contains(text, "%!") || strings.HasPrefix(text, "{") {
					t.Errorf("%s: %s", e.Name(), text)
				}
			}
			return true
		})
	}
	if found < 40 {
		t.Errorf("only %d keys were found", found)
	}
}
