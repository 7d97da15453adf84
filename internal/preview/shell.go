package preview

import (
	"bytes"
	"net/http"

	"reviewfolio/internal/markup"
)

// A notice is a page of the preview's own, for where the site has none to show.
// Title and text are keys of words.
type notice struct {
	title, text string
	detail      string // what the program says of it; may be ""
	home        bool   // with a link to the first page
}

// shell serves a notice in place of the page with that name. It has the script
// too, which shows the page when there is one.
func (s *Server) shell(w http.ResponseWriter, r *http.Request, status int, name string, n notice) {
	body := s.write(n)
	w.Header().Set("Content-Type", contentType("notice.html"))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(inject(body, tag(name, nil)))
	}
}

// write writes the notice in the site's look, where there is one.
func (s *Server) write(n notice) []byte {
	lang := s.options.Lang
	h := new(markup.HTML)
	h.Raw("<!doctype html>\n<html").Attr("lang", lang.String()).Raw(">\n<head>\n<meta charset=\"utf-8\">\n")
	h.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Text(lang.Text(n.title)).Raw("</title>\n")
	h.Raw("<link rel=\"icon\" href=\"data:,\">\n")
	if tree := s.now.Load().Tree; tree != nil && tree.Render("assets/tokens.css", new(bytes.Buffer)) == nil {
		h.Raw("<link rel=\"stylesheet\" href=\"/assets/tokens.css\">\n<link rel=\"stylesheet\" href=\"/assets/site.css\">\n")
		h.Raw("<script src=\"/assets/theme.js\"></script>\n")
	}
	h.Raw("</head>\n<body>\n<main class=\"sheet\"><div class=\"head\">\n<h1>").Text(lang.Text(n.title)).Raw("</h1>\n")
	h.Raw("<p class=\"lead\">").Text(lang.Text(n.text)).Raw("</p>\n")
	if n.detail != "" {
		h.Raw("<p>").Text(n.detail).Raw("</p>\n")
	}
	if n.home {
		h.Raw("<p><a href=\"/\">").Text(lang.Text("preview.home")).Raw("</a></p>\n")
	}
	return []byte(h.Raw("</div></main>\n</body>\n</html>\n").Template())
}
