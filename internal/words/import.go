package words

// importWords holds what the import of tables says. Keys of faults of profiles
// are those of package source; import- are rejects, reasons and notes of
// package imports; imports. is the report of a run and of what a file holds.
var importWords = map[string]entry{
	// Profiles.
	"unknown-column":       {"columns 中没有列 %s", "columns has no column %s"},
	"profile-column-taken": {"列名 %s 已被使用", "the column name %s is taken"},
	"profile-rates":        {"divide_by 和 multiply_by 只能写一个", "want divide_by or multiply_by, not both"},
	"profile-ratio":        {"%s 由其他指标计算得出，不能导入；导入它的分子和分母", "%s is computed from other metrics: import its two sides"},
	"profile-measure":      {"%s：sum、count、distinct、last 写其中一个", "%s: want one of sum, count, distinct and last"},
	"profile-minus":        {"%s 只用于 sum 和 last", "%s is for sum and last only"},
	"profile-not-made":     {"metrics 中没有 %[1]s，%[2]s 无从拆分", "metrics does not make %[1]s, which %[2]s is of"},
	"profile-both":         {"person 和 team 只能写一个", "want person or team, not both"},
	"profile-nobody":       {"缺少 person 或 team：每一行是谁的数", "person or team is missing: whose figures the rows are"},
	"profile-nothing":      {"缺少 metrics、targets 或 wide：导入什么", "metrics, targets or wide is missing: what is imported"},
	"profile-no-date":      {"%s 没有日期列", "%s has no date"},
	"hint-profile-date":    {"写 date: 列名；时点数写 date: as-of", "write date: and a column, or date: as-of for the state of a day"},
}
