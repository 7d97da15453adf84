package preview

import (
	"embed"
	"encoding/json"
	"io/fs"
)

// The browser's side: plain modules, as they stand. Nothing of it is ever part
// of a site that is built.
//
//go:embed client/*.js client/*.css
var clientFS embed.FS

// clientFiles returns the files of the browser's side by name, with setup.js,
// which holds what is told when the server starts.
func clientFiles(o Options) map[string][]byte {
	files := map[string][]byte{}
	names, err := fs.Glob(clientFS, "client/*")
	if err != nil {
		panic(err) // the pattern is good
	}
	for _, name := range names {
		text, err := clientFS.ReadFile(name)
		if err != nil {
			panic(err) // it is in the program
		}
		files[name[len("client/"):]] = text
	}
	files["setup.js"] = setup(o)
	return files
}

// setup writes the module that tells the script its words and the options.
func setup(o Options) []byte {
	said := map[string]string{}
	for _, name := range clientWords {
		said[name] = o.Lang.Text("preview." + name)
	}
	text, err := json.Marshal(map[string]any{"lang": o.Lang.String(), "follow": o.Follow, "words": said})
	if err != nil {
		panic(err) // strings always marshal
	}
	return append(append([]byte("export const setup = "), text...), ";\n"...)
}

// clientWords are the words of the browser's side, by what follows "preview.".
var clientWords = []string{
	"name", "live", "lost", "follow", "follow-hint", "source", "source-hint", "faults", "faults-note", "error", "warning", "note",
	"page-broken", "page-gone", "close", "places", "no-place", "copy", "copied", "open",
}
