package preview

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a preview has to fear is not the network but the browser that shows it:
// any page that is open in another tab may ask it for everything, by its
// address, or by a name of its own that leads here (DNS rebinding). So a request
// is judged before anything else of it is looked at: by the host it names, by
// where it comes from, and by its target's form. Paths are then looked up in the
// tree, exactly, and never touch a file system.

// policy is the Content-Security-Policy of every answer. A page runs the site's
// scripts and those of the preview, and speaks to nobody else.
func policy(host string) string {
	return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
		"connect-src 'self' ws://" + host + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// protect sets the headers that every answer has. There is never a CORS header.
func protect(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// judge returns the status with which a request is refused, 0 for none.
func (s *Server) judge(r *http.Request) int {
	switch {
	case !s.hosts[strings.ToLower(r.Host)]:
		return http.StatusMisdirectedRequest
	case !sameOrigin(r) || !sameSite(r.Header):
		return http.StatusForbidden
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed
	case !plainTarget(r.RequestURI) || !plainPath(r.URL.Path):
		return http.StatusBadRequest
	}
	return 0
}

// sameOrigin reports whether the Origin, where the browser tells one, is the
// server itself. Only the socket has to have one: browsers send none with what
// they load by themselves.
func sameOrigin(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	if len(origins) == 0 {
		return r.URL.Path != socketPath
	}
	return len(origins) == 1 && strings.EqualFold(origins[0], "http://"+r.Host)
}

// sameSite reports whether the request comes from a page of the preview, or is
// somebody who follows a link to it. Other sites, also those of another port,
// may not load what is here into pages of theirs.
func sameSite(h http.Header) bool {
	for _, name := range []string{"Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest"} {
		if len(h.Values(name)) > 1 {
			return false
		}
	}
	switch h.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none": // old browsers tell nothing, nor do new ones to hosts of a local network
		return true
	case "same-site", "cross-site":
		return h.Get("Sec-Fetch-Mode") == "navigate" && h.Get("Sec-Fetch-Dest") == "document"
	}
	return false
}

// plainTarget reports whether the request's target is a path, and one that no
// two readers can read differently.
func plainTarget(target string) bool {
	if !strings.HasPrefix(target, "/") || strings.ContainsAny(target, "\\#\x00") {
		return false
	}
	path, _, _ := strings.Cut(target, "?")
	path = strings.ToLower(path)
	for _, hidden := range []string{"%00", "%2e", "%2f", "%5c"} {
		if strings.Contains(path, hidden) {
			return false
		}
	}
	return true
}

// plainPath reports whether the decoded path consists of names only.
func plainPath(path string) bool {
	if !utf8.ValidString(path) || strings.ContainsFunc(path, unicode.IsControl) || strings.ContainsRune(path, '\\') {
		return false
	}
	names := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for i, name := range names {
		if name == "." || name == ".." || name == "" && i < len(names)-1 {
			return false
		}
	}
	return true
}

const cookieName = "reviewfolio_preview"

// admit reports whether the browser has brought the token. The first visit has
// it in the address; it is answered with a cookie and sent on to the address
// without it, and admit reports false.
func (s *Server) admit(w http.ResponseWriter, r *http.Request) bool {
	if s.options.Token == "" {
		return true
	}
	if c, err := r.Cookie(cookieName); err == nil && s.isToken(c.Value) {
		return true
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil || !s.isToken(query.Get("token")) {
		s.refuse(w, http.StatusUnauthorized)
		return false
	}
	http.SetCookie(w, &http.Cookie{
		Name: cookieName, Value: s.options.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	query.Del("token")
	http.Redirect(w, r, (&url.URL{Path: r.URL.Path, RawQuery: query.Encode()}).String(), http.StatusSeeOther)
	return false
}

// isToken compares in constant time, whatever the length.
func (s *Server) isToken(value string) bool {
	got, want := sha256.Sum256([]byte(value)), sha256.Sum256([]byte(s.options.Token))
	return subtle.ConstantTimeCompare(got[:], want[:]) == 1
}
