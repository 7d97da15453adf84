package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
)

// A Tool is who found the faults, as SARIF wants to know.
type Tool struct{ Name, Version string }

// PrintSARIF writes the list as a log of SARIF 2.1.0 (OASIS), with addresses
// relative to the portfolio's folder and columns in characters.
func PrintSARIF(w io.Writer, list List, say func(Message) string, tool Tool) error {
	ids := ruleIDs(list)
	rules := make([]sarifRule, len(ids))
	for i, id := range ids {
		rules[i].ID = id
	}
	results := make([]sarifResult, len(list))
	for i, d := range list {
		results[i] = resultOf(d, slices.Index(ids, d.Code()), say)
	}
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: results}
	run.Tool.Driver = sarifDriver{Name: tool.Name, Version: tool.Version, Rules: rules}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// ruleIDs returns the codes of the list, sorted, each once.
func ruleIDs(list List) []string {
	ids := make([]string, len(list))
	for i, d := range list {
		ids[i] = d.Code()
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func resultOf(d Diagnostic, rule int, say func(Message) string) sarifResult {
	text := say(d.Message)
	if !d.Hint.IsZero() {
		text += "\n" + say(hintLabel) + say(d.Hint)
	}
	r := sarifResult{RuleID: d.Code(), RuleIndex: rule, Level: d.Severity.String(), Message: sarifText{text}}
	var at sarifLocation
	at.PhysicalLocation.ArtifactLocation.URI = (&url.URL{Path: d.Pos.File}).String()
	at.PhysicalLocation.Region = sarifRegion{d.Pos.Line, d.Pos.Col}
	r.Locations = []sarifLocation{at}
	return r
}

// The parts of a log that are used here, named as the standard does.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		PhysicalLocation struct {
			ArtifactLocation struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region sarifRegion `json:"region"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
)
