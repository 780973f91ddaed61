// Package raft is leader election and log replication in the style of the labs, over a network in
// memory, in real time. It has one bug, of those that cost people nights: a reply to a request for
// votes is counted without checking that the server still is a candidate of the term it asked in.
package raft

import (
	"math/rand"
	"sync"
	"time"
)

type role string

const (
	follower  role = "follower"
	candidate role = "candidate"
	leader    role = "leader"
)

// The lab's times, ten times as fast, so that a flake of one run in fifty is found in a test.
const (
	heartbeatEvery  = 10 * time.Millisecond
	electionAtLeast = 40 * time.Millisecond
	electionSpread  = 40 * time.Millisecond
)

type entry struct {
	term    int
	command int
}

// Raft is one server.
type Raft struct {
	mu    sync.Mutex
	me    int
	net   *network
	rng   *rand.Rand
	dead  bool
	apply func(index, command int)

	term     int
	votedFor int
	log      []entry

	role        role
	votes       int
	commit      int
	applied     int
	next, match []int
	electionAt  time.Time
}

func newRaft(me int, net *network, seed int64, apply func(index, command int)) *Raft {
	rf := &Raft{me: me, net: net, rng: rand.New(rand.NewSource(seed)), apply: apply}
	rf.votedFor, rf.role, rf.log = -1, follower, make([]entry, 1)
	rf.resetTimer()
	go rf.ticker()
	return rf
}

// State gives the term, and whether the server takes itself for the leader.
func (rf *Raft) State() (int, bool) {
	rf.mu.Lock()
	defer rf.mu.Unlock()
	return rf.term, rf.role == leader
}

// Start begins agreement on a command; the index is meant only where the server leads.
func (rf *Raft) Start(command int) (index int, isLeader bool) {
	rf.mu.Lock()
	defer rf.mu.Unlock()
	if rf.role != leader {
		return -1, false
	}
	rf.log = append(rf.log, entry{rf.term, command})
	rf.match[rf.me] = len(rf.log) - 1
	return len(rf.log) - 1, true
}

// Kill ends the server.
func (rf *Raft) Kill() {
	rf.mu.Lock()
	defer rf.mu.Unlock()
	rf.dead = true
}

func (rf *Raft) resetTimer() {
	spread := time.Duration(rf.rng.Int63n(int64(electionSpread)))
	rf.electionAt = time.Now().Add(electionAtLeast + spread)
}

func (rf *Raft) ticker() {
	for {
		rf.mu.Lock()
		if rf.dead {
			rf.mu.Unlock()
			return
		}
		pause := time.Millisecond
		if rf.role == leader {
			rf.replicate()
			pause = heartbeatEvery
		} else if time.Now().After(rf.electionAt) {
			rf.campaign()
		}
		rf.mu.Unlock()
		time.Sleep(pause)
	}
}

func (rf *Raft) campaign() {
	debug("TIMR", rf.me, "Election timer expired, becoming candidate")
	rf.term++
	rf.role = candidate
	rf.votedFor = rf.me
	rf.votes = 1
	rf.resetTimer()
	last := len(rf.log) - 1
	ask := voteRequest{rf.term, rf.me, last, rf.log[last].term}
	for peer := range rf.net.servers {
		if peer != rf.me {
			go rf.askForVote(peer, ask)
		}
	}
}

func (rf *Raft) askForVote(peer int, ask voteRequest) {
	reply, ok := rf.net.requestVote(rf.me, peer, ask)
	if !ok {
		return
	}
	rf.mu.Lock()
	defer rf.mu.Unlock()
	if rf.observe(reply.term) || !reply.granted {
		return
	}
	// The bug: missing is `if rf.role != candidate || rf.term != ask.term { return }`.
	rf.votes++
	debug("VOTE", rf.me, "<- S%d Got vote", peer)
	if rf.votes == len(rf.net.servers)/2+1 {
		rf.lead()
	}
}

func (rf *Raft) lead() {
	debug("LEAD", rf.me, "Achieved Majority for T%d, converting to leader", rf.term)
	rf.role = leader
	rf.next = make([]int, len(rf.net.servers))
	rf.match = make([]int, len(rf.net.servers))
	for peer := range rf.next {
		rf.next[peer] = len(rf.log)
	}
	rf.match[rf.me] = len(rf.log) - 1
	rf.replicate()
}

// observe follows a newer term, and says whether it was one.
func (rf *Raft) observe(term int) bool {
	if term <= rf.term {
		return false
	}
	rf.term = term
	rf.role = follower
	rf.votedFor = -1
	return true
}

// requestVote answers a candidate.
func (rf *Raft) requestVote(ask voteRequest) voteReply {
	rf.mu.Lock()
	defer rf.mu.Unlock()
	rf.observe(ask.term)
	last := len(rf.log) - 1
	upToDate := ask.lastTerm > rf.log[last].term ||
		(ask.lastTerm == rf.log[last].term && ask.lastIndex >= last)
	granted := ask.term == rf.term && upToDate &&
		(rf.votedFor == -1 || rf.votedFor == ask.candidate)
	if granted {
		rf.votedFor = ask.candidate
		debug("VOTE", rf.me, "Granting Vote to S%d at T%d", ask.candidate, rf.term)
		rf.resetTimer()
	}
	return voteReply{rf.term, granted}
}
