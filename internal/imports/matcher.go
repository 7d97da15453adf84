package imports

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A matcher finds whom a value of a table means.
type matcher struct {
	tiers  []map[string][]string // folded text -> ids; the first that has any decides
	folds  []func(string) string // of each tier
	names  []string              // to be near to
	byName map[string]string     // what a name is shown as
	found  map[string]match
	nears  int // how many times near names were looked for
}

// Tiers that ids and pinyin are in besides their own.
const (
	tokenTier  = 4
	joinedTier = 5
)

// A match is whom a value means: one id, or several, or nobody.
type match struct {
	ids     []string
	near    []string // names with ids
	several bool     // ids are all named, one behind the other
	glued   bool     // near is what the value holds among other words
}

// maxNears bounds how often near names are looked for: a file of strangers
// would take long.
const maxNears = 200

func newMatcher(m *model.Matching) *matcher {
	x := &matcher{
		folds:  []func(string) string{foldText, foldText, foldText, func(s string) string { return stripped(foldText(s)) }, tokens, joined, unpadded},
		byName: map[string]string{}, found: map[string]match{},
	}
	for range x.folds {
		x.tiers = append(x.tiers, map[string][]string{})
	}
	for _, id := range m.Ids {
		x.add(0, id.Value, id.ID)
	}
	return x
}

func (x *matcher) add(tier int, text, id string) {
	key := x.folds[tier](text)
	if key == "" || slices.Contains(x.tiers[tier][key], id) {
		return
	}
	x.tiers[tier][key] = append(x.tiers[tier][key], id)
}

// name adds a name of any kind.
func (x *matcher) name(text, id string) {
	for tier := 2; tier < len(x.tiers); tier++ {
		x.add(tier, text, id)
	}
	for _, one := range joinedNames(text) {
		x.add(joinedTier, one, id)
	}
	if text != "" {
		x.names = append(x.names, text)
		if x.byName[text] == "" {
			x.byName[text] = id
		}
	}
}

// peopleMatcher knows the people of a portfolio.
func peopleMatcher(p *model.Portfolio, m *model.Matching) *matcher {
	x := newMatcher(m)
	for _, who := range p.People {
		id := string(who.ID)
		if slices.Contains(m.By, model.MatchID) {
			x.add(1, id, id)
			x.add(tokenTier, strings.Map(wordOfID, id), id)
			for _, one := range joinedNames(strings.Map(wordOfID, id)) {
				x.add(joinedTier, one, id)
			}
		}
		if slices.Contains(m.By, model.MatchName) {
			x.name(who.Name, id)
			x.add(tokenTier, who.Pinyin, id)
			for _, one := range joinedNames(who.Pinyin) {
				x.add(joinedTier, one, id)
			}
		}
		if slices.Contains(m.By, model.MatchAlias) {
			for _, alias := range who.Aliases {
				x.name(alias, id)
			}
		}
	}
	return x
}

// teamMatcher knows the teams of a portfolio.
func teamMatcher(p *model.Portfolio, m *model.Matching) *matcher {
	x := newMatcher(m)
	for _, t := range p.Teams {
		if slices.Contains(m.By, model.MatchID) {
			x.add(1, string(t.ID), string(t.ID))
		}
		if slices.Contains(m.By, model.MatchName) {
			x.name(t.Name, string(t.ID))
		}
	}
	return x
}

// find returns whom a text means.
func (x *matcher) find(text string) match {
	if m, known := x.found[text]; known {
		return m
	}
	m := match{ids: x.lookUp(text)}
	if len(m.ids) == 0 {
		m.ids = x.glued(text)
	}
	if len(m.ids) == 0 {
		m.ids = x.several(text)
		m.several = len(m.ids) > 0
	}
	if len(m.ids) == 0 && x.nears < maxNears {
		x.nears++
		if m.near, m.glued = x.within(text); len(m.near) == 0 {
			m.near = x.nearest(text)
		}
	}
	x.found[text] = m
	return m
}

// lookUp returns the ids of the first tier that knows a text.
func (x *matcher) lookUp(text string) []string {
	for i, tier := range x.tiers {
		key := x.folds[i](text)
		if ids := tier[key]; len(ids) > 0 && key != "" {
			return ids
		}
	}
	return nil
}

// nearest returns up to three names that may have been meant, with their ids.
func (x *matcher) nearest(text string) []string {
	var list []string
	names := slices.Clone(x.names)
	for len(list) < 3 {
		near, ok := diag.Nearest(text, names)
		if !ok {
			break
		}
		list = append(list, near+" ("+x.byName[near]+")")
		id := x.byName[near]
		names = slices.DeleteFunc(names, func(n string) bool { return x.byName[n] == id })
	}
	return list
}

// wordOfID leaves the words of an id: zhang-wei2 may be another Zhang Wei.
func wordOfID(r rune) rune {
	switch {
	case r == '-':
		return ' '
	case r >= '0' && r <= '9':
		return -1
	}
	return r
}

// tokens folds a name in Latin script without regard to the order of its
// words: Wei Zhang is Zhang, Wei, and the owner of zhang.wei@example.com.
func tokens(s string) string {
	s = norm.NFKC.String(s)
	if local, _, isMail := strings.Cut(s, "@"); isMail {
		s = local
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,._-", r) || unicode.IsSpace(r) })
	slices.Sort(words)
	return foldText(strings.Join(words, ",")) // Lina is not Li, Na
}
