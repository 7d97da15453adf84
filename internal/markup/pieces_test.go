package markup

import (
	"errors"
	"html/template"
	"io"
	"strings"
	"testing"
)

// fill runs a layout over data and returns the page.
func fill(layout string, data any, p *Pieces) (string, error) {
	tmpl := template.Must(template.New("page").Parse(layout))
	var b strings.Builder
	err := p.Fill(&b, func(w io.Writer) error { return tmpl.Execute(w, data) })
	return b.String(), err
}

func TestPiecesStandWhereTheTemplatePlacesThem(t *testing.T) {
	var p Pieces
	data := map[string]template.HTML{
		"Table": p.Place(new(HTML).Raw(`<td>`).Text("a<b").Raw(`</td>`)),
		"None":  p.Place(new(HTML)),
	}
	got, err := fill(`{{if .Table}}<i>{{.Table}}</i>{{end}}{{if .None}}none{{end}}{{.Table}}`, data, &p)
	if want := `<i><td>a&lt;b</td></i><td>a&lt;b</td>`; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestTextCannotPlaceAPiece(t *testing.T) {
	var p Pieces
	p.Place(new(HTML).Raw(`<script>`))
	got, err := fill(`<p title="{{.}}">{{.}}</p><a href="{{.}}"></a>`, "\x000\x00", &p)
	if err != nil || strings.Contains(got, "script") {
		t.Errorf("text of the content became a piece: %s, %v", got, err)
	}
}

func TestAPieceThatIsNotThereIsAnError(t *testing.T) {
	var p Pieces
	table := p.Place(new(HTML).Raw(`<table>`))
	for layout, data := range map[string]template.HTML{
		`{{slice . 0 1}}`: table, // a template cuts the mark
		`{{.}}`:           "\x007\x00",
	} {
		if got, err := fill(layout, data, &p); err == nil {
			t.Errorf("%s of %q passed: %q", layout, data, got)
		}
	}
}

func TestFillPassesErrorsOn(t *testing.T) {
	broken := errors.New("broken")
	var p Pieces
	p.Place(new(HTML).Raw(`<p>`))
	if err := p.Fill(io.Discard, func(io.Writer) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
