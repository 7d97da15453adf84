package preview

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"testing"

	"reviewfolio/internal/words"
)

// What is not ours is what its page says, byte for byte.
func TestThirdParty(t *testing.T) {
	files := clientFiles(Options{})
	told, err := os.ReadFile("client/THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("`%x`", sha256.Sum256(files["idiomorph.esm.js"])); !bytes.Contains(told, []byte(sum)) {
		t.Errorf("idiomorph.esm.js is %s, and THIRD_PARTY.md tells another", sum)
	}
}

// Each word that the browser's side asks for is in its setup, in both languages,
// and none is there that nobody asks for.
func TestClientWords(t *testing.T) {
	var scripts []byte
	for name, text := range clientFiles(Options{}) {
		if name != "setup.js" {
			scripts = append(scripts, text...)
		}
	}
	for _, name := range clientWords {
		asked := bytes.Contains(scripts, []byte("words."+name)) || bytes.Contains(scripts, []byte(`words["`+name+`"]`))
		if severity := name == "error" || name == "warning" || name == "note"; !asked && !severity {
			t.Errorf("nobody asks for %q", name)
		}
		if zh, en := words.Chinese.Text("preview."+name), words.English.Text("preview."+name); zh == en {
			t.Errorf("%q is %q in both languages", name, zh)
		}
	}
}
