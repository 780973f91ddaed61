// Package raft is an election in the style of the labs, with the bug of the lab notes: votes are
// counted without checking term and role again.
package raft

import "log"

type role string

const (
	follower  role = "follower"
	candidate role = "candidate"
	leader    role = "leader"
)

type server struct {
	id    int
	peers []*server
	term  int
	role  role
	votes int
}

func newCluster(size int) []*server {
	cluster := make([]*server, size)
	for id := range cluster {
		cluster[id] = &server{id: id, role: follower, peers: cluster}
	}
	return cluster
}

// campaign asks every peer for its vote and gives the replies, each a function that delivers it.
func (s *server) campaign() []func() {
	log.Printf("%d: Election timer expired; becoming a candidate; old status: %s", s.id, s.role)
	s.term++
	s.role = candidate
	s.votes = 1
	var replies []func()
	for _, peer := range s.peers {
		if peer != s && peer.requestVote(s.term) {
			replies = append(replies, s.countVote)
		}
	}
	return replies
}

// requestVote grants one vote a term.
func (s *server) requestVote(term int) bool {
	if term <= s.term {
		return false
	}
	s.term = term
	s.role = follower
	return true
}

// countVote has the bug: by now the server may be in a newer term, and no candidate any more.
func (s *server) countVote() {
	s.votes++
	if s.votes == len(s.peers)/2+1 {
		s.role = leader
		log.Printf("%d: Election succeeded; I'm a leader now", s.id)
	}
}
