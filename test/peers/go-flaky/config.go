package raft

import (
	"os"
	"strconv"
	"testing"
)

// checkOneLeader is the check of the labs: no term may have two leaders, and the newest has one.
func checkOneLeader(t *testing.T, cluster []*server) {
	leaders := map[int]int{}
	for _, s := range cluster {
		if s.role == leader {
			leaders[s.term]++
		}
	}
	for term, count := range leaders {
		if count > 1 {
			t.Fatalf("term %d has %d (>1) leaders", term, count)
		}
	}
	if len(leaders) == 0 {
		t.Fatalf("expected one leader, got none")
	}
}

// seed decides how a test runs; raft-loop gives each run another one.
func seed() int {
	value, err := strconv.Atoi(os.Getenv("RAFT_LOOP_SEED"))
	if err != nil {
		return 1
	}
	return value
}
