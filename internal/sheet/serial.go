package sheet

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"

	"reviewfolio/internal/model"
)

// A cell's number keeps so many digits: as many as Excel shows. What is
// further behind comes from how computers store 0.1.
const significantDigits = 15

// maxExponent is beyond every number that a workbook can hold.
const maxExponent = 330

// exactDecimal returns a number as workbooks and programs write it, such as
// 1.23E+11, as a decimal without exponent: 123000000000. A whole number
// without exponent keeps all its digits, as it may be an identifier.
func exactDecimal(b []byte) (string, bool) {
	digits, exp, negative, ok := takeApart(b)
	if !ok {
		return "", false
	}
	if len(digits) == 0 {
		return "0", true
	}
	var out strings.Builder
	if negative {
		out.WriteByte('-')
	}
	point := len(digits) + exp // digits before the point
	switch {
	case exp >= 0:
		out.Write(digits)
		out.WriteString(strings.Repeat("0", exp))
	case point <= 0:
		out.WriteString("0." + strings.Repeat("0", -point))
		out.Write(digits)
	default:
		out.Write(digits[:point])
		out.WriteByte('.')
		out.Write(digits[point:])
	}
	return out.String(), true
}

// takeApart reads [-]digits[.digits][E±digits] as digits × 10^exp, without
// zeros at either end of a fraction. Zero has no digits.
func takeApart(b []byte) (digits []byte, exp int, negative, ok bool) {
	if rest, minus := bytes.CutPrefix(b, []byte{'-'}); minus {
		b, negative = rest, true
	} else {
		b = bytes.TrimPrefix(b, []byte{'+'})
	}
	i, point := 0, -1
	digits = make([]byte, 0, 24)
	for ; i < len(b); i++ {
		if b[i] == '.' && point < 0 {
			point = len(digits)
		} else if b[i] >= '0' && b[i] <= '9' {
			digits = append(digits, b[i])
		} else {
			break
		}
	}
	if len(digits) == 0 || len(digits) > 2*maxExponent {
		return nil, 0, false, false
	}
	whole := point < 0 && i == len(b)
	if point >= 0 {
		exp = point - len(digits)
	}
	if i < len(b) {
		e, err := strconv.Atoi(string(b[i+1:]))
		if b[i]|0x20 != 'e' || err != nil || e > maxExponent || e < -maxExponent {
			return nil, 0, false, false
		}
		exp += e
	}
	digits = bytes.TrimLeft(digits, "0")
	if !whole {
		digits, exp = roundTo(digits, exp)
	}
	return digits, exp, negative, true
}

// roundTo rounds half up to the significant digits and drops zeros behind.
func roundTo(digits []byte, exp int) ([]byte, int) {
	if cut := len(digits) - significantDigits; cut > 0 {
		up := digits[significantDigits] >= '5'
		digits, exp = digits[:significantDigits], exp+cut
		for i := significantDigits - 1; up && i >= 0; i-- {
			if up = digits[i] == '9'; up {
				digits[i] = '0'
			} else {
				digits[i]++
			}
		}
		if up {
			digits[0] = '1'
			exp += significantDigits
			digits = digits[:1]
		}
	}
	for len(digits) > 0 && digits[len(digits)-1] == '0' && exp < 0 {
		digits, exp = digits[:len(digits)-1], exp+1
	}
	return digits, exp
}

const (
	secondsPerDay = 24 * 60 * 60
	firstTime     = 366     // days: a smaller number shown as a time is a span
	lastSerial    = 2958465 // 9999-12-31
)

// serialDay returns the day that Excel counts so, and false where it has none:
// 0, and 60 of the dates from 1900, which Excel takes for 29 February 1900.
func serialDay(serial int, epoch1904 bool) (model.Date, bool) {
	first, _ := model.NewDate(1899, time.December, 31)
	switch {
	case epoch1904:
		first, _ = model.NewDate(1904, time.January, 1)
		if serial < 0 || serial > lastSerial-1462 {
			return model.Date{}, false
		}
		return first.AddDays(serial), true
	case serial < 1 || serial == 60 || serial > lastSerial:
		return model.Date{}, false
	case serial > 60:
		serial--
	}
	return first.AddDays(serial), true
}

// serialMoment splits a decimal into its day and the second of it, rounded.
func serialMoment(text string, epoch1904 bool) (day model.Date, second int, ok bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v < 0 || v > lastSerial+1 {
		return model.Date{}, 0, false
	}
	whole := math.Floor(v)
	second = int(math.Round((v - whole) * secondsPerDay))
	if second == secondsPerDay {
		whole, second = whole+1, 0
	}
	day, ok = serialDay(int(whole), epoch1904)
	return day, second, ok
}

// isSpan reports whether a number that is shown as a time is a span of time,
// or a time on no day.
func isSpan(text string) bool {
	v, err := strconv.ParseFloat(text, 64)
	return err != nil || v < firstTime
}

// isoMoment writes 2026-07-01, with T13:20:35 where it is not midnight.
func isoMoment(day model.Date, second int) string {
	if second == 0 {
		return day.String()
	}
	b := append([]byte(day.String()), 'T')
	for i, part := range [...]int{second / 3600, second / 60 % 60, second % 60} {
		if i > 0 {
			b = append(b, ':')
		}
		b = append(b, byte('0'+part/10), byte('0'+part%10))
	}
	return string(b)
}
