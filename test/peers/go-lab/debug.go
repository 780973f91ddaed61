package raft

import (
	"fmt"
	"time"
)

var began = time.Now()

// debug prints what a server does: tenths of milliseconds, a topic and the server, then words.
func debug(topic string, server int, format string, args ...interface{}) {
	since := time.Since(began).Microseconds() / 100
	fmt.Printf("%06d %s S%d %s\n", since, topic, server, fmt.Sprintf(format, args...))
}
