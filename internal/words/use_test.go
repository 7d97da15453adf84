package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestUse looks through the module's sources and templates for keys that the
// catalogue does not hold, and for texts that are given too few or too many
// arguments: interface words and diagnostics alike.
func TestUse(t *testing.T) {
	root := os.DirFS("../..")
	for _, dir := range []string{"internal", "cmd", "layouts"} {
		err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(name, "_test.go") {
				return err
			}
			src, err := fs.ReadFile(root, name)
			if err != nil {
				return err
			}
			switch path.Ext(name) {
			case ".go":
				checkSource(t, name, src)
			case ".html":
				checkTemplate(t, name, src)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

var templateKey = regexp.MustCompile(`(?:\.T|\bt) "([^"]+)"`)

func checkTemplate(t *testing.T, name string, src []byte) {
	for _, m := range templateKey.FindAllStringSubmatch(string(src), -1) {
		if !Has(m[1]) {
			t.Errorf("%s: no text for %q", name, m[1])
		}
	}
}

// likeKey matches literals that begin like a key of the interface, with an
// alignment before it where it heads a column.
var likeKey = regexp.MustCompile(`^(?:[a-z]+:)?((?:head|section|order|foot|fig|kicker|todo|empty|explain|formula|nav|goal|promise)\.[a-z0-9-]+)$`)

func checkSource(t *testing.T, name string, src []byte) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return // somebody is still writing it; the compiler tells better
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			key, args, ok := textUse(n)
			if !ok {
				return true
			}
			e, ok := catalogue[key]
			if !ok {
				t.Errorf("%s: no text for %q", fset.Position(n.Pos()), key)
			} else if want := highestArgument(e.zh); args >= 0 && args != want {
				t.Errorf("%s: %q takes %d arguments, got %d", fset.Position(n.Pos()), key, want, args)
			}
		case *ast.BasicLit:
			text, _ := strconv.Unquote(n.Value)
			if m := likeKey.FindStringSubmatch(text); m != nil && !Has(m[1]) {
				t.Errorf("%s: no text for %q", fset.Position(n.Pos()), m[1])
			}
		}
		return true
	})
}

// textUse returns the key that a call with a literal key has words for, and
// with how many arguments (-1 where they are passed on): Lang.Text, and the
// diagnostics that diag.List and diag.Diagnostic take.
func textUse(call *ast.CallExpr) (key string, args int, ok bool) {
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", 0, false
	}
	at := 0 // where the key stands
	switch fun.Sel.Name {
	case "Text":
		ok = isLang(fun.X)
	case "Error", "Warn", "Note":
		at = 1
	case "WithHint":
	default:
		ok = false
	}
	if !ok || len(call.Args) <= at {
		return "", 0, false
	}
	lit, ok := call.Args[at].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", 0, false
	}
	key, err := strconv.Unquote(lit.Value)
	if args = len(call.Args) - at - 1; call.Ellipsis != token.NoPos {
		args = -1
	}
	return key, args, err == nil && keyForm.MatchString(key)
}

var keyForm = regexp.MustCompile(`^[a-z][a-zA-Z0-9_.-]*$`)

func isLang(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name == "lang" || x.Name == "l"
	case *ast.SelectorExpr:
		return strings.EqualFold(x.Sel.Name, "lang") || x.Sel.Name == "Chinese" || x.Sel.Name == "English"
	}
	return false
}

// highestArgument returns how many arguments a format takes.
func highestArgument(format string) int {
	highest := 0
	for _, verb := range strings.Fields(verbs(format)) {
		n, _ := strconv.Atoi(verb[:len(verb)-1])
		highest = max(highest, n)
	}
	return highest
}
