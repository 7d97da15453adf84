// Package assets holds what every site serves beside its pages: style sheets,
// scripts and the licences of what is not ours. The options of the charts are
// not among them: package chart makes that file.
package assets

import "embed"

// FS holds the files by their path under assets/ in the site.
//
//go:embed *.css *.js THIRD_PARTY.md licenses
var FS embed.FS
