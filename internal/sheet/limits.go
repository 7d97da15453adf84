package sheet

// What a file may ask for. A file within these limits is read in some 40 MiB;
// what is beyond them is refused before it is unpacked, by what the file says
// of itself, or at the latest when it proves to have lied.
const (
	MaxFile    = 512 << 20 // bytes of a file
	MaxEntries = 10_000    // files within a workbook
	MaxPart    = 512 << 20 // bytes of one sheet, unpacked
	MaxTotal   = 1 << 30   // bytes of all files within a workbook, unpacked
	MaxRatio   = 200       // unpacked to packed bytes, from freeRatio on
	MaxColumns = 2_048     // columns up to the last value in a row
	MaxRows    = 1_048_576 // rows of a table: as many as Excel has
	MaxCell    = 1 << 20   // bytes of one cell's text; Excel holds 32,767 characters
	MaxLine    = 4 << 20   // bytes of one row of delimited text
	MaxMerged  = 100_000   // merged ranges of a sheet

	maxStrings   = 64 << 20 // bytes of the shared texts of a workbook: they are held
	maxTexts     = 3 << 20  // shared texts
	maxStyles    = 32 << 20 // bytes of the styles
	maxList      = 4 << 20  // bytes of the list of sheets, and of that of their parts
	maxDirectory = 8 << 20  // bytes of the list of files within a workbook
	maxDepth     = 64       // elements within each other
	freeRatio    = 8 << 20  // bytes of a part that may be packed as tightly as it likes
)
