// Package layouts holds the built-in page templates. A portfolio overrides
// them file by file in its own layouts/ folder.
//
// base.html is the frame of every page; each kind of page has a file that
// defines "main". blocks.html defines what they share. A template places
// parts; it computes nothing and formats nothing.
package layouts

import "embed"

// FS holds the templates.
//
//go:embed *.html
var FS embed.FS
