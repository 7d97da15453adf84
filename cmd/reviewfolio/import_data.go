package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strconv"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
)

// An importReport is what import prints as JSON. Amounts are decimal texts in
// the main unit of their metric.
type importReport struct {
	Profile   string           `json:"profile"`
	Files     []string         `json:"files"`
	Written   bool             `json:"written"`
	Rows      importRows       `json:"rows"`
	Sums      []importSum      `json:"sums"`
	Filtered  []importFiltered `json:"filtered"`
	Rejects   []importReject   `json:"rejects"`
	Notes     []string         `json:"notes"`
	Changes   []importChange   `json:"changes"`
	Unchanged int              `json:"unchanged"` // figures that were stated so already
	Kept      []importKept     `json:"kept"`      // figures of the same metrics and periods that the import has nothing for
	Texts     []importText     `json:"texts"`     // files that change
	Drifted   int              `json:"drifted"`   // figures in prose that no longer fit
	Faults    json.RawMessage  `json:"faults"`    // as check prints them
}

type importRows struct {
	Read     int `json:"read"`
	Used     int `json:"used"`
	Filtered int `json:"filtered"`
	Rejected int `json:"rejected"`
}

type importSum struct {
	Column   string `json:"column"`
	Read     string `json:"read"`
	Used     string `json:"used"`
	Filtered string `json:"filtered"`
	Rejected string `json:"rejected"`
}

type importFiltered struct {
	Reason string `json:"reason"`
	Rows   int    `json:"rows"`
	First  int    `json:"first"` // row
}

type importReject struct {
	File   string   `json:"file"`
	Sheet  string   `json:"sheet"`
	Row    int      `json:"row"`
	Column string   `json:"column"` // "" where it is the whole row
	Value  string   `json:"value"`
	Code   string   `json:"code"`
	Reason string   `json:"reason"`
	Near   []string `json:"near"`
}

// An importChange is one figure; what it does not have is "".
type importChange struct {
	Scope     string  `json:"scope"` // person, team
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Period    string  `json:"period"`
	File      string  `json:"file"`
	Side      string  `json:"side"` // actual, target
	Metric    string  `json:"metric"`
	Breakdown string  `json:"breakdown"`
	Part      string  `json:"part"`
	Step      string  `json:"step"`
	Old       *string `json:"old"` // null where nothing was stated
	New       string  `json:"new"`
	Gone      bool    `json:"gone"` // set to 0, as the import no longer has it
}

type importKept struct {
	Person string `json:"person"`
	Period string `json:"period"`
	Metric string `json:"metric"`
}

type importText struct {
	Path string `json:"path"`
	New  bool   `json:"new"`
}

// printImportJSON prints the run for programs.
func (s *shell) printImportJSON(x *imported) error {
	r := importReport{
		Profile: x.profile, Files: x.names, Written: x.written, Rows: importRows(x.result.Rows),
		Sums: []importSum{}, Filtered: []importFiltered{}, Rejects: []importReject{}, Notes: []string{},
		Changes: []importChange{}, Unchanged: x.plan.Equal, Kept: []importKept{}, Texts: []importText{}, Drifted: x.plan.Drifted,
	}
	for _, sum := range x.result.Sums {
		r.Sums = append(r.Sums, importSum{sum.Header, sum.Read, sum.Used, sum.Filtered, sum.Rejected})
	}
	for _, f := range x.result.Filtered {
		r.Filtered = append(r.Filtered, importFiltered{s.say(f.Reason), f.Rows, f.First})
	}
	for _, reject := range x.result.Rejects {
		near := append([]string{}, reject.Near...)
		r.Rejects = append(r.Rejects, importReject{reject.File, reject.Sheet, reject.Row, reject.Header, reject.Value, reject.Reason.Key, s.say(reject.Reason), near})
	}
	for _, n := range x.result.Notes {
		r.Notes = append(r.Notes, s.say(n))
	}
	for i := range x.plan.Changes {
		r.Changes = append(r.Changes, changeOf(x, i))
	}
	for _, k := range x.plan.Kept {
		r.Kept = append(r.Kept, importKept{string(k.Person), k.Period.String(), string(k.Metric)})
	}
	for _, f := range x.plan.Files {
		r.Texts = append(r.Texts, importText{f.Path, f.Old == nil})
	}
	var faults bytes.Buffer
	if err := diag.PrintJSON(&faults, x.plan.Faults, s.say); err != nil {
		return err
	}
	r.Faults = faults.Bytes()
	out := json.NewEncoder(s.stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(r)
}

func changeOf(x *imported, i int) importChange {
	c := &x.plan.Changes[i]
	out := importChange{
		Scope: c.Scope.String(), ID: c.ID, Name: nameOfScope(x.portfolio, c), Period: c.Period.String(), File: c.File, Side: "actual",
		Metric: string(c.Metric), Breakdown: string(c.Breakdown), Part: c.Name, Step: c.Step.String(), New: c.Amount.String(), Gone: c.Gone,
	}
	if c.Part == imports.Target {
		out.Side = "target"
	}
	if c.Old.OK {
		old := c.Old.Amount.String()
		out.Old = &old
	}
	return out
}

// writeRejects writes all rejects to a CSV file that Excel opens as it is.
func (s *shell) writeRejects(name string, list []imports.Reject) error {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	rows := [][]string{{"file", "sheet", "row", "column", "value", "reason", "near"}}
	for _, r := range list {
		rows = append(rows, []string{harmless(r.File), harmless(r.Sheet), strconv.Itoa(r.Row), harmless(r.Header), harmless(r.Value), s.say(r.Reason), harmless(strings.Join(r.Near, "; "))})
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return os.WriteFile(name, out.Bytes(), 0o666)
}

// harmless keeps a spreadsheet from taking a text for a formula.
func harmless(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return text
	}
	if _, fault := model.ParseNumber(text); fault == model.NumberOK {
		return text
	}
	return "'" + text
}
