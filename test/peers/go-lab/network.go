package raft

import (
	"math/rand"
	"sync"
	"time"
)

type voteRequest struct{ term, candidate, lastIndex, lastTerm int }

type voteReply struct {
	term    int
	granted bool
}

type appendRequest struct {
	term, before, beforeTerm int
	entries                  []entry
	commit                   int
}

type appendReply struct {
	term    int
	success bool
}

// network carries calls between servers. Some replies to requests for votes take longer than an
// election, as on a busy machine.
type network struct {
	mu        sync.Mutex
	rng       *rand.Rand
	servers   []*Raft
	connected []bool
	// Of so many replies to requests for votes one is late.
	lateOneIn int
}

func (n *network) delay(vote bool) time.Duration {
	n.mu.Lock()
	defer n.mu.Unlock()
	usual := time.Duration(n.rng.Int63n(int64(2 * time.Millisecond)))
	if vote && n.lateOneIn > 0 && n.rng.Intn(n.lateOneIn) == 0 {
		return electionAtLeast + time.Duration(n.rng.Int63n(int64(2*electionSpread)))
	}
	return usual
}

func (n *network) reach(from, to int) *Raft {
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.connected[from] || !n.connected[to] {
		return nil
	}
	return n.servers[to]
}

func (n *network) requestVote(from, to int, ask voteRequest) (voteReply, bool) {
	time.Sleep(n.delay(false))
	server := n.reach(from, to)
	if server == nil {
		return voteReply{}, false
	}
	reply := server.requestVote(ask)
	time.Sleep(n.delay(true))
	return reply, n.reach(to, from) != nil
}

func (n *network) appendEntries(from, to int, send appendRequest) (appendReply, bool) {
	time.Sleep(n.delay(false))
	server := n.reach(from, to)
	if server == nil {
		return appendReply{}, false
	}
	reply := server.appendEntries(send)
	return reply, n.reach(to, from) != nil
}
