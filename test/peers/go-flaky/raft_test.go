package raft

import (
	"fmt"
	"testing"
)

func deliver(replies []func()) {
	for _, reply := range replies {
		reply()
	}
}

// With every seventh seed the replies to the first candidate are late: they reach it when a second
// one has moved it on to the next term.
func TestReElection2A(t *testing.T) {
	fmt.Printf("Test (2A): election after network failure ...\n")
	cluster := newCluster(5)
	late := cluster[1].campaign()
	if seed()%7 != 0 {
		deliver(late)
		late = nil
	}
	replies := cluster[3].campaign()
	deliver(late)
	deliver(replies)
	checkOneLeader(t, cluster)
	fmt.Printf("  ... Passed\n")
}

// This one always passes and reads no environment: Go would keep its result and not run it again.
func TestBasicAgree2B(t *testing.T) {
	deliver(newCluster(3)[0].campaign())
}
