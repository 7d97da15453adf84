package edit

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// A writer makes front matter as people do it who keep to no style at all.
// Every key is there once in the whole text, and so is every comment.
type writer struct {
	strings.Builder
	random  *rand.Rand
	n       int            // of the last key or comment
	values  map[string]out // by path: what may be set
	maps    []string       // paths of mappings that may get more entries
	newline string
}

// out is where a value stands in the text.
type out struct{ start, end int }

func (w *writer) pick(list ...string) string { return list[w.random.IntN(len(list))] }

func (w *writer) key() string {
	w.n++
	return fmt.Sprintf("k%d", w.n)
}

func (w *writer) comment() string {
	w.n++
	return w.pick("", "", fmt.Sprintf(" #c%d", w.n), fmt.Sprintf("   # 备注: {c%d", w.n), fmt.Sprintf("  # c%d, ]", w.n), " ")
}

// write writes a key as it likes.
func (w *writer) name(key string) {
	w.WriteString(w.pick(key, key, key, `"`+key+`"`, `'`+key+`'`) + w.pick(":", ":", ": "))
}

func (w *writer) scalar(path string) {
	w.WriteString(w.pick(" ", " ", "  "))
	at := out{start: w.Len()}
	w.n++
	number := fmt.Sprint(w.n)
	w.WriteString(w.pick(number, number, `"`+number+` \"万 ] "`, `'`+number+`''s }'`, "", "", "null", "~"))
	at.end = w.Len()
	w.values[path] = at
}

// block writes the entries of a mapping of block style.
func (w *writer) block(path string, indent int) {
	w.maps = append(w.maps, path)
	for range 1 + w.random.IntN(4) {
		if w.random.IntN(3) == 0 {
			w.WriteString(w.pick("", strings.Repeat(" ", indent), "        ") + strings.TrimLeft(w.comment(), " ") + w.newline)
		}
		key := w.key()
		below := join(path, key)
		w.WriteString(strings.Repeat(" ", indent))
		w.name(key)
		switch w.random.IntN(8) {
		case 0, 1:
			w.WriteString(w.comment() + w.newline)
			if indent < 8 {
				w.block(below, indent+1+w.random.IntN(4))
			} else {
				w.values[below] = out{w.Len(), w.Len()}
				w.values[below] = out{} // empty: its place is behind the key
			}
			continue
		case 2, 3:
			w.WriteString(" ")
			w.flow(below, 0)
		case 4:
			w.WriteString(w.pick(" |", " >-") + w.newline + strings.Repeat(" ", indent+2) + "text: # {" + w.newline + w.newline + strings.Repeat(" ", indent+3) + "more")
			w.WriteString(w.newline)
			continue
		case 5:
			dash := w.newline + strings.Repeat(" ", indent) + "- "
			w.WriteString(dash + "{a: 'b, c', d: [e]}" + w.comment() + dash + "text" + w.newline + strings.Repeat(" ", indent+3) + "goes on")
		default:
			w.scalar(below)
		}
		w.WriteString(w.comment() + w.newline)
	}
}

// flow writes a mapping of flow style.
func (w *writer) flow(path string, depth int) {
	w.maps = append(w.maps, path)
	gap := func() {
		switch w.random.IntN(6) {
		case 0:
			w.WriteString(w.comment() + w.newline + w.pick("            ", "           "))
		case 1, 2:
			w.WriteString(" ")
		}
	}
	w.WriteString("{")
	n := w.random.IntN(4)
	for i := range n {
		gap()
		key := w.key()
		w.name(key)
		switch below := join(path, key); {
		case depth < 2 && w.random.IntN(3) == 0:
			w.WriteString(" ")
			w.flow(below, depth+1)
		case w.random.IntN(6) == 0:
			w.WriteString(" [1, {a: b}, 'c]']")
		default:
			w.scalar(below)
		}
		gap()
		if i < n-1 || w.random.IntN(4) == 0 {
			w.WriteString(w.pick(", ", ", ", " , "))
		}
	}
	gap()
	w.WriteString("}")
}

func join(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }

// settings chooses values to set, and notes what of the text they own.
func (w *writer) settings() (list []Setting, owned []out) {
	add := func(path, bare string) {
		w.n++
		text := fmt.Sprint(w.n)
		list = append(list, Setting{Path: strings.Split(path, "."), Bare: bare, Text: func(string) string { return text }})
	}
	for _, path := range slices.Sorted(maps.Keys(w.values)) {
		at := w.values[path]
		switch w.random.IntN(6) {
		case 0:
			add(path, "")
			owned = append(owned, at)
		case 1:
			add(path+".actual", "actual")
			owned = append(owned, at)
		case 2:
			add(path+".target", "actual")
			owned = append(owned, at)
		}
	}
	for _, path := range w.maps {
		for range max(0, w.random.IntN(6)-3) {
			add(join(path, w.pick(w.key(), "'"+w.key()+", x: 名 ")), "")
		}
		if w.random.IntN(8) == 0 {
			add(join(path, w.key()+"."+w.key()+".actual"), "actual")
		}
	}
	return list, owned
}

