// Three servers elect a leader, each candidate from a goroutine of its own, and trace it. With the
// argument "buggy", voters forget to look at votedFor, and two servers win the same term.
package main

import (
	"os"
	"strconv"
	"sync"

	"raftlens"
)

type server struct {
	mu       sync.Mutex
	id       int
	term     int
	role     string
	votedFor int
	trace    *raftlens.Node
}

func main() {
	buggy := len(os.Args) > 1 && os.Args[1] == "buggy"
	var servers []*server
	for id := 1; id <= 3; id++ {
		s := &server{id: id, role: "follower", trace: raftlens.StartNode(strconv.Itoa(id))}
		s.trace.Emit("node.started", 0, s.role, raftlens.Strs("voters", []string{"1", "2", "3"}))
		servers = append(servers, s)
	}
	var ready, done sync.WaitGroup
	ready.Add(2)
	for _, candidate := range servers[:2] {
		done.Add(1)
		go func(s *server) {
			defer done.Done()
			s.campaign()
			ready.Done()
			ready.Wait()
			if s.count(servers[2].requestVote(1, s.id, buggy)) {
				s.lead()
			}
		}(candidate)
	}
	done.Wait()
}

func (s *server) campaign() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.term, s.role, s.votedFor = 1, "candidate", s.id
	s.trace.Emit("role.changed", s.term, s.role,
		raftlens.Str("from", "follower"), raftlens.Str("to", s.role))
	s.trace.Emit("election.started", s.term, s.role)
}

func (s *server) requestVote(term, candidate int, buggy bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if term > s.term {
		s.term, s.votedFor = term, 0
	}
	if s.votedFor != 0 && s.votedFor != candidate && !buggy {
		s.trace.Emit("vote.denied", s.term, s.role,
			raftlens.Peer("candidate", candidate), raftlens.Str("cause", "already-voted"))
		return false
	}
	s.votedFor = candidate
	s.trace.Emit("vote.granted", s.term, s.role, raftlens.Peer("candidate", candidate))
	return true
}

func (s *server) count(granted bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.trace.Emit("vote.received", s.term, s.role,
		raftlens.Str("from", "3"), raftlens.Bool("granted", granted), raftlens.Int("rpcTerm", 1))
	return granted
}

func (s *server) lead() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.role = "leader"
	s.trace.Emit("role.changed", s.term, s.role, raftlens.Str("from", "candidate"),
		raftlens.Str("to", s.role), raftlens.Str("cause", "won-election"))
}
