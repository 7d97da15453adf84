package main

import (
	"context"
	"crypto/rand"
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"reviewfolio/internal/preview"
	"reviewfolio/internal/watch"
)

// A serving is what people may say of a preview.
type serving struct {
	port        int
	bind        string // an address of this machine
	editor      string // URL that opens a source file
	open        bool
	poll        bool
	stayInPlace bool
}

// pollEvery is how often files are looked at with --poll.
const pollEvery = time.Second

func serveVerb(flags *flag.FlagSet) action {
	var o serving
	flags.IntVar(&o.port, "port", 1414, "flag.port")
	flags.StringVar(&o.bind, "bind", "127.0.0.1", "flag.bind")
	flags.BoolVar(&o.open, "open", false, "flag.open")
	flags.BoolVar(&o.poll, "poll", false, "flag.poll")
	flags.BoolVar(&o.stayInPlace, "no-follow", false, "flag.no-follow")
	flags.StringVar(&o.editor, "editor", "", "flag.editor")
	return func(s *shell, args []string) error { return s.serve(rootOf(args), o) }
}

// serve shows the portfolio in dir until it is interrupted.
func (s *shell) serve(dir string, o serving) error {
	ctx, stop := signal.NotifyContext(s.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	s.stayLean()
	p, err := s.openPreview(dir)
	if err != nil {
		return err
	}
	defer p.close()
	changes, err := s.watch(ctx, dir, o)
	if err != nil {
		return err
	}
	listener, err := preview.Listen(o.bind, o.port)
	if err != nil {
		return err
	}
	address, err := p.prepare(listener, o)
	if err != nil {
		listener.Close()
		return err
	}
	if err := p.begin(); err != nil {
		listener.Close()
		return err
	}
	fmt.Fprintln(s.stdout, s.lang.Text("serve.at", address))
	served := make(chan error, 1)
	go func() { served <- p.server.Serve(ctx, listener) }()
	if o.open {
		s.openBrowser(address)
	}
	p.follow(changes)
	return <-served
}

// watch begins to watch the portfolio. After ctx ends the channel is closed.
func (s *shell) watch(ctx context.Context, dir string, o serving) (<-chan watch.Change, error) {
	if o.poll {
		return watch.Start(ctx, dir, pollEvery)
	}
	return watch.Start(ctx, dir, 0)
}

// prepare makes the server for a listener and returns the address to open.
// Whoever asks from another machine has to bring a token.
func (p *livePreview) prepare(l net.Listener, o serving) (address string, err error) {
	root, err := filepath.Abs(p.dir)
	if err != nil {
		return "", err
	}
	hosts, err := preview.Hosts(l.Addr())
	if err != nil {
		return "", err
	}
	token := ""
	if at, ok := l.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() {
		token = rand.Text()
	}
	p.server = preview.New(preview.Options{
		Lang: p.lang, Follow: !o.stayInPlace, Editor: o.editor, Root: root, Hosts: hosts, Token: token,
	})
	u := url.URL{Scheme: "http", Host: hosts[0], Path: "/"}
	if token != "" {
		u.RawQuery = url.Values{"token": {token}}.Encode()
	}
	return u.String(), nil
}

// openers are the commands that open an address in the browser people use.
var openers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
}

// openBrowser opens the address; where that fails, people have it on the
// terminal.
func (s *shell) openBrowser(address string) {
	command, ok := openers[runtime.GOOS]
	if !ok {
		command = []string{"xdg-open"}
	}
	cmd := exec.Command(command[0], append(command[1:], address)...)
	if err := cmd.Start(); err != nil {
		s.warn("serve.browser", err.Error())
		return
	}
	go cmd.Wait()
}