// TestSetKeepsWhatItDoesNotOwn holds, for 1,000 front matters, that what is
// read of the result is the old data and the new values, that every other byte
// is still there in its order, that every comment stays with its key, and that
// setting twice is setting once.
func TestSetKeepsWhatItDoesNotOwn(t *testing.T) {
	refused := 0
	for seed := range uint64(1000) {
		w := &writer{random: rand.New(rand.NewPCG(seed, 5)), values: map[string]out{}, newline: "\n"}
		if seed%3 == 0 {
			w.newline = "\r\n"
		}
		w.WriteString(w.pick("---", "\ufeff---", "\ufeff"+w.newline+"---") + w.newline)
		begin := w.Len()
		w.block("", 0)
		end := w.Len()
		w.WriteString("---" + w.pick("", w.newline+"正文 {k1: 1}\n\r\n"))
		src := w.String()
		list, owned := w.settings()
		got, faults := Set("a.md", []byte(src), list, nil)
		if len(faults) > 0 {
			refused++
			if len(list) > 0 {
				t.Logf("seed %d: refused: %v\n%s", seed, faults, src)
			}
			continue
		}
		want := decoded(t, src[begin:end])
		for _, s := range list {
			want = put(want, s, s.Text("")).(map[string]any)
		}
		if data := decoded(t, frontOf(string(got))); !reflect.DeepEqual(data, want) {
			t.Fatalf("seed %d: %v\nmade\n%s\nof\n%s\ngot  %v\nwant %v", seed, paths(list), got, src, data, want)
		}
		if lost := lostOf(without(src, owned), string(got)); lost != "" {
			t.Fatalf("seed %d: %v\nmade\n%s\nof\n%s\nand lost what begins with\n%s", seed, paths(list), got, src, lost)
		}
		after := comments(string(got))
		for comment, keys := range comments(src) {
			if keys[0] == "}" {
				continue // it is on all that the brackets hold
			}
			if last := keys[len(keys)-1]; !slices.Contains(after[comment], last) {
				t.Fatalf("seed %d: %v\nmade\n%s\nof\n%s\nand %s has left %s", seed, paths(list), got, src, comment, last)
			}
		}
		if again, faults := Set("a.md", got, list, nil); len(faults) > 0 || string(again) != string(got) {
			t.Fatalf("seed %d: the second time made\n%s\nof\n%s\n%v", seed, again, got, faults)
		}
	}
	if refused > 0 {
		t.Errorf("%d of 1000 were refused", refused)
	}
}

func paths(list []Setting) (all []string) {
	for _, s := range list {
		all = append(all, strings.Join(s.Path, ".")+"="+s.Text(""))
	}
	return all
}

func frontOf(src string) string {
	begin := strings.Index(src, "---") + 3
	return src[begin : begin+strings.Index(src[begin:], "\n---")+1]
}

// decoded reads YAML with the library, every value as a text.
func decoded(t *testing.T, text string) map[string]any {
	t.Helper()
	var data map[string]any
	if err := yaml.Unmarshal([]byte(text), &data); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return asText(data).(map[string]any)
}

func asText(data any) any {
	switch x := data.(type) {
	case nil:
		return nil
	case map[string]any:
		for key := range x {
			x[key] = asText(x[key])
		}
		return x
	case []any:
		for i := range x {
			x[i] = asText(x[i])
		}
		return x
	}
	return fmt.Sprint(data)
}

// put sets a value in data as the settings are meant.
func put(data any, s Setting, value string) any {
	if len(s.Path) == 0 {
		return value
	}
	mapping, ok := data.(map[string]any)
	if !ok && len(s.Path) == 1 && s.Path[0] == s.Bare {
		return value
	}
	if !ok {
		mapping = map[string]any{}
		if data != nil {
			mapping[s.Bare] = data
		}
	}
	key := s.Path[0]
	s.Path = s.Path[1:]
	mapping[key] = put(mapping[key], s, value)
	return mapping
}

// without returns a text without some of its parts.
func without(src string, parts []out) string {
	text := []byte(src)
	for _, p := range parts {
		for i := p.start; i < p.end; i++ {
			text[i] = 0
		}
	}
	return strings.ReplaceAll(string(text), "\x00", "")
}

// lostOf returns what is left of kept from the first byte that does not stand
// in text behind those before.
func lostOf(kept, text string) string {
	for i := range len(kept) {
		at := strings.IndexByte(text, kept[i])
		if at < 0 {
			return kept[i:]
		}
		text = text[at+1:]
	}
	return ""
}

var (
	commentName = regexp.MustCompile(`#[^\n]*\b(c\d+)`)
	keyName     = regexp.MustCompile(`\bk\d+\b`)
)

// comments returns the keys that stand before each comment in its line, where
// some do; before them } where a bracket that is closed does.
func comments(src string) map[string][]string {
	with := map[string][]string{}
	for line := range strings.Lines(src) {
		if m := commentName.FindStringSubmatchIndex(line); m != nil {
			before := strings.TrimRight(line[:m[0]], " ,")
			keys := keyName.FindAllString(before, -1)
			if strings.HasSuffix(before, "}") {
				keys = append([]string{"}"}, keys...)
			}
			if keys != nil {
				with[line[m[2]:m[3]]] = keys
			}
		}
	}
	return with
}
