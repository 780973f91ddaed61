package raft

import "testing"

func TestInitialElection2A(t *testing.T) {
	cfg := makeConfig(t, 3, 0)
	defer cfg.cleanup()
	cfg.begin("Test (2A): initial election")
	cfg.checkOneLeader()
	cfg.end()
}

// The one that fails now and then: replies that come late find a candidate of a newer term.
func TestReElection2A(t *testing.T) {
	cfg := makeConfig(t, 3, lateReplies)
	defer cfg.cleanup()
	cfg.begin("Test (2A): election after network failure")
	first := cfg.checkOneLeader()
	cfg.connect(first, false)
	second := cfg.checkOneLeader()
	cfg.connect(first, true)
	cfg.checkOneLeader()
	cfg.connect(second, false)
	cfg.checkOneLeader()
	cfg.connect(second, true)
	cfg.checkOneLeader()
	cfg.end()
}

func TestBasicAgree2B(t *testing.T) {
	cfg := makeConfig(t, 5, 0)
	defer cfg.cleanup()
	cfg.begin("Test (2B): basic agreement")
	for index := 1; index <= 3; index++ {
		if got := cfg.one(index * 100); got != index {
			t.Fatalf("got index %v but expected %v", got, index)
		}
	}
	cfg.end()
}

const lateReplies = 34
