package main

import (
	"flag"
	"fmt"
	"strings"

	"reviewfolio/internal/source"
)

func schemaVerb(*flag.FlagSet) action {
	return func(s *shell, args []string) error {
		names := source.SchemaNames()
		if len(args) == 0 {
			_, err := fmt.Fprintln(s.stdout, strings.Join(names, "\n"))
			return err
		}
		text, ok := source.Schema(args[0])
		if !ok {
			return &failure{exitUsage, message("no-schema", args[0]), didYouMean(args[0], names, oneOf(names))}
		}
		_, err := s.stdout.Write(text)
		return err
	}
}
