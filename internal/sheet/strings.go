package sheet

// sharedTexts are the texts of a workbook that cells refer to by number. There
// may be a million, so they lie in few large strings.
type sharedTexts struct {
	blocks [][]string
	chunk  []byte // of those not yet in a block
	ends   []int
}

const (
	textsPerBlock = 4096
	bytesPerBlock = 64 << 10
)

func (t *sharedTexts) add(text []byte) {
	t.chunk = append(t.chunk, text...)
	t.ends = append(t.ends, len(t.chunk))
	if len(t.ends) == textsPerBlock {
		t.flush()
	}
}

// flush makes a block of what is waiting. All blocks but the last have
// textsPerBlock texts.
func (t *sharedTexts) flush() {
	block, start := make([]string, len(t.ends)), 0
	all := string(t.chunk)
	for i, end := range t.ends {
		block[i], start = tidy(all[start:end]), end
	}
	t.blocks = append(t.blocks, block)
	t.chunk, t.ends = t.chunk[:0], t.ends[:0]
}

func (t *sharedTexts) at(i int) (string, bool) {
	if i < 0 || i/textsPerBlock >= len(t.blocks) {
		return "", false
	}
	block := t.blocks[i/textsPerBlock]
	if i %= textsPerBlock; i >= len(block) {
		return "", false
	}
	return block[i], true
}

// loadTexts reads the texts that cells refer to.
func (w *workbook) loadTexts() error {
	r, err := w.archive.open(w.stringsPart, maxStrings)
	if err != nil {
		return err
	}
	defer r.Close()
	s := newScanner(w.stringsPart, r)
	texts := &sharedTexts{chunk: make([]byte, 0, bytesPerBlock)}
	var text []byte
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t == endOfPart:
			texts.flush()
			w.texts = texts
			return nil
		case len(texts.blocks)*textsPerBlock >= maxTexts:
			return fail("sheet-texts", maxTexts)
		case t == startTag && string(s.name) == "si":
			if text, err = s.richText(text[:0]); err != nil {
				return err
			}
			texts.add(expand(text))
		}
	}
}

// richText appends the text of the element just opened: of si or is, with its
// runs put together and without how it is pronounced.
func (s *scanner) richText(to []byte) ([]byte, error) {
	outer, said := s.depth(), 0 // the depth of rPh, while within
	within := false             // a t
	for {
		t, err := s.next()
		if err != nil {
			return to, err
		}
		switch t {
		case endOfPart:
			return to, damaged(s.part)
		case startTag:
			within = string(s.name) == "t" && said == 0
			if string(s.name) == "rPh" && said == 0 {
				said = s.depth()
			}
		case endTag:
			within = false
			if s.depth() < said {
				said = 0
			}
			if s.depth() < outer {
				return to, nil
			}
		case textToken:
			if !within {
				continue
			}
			if to, err = s.appendText(to); err != nil {
				return to, err
			}
			if len(to) > MaxCell {
				return to, fail("sheet-cell-too-long.part", s.part, MaxCell)
			}
		}
	}
}
