package imports

import (
	"slices"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// whose finds the person or team of a row.
func (x *run) whose(t *table, row int) (subject, verdict) {
	name, scope := x.profile.Person.Column, Person
	if name == "" {
		name, scope = x.profile.Team.Column, Team
	}
	column := x.columns[name]
	text := t.cell(row, column).Text
	if text == "" {
		x.tellFill(t, column)
		return subject{}, x.refuse(t, row, column, "import-nobody")
	}
	m := x.matcher.find(text)
	switch {
	case m.several:
		v := x.refuse(t, row, column, "import-several")
		v.near = slices.Sorted(slices.Values(m.ids))
		return subject{}, v
	case m.glued && len(m.near) > 1:
		v := x.refuse(t, row, column, "import-several")
		v.near = m.near
		return subject{}, v
	case m.glued && len(m.near) == 1:
		v := x.refuse(t, row, column, "import-glued")
		v.near = m.near
		return subject{}, v
	case len(m.ids) == 0:
		v := x.refuse(t, row, column, "import-unknown-"+scope.String())
		v.near = m.near
		return subject{}, v
	case len(m.ids) > 1:
		v := x.refuse(t, row, column, "import-ambiguous")
		v.near = slices.Sorted(slices.Values(m.ids))
		return subject{}, v
	}
	who := subject{scope: scope, id: m.ids[0]}
	if scope == Person {
		if who.person = x.portfolio.Person(model.PersonID(who.id)); who.person == nil {
			return subject{}, x.refuse(t, row, column, "import-unknown-person")
		}
	} else if x.portfolio.Team(model.TeamID(who.id)) == nil {
		return subject{}, x.refuse(t, row, column, "import-unknown-team")
	}
	return who, used
}

// tellFill says how blank cells take the value above, where the column has any.
func (x *run) tellFill(t *table, column int) {
	if t.reads[column] != "" && t.fills[column] != fillAbove {
		x.note("import-fill", t.reads[column])
	}
}

// there rejects a row of a person who was in no team in its period.
func (x *run) there(t *table, row int, who subject, p model.Period) verdict {
	if who.person == nil {
		return used
	}
	if _, ok := who.person.TeamIn(x.calendar, p); !ok {
		return x.refuse(t, row, x.columns[x.profile.Person.Column], "import-not-there", who.id, p.String())
	}
	return used
}

// A rowAt is where a record was met first.
type rowAt struct {
	table *table
	row   int32
}

// again leaves out a record that was used before, and rejects one that has its
// id and other contents.
func (x *run) again(t *table, row int) verdict {
	name := x.profile.ID
	if name == "" || !x.present[name] {
		return x.overlapping(t, row)
	}
	id, rounded := sheet.ID(t.cell(row, x.columns[name]))
	if id == "" || rounded {
		return x.overlapping(t, row)
	}
	first, known := x.seen[id]
	if !known {
		x.seen[id] = rowAt{t, int32(row)}
		return used
	}
	for other, column := range x.columns {
		if x.present[other] && first.table.at(int(first.row), column) != t.at(row, column) {
			return x.refuse(t, row, x.columns[name], "import-twice.differs", first.table.place.title(), int(first.table.grid.rows[first.row].number))
		}
	}
	return filtered("import-twice")
}

// overlapping leaves out a row without id that an earlier table has as well.
func (x *run) overlapping(t *table, row int) verdict {
	if len(x.tables) > 1 && x.overlap.again(t.grid.rows[row].hash) {
		return filtered("import-twice-row")
	}
	return used
}
