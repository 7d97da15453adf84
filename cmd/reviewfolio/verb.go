package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"math"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/words"
)

// A verb is one command.
type verb struct {
	name    string // one word, or two: new report
	args    string // names of its arguments; those in brackets may be left out, those with … go on
	about   string // key of what it does
	example string // a command that runs, in a portfolio begun with init
	declare func(*flag.FlagSet) action
}

// An action does what a verb is for, once its flags are read.
type action func(s *shell, args []string) error

// verbs is the table of all verbs, in the order of the help.
func verbs() []verb {
	return []verb{
		{"init", "DIR", "verb.init", "reviewfolio init portfolio --lang en", initVerb},
		{"new report", "PERSON PERIOD", "verb.new-report", "reviewfolio new report zhang-wei 2026-Q4", newReportVerb},
		{"new comment", "PERSON PERIOD REVIEWER", "verb.new-comment", "reviewfolio new comment zhang-wei 2026-Q4 li-na --role manager", newCommentVerb},
		{"new person", "ID", "verb.new-person", "reviewfolio new person wang-fang --name 王芳 --team hq", newPersonVerb},
		{"new team", "ID", "verb.new-team", "reviewfolio new team east --name 华东区 --parent hq", newTeamVerb},
		{"check", "[ROOT]", "verb.check", "reviewfolio check --fix", checkVerb},
		{"build", "[ROOT]", "verb.build", "reviewfolio build --strict", buildVerb},
		{"import", "FILE…", "verb.import", "reviewfolio import orders.csv --profile orders --dry-run", importVerb},
		{"export", "[ROOT]", "verb.export", "reviewfolio export --format workbook", exportVerb},
		{"serve", "[ROOT]", "verb.serve", "reviewfolio serve --port 8080", serveVerb},
		{"schema", "[KIND]", "verb.schema", "reviewfolio schema report", schemaVerb},
		{"version", "", "verb.version", "reviewfolio version", versionVerb},
		{"help", "[VERB] [KIND]", "verb.help", "reviewfolio help build", helpVerb},
	}
}

// arity returns how few and how many arguments the verb takes.
func (v verb) arity() (least, most int) {
	for _, name := range strings.Fields(v.args) {
		most++
		if name[0] != '[' {
			least++
		}
		if strings.HasSuffix(name, "…") {
			most = math.MaxInt
		}
	}
	return least, most
}

// find returns the verb that args begin with, and the rest of args.
func find(args []string) (v verb, rest []string, ok bool) {
	for _, v := range verbs() {
		name := strings.Fields(v.name)
		if len(args) >= len(name) && strings.Join(args[:len(name)], " ") == v.name {
			return v, args[len(name):], true
		}
	}
	return verb{}, nil, false
}

// A shell is what verbs talk to.
type shell struct {
	ctx            context.Context // ends what would go on
	stdout, stderr io.Writer
	env            func(string) string
	lang           words.Lang // of messages
}

// say returns the text of a message.
func (s *shell) say(m diag.Message) string { return s.lang.Text(m.Key, m.Args...) }

// run does what args ask for and returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer, env func(string) string) int {
	s := &shell{ctx: ctx, stdout: stdout, stderr: stderr, env: env, lang: words.English}
	if len(args) == 0 {
		s.usage(stderr)
		return exitUsage
	}
	if args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
		args[0] = "help"
	}
	v, rest, ok := find(args)
	if !ok {
		return s.report(unknownVerb(args))
	}
	return s.report(s.do(v, rest))
}

// do reads the verb's flags and arguments and does it.
func (s *shell) do(v verb, args []string) error {
	flags := flag.NewFlagSet(v.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	act := v.declare(flags)
	s.declareLang(flags)
	args, err := parse(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		s.verbHelp(s.stdout, v, flags)
		return nil
	}
	if err != nil {
		return flagFailure(err, flags, v)
	}
	least, most := v.arity()
	if len(args) < least {
		return usageFailure(v, "usage.missing", strings.Fields(v.args)[len(args)])
	}
	if len(args) > most {
		return usageFailure(v, "usage.extra", args[most])
	}
	return act(s, args)
}

// declareLang declares the flag that all verbs have.
func (s *shell) declareLang(flags *flag.FlagSet) {
	flags.Func("lang", "flag.lang", func(text string) error {
		lang, ok := words.ParseLang(text)
		if !ok {
			return errNotOneOf{"zh-CN", "en"}
		}
		s.lang = lang
		return nil
	})
}

// parse reads flags before, between and behind the arguments, which it
// returns. Behind -- all are arguments.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	var others []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		read := len(args) - flags.NArg()
		if flags.NArg() == 0 || read > 0 && args[read-1] == "--" {
			return append(others, flags.Args()...), nil
		}
		others = append(others, flags.Arg(0))
		args = flags.Args()[1:]
	}
}

// rootOf returns the folder that a verb with the argument [ROOT] is for.
func rootOf(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}
