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

	// Who waits for whom.
	"section.waiting":  {"谁在等谁", "Who waits for whom"},
	"order.waiting":    {"等得最久的在前", "longest wait first"},
	"head.turn":        {"轮到", "Turn of"},
	"head.step":        {"要做的", "To do"},
	"head.whose":       {"谁的述职", "Whose review"},
	"head.longest":     {"最长已等", "Longest wait"},
	"step.hand-in":     {"交述职", "hand in the report"},
	"step.submit":      {"提交述职", "submit the report"},
	"step.comment":     {"点评", "comment"},
	"step.share":       {"共享点评", "share the comments"},
	"step.acknowledge": {"确认点评", "acknowledge the comments"},
	"step.answer":      {"答复申诉", "answer the appeal"},
	"turn.hand-in":     {"待%s交述职", "waiting for %s to hand in"},
	"turn.submit":      {"待%s提交", "waiting for %s to submit"},
	"turn.comment":     {"待%s点评", "waiting for %s to comment"},
	"turn.share":       {"待%s共享", "waiting for %s to share"},
	"turn.acknowledge": {"待%s确认", "waiting for %s to acknowledge"},
	"turn.answer":      {"待%s答复申诉", "waiting for %s to answer the appeal"},
	"turn-days":        {"，已等 %d 天", ", %d {day|days} so far"},
	"turn-unknown":     {"没有记下日期", "no date is noted"},
	"days":             {"%d 天", "%d {day|days}"},

	"section.progress":  {"述职进度", "Progress of the reviews"},
	"head.begun":        {"起草", "Begun"},
	"head.shared":       {"共享", "Shared"},
	"head.acknowledged": {"本人确认", "Acknowledged"},
	"head.own-view":     {"员工意见", "Employee's view"},
	"head.next":         {"下一步", "Next"},

	// Talks between reviews.
	"talks.earlier": {"更早的 %d 次", "%d earlier"},
	"talks.more":    {"另有 %d 次，见各期述职", "%d more on the pages of the reviews"},
	"talks.others":  {"由他人负责的行动项", "Actions that others own"},

	// Appeals.
	"todo.appeal":      {"对%s评价的申诉待答复", " appealed against the %s review: no answer yet"},
	"todo.appeal-own":  {"答复%s的申诉", "answer the appeal of %s"},
	"todo.waited":      {"已等 %d 天", "%d {day|days}"},
	"review.appeal-by": {"见 %s 终评", "by the final grade of %s"},
}
