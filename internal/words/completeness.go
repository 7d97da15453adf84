package words

// completenessWords holds the texts of who lacks what and who waits for whom.
var completenessWords = map[string]entry{
	// The matrix of people and themes.
	"order.due-incomplete": {"述职 %s、点评 %s 截止；缺得多的在前", "reports due %s, comments %s; least complete first"},
	"head.success":         {"成功案例", "Success case"},
	"head.failure":         {"失败案例", "Failure case"},
	"coverage.not-asked":   {"不要求", "Not asked for"},
	"coverage.late":        {"%s 迟 %d 天", "%s, %d {day|days} late"},
	"foot.parts":           {"亮点、问题、建议按每份点评看，「缺 1/2」是两份里有一份没写。点标记到述职的相应位置。", " Strengths, problems and advice are looked for in every comment: “Missing 1/2” is one of two. A mark leads to its place in the review."},
	"gap.no-report":        {"未交述职", "No report"},
	"gap.no-comments":      {"没有点评", "No comments"},
	"gap.comment-parts":    {"点评不全", "Comment parts"},
	"gap.no-success":       {"缺成功案例", "No success"},
	"gap.no-failure":       {"缺失败案例", "No failure"},
}
