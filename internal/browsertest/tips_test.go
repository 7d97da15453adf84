package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"reviewfolio/internal/browser"
)

// Whoever rests on a figure reads how it came about: the whole explanation is
// in the window and nothing lies over it, wherever in a table the figure stands.
func TestExplanationsOpenInFull(t *testing.T) {
	s := sites()[0]
	base := onDisk(t, s.built(t))
	for _, folder := range []string{"", "teams/east/", "people/lin-shuyi/", "reviews/2026-Q3/gu-yifan/"} {
		t.Run("/"+folder, func(t *testing.T) {
			t.Parallel()
			b := browser.Open(t, base)
			for _, width := range []int64{1440, 320} {
				show(t, b, folder, width)
				n := browser.Eval[int](t, b, explained)
				if n == 0 {
					t.Fatal("nothing is explained")
				}
				for _, i := range []int{0, n / 4, n / 2, 3 * n / 4, n - 1} {
					b.Do(t, chromedp.MouseEvent(chromedp.MouseMoved, 1, 1))
					at := browser.Eval[[2]float64](t, b, fmt.Sprintf("bring(%d)", i))
					b.Do(t, chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
					if fault := browser.Eval[string](t, b, fmt.Sprintf("judge(%d)", i)); fault != "" {
						t.Errorf("at %d px, explanation %d of %d: %s", width, i, n, fault)
					}
				}
			}
		})
	}
}

// explained counts the figures of a page that have an explanation. It leaves
// behind bring, which scrolls to one and says where it is, and judge, which
// says what is wrong with the explanation that is open there.
const explained = `(() => {
	const all = Array.from(document.querySelectorAll(".has-tip")).filter((e) => e.checkVisibility());
	window.bring = (i) => {
		all[i].scrollIntoView({block: "center", inline: "center"});
		const r = all[i].getClientRects()[0];
		return [r.x + r.width / 2, r.y + r.height / 2];
	};
	window.judge = (i) => {
		const tip = all[i].querySelector(":scope > .tip"), r = tip.getBoundingClientRect();
		if (r.width === 0) return "does not open";
		if (r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight) return "is not in the window";
		for (const [x, y] of [[r.left + 2, r.top + 2], [r.right - 2, r.top + 2], [r.left + 2, r.bottom - 2], [r.right - 2, r.bottom - 2]]) {
			if (document.elementFromPoint(x, y)?.closest(".tip") !== tip) return "is covered or cut off";
		}
		return "";
	};
	return all.length;
})()`
