package model

import "reviewfolio/internal/diag"

// Kind is how a metric rolls up.
type Kind uint8

const (
	SumKind   Kind = iota + 1 // adds over people and over time
	LevelKind                 // adds over people, takes the last over time
	RatioKind                 // "ratio": recomputed from its two sides
	NPSKind                   // recomputed from promoters, passives, detractors
)

// Unit is what a metric counts.
type Unit uint8

const (
	Count   Unit = iota + 1 // things, visits, people
	Money                   // the portfolio's currency, in its main unit
	Percent                 // shown as percent, changes in percentage points
	Points                  // −100 to 100
)

// Direction is which way is welcome.
type Direction uint8

const (
	Higher Direction = iota
	Lower
)

// A Metric is one entry of the dictionary.
type Metric struct {
	ID          MetricID
	Label       string // as site.yaml names it; "" means the built-in name of package words
	Kind        Kind
	Unit        Unit
	Better      Direction
	Note        string     // 口径: tax, date field, source; shown wherever the figure is explained
	Numerator   []MetricID // of a ratio: the metrics to add
	Denominator []MetricID
	Names       []string // what prose calls it, by which an action may name it: the label and the built-in names
	BuiltIn     bool     // unchanged from the built-in dictionary
	Order       int      // place in the dictionary: built-ins first, then site.yaml's own
	Pos         diag.Pos
}

// NPSID is the one metric of kind nps that every dictionary has.
const NPSID MetricID = "nps"

// A Breakdown defines how a metric splits into named parts.
type Breakdown struct {
	ID    BreakdownID
	Label string      // "" means the built-in name
	Of    MetricID    // the metric whose total the parts make
	By    BreakdownID // of units: pairs this breakdown's units with that one's money
	Parts []string    // the only names allowed; nil allows any
	Order int
	Pos   diag.Pos
}

// BuiltInMetrics returns the dictionary before site.yaml adds to it, in the
// order of FORMAT.md. The slice is the caller's own.
func BuiltInMetrics() []Metric {
	var list []Metric
	add := func(kind Kind, unit Unit, ids ...MetricID) {
		for _, id := range ids {
			list = append(list, Metric{ID: id, Kind: kind, Unit: unit, BuiltIn: true, Order: len(list)})
		}
	}
	ratio := func(id MetricID, unit Unit, num MetricID, den ...MetricID) {
		add(RatioKind, unit, id)
		m := &list[len(list)-1]
		m.Numerator, m.Denominator = []MetricID{num}, den
	}
	add(SumKind, Money, "revenue", "gross_profit", "collections", "receivable", "contract_amount",
		"renewed", "renewal_due", "expense", "market_spend", "market_size")
	add(SumKind, Count, "orders", "units", "new_customers", "lost_customers", "leads", "opportunities",
		"won", "lost", "visits", "revisits", "complaints", "satisfied", "responses", "requests",
		"on_time", "training_hours", "events", "event_leads", "crm_due", "crm_updated")
	add(LevelKind, Count, "active_customers")
	add(LevelKind, Money, "pipeline", "ar", "overdue")
	add(LevelKind, Count, "headcount")
	ratio("aov", Money, "revenue", "orders")
	ratio("gross_margin", Percent, "gross_profit", "revenue")
	ratio("collection_rate", Percent, "collections", "receivable")
	ratio("win_rate", Percent, "won", "won", "lost")
	ratio("csat", Percent, "satisfied", "responses")
	ratio("renewal_rate", Percent, "renewed", "renewal_due")
	ratio("expense_rate", Percent, "expense", "revenue")
	ratio("overdue_rate", Percent, "overdue", "ar")
	ratio("market_share", Percent, "revenue", "market_size")
	ratio("response_rate", Percent, "on_time", "requests")
	ratio("crm_rate", Percent, "crm_updated", "crm_due")
	ratio("revenue_per_head", Money, "revenue", "headcount")
	add(NPSKind, Points, NPSID)
	lower := map[MetricID]bool{"expense": true, "lost_customers": true, "lost": true, "complaints": true,
		"ar": true, "overdue": true, "expense_rate": true, "overdue_rate": true}
	for i := range list {
		if lower[list[i].ID] {
			list[i].Better = Lower
		}
	}
	return list
}

// BuiltInBreakdowns returns the breakdowns every portfolio has.
func BuiltInBreakdowns() []Breakdown {
	var list []Breakdown
	for _, id := range []BreakdownID{"channel", "product", "region", "industry", "customer", "account", "customer_type"} {
		list = append(list, Breakdown{ID: id, Of: "revenue", Order: len(list)})
	}
	for _, id := range []BreakdownID{"competitor", "loss_reason"} {
		list = append(list, Breakdown{ID: id, Of: "lost", Order: len(list)})
	}
	return list
}
