package raft

// replicate sends each peer what it lacks; nothing is a heartbeat.
func (rf *Raft) replicate() {
	for peer := range rf.net.servers {
		if peer == rf.me {
			continue
		}
		before := rf.next[peer] - 1
		entries := append([]entry(nil), rf.log[before+1:]...)
		send := appendRequest{rf.term, before, rf.log[before].term, entries, rf.commit}
		go rf.sendEntries(peer, send)
	}
}

func (rf *Raft) sendEntries(peer int, send appendRequest) {
	reply, ok := rf.net.appendEntries(rf.me, peer, send)
	if !ok {
		return
	}
	rf.mu.Lock()
	defer rf.mu.Unlock()
	if rf.observe(reply.term) || rf.role != leader || rf.term != send.term {
		return
	}
	if !reply.success {
		if rf.next[peer] > 1 && rf.next[peer] == send.before+1 {
			rf.next[peer]--
		}
		return
	}
	if upTo := send.before + len(send.entries); upTo > rf.match[peer] {
		rf.match[peer] = upTo
		rf.next[peer] = upTo + 1
	}
	rf.advance()
}

// advance commits what a majority has, of the leader's own term only (Figure 8).
func (rf *Raft) advance() {
	for index := len(rf.log) - 1; index > rf.commit && rf.log[index].term == rf.term; index-- {
		count := 0
		for _, match := range rf.match {
			if match >= index {
				count++
			}
		}
		if count > len(rf.match)/2 {
			rf.commit = index
			rf.applyCommitted()
			return
		}
	}
}

func (rf *Raft) applyCommitted() {
	for rf.applied < rf.commit {
		rf.applied++
		rf.apply(rf.applied, rf.log[rf.applied].command)
	}
}

// appendEntries answers a leader.
func (rf *Raft) appendEntries(send appendRequest) appendReply {
	rf.mu.Lock()
	defer rf.mu.Unlock()
	rf.observe(send.term)
	if send.term < rf.term {
		return appendReply{rf.term, false}
	}
	if rf.role == candidate {
		rf.role = follower
	}
	rf.resetTimer()
	if send.before >= len(rf.log) || rf.log[send.before].term != send.beforeTerm {
		return appendReply{rf.term, false}
	}
	for offset, each := range send.entries {
		index := send.before + 1 + offset
		if index < len(rf.log) && rf.log[index].term != each.term {
			rf.log = rf.log[:index]
		}
		if index == len(rf.log) {
			rf.log = append(rf.log, each)
		}
	}
	if upTo := send.before + len(send.entries); send.commit > rf.commit && upTo > rf.commit {
		rf.commit = min(send.commit, upTo)
		rf.applyCommitted()
	}
	return appendReply{rf.term, true}
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}
