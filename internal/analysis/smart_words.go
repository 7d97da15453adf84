package analysis

import "regexp"

// A reading of a goal that no metric judges, by its words alone.
type statementKind uint8

const (
	measured      statementKind = iota // it holds a number, or says what will be done and over
	unmeasured                         // neither
	intentionOnly                      // and what it says is an intention: 加强, improve
)

// What is looked for in a statement. A number is written in digits or Chinese
// numerals or covers all there is (全部, every); a month, a quarter or a year is
// none. A deliverable is told by a word for something finished. That is coarse
// on purpose: who writes a number or a result is believed.
var (
	calendarWords = regexp.MustCompile(`(?i)\d{4}\s*年|\b20\d\d(-(q[1-4]|h[12]|\d\d(-\d\d)?))?\b|[一二三四1-4]\s*季度|\b[qh][1-4]\b|[一二三四五六七八九十\d]+\s*月份?|\d+\s*[日号]|[上下]半年`)
	numberWords   = regexp.MustCompile(`(?i)[\d０-９两三四五六七八九十百千万亿]|[一二]\s*[个名家份次套场版轮条批位张台项成半人款篇笔单所间本组期门]|全部|全员|全数|[归清]零|逐[一家个站笔项条户单]|每|所有|\b(one|two|three|four|five|six|seven|eight|nine|ten|dozen|every|each|all|no|half)\b`)
	resultWords   = regexp.MustCompile(`(?i)完成|[做写见走盘清换访办交谈拍]完|签|上线|到岗|到位|交付|交接|接手|落地|拿[下出到]|建[成立好]|[定谈做办理]出|谈[定成妥]|停[止卖用掉]|清[掉零]|收[回齐]|补[齐到上签]|通过|发布|印发|出台|提交|上报|报总部|批下|启用|投产|开业|开通|接入|出库|入围|中标|验收|归档|制定|编制|写进|[带培养]+出|教会|招到|配齐|了断|不再|不丢|` +
		`\b(sign|deliver|launch|complet|finish|publish|hire|hand(ed)? over|clos(e|ing)|ship|submit|train|writ|agree|roll(ed)? out|go live|open|set up|visit|plan|approv|certif|renew|win)`)
	intentionWords = regexp.MustCompile(`(?i)加强|加大|加快|提升|提高|优化|改善|改进|努力|争取|力争|推进|推动|促进|深化|强化|做好|抓好|做大|做强|关注|重视|尽量|尽快|进一步|继续|持续|探索|维护|跟进|支持|配合|保持|完善|扩大|增加|增长|增强|降低|减少|拓展|开拓|学习|了解|` +
		`\b(improv|strengthen|enhanc|optimi[sz]|increas|grow|rais|better|reduc|decreas|try|striv|continu|keep|focus|explor|support|maintain|develop|promot|boost|push|work on)`)
)

func readStatement(statement string) statementKind {
	said := calendarWords.ReplaceAllString(statement, " ")
	switch {
	case numberWords.MatchString(said), resultWords.MatchString(said):
		return measured
	case intentionWords.MatchString(said):
		return intentionOnly
	}
	return unmeasured
}
