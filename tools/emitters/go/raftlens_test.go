package raftlens

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
)

func lines(t *testing.T, path string) []map[string]interface{} {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []map[string]interface{}
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		var line map[string]interface{}
		if err := json.Unmarshal(scanner.Bytes(), &line); err != nil {
			t.Fatalf("%v in %s", err, scanner.Text())
		}
		all = append(all, line)
	}
	return all
}

func open(t *testing.T) (*Tracer, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "trace.jsonl")
	tracer, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return tracer, path
}

func TestLinesStandInTheOrderOfSeqWithManyGoroutines(t *testing.T) {
	tracer, path := open(t)
	const servers, each = 5, 500
	var group sync.WaitGroup
	for s := 0; s < servers; s++ {
		node := tracer.Node("run", strconv.Itoa(s))
		for g := 0; g < 4; g++ {
			group.Add(1)
			go func() {
				defer group.Done()
				for i := 0; i < each; i++ {
					node.Emit("timer.expired", i, "follower", Str("timer", "election"))
				}
			}()
		}
	}
	group.Wait()
	if err := tracer.Close(); err != nil {
		t.Fatal(err)
	}
	last := map[string]float64{}
	for _, line := range lines(t, path)[1:] {
		node := line["node"].(string)
		if seq := line["seq"].(float64); seq != last[node]+1 {
			t.Fatalf("server %s: seq %v after %v", node, seq, last[node])
		}
		last[node]++
	}
	for node, seq := range last {
		if seq != 4*each {
			t.Errorf("server %s wrote %v lines", node, seq)
		}
	}
}

func TestFieldsOfEveryKind(t *testing.T) {
	tracer, path := open(t)
	node := tracer.Node("", "n\"1\xff\n")
	node.Emit("node.started", 3, "follower", Peer("votedFor", -1), Int("commitIndex", 7),
		Strs("voters", []string{"a", "b"}), Bool("preVote", true), Int("lastLogIndex", -1))
	node.Emit("log.appended", 3, "leader", Int("firstIndex", 8),
		Entries([]int{2, 3}, []interface{}{"x", 5}))
	line := lines(t, path)
	if line[1]["node"] != "n\"1\ufffd\n" || line[1]["commitIndex"] != 7.0 || line[1]["preVote"] != true {
		t.Errorf("got %v", line[1])
	}
	for _, key := range []string{"votedFor", "lastLogIndex", "run"} {
		if _, there := line[1][key]; there {
			t.Errorf("%s is there: %v", key, line[1])
		}
	}
	entries := line[2]["entries"].([]interface{})
	if len(entries) != 2 || entries[1].(map[string]interface{})["term"] != 3.0 {
		t.Errorf("got %v", entries)
	}
	if caller := line[1]["caller"]; caller != "raftlens_test.go:79" {
		t.Errorf("caller is %v", caller)
	}
}

func TestLivesOfOneServerAreNumberedThrough(t *testing.T) {
	tracer, path := open(t)
	tracer.Node("r", "1").Emit("node.started", 0, "follower")
	tracer.Node("r", "1").Emit("node.started", 0, "follower")
	line := lines(t, path)
	if line[2]["inc"] != 1.0 || line[2]["seq"] != 2.0 {
		t.Errorf("got %v", line[2])
	}
}

func TestOffCostsNoAllocation(t *testing.T) {
	var node *Node
	cost := testing.AllocsPerRun(100, func() {
		node.Emit("vote.granted", 1000, "follower", Str("candidate", "n2"), Int("lastLogIndex", 9))
	})
	if cost != 0 || node.On() {
		t.Errorf("off costs %v allocations", cost)
	}
	if (*Tracer)(nil).Node("", "1") != nil || (*Tracer)(nil).Close() != nil || (*Tracer)(nil).Err() != nil {
		t.Error("a tracer that is off is not off")
	}
}

func TestTheRunIsTheTestThatCalls(t *testing.T) {
	if name := testName(); name != "TestTheRunIsTheTestThatCalls" {
		t.Errorf("got %q", name)
	}
	inner := make(chan string)
	go func() { inner <- makeElsewhere() }()
	if name := <-inner; name != "TestTheRunIsTheTestThatCalls#2" {
		t.Errorf("got %q in another goroutine of the test", name)
	}
}

func makeElsewhere() string { return func() string { return testName() }() }

func BenchmarkOff(b *testing.B) {
	var node *Node
	for i := 0; i < b.N; i++ {
		node.Emit("vote.granted", i, "follower", Str("candidate", "n2"))
	}
}

func BenchmarkOn(b *testing.B) {
	tracer, err := Open(filepath.Join(b.TempDir(), "trace.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	node := tracer.Node("run", "n1")
	for i := 0; i < b.N; i++ {
		node.Emit("vote.granted", i, "follower", Str("candidate", "n2"))
	}
}
