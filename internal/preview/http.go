package preview

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"reviewfolio/internal/markup"
)

// The preview's own addresses. No page of a site lies below a name that begins
// with an underscore.
const (
	ownPath    = "/_preview/"
	socketPath = ownPath + "socket"
	placesPath = ownPath + "places"
)

// ServeHTTP answers with a file of the site, or with one of the preview's own.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	if status := s.judge(r); status != 0 {
		s.refuse(w, status)
		return
	}
	w.Header().Set("Content-Security-Policy", policy(r.Host))
	if !s.admit(w, r) {
		return
	}
	switch {
	case r.URL.Path == socketPath:
		s.connect(w, r)
	case r.URL.Path == placesPath:
		s.places(w, r)
	case strings.HasPrefix(r.URL.Path, ownPath):
		s.own(w, r)
	default:
		s.site(w, r)
	}
}

// refuse answers a request that is not served, in a line of plain text.
func (s *Server) refuse(w http.ResponseWriter, status int) {
	if status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, HEAD")
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	text := http.StatusText(status)
	if status == http.StatusUnauthorized {
		text = s.options.Lang.Text("preview.no-token")
	}
	w.Write([]byte(text + "\n"))
}

// own serves the browser's side of the preview.
func (s *Server) own(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, ownPath)
	text, ok := s.client[name]
	if !ok {
		s.refuse(w, http.StatusNotFound)
		return
	}
	serveBytes(w, r, name, text)
}

func serveBytes(w http.ResponseWriter, r *http.Request, name string, text []byte) {
	w.Header().Set("Content-Type", contentType(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}

// places answers where that which stands on a page comes from.
func (s *Server) places(w http.ResponseWriter, r *http.Request) {
	found := map[string][]place{}
	if state := s.now.Load(); state.Places != nil {
		for id, list := range state.Places(r.URL.Query().Get("page")) {
			for _, pos := range list {
				found[id] = append(found[id], s.options.place(pos))
			}
		}
	}
	text, _ := json.Marshal(found) // strings and numbers always marshal
	serveBytes(w, r, "places.json", text)
}

// site serves a file of the tree.
func (s *Server) site(w http.ResponseWriter, r *http.Request) {
	name := treePath(r.URL.Path)
	render := newRenderer(s.now.Load().Tree)
	switch {
	case render.tree == nil:
		s.shell(w, r, http.StatusServiceUnavailable, name, notice{title: "preview.waiting", text: "preview.waiting-text"})
	case strings.HasSuffix(name, ".html"):
		s.page(w, r, render, name)
	default:
		text, err := render.file(name)
		if errors.Is(err, fs.ErrNotExist) {
			s.missing(w, r, render, name)
			return
		}
		if err != nil {
			s.shell(w, r, http.StatusInternalServerError, name, notice{title: "preview.broken", text: "preview.broken-text", detail: describe(err)})
			return
		}
		serveBytes(w, r, name, text)
	}
}

// treePath is the file of the tree that a path of the server means.
func treePath(p string) string {
	name := strings.TrimPrefix(p, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// page serves a page: as it is now, or where it cannot be rendered as it was,
// when a tab still shows it.
func (s *Server) page(w http.ResponseWriter, r *http.Request, render *renderer, name string) {
	v, err := render.page(name)
	if errors.Is(err, fs.ErrNotExist) {
		s.missing(w, r, render, name)
		return
	}
	if err != nil {
		s.mu.Lock()
		v = s.good[name]
		s.mu.Unlock()
	}
	if v == nil {
		s.shell(w, r, http.StatusInternalServerError, name, notice{title: "preview.broken", text: "preview.broken-text", detail: describe(err)})
		return
	}
	serveBytes(w, r, name, inject(v.html, tag(name, v)))
}

// missing leads from a page's address without its slash to the page, and says
// of all else that it does not exist.
func (s *Server) missing(w http.ResponseWriter, r *http.Request, render *renderer, name string) {
	if path.Ext(name) == "" {
		if _, err := render.file(name + "/index.html"); !errors.Is(err, fs.ErrNotExist) {
			http.Redirect(w, r, (&url.URL{Path: r.URL.Path + "/"}).EscapedPath(), http.StatusTemporaryRedirect)
			return
		}
		name += "/index.html" // should it come
	}
	s.shell(w, r, http.StatusNotFound, name, notice{title: "preview.missing", text: "preview.missing-text", home: true})
}

// tag is what a page of the preview has beside the site's bytes: the script,
// and what it has to know. v is nil where the page shows nothing of the site.
func tag(name string, v *version) []byte {
	h := new(markup.HTML)
	h.Raw(`<script type="module" src="/_preview/main.js"`).Attr("data-page", name)
	if v != nil {
		loads, _ := json.Marshal(v.loads) // strings always marshal
		h.Attr("data-hash", v.hash).Attr("data-loads", string(loads))
	}
	return []byte(h.Raw(`></script>`).Template())
}

// inject puts the tag at the end of the page's body.
func inject(page, tag []byte) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return bytes.Join([][]byte{page[:at], tag, page[at:]}, nil)
}

// contentType goes by a table of this program's own: what the system believes of
// extensions differs from machine to machine.
func contentType(name string) string {
	if kind, ok := contentTypes[strings.ToLower(path.Ext(name))]; ok {
		return kind
	}
	return "application/octet-stream"
}

var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".md": "text/plain; charset=utf-8", ".xml": "application/xml", ".pdf": "application/pdf",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
	".avif": "image/avif", ".svg": "image/svg+xml", ".ico": "image/x-icon", ".woff2": "font/woff2",
	".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".zip": "application/zip",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
