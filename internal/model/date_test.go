package model

import (
	"testing"
	"time"
)

// The days of the years in which leap years begin, end and are left out are
// those of package time.
func TestNewDateIsTheCalendars(t *testing.T) {
	for _, year := range []int{0, 1, 4, 99, 100, 101, 400, 1900, 1999, 2000, 2024, 2026, 9999, 10000} {
		for month := time.Month(0); month <= 13; month++ {
			for day := 0; day <= 32; day++ {
				want := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
				exists := year >= 1 && year <= 9999 && want.Year() == year && want.Month() == month && want.Day() == day
				d, ok := NewDate(year, month, day)
				if ok != exists || ok && d != fromTime(want) {
					t.Errorf("NewDate(%d, %d, %d) = %v, %v, want %v", year, month, day, d, ok, exists)
				}
			}
		}
	}
}
