package words

// promiseWords holds what became of promises and actions, and how they were
// worded before.
var promiseWords = map[string]entry{
	"reason.nothing-due": {"还没有到期的", "nothing was due yet"},
}
