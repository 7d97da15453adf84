// Package scaffold writes the first text of new files: a whole small portfolio,
// a report, a comment, a person, a team.
//
// In go templates that lie beside the code and what the portfolio knows
// already, such as targets, promises and figures; out come texts that pass
// check and wait for their writer. It writes no file, and judges no name: who
// and what it is given exists.
package scaffold

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
	"reviewfolio/internal/words"
)

//go:embed text all:portfolio
var templates embed.FS

// Portfolio returns the files of a new portfolio that builds, in the language
// of its content.
func Portfolio(lang words.Lang) fs.FS {
	files, err := fs.Sub(templates, "portfolio/"+lang.String())
	if err != nil {
		panic(err) // the names are constants
	}
	return files
}

// A Known portfolio is what is known when something is added to it.
type Known struct {
	*model.Portfolio
	Result *analysis.Result
}

// lang is the language of the portfolio's content.
func (k Known) lang() words.Lang {
	lang, _ := words.ParseLang(k.Settings.Language)
	return lang
}

// A draft is a template that is being completed.
type draft struct{ lines []string }

// newDraft reads the template text/<name>.<language>.md.
func newDraft(name string, lang words.Lang) *draft {
	text, err := templates.ReadFile("text/" + name + "." + lang.String() + ".md")
	if err != nil {
		panic(err) // the names are constants
	}
	return &draft{strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")}
}

// find returns the first line that begins so. It is a line of the template.
func (d *draft) find(start string) int {
	i := slices.IndexFunc(d.lines, func(line string) bool { return strings.HasPrefix(line, start) })
	if i < 0 {
		panic("scaffold: no line " + start)
	}
	return i
}

// insert puts lines before line i.
func (d *draft) insert(i int, lines ...string) { d.lines = slices.Insert(d.lines, i, lines...) }

// endOf returns the line behind the section that begins at line i.
func (d *draft) endOf(i int) int {
	for i++; i < len(d.lines) && d.lines[i] != "" && !strings.HasPrefix(d.lines[i], "#"); i++ {
	}
	return i
}

func (d *draft) text() []byte { return []byte(strings.Join(d.lines, "\n") + "\n") }

// noted puts a note to the writer behind a line of front matter; the notes
// stand below each other.
func noted(line, note string) string { return fmt.Sprintf("%-25s # %s", line, note) }

// PersonFile is what is known of somebody new.
type PersonFile struct{ Name, Title, Team, Manager string }

// Person returns the text of people/<id>.md.
func Person(f PersonFile) []byte {
	return frontMatter("name", f.Name, "title", f.Title, "team", f.Team, "manager", f.Manager, "joined", "", "targets", "")
}

// TeamFile is what is known of a new team.
type TeamFile struct{ Name, Parent, Lead string }

// Team returns the text of teams/<id>.md.
func Team(f TeamFile) []byte {
	return frontMatter("name", f.Name, "parent", f.Parent, "lead", f.Lead, "targets", "")
}

func frontMatter(keysAndValues ...string) []byte {
	var b strings.Builder
	b.WriteString("---\n")
	for pair := range slices.Chunk(keysAndValues, 2) {
		b.WriteString(strings.TrimSuffix(pair[0]+": "+yamlText(pair[1]), " ") + "\n")
	}
	b.WriteString("---\n")
	return []byte(b.String())
}

// plainText is what YAML takes as text without quotes, whatever it stands for:
// it begins with a letter, and holds nothing that YAML gives a meaning.
var plainText = regexp.MustCompile(`^\pL[\pL\pN ()（）·/.-]*$`)

// wordsOfYAML are not texts to every reader of YAML.
var wordsOfYAML = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null"}

// yamlText writes a text as a value on one line, quoted where it has to be.
func yamlText(s string) string {
	if s == "" || plainText.MatchString(s) && !strings.HasSuffix(s, " ") && !slices.Contains(wordsOfYAML, strings.ToLower(s)) {
		return s
	}
	return strconv.Quote(s) // its escapes are those of a double-quoted text of YAML
}

// oneLine folds a text that people wrote over several lines.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
