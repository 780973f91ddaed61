module raftlens

go 1.18
