package main

import (
	"flag"
	"fmt"
	"runtime/debug"
)

func versionVerb(*flag.FlagSet) action {
	return func(s *shell, _ []string) error {
		toolchain := ""
		if info, ok := debug.ReadBuildInfo(); ok {
			toolchain = " " + info.GoVersion
		}
		_, err := fmt.Fprintf(s.stdout, "reviewfolio %s%s\n", moduleVersion(), toolchain)
		return err
	}
}

// moduleVersion returns the version this program was built from, (devel) where
// it is not a released one.
func moduleVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
