// Package raftlens writes what a Raft server does as a raft-trace/1 file, for raft-analyze.
//
// It is one file without dependencies: copy it into a folder raftlens of your own module.
//
// Tracing is off unless the environment variable RAFTLENS_TRACE names a file, or RAFT_LOOP_DIR a
// folder, as raft-loop sets it for each run. Off, a call costs one comparison and allocates nothing.
//
//	rf.trace = raftlens.StartNode(strconv.Itoa(me))
//	rf.trace.Emit("node.started", rf.currentTerm, "follower")
//	...
//	rf.trace.Emit("vote.granted", rf.currentTerm, "follower", raftlens.Str("candidate", id))
//
// Call Emit where the state changes, under the lock that guards it: the number that each line gets
// (seq) is then the order in which things really happened, and raft-analyze sees which lines are
// missing. Each line is written at once, so that a process that is killed leaves all of them.
package raftlens

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// Tracer is one trace file. A nil Tracer writes nothing.
type Tracer struct {
	mu      sync.Mutex
	file    *os.File
	line    []byte
	servers map[server]*counter
	err     error
	closed  bool
}

type server struct{ run, node string }

// counter is what one server's lives have in common: its lines are numbered through.
type counter struct {
	seq, lives uint64
}

// Node is one life of one server; a restarted server gets another. A nil Node writes nothing.
type Node struct {
	tracer  *Tracer
	counter *counter
	head    []byte
}

// Open creates a trace file, emptying it.
func Open(path string) (*Tracer, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	t := &Tracer{file: file, servers: map[server]*counter{}}
	t.write(func(line []byte) []byte {
		line = append(line, `,"event":"trace.started","schema":"raft-trace/1"`...)
		return append(line, `,"producer":"raftlens-go","clock":"wall"}`...)
	})
	return t, nil
}

var defaultTracer = struct {
	once sync.Once
	*Tracer
}{}

// Default gives the tracer that the environment asks for: nil when it asks for none. A file that
// cannot be created is told on standard error, once, and nothing is traced.
func Default() *Tracer {
	defaultTracer.once.Do(func() {
		path := os.Getenv("RAFTLENS_TRACE")
		if dir := os.Getenv("RAFT_LOOP_DIR"); path == "" && dir != "" {
			path = filepath.Join(dir, fmt.Sprintf("trace-%d.jsonl", os.Getpid()))
		}
		if path == "" {
			return
		}
		tracer, err := Open(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, "raftlens: no trace:", err)
		}
		defaultTracer.Tracer = tracer
	})
	return defaultTracer.Tracer
}

// StartNode begins a life of a server in the default trace, in the run that the running test is:
// what several tests of one process write under the same ids is then kept apart. Call it where the
// server is made, from the test's own goroutine or from a function that it calls.
func StartNode(id string) *Node {
	t := Default()
	if t == nil {
		return nil
	}
	return t.Node(testName(), id)
}

