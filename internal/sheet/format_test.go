package sheet

import "testing"

func TestWhatNumberFormatsShow(t *testing.T) {
	for format, want := range map[string]shown{
		"General":                       asNumber,
		"G/通用格式":                        asNumber,
		`General"年"`:                    asNumber,
		"0":                             asNumber,
		"#,##0.00":                      asNumber,
		"0.00E+00":                      asNumber,
		`¥#,##0.00;[Red]-¥#,##0.00`:     asNumber,
		`[$¥-804]#,##0.00`:              asNumber,
		`0!.0,"万"`:                      asNumber,
		`#,##0"days"`:                   asNumber,
		`0\d`:                           asNumber,
		`_-* #,##0.00_-`:                asNumber,
		"@":                             asNumber,
		"":                              asNumber,
		"0%":                            asPercent,
		"0.00%;-0.00%":                  asPercent,
		`0"%"`:                          asNumber,
		"yyyy-mm-dd":                    asDay,
		"m/d/yyyy":                      asDay,
		"dd/mm/yyyy hh:mm":              asDay,
		"d-mmm-yy":                      asDay,
		"mmm-yy":                        asDay,
		"mmmm":                          asDay,
		`yyyy"年"m"月"d"日"`:               asDay,
		`yyyy年m月d日;@`:                   asDay,
		`[$-804]yyyy"年"m"月"d"日" dddd;@`: asDay,
		`[DBNum1][$-804]yyyy"年"m"月";@`:  asDay,
		`m"月"d"日"`:                      asDay,
		`YYYY/MM/DD`:                    asDay,
		"h:mm":                          asTime,
		"h:mm:ss AM/PM":                 asTime,
		"mm:ss.0":                       asTime,
		`上午/下午h"时"mm"分"`:                asTime,
		"h:mm mmm":                      asDay,
		"[h]:mm:ss":                     asElapsed,
		"[mm]:ss":                       asElapsed,
		"[Red][h]:mm":                   asElapsed,
		`0;"y"`:                         asNumber,
		`"unclosed`:                     asNumber,
		`\`:                             asNumber,
		"[":                             asNumber,
	} {
		if got := showsAs(format); got != want {
			t.Errorf("%q shows %d, want %d", format, got, want)
		}
	}
	for id, want := range map[int]shown{0: asNumber, 4: asNumber, 9: asPercent, 10: asPercent, 14: asDay, 17: asDay, 20: asTime, 22: asDay, 31: asDay, 33: asTime, 46: asElapsed, 49: asNumber, 57: asDay, 58: asDay, -1: asNumber} {
		if got := builtIn(id); got != want {
			t.Errorf("format %d shows %d, want %d", id, got, want)
		}
	}
}
