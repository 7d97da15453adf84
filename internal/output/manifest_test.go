package output

import (
	"crypto/sha256"
	"testing"
)

func testManifest() manifest {
	m := newManifest()
	m.pages["index.html"] = []entry{
		{stamp{12, 1_700_000_000_000_000_000}, sha256.Sum256([]byte("old"))},
		{stamp{0, -1}, sha256.Sum256([]byte("new"))},
	}
	m.pages["附件/三季度 述职.pptx"] = []entry{{stamp{1 << 40, 0}, sha256.Sum256(nil)}}
	m.seen["CNAME"] = stamp{5, 7}
	m.seen["a \"b\"\nend\n\xff\x00"] = stamp{1, 2}
	return m
}

func TestManifestComesBackAsItWas(t *testing.T) {
	for name, m := range map[string]manifest{"full": testManifest(), "empty": newManifest()} {
		got, err := decodeManifest(m.encode())
		if err != nil || !got.equal(m) {
			t.Errorf("%s: got %v, %v, want %v", name, got, err, m)
		}
	}
}

func TestManifestIsTheSameEachTime(t *testing.T) {
	want := string(testManifest().encode())
	for range 20 {
		if got := string(testManifest().encode()); got != want {
			t.Fatalf("got\n%s\nthen\n%s", want, got)
		}
	}
}

func TestManifestThatIsCutShortIsAnError(t *testing.T) {
	b := testManifest().encode()
	for n := range len(b) {
		if m, err := decodeManifest(b[:n]); err == nil {
			t.Errorf("%d of %d bytes read as %v", n, len(b), m)
		}
	}
}

func TestManifestThatIsDamagedIsAnError(t *testing.T) {
	const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	for _, line := range []string{
		"",
		hash + " 0 0",
		hash + " x 0 \"a\"",
		hash + " 0 x \"a\"",
		hash + " 0 0 a",
		hash[1:] + " 0 0 \"a\"",
		hash + "00 0 0 \"a\"",
		"z" + hash[1:] + " 0 0 \"a\"",
	} {
		if m, err := decodeManifest([]byte(manifestHeading + "\n" + line + "\n" + manifestEnd + "\n")); err == nil {
			t.Errorf("%q read as %v", line, m)
		}
	}
}

func FuzzDecodeManifest(f *testing.F) {
	f.Add(testManifest().encode())
	f.Add(newManifest().encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := decodeManifest(b)
		if err != nil {
			return
		}
		again, err := decodeManifest(m.encode())
		if err != nil || !again.equal(m) {
			t.Errorf("%q: %v, then %v, %v", b, m, again, err)
		}
	})
}
