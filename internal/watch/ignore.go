package watch

import "strings"

var tops = []string{"assets", "content", "layouts"} // sorted

// isTop reports whether a path is the root or one of the three folders on top.
// They may be symbolic links.
func isTop(path string) bool {
	return path == "" || path == tops[0] || path == tops[1] || path == tops[2]
}

// ignored reports whether nothing of this name can be content. Only hidden
// folders are ignored: a person's id may be 4913.
func ignored(name string, folder bool) bool {
	if strings.HasPrefix(name, ".") {
		return true
	}
	return !folder && besides(name)
}

// besides reports whether a file is one that programs write beside the one
// that is being edited.
func besides(name string) bool {
	switch {
	case strings.HasPrefix(name, "~$"): // Word, WPS
		return true
	case strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"): // Emacs
		return true
	case name == "4913": // Vim tries whether it can write to the folder
		return true
	}
	for _, end := range []string{
		"~",                            // Vim, Emacs, nano
		".swp", ".swo", ".swn", ".swx", // Vim
		"___jb_tmp___", "___jb_old___", "___jb_bak___", // JetBrains
		".bck",    // Helix
		".vsctmp", // VS Code
	} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}
