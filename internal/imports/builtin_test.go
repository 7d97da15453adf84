package imports

import (
	"testing"
	"testing/fstest"

	"reviewfolio/internal/model"
)

// TestBuiltInProfiles: each can be read as it is.
func TestBuiltInProfiles(t *testing.T) {
	s := model.Settings{Metrics: model.BuiltInMetrics(), Breakdowns: model.BuiltInBreakdowns()}
	names := BuiltIn()
	if len(names) != 10 {
		t.Error(names)
	}
	for _, name := range names {
		p, faults, err := Load(fstest.MapFS{}, name, &s)
		if err != nil || len(faults) > 0 || p == nil || p.Title == "" {
			t.Errorf("%s: %v %v", name, faults, err)
		}
	}
}
