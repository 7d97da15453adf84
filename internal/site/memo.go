package site

import "sync"

// A memo is what pages share and not each of them needs: a value is worked out
// when it is first asked for, and once.
type memo[K comparable, V any] struct {
	of    func(K) V
	known sync.Map // K -> func() V
}

func (m *memo[K, V]) get(k K) V {
	f, ok := m.known.Load(k)
	if !ok {
		f, _ = m.known.LoadOrStore(k, sync.OnceValue(func() V { return m.of(k) }))
	}
	return f.(func() V)()
}
