// Package imports makes figures of tables: exports of a CRM, order lists,
// target sheets.
//
// In go a model.Profile, which says what the columns of a table mean, and the
// rows of package sheet; out come the figures of people and teams by period,
// and what became of every row. It writes no file: package posting does.
package imports
