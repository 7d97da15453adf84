package main

import (
	"errors"
	"flag"
	"fmt"
	"regexp"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/output"
	"reviewfolio/internal/words"
)

// The exit statuses.
const (
	exitOK = iota
	exitFaults
	exitUsage
	exitMachine
	exitLocked
)

// errFaults is the error of a verb that has told the faults of the content.
var errFaults = errors.New("the content has errors")

// A failure is why a verb could not do what was asked, in words for people.
type failure struct {
	status  int
	message diag.Message
	hint    diag.Message
}

func (f *failure) Error() string { return words.English.Text(f.message.Key, f.message.Args...) }

// report tells why a verb failed and returns the exit status.
func (s *shell) report(err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, errFaults) {
		return exitFaults
	}
	f := asFailure(err)
	fmt.Fprintf(s.stderr, "%s%s\n", s.lang.Text("label.error"), s.say(f.message))
	if !f.hint.IsZero() {
		fmt.Fprintf(s.stderr, "%s%s\n", s.lang.Text("label.hint"), s.say(f.hint))
	}
	return f.status
}

// asFailure finds words for an error.
func asFailure(err error) *failure {
	if f, ok := errors.AsType[*failure](err); ok {
		return f
	}
	if locked, ok := errors.AsType[*output.LockedError](err); ok {
		return &failure{exitLocked, message("locked", locked.Dir), message("hint-locked")}
	}
	if refused, ok := errors.AsType[*output.RefusedError](err); ok {
		w := refusals[refused.Reason]
		return &failure{exitMachine, message(w.key, refused.Path), message(w.hint)}
	}
	return &failure{exitMachine, message("machine", err.Error()), diag.Message{}}
}

// refusals are the words for what output.Write will not touch.
var refusals = [...]struct{ key, hint string }{
	output.NotOurs:   {"refused.not-ours", "hint-refused.not-ours"},
	output.Damaged:   {"refused.damaged", "hint-refused.damaged"},
	output.NotFolder: {"refused.not-folder", "hint-refused.not-folder"},
	output.Protected: {"refused.protected", "hint-refused.protected"},
	output.Nested:    {"refused.nested", "hint-refused.nested"},
	output.Occupied:  {"refused.occupied", "hint-refused.occupied"},
	output.Stranded:  {"refused.stranded", "hint-refused.occupied"},
}

func message(key string, args ...any) diag.Message { return diag.Message{Key: key, Args: args} }

// didYouMean hints at the name that was probably meant, else at what stands
// otherwise.
func didYouMean(got string, names []string, otherwise diag.Message) diag.Message {
	if near, ok := diag.Nearest(got, names); ok {
		return message("hint-did-you-mean", near)
	}
	return otherwise
}

func oneOf(names []string) diag.Message { return message("hint-one-of", strings.Join(names, ", ")) }

// usageFailure says what is wrong with the arguments of a verb.
func usageFailure(v verb, key string, args ...any) *failure {
	return &failure{exitUsage, message(key, args...), message("hint-help", v.name)}
}

// unknownVerb says that args begin with no verb.
func unknownVerb(args []string) *failure {
	var names, kinds []string // of the verbs, and of what new makes
	for _, v := range verbs() {
		if _, kind, two := strings.Cut(v.name, " "); two {
			kinds = append(kinds, kind)
		} else {
			names = append(names, v.name)
		}
	}
	switch {
	case args[0] != "new":
		return &failure{exitUsage, message("usage.verb", args[0]), didYouMean(args[0], append(names, "new"), message("hint-verbs"))}
	case len(args) == 1:
		return &failure{exitUsage, message("usage.new"), oneOf(kinds)}
	}
	return &failure{exitUsage, message("usage.kind", args[1]), didYouMean(args[1], kinds, oneOf(kinds))}
}

// An errNotOneOf is the error of a flag that takes one of a few words.
type errNotOneOf []string

func (e errNotOneOf) Error() string { return strings.Join(e, ", ") }

// How package flag says what is wrong.
var (
	undefinedFlag = regexp.MustCompile(`^flag provided but not defined: -(.*)$`)
	valuelessFlag = regexp.MustCompile(`^flag needs an argument: -(.*)$`)
	invalidFlag   = regexp.MustCompile(`(?s)^invalid (?:boolean )?value "(.*)" for (?:flag )?-(\w+): (.*)$`)
)

// flagFailure says what is wrong with the flags of a verb.
func flagFailure(err error, flags *flag.FlagSet, v verb) *failure {
	text := err.Error()
	if m := undefinedFlag.FindStringSubmatch(text); m != nil {
		var names []string
		flags.VisitAll(func(f *flag.Flag) { names = append(names, "--"+f.Name) })
		got := "--" + m[1]
		return &failure{exitUsage, message("usage.flag", got), didYouMean(got, names, message("hint-help", v.name))}
	}
	if m := valuelessFlag.FindStringSubmatch(text); m != nil {
		return usageFailure(v, "usage.valueless", "--"+m[1])
	}
	if m := invalidFlag.FindStringSubmatch(text); m != nil {
		return usageFailure(v, "usage.value", "--"+m[2], m[1], m[3])
	}
	return usageFailure(v, "machine", text)
}
