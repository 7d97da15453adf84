package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
)

// environment returns env without what would lead git elsewhere, as in a hook,
// but with the user's settings, and with what keeps it quiet and still.
func environment(env []string) []string {
	out := slices.DeleteFunc(slices.Clone(env), func(s string) bool {
		return strings.HasPrefix(s, "GIT_") && !strings.HasPrefix(s, "GIT_CONFIG_") || strings.HasPrefix(s, "LC_") || strings.HasPrefix(s, "LANG")
	})
	return append(out, "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1",
		"GIT_NO_REPLACE_OBJECTS=1", "GIT_ATTR_NOSYSTEM=1")
}

// fixed stands before every subcommand: nothing that a repository's settings
// say makes git run another program or reach for a network.
var fixed = []string{
	"--no-pager", "--no-optional-locks", "--literal-pathspecs",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
	"-c", "log.showSignature=false", "-c", "log.follow=false", "-c", "log.mailmap=false", "-c", "log.showRoot=true",
	"-c", "diff.relative=false", "-c", "safe.bareRepository=explicit",
}

// run returns what a subcommand prints when it is fed in.
func (r *Repository) run(in io.Reader, read func(*bufio.Reader) error, args ...string) error {
	if r.command == "" {
		return ErrNoGit
	}
	ctx, stop := context.WithCancel(r.ctx)
	defer stop()
	cmd := exec.CommandContext(ctx, r.command, append(slices.Clone(fixed), args...)...)
	cmd.Dir, cmd.Env, cmd.Stdin = r.dir, r.env, in
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return ErrNoGit
		}
		return err
	}
	broken := read(bufio.NewReaderSize(out, 64<<10))
	if broken != nil {
		stop()
	}
	if err := cmd.Wait(); r.ctx.Err() != nil {
		return r.ctx.Err()
	} else if err != nil && broken == nil {
		return refusal(said.String(), err)
	}
	return broken
}

// refusal tells why git ended with an error.
func refusal(said string, err error) error {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	if strings.Contains(line, "not a git repository") {
		return ErrNoRepository
	}
	if line == "" {
		line = err.Error()
	}
	return &RefusedError{strings.TrimPrefix(line, "fatal: ")}
}

// lines returns the lines that a subcommand prints.
func (r *Repository) lines(args ...string) (list []string, err error) {
	err = r.run(nil, func(b *bufio.Reader) error {
		text, err := io.ReadAll(b)
		list = strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		return err
	}, args...)
	return list, err
}
