package preview

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/coder/websocket"
)

// raw sends a request as it stands and returns the answer: clients of net/http
// would mend what is to be tested.
func raw(t testing.TB, at net.Addr, request string) *http.Response {
	t.Helper()
	conn, err := net.Dial("tcp", at.String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, request); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("%q: %v", request, err)
	}
	return answer
}

// listening starts a server with a small site, and says where.
func listening(t testing.TB, o Options) (*stage, net.Addr) {
	t.Helper()
	l, err := Listen("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	s := serveOn(t, l, o)
	s.Show(Snapshot{Tree: treeOf(t, map[string]string{
		"index.html": page("home"), "people/ada/index.html": page("ada"), "assets/site.css": "body{}", "报告 1.pdf": "pdf",
		"data.unknown": "?",
	})})
	return s, l.Addr()
}

// Each host with each origin and each set of Sec-Fetch headers, for a page and
// for the socket: served where all three are friendly, refused everywhere else,
// and never with a CORS header. Files and places come with every seventh of them.
func TestRequestMatrix(t *testing.T) {
	_, at := listening(t, Options{})
	port := at.(*net.TCPAddr).Port
	own := fmt.Sprintf("127.0.0.1:%d", port)
	friendlyHosts := []string{own, fmt.Sprintf("localhost:%d", port), fmt.Sprintf("LOCALHOST:%d", port)}
	hosts := slices.Concat(friendlyHosts, []string{
		"evil.example", fmt.Sprintf("evil.example:%d", port), "127.0.0.1", "127.0.0.1:1", "localhost", "localhost:80", "",
		fmt.Sprintf("localhost.:%d", port), fmt.Sprintf("127.0.0.1.:%d", port), fmt.Sprintf("127.0.0.1.evil.example:%d", port),
		fmt.Sprintf("0.0.0.0:%d", port), fmt.Sprintf("[::1]:%d", port), fmt.Sprintf("2130706433:%d", port), fmt.Sprintf("127.1:%d", port),
		own + "@evil.example", own + ", evil.example", "[::1", fmt.Sprintf("%s%d", "127.0.0.1:00", port),
	})
	const none = "-"
	origins := []string{none, "=", "null", "http://evil.example", "https://=", "http://localhost:1", "http://evil.example:80", "file://", "", "http://=/", "http://=.evil.example"}
	sites := []struct {
		headers  string
		friendly bool
	}{
		{"", true},
		{"Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n", true},
		{"Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n", true},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n", true},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n", false},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n", false},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: websocket\r\nSec-Fetch-Dest: websocket\r\n", false},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n", false},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: object\r\n", false},
		{"Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n", false},
		{"Sec-Fetch-Site: same-site\r\n", false},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Site: same-origin\r\n", false},
		{"Sec-Fetch-Site: Same-Origin\r\n", false},
		{"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Dest: iframe\r\n", false},
	}
	const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
	count := 0
	for _, host := range hosts {
		for _, origin := range origins {
			for _, site := range sites {
				targets := []string{"/", socketPath}
				if count%7 == 0 {
					targets = append(targets, "/assets/site.css", placesPath+"?page=index.html")
				}
				for _, target := range targets {
					request := "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + own + "\r\nX-Forwarded-For: 127.0.0.1\r\n" + site.headers
					named := strings.ReplaceAll(origin, "=", "http://"+host)
					if origin != "=" {
						named = strings.ReplaceAll(origin, "=", host)
					}
					if origin != none {
						request += "Origin: " + named + "\r\n"
					}
					socket := target == socketPath
					if socket {
						request += upgrade
					} else {
						request += "Connection: close\r\n"
					}
					answer := raw(t, at, request+"\r\n")
					friendly := slices.Contains(friendlyHosts, host) && site.friendly && (origin == "=" || origin == none && !socket)
					if got := answer.StatusCode < 400; got != friendly {
						t.Errorf("%q: got %s, friendly %v", request, answer.Status, friendly)
					}
					for name := range answer.Header {
						if strings.HasPrefix(name, "Access-Control-") {
							t.Errorf("%q: answer has %s", request, name)
						}
					}
				}
				count++
			}
		}
	}
	t.Logf("%d combinations", count)
}

