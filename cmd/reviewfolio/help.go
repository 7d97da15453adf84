package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

func helpVerb(*flag.FlagSet) action {
	return func(s *shell, args []string) error {
		if len(args) == 0 {
			s.usage(s.stdout)
			return nil
		}
		asked := strings.Join(args, " ")
		shown := false
		for _, v := range verbs() {
			if v.name != asked && !strings.HasPrefix(v.name, asked+" ") {
				continue
			}
			if shown {
				fmt.Fprintln(s.stdout)
			}
			flags := flag.NewFlagSet(v.name, flag.ContinueOnError)
			v.declare(flags)
			s.declareLang(flags)
			s.verbHelp(s.stdout, v, flags)
			shown = true
		}
		if !shown {
			return unknownVerb(args)
		}
		return nil
	}
}

// usage writes what there is.
func (s *shell) usage(w io.Writer) {
	fmt.Fprintf(w, "%s\n\n%s\n\n", s.lang.Text("help.about"), s.lang.Text("help.usage", "reviewfolio VERB [ARGUMENTS] [FLAGS]"))
	for _, v := range verbs() {
		fmt.Fprintf(w, "  %-12s %s\n", v.name, s.lang.Text(v.about))
	}
	fmt.Fprintf(w, "\n%s\n", s.lang.Text("help.more"))
}

// verbHelp writes what a verb does, its flags, and a command that runs.
func (s *shell) verbHelp(w io.Writer, v verb, flags *flag.FlagSet) {
	line := strings.TrimSpace(fmt.Sprintf("reviewfolio %s %s", v.name, v.args))
	fmt.Fprintf(w, "%s\n\n%s\n\n", s.lang.Text("help.usage", line+" [FLAGS]"), s.lang.Text(v.about))
	flags.VisitAll(func(f *flag.Flag) {
		value, about, ok := strings.Cut(s.lang.Text(f.Usage), "|")
		if !ok {
			value, about = "", value
		}
		fmt.Fprintf(w, "  %-26s %s\n", strings.TrimSpace("--"+f.Name+" "+value), about)
	})
	fmt.Fprintf(w, "\n%s\n  $ %s\n", s.lang.Text("help.example"), v.example)
}