// Node begins a life of a server. Run tells clusters apart that share a file; it may be empty.
func (t *Tracer) Node(run, id string) *Node {
	if t == nil {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	c := t.servers[server{run, id}]
	if c == nil {
		c = &counter{}
		t.servers[server{run, id}] = c
	}
	head := append([]byte(`,"node":`), quote(nil, id)...)
	head = append(head, `,"inc":`...)
	head = strconv.AppendUint(head, c.lives, 10)
	if run != "" {
		head = append(head, `,"run":`...)
		head = quote(head, run)
	}
	c.lives++
	return &Node{tracer: t, counter: c, head: head}
}

// On says whether anything is written: ask before work that only a trace needs.
func (n *Node) On() bool { return n != nil }

// Emit writes one event with the server's term and role after it. Names of events and fields are
// those of raft-trace/1; role is follower, pre-candidate, candidate, leader or learner.
//
// Call it with the lock held that guards the state. Safe for concurrent use.
func (n *Node) Emit(event string, term int, role string, fields ...Field) {
	if n != nil {
		n.emit(event, term, role, fields)
	}
}

func (n *Node) emit(event string, term int, role string, fields []Field) {
	_, file, number, known := runtime.Caller(2)
	n.tracer.write(func(line []byte) []byte {
		n.counter.seq++
		line = append(line, `,"event":`...)
		line = quote(line, event)
		line = append(line, n.head...)
		line = append(line, `,"seq":`...)
		line = strconv.AppendUint(line, n.counter.seq, 10)
		line = append(line, `,"term":`...)
		line = strconv.AppendInt(line, int64(term), 10)
		line = append(line, `,"role":`...)
		line = quote(line, role)
		for _, field := range fields {
			line = field.append(line)
		}
		if known {
			line = append(line, `,"caller":`...)
			line = quote(line, filepath.Base(file)+":"+strconv.Itoa(number))
		}
		return append(line, '}')
	})
}

// Err gives the first error that writing met; lines after it are not written.
func (t *Tracer) Err() error {
	if t == nil {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

// Close closes the file; lines that come later are dropped.
func (t *Tracer) Close() error {
	if t == nil {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return t.err
	}
	t.closed = true
	if err := t.file.Close(); t.err == nil {
		t.err = err
	}
	return t.err
}

// write makes one line and writes it before anybody else can: lines stand in the order of seq.
func (t *Tracer) write(rest func(line []byte) []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err != nil || t.closed {
		return
	}
	line := append(t.line[:0], `{"time":`...)
	line = appendMillis(line, time.Now())
	line = append(rest(line), '\n')
	t.line = line
	if _, t.err = t.file.Write(line); t.err != nil {
		fmt.Fprintln(os.Stderr, "raftlens: the trace ends here:", t.err)
	}
}

// Field is a field of an event beyond the common ones.
type Field struct {
	key    string
	kind   kind
	text   string
	number int64
	list   []string
}

type kind uint8

const (
	absent kind = iota
	textKind
	intKind
	boolKind
	textsKind
	entriesKind
)

// Str is a field of text.
func Str(key, value string) Field { return Field{key: key, kind: textKind, text: value} }

// Int is a field with a whole number, not below 0.
func Int(key string, value int) Field {
	return Field{key: key, kind: intKind, number: int64(value)}
}

// Bool is a field that is true or false.
func Bool(key string, value bool) Field {
	field := Field{key: key, kind: boolKind}
	if value {
		field.number = 1
	}
	return field
}

// Strs is a field with a list of texts, such as voters.
func Strs(key string, values []string) Field {
	return Field{key: key, kind: textsKind, list: values}
}

// Peer is a field that names a server by its number; below 0, the field is left out, which is how a
// vote for nobody is told.
func Peer(key string, id int) Field {
	if id < 0 {
		return Field{}
	}
	return Field{key: key, kind: textKind, text: strconv.Itoa(id)}
}

// Peers gives the names of n servers that are known by their number: "0", "1", ...
func Peers(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = strconv.Itoa(i)
	}
	return names
}

// Entries is the field entries of log.appended: terms and commands of the entries, in order.
func Entries(terms []int, commands []interface{}) Field {
	list := make([]string, len(terms))
	for i, term := range terms {
		list[i] = `{"term":` + strconv.Itoa(term)
		if i < len(commands) {
			list[i] += `,"hash":"` + Hash(commands[i]) + `"`
		}
		list[i] += "}"
	}
	return Field{key: "entries", kind: entriesKind, list: list}
}

// Hash identifies a command: equal commands of one type have equal hashes.
func Hash(command interface{}) string {
	hash := fnv.New64a()
	fmt.Fprintf(hash, "%T %v", command, command)
	return fmt.Sprintf("%016x", hash.Sum64())
}

func (f Field) append(line []byte) []byte {
	if f.kind == absent || f.kind == intKind && f.number < 0 {
		return line
	}
	line = append(line, ',')
	line = quote(line, f.key)
	line = append(line, ':')
	switch f.kind {
	case textKind:
		return quote(line, f.text)
	case intKind:
		return strconv.AppendInt(line, f.number, 10)
	case boolKind:
		return strconv.AppendBool(line, f.number == 1)
	}
	line = append(line, '[')
	for i, item := range f.list {
		if i > 0 {
			line = append(line, ',')
		}
		if f.kind == textsKind {
			line = quote(line, item)
		} else {
			line = append(line, item...)
		}
	}
	return append(line, ']')
}

// appendMillis writes a time in milliseconds since the epoch, to the microsecond.
func appendMillis(line []byte, at time.Time) []byte {
	micros := at.UnixNano() / 1000
	line = strconv.AppendInt(line, micros/1000, 10)
	fraction := micros % 1000
	return append(line, '.', byte('0'+fraction/100), byte('0'+fraction/10%10), byte('0'+fraction%10))
}

// quote writes a JSON string; bytes that are no UTF-8 become U+FFFD.
func quote(line []byte, text string) []byte {
	line = append(line, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			line = append(line, '\\', byte(r))
		case r < ' ':
			line = append(line, fmt.Sprintf(`\u%04x`, r)...)
		case r < utf8.RuneSelf:
			line = append(line, byte(r))
		default:
			line = append(line, string(r)...)
		}
	}
	return append(line, '"')
}

// lastTest is the test found last: a server that is made in a goroutine of its own belongs to it.
var lastTest struct {
	sync.Mutex
	run       string
	goroutine string
	times     map[string]int
}

// testName gives the name of the Test function that called, directly or through others; from its
// second time on (go test -count) with a number, as each time makes servers of its own.
func testName() string {
	name := callingTest()
	lastTest.Lock()
	defer lastTest.Unlock()
	if name == "" {
		return lastTest.run
	}
	if goroutine := goroutineID(); goroutine != lastTest.goroutine {
		if lastTest.times == nil {
			lastTest.times = map[string]int{}
		}
		lastTest.times[name]++
		lastTest.goroutine, lastTest.run = goroutine, name
		if times := lastTest.times[name]; times > 1 {
			lastTest.run += "#" + strconv.Itoa(times)
		}
	}
	return lastTest.run
}

func callingTest() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		frame, more := frames.Next()
		name := frame.Function[strings.LastIndexByte(frame.Function, '/')+1:]
		name = name[strings.IndexByte(name, '.')+1:]
		if strings.HasPrefix(name, "Test") && strings.HasSuffix(frame.File, "_test.go") {
			return strings.SplitN(name, ".", 2)[0]
		}
		if !more {
			return ""
		}
	}
}

// goroutineID tells the goroutines of two tests apart; Go shows it only in a stack trace.
func goroutineID() string {
	stack := make([]byte, 32)
	return strings.SplitN(string(stack[:runtime.Stack(stack, false)]), " ", 3)[1]
}
