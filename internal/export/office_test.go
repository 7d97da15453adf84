package export_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"reviewfolio/internal/export"
)

// office returns the path of LibreOffice. Without one the test is skipped,
// unless REVIEWFOLIO_SOFFICE=required says that there has to be one.
func office(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("soffice")
	if err != nil && os.Getenv("REVIEWFOLIO_SOFFICE") == "required" {
		t.Fatal("no soffice found, and REVIEWFOLIO_SOFFICE=required")
	}
	if err != nil {
		t.Skip("no soffice found")
	}
	return path
}

// A spreadsheet program reads every workbook as it was meant: the same sheets,
// numbers as numbers, texts as texts, no formula, and writes them again so.
func TestOfficeReadsWhatWasWritten(t *testing.T) {
	soffice := office(t)
	dir := t.TempDir()
	args := []string{"--headless", "--norestore", "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out")}
	files := map[string][]byte{}
	for name, archive := range map[string]string{"pilot": pilot, "hostile": hostile} {
		x := exporter(t, archive)
		for at, path := range map[string]string{"company": export.CompanyFile, "east": export.WorkbookFile("east", "hq")} {
			file := name + "-" + at + ".xlsx"
			files[file] = written(t, x, path, export.Choice{})
			if err := os.WriteFile(filepath.Join(dir, file), files[file], 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, filepath.Join(dir, file))
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if told, err := exec.CommandContext(ctx, soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, told)
	}
	for file, data := range files {
		again, err := os.ReadFile(filepath.Join(dir, "out", file))
		if err != nil {
			t.Fatalf("%s could not be opened: %v", file, err)
		}
		sameCells(t, file, workbook(t, data), workbook(t, again))
	}
}

// sameCells compares what was written with what was read and written again.
func sameCells(t *testing.T, file string, want, got *excelize.File) {
	t.Helper()
	numbers := 0
	for _, sheet := range want.GetSheetList() {
		lines, err := want.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y, line := range lines {
			for x, value := range line {
				at, _ := excelize.CoordinatesToCellName(x+1, y+1)
				back, err := got.GetCellValue(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if formula, _ := got.GetCellFormula(sheet, at); formula != "" {
					t.Fatalf("%s, %s %s holds the formula %s", file, sheet, at, formula)
				}
				kind, _ := want.GetCellType(sheet, at)
				if number, err := strconv.ParseFloat(value, 64); err == nil && kind != excelize.CellTypeInlineString {
					numbers++
					read, _ := got.GetCellType(sheet, at)
					if n, err := strconv.ParseFloat(back, 64); err != nil || n != number || read == excelize.CellTypeSharedString {
						t.Errorf("%s, %s %s: the number %s is read as %q", file, sheet, at, value, back)
					}
				} else if back != value {
					t.Errorf("%s, %s %s: %q is read as %q", file, sheet, at, value, back)
				}
			}
		}
	}
	if numbers < 30 {
		t.Errorf("%s: only %d numbers were compared", file, numbers)
	}
}
