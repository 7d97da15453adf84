package diag

import (
	"bytes"
	"encoding/json"
	"io"
)

// PrintJSON writes the list as one JSON array (FORMAT.md, Diagnostics), one
// diagnostic a line; [] where there is none.
func PrintJSON(w io.Writer, list List, say func(Message) string) error {
	type record struct {
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
		Severity string `json:"severity"`
		Code     string `json:"code"`
		Message  string `json:"message"`
		Hint     string `json:"hint"` // "" where there is nothing to say
	}
	if len(list) == 0 {
		_, err := io.WriteString(w, "[]\n")
		return err
	}
	var out bytes.Buffer
	for i, d := range list {
		out.WriteString([...]string{"[", ","}[min(i, 1)] + "\n  ")
		hint := ""
		if !d.Hint.IsZero() {
			hint = say(d.Hint)
		}
		line, err := marshal(record{d.Pos.File, d.Pos.Line, d.Pos.Col, d.Severity.String(), d.Code(), say(d.Message), hint})
		if err != nil {
			return err
		}
		out.Write(line)
	}
	out.WriteString("\n]\n")
	_, err := w.Write(out.Bytes())
	return err
}

// marshal is json.Marshal without the escapes that HTML would need.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimRight(out.Bytes(), "\n"), err
}
