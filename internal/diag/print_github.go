package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// What GitHub's workflow commands escape: in the message, and in properties.
var (
	gitHubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	gitHubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// What GitHub calls the severities.
var gitHubCommands = [...]string{Error: "error", Warning: "warning", Note: "notice"}

// PrintGitHub writes the list as workflow commands, which GitHub shows beside
// the lines of a pull request.
func PrintGitHub(w io.Writer, list List, say func(Message) string) error {
	var out bytes.Buffer
	for _, d := range list {
		text := say(d.Message)
		if !d.Hint.IsZero() {
			text += "\n" + say(hintLabel) + say(d.Hint)
		}
		fmt.Fprintf(&out, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", gitHubCommands[d.Severity],
			gitHubProperty.Replace(d.Pos.File), d.Pos.Line, d.Pos.Col,
			gitHubProperty.Replace(d.Code()), gitHubMessage.Replace(text))
	}
	_, err := w.Write(out.Bytes())
	return err
}