// Paths are names of the tree, and nothing else gets through to it.
func TestTargets(t *testing.T) {
	_, at := listening(t, Options{})
	for target, want := range map[string]int{
		"/": 200, "/index.html": 200, "/people/ada/": 200, "/people/ada/index.html": 200, "/?a=b": 200, "/people/ada": 307,
		"/assets/site.css?v=1": 200, "/%E6%8A%A5%E5%91%8A%201.pdf": 200, "/data.unknown": 200, "/_preview/main.js": 200,
		"/nobody/": 404, "/nobody": 404, "/people/": 404, "/_preview/": 404, "/_preview/secret": 404, "/_preview/../index.html": 400,
		"/assets": 404, "/index.html/": 404, "/people/ada/index.html/index.html": 404, "/Index.html": 404, "/%69ndex.html": 200,
		"/..": 400, "/../etc/passwd": 400, "/assets/../index.html": 400, "/./": 400, "//": 400, "//evil.example/": 400, "//evil.example": 400,
		"/people//ada/": 400, "/%2e%2e/": 400, "/%2E%2e%2fetc": 400, "/..%2fetc": 400, "/people%2fada/": 400, "/%5c%5cevil": 400,
		`/\evil.example`: 400, `/people\ada`: 400, "/a%00b": 400, "/a%0ab": 400, "/%ff": 400, "/#": 400, "/index.html#/../..": 400, "/?x#y": 400,
		"/%": 400, "/%zz": 400, "index.html": 400, "*": 400, "http://evil.example/": 421,
	} {
		answer := raw(t, at, "GET "+target+" HTTP/1.1\r\nHost: "+at.String()+"\r\nConnection: close\r\n\r\n")
		if answer.StatusCode != want {
			t.Errorf("GET %s: got %s, want %d", target, answer.Status, want)
		}
		if to := answer.Header.Get("Location"); want == 307 && to != "/people/ada/" {
			t.Errorf("GET %s leads to %q", target, to)
		}
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get"} {
		answer := raw(t, at, method+" / HTTP/1.1\r\nHost: "+at.String()+"\r\nConnection: close\r\n\r\n")
		if answer.StatusCode < 400 {
			t.Errorf("%s: got %s", method, answer.Status)
		}
	}
}

// Every answer forbids what a page of somebody else could do with it.
func TestHeaders(t *testing.T) {
	_, at := listening(t, Options{})
	for _, target := range []string{"/", "/assets/site.css", "/nobody/", "/_preview/main.js", "/..", "/data.unknown"} {
		for _, host := range []string{at.String(), "evil.example"} {
			h := raw(t, at, "GET "+target+" HTTP/1.1\r\nHost: "+host+"\r\nConnection: close\r\n\r\n").Header
			for name, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
				"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "no-store",
			} {
				if got := h.Get(name); got != want {
					t.Errorf("%s of %s: %s is %q, want %q", target, host, name, got, want)
				}
			}
			csp := h.Get("Content-Security-Policy")
			if !strings.Contains(csp, "default-src 'none'") || !strings.Contains(csp, "frame-ancestors 'none'") || strings.Contains(csp, "unsafe") {
				t.Errorf("%s of %s: policy %q", target, host, csp)
			}
		}
	}
}

// A page is the tree's bytes with the tag before the end of its body; a file is
// the tree's bytes. HEAD has no body.
func TestBytes(t *testing.T) {
	_, at := listening(t, Options{})
	body := func(method, target string) (string, *http.Response) {
		answer := raw(t, at, method+" "+target+" HTTP/1.1\r\nHost: "+at.String()+"\r\nConnection: close\r\n\r\n")
		if method == "HEAD" {
			return "", answer
		}
		text, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(text), answer
	}
	got, answer := body("GET", "/people/ada/")
	before, rest, _ := strings.Cut(got, `<script type="module" src="/_preview/main.js"`)
	tag, after, _ := strings.Cut(rest, "</script>")
	if before+after != page("ada") || !strings.HasPrefix(after, "</body>") {
		t.Errorf("got %q", got)
	}
	if !strings.Contains(tag, `data-page="people/ada/index.html"`) {
		t.Errorf("the tag is %q", tag)
	}
	if _, head := body("HEAD", "/people/ada/"); head.ContentLength != int64(len(got)) {
		t.Errorf("HEAD tells %d bytes, want %d", head.ContentLength, len(got))
	}
	if kind := answer.Header.Get("Content-Type"); kind != "text/html; charset=utf-8" {
		t.Errorf("a page is %q", kind)
	}
	css, answer := body("GET", "/assets/site.css")
	if css != "body{}" || answer.Header.Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("the style sheet is %q, %q", css, answer.Header.Get("Content-Type"))
	}
	if _, answer := body("GET", "/data.unknown"); answer.Header.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("an unknown file is %q", answer.Header.Get("Content-Type"))
	}
}

