package raft

import (
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"
)

// config is the harness of a test: a cluster, and the checks of the labs.
type config struct {
	t       *testing.T
	net     *network
	began   time.Time
	mu      sync.Mutex
	applied []map[int]int
	problem string
}

func makeConfig(t *testing.T, size int, lateOneIn int) *config {
	cfg := &config{t: t, began: time.Now(), applied: make([]map[int]int, size)}
	base := seed() * 1000
	cfg.net = &network{
		rng:       rand.New(rand.NewSource(base)),
		servers:   make([]*Raft, size),
		connected: make([]bool, size),
		lateOneIn: lateOneIn,
	}
	for id := range cfg.net.servers {
		id := id
		cfg.applied[id] = map[int]int{}
		cfg.net.connected[id] = true
		apply := func(index, command int) { cfg.note(id, index, command) }
		cfg.net.servers[id] = newRaft(id, cfg.net, base+int64(id)+1, apply)
	}
	return cfg
}

// seed decides how a test runs; raft-loop gives each run another one.
func seed() int64 {
	value, err := strconv.ParseInt(os.Getenv("RAFT_LOOP_SEED"), 10, 64)
	if err != nil {
		return time.Now().UnixNano()
	}
	return value
}

func (cfg *config) begin(what string) {
	fmt.Printf("%s ...\n", what)
}

func (cfg *config) end() {
	if cfg.t.Failed() {
		return
	}
	fmt.Printf("  ... Passed -- %4.1f %d\n", time.Since(cfg.began).Seconds(), len(cfg.net.servers))
}

func (cfg *config) cleanup() {
	for _, server := range cfg.net.servers {
		server.Kill()
	}
}

func (cfg *config) connect(id int, to bool) {
	cfg.net.mu.Lock()
	defer cfg.net.mu.Unlock()
	cfg.net.connected[id] = to
}

// note holds every server to the same command at an index.
func (cfg *config) note(id, index, command int) {
	cfg.mu.Lock()
	defer cfg.mu.Unlock()
	for other, applied := range cfg.applied {
		if old, has := applied[index]; has && old != command {
			cfg.problem = fmt.Sprintf("commit index=%v server=%v %v != server=%v %v",
				index, id, command, other, old)
		}
	}
	cfg.applied[id][index] = command
}

// checkOneLeader is the check of the labs: no term has two leaders, and the newest has one.
func (cfg *config) checkOneLeader() int {
	for try := 0; try < 20; try++ {
		time.Sleep(electionAtLeast)
		leaders := map[int][]int{}
		for id, server := range cfg.net.servers {
			if term, leads := server.State(); leads && cfg.net.reach(id, id) != nil {
				leaders[term] = append(leaders[term], id)
			}
		}
		newest := -1
		for term, ids := range leaders {
			if len(ids) > 1 {
				cfg.t.Fatalf("term %d has %d (>1) leaders", term, len(ids))
			}
			if term > newest {
				newest = term
			}
		}
		if newest >= 0 {
			return leaders[newest][0]
		}
	}
	cfg.t.Fatalf("expected one leader, got none")
	return -1
}

func (cfg *config) one(command int) int {
	for began := time.Now(); time.Since(began) < 2*time.Second; {
		for id, server := range cfg.net.servers {
			if cfg.net.reach(id, id) == nil {
				continue
			}
			if index, leads := server.Start(command); leads {
				if cfg.agreed(index, command) {
					return index
				}
			}
		}
		time.Sleep(heartbeatEvery)
	}
	cfg.t.Fatalf("one(%v) failed to reach agreement", command)
	return -1
}

func (cfg *config) agreed(index, command int) bool {
	for try := 0; try < 40; try++ {
		cfg.mu.Lock()
		count := 0
		for _, applied := range cfg.applied {
			if value, has := applied[index]; has && value == command {
				count++
			}
		}
		problem := cfg.problem
		cfg.mu.Unlock()
		if problem != "" {
			cfg.t.Fatal(problem)
		}
		if count > len(cfg.applied)/2 {
			return true
		}
		time.Sleep(heartbeatEvery / 2)
	}
	return false
}