// Beyond loopback a browser brings the token once, and has a cookie from then on.
func TestToken(t *testing.T) {
	const token = "8c1f6b2e90d4"
	s, at := listening(t, Options{Token: token})
	get := func(target, cookie string) *http.Response {
		return raw(t, at, "GET "+target+" HTTP/1.1\r\nHost: "+at.String()+"\r\nCookie: "+cookie+"\r\nConnection: close\r\n\r\n")
	}
	for _, target := range []string{"/", "/assets/site.css", "/_preview/main.js", "/_preview/places?page=index.html", "/nobody/", "/?token=", "/?token=8c1f6b2e90d5", "/?token=" + token + "0", "/?token=%zz"} {
		for _, cookie := range []string{"", cookieName + "=", cookieName + "=wrong", "other=" + token} {
			if answer := get(target, cookie); answer.StatusCode != http.StatusUnauthorized || answer.Header.Get("Set-Cookie") != "" {
				t.Errorf("%s with cookie %q: got %s", target, cookie, answer.Status)
			}
		}
	}
	answer := get("/people/ada/?token="+token+"&x=1", "")
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/people/ada/?x=1" {
		t.Errorf("the first visit: got %s to %q", answer.Status, answer.Header.Get("Location"))
	}
	c := answer.Cookies()
	if len(c) != 1 || !c[0].HttpOnly || c[0].SameSite != http.SameSiteStrictMode || c[0].Path != "/" {
		t.Fatalf("cookies %v", c)
	}
	cookie := c[0].Name + "=" + c[0].Value
	if answer := get("/", cookie); answer.StatusCode != http.StatusOK {
		t.Errorf("with the cookie: got %s", answer.Status)
	}
	for _, brought := range []string{"", cookie} {
		_, answer, err := websocket.Dial(t.Context(), strings.Replace(s.address, "http", "ws", 1)+"_preview/socket",
			&websocket.DialOptions{HTTPHeader: http.Header{"Origin": {strings.TrimSuffix(s.address, "/")}, "Cookie": {brought}}})
		if (err == nil) != (brought != "") {
			t.Errorf("socket with cookie %q: %v, %v", brought, answer.Status, err)
		}
	}
}

// The next free port is taken, and a port that cannot be had at all is told.
func TestListen(t *testing.T) {
	first, err := Listen("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	port := first.Addr().(*net.TCPAddr).Port
	second, err := Listen("127.0.0.1", port)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if got := second.Addr().(*net.TCPAddr).Port; got <= port || got >= port+triedPorts {
		t.Errorf("beside %d: got %d", port, got)
	}
	if _, err := Listen("192.0.2.1", 1414); err == nil {
		t.Error("listens on an address of nobody")
	}
}

func TestHosts(t *testing.T) {
	for _, c := range []struct {
		ip   string
		port int
		has  []string
		not  []string
	}{
		{"127.0.0.1", 1414, []string{"127.0.0.1:1414", "localhost:1414"}, []string{"127.0.0.1", "[::1]:1414"}},
		{"::1", 1414, []string{"[::1]:1414", "localhost:1414"}, []string{"127.0.0.1:1414"}},
		{"192.0.2.7", 8080, []string{"192.0.2.7:8080"}, []string{"localhost:8080", "127.0.0.1:8080"}},
		{"192.0.2.7", 80, []string{"192.0.2.7:80", "192.0.2.7"}, nil},
		{"0.0.0.0", 1414, []string{"127.0.0.1:1414", "localhost:1414"}, []string{"0.0.0.0:1414"}},
	} {
		got, err := Hosts(&net.TCPAddr{IP: net.ParseIP(c.ip), Port: c.port})
		if err != nil {
			t.Fatal(err)
		}
		for _, host := range c.has {
			if !slices.Contains(got, host) {
				t.Errorf("%s %d: %q lacks %s", c.ip, c.port, got, host)
			}
		}
		for _, host := range c.not {
			if slices.Contains(got, host) {
				t.Errorf("%s %d: %q has %s", c.ip, c.port, got, host)
			}
		}
	}
	if _, err := Hosts(&net.UnixAddr{}); err == nil {
		t.Error("a socket of files has hosts")
	}
}

// Whatever a request names, it is answered; and what is served has named the
// server itself and a path of plain names.
func FuzzRequests(f *testing.F) {
	f.Add("localhost:1414", "http://localhost:1414", "/index.html", "none")
	f.Add("[::1", "null", "/%2e%2e/", "cross-site")
	f.Add("", "http://", `/\`, "")
	s := New(Options{Hosts: []string{"localhost:1414"}})
	s.Show(Snapshot{Tree: treeOf(f, map[string]string{"index.html": page("home")})})
	f.Fuzz(func(t *testing.T, host, origin, target, site string) {
		request, err := http.ReadRequest(bufio.NewReader(strings.NewReader(
			"GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin + "\r\nSec-Fetch-Site: " + site + "\r\n\r\n")))
		if err != nil {
			return // net/http answers it
		}
		answer := httptest.NewRecorder()
		s.ServeHTTP(answer, request.WithContext(context.Background()))
		if answer.Code < 400 && (!strings.EqualFold(request.Host, "localhost:1414") || !utf8.ValidString(request.URL.Path) || strings.Contains(request.URL.Path, "..")) {
			t.Errorf("%q %q %q %q: got %d", host, origin, target, site, answer.Code)
		}
	})
}
