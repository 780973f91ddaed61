"""Three servers elect a leader, each candidate from a thread of its own, and trace it.

With the argument "buggy", voters forget to look at voted_for, and two servers win the same term.
"""

import os
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import raftlens  # noqa: E402


class Server:
    def __init__(self, server_id):
        self.lock = threading.Lock()
        self.id = server_id
        self.term = 0
        self.role = "follower"
        self.voted_for = None
        self.trace = raftlens.start_node(server_id)
        self.trace.emit("node.started", self.term, self.role, voters=["1", "2", "3"])

    def campaign(self):
        with self.lock:
            self.term, self.role, self.voted_for = 1, "candidate", self.id
            self.trace.emit("role.changed", self.term, self.role, from_="follower", to=self.role)
            self.trace.emit("election.started", self.term, self.role)

    def request_vote(self, term, candidate, buggy):
        with self.lock:
            if term > self.term:
                self.term, self.voted_for = term, None
            if self.voted_for not in (None, candidate) and not buggy:
                self.trace.emit("vote.denied", self.term, self.role, candidate=candidate,
                                cause="already-voted")
                return False
            self.voted_for = candidate
            self.trace.emit("vote.granted", self.term, self.role, candidate=candidate)
            return True

    def count(self, granted):
        with self.lock:
            self.trace.emit("vote.received", self.term, self.role, from_="3", granted=granted,
                            rpcTerm=1)
            if granted:
                self.role = "leader"
                self.trace.emit("role.changed", self.term, self.role, from_="candidate",
                                to=self.role, cause="won-election")


def main(buggy):
    servers = [Server(str(number)) for number in (1, 2, 3)]
    ready = threading.Barrier(2)

    def run(candidate):
        candidate.campaign()
        ready.wait()
        candidate.count(servers[2].request_vote(1, candidate.id, buggy))

    threads = [threading.Thread(target=run, args=(each,)) for each in servers[:2]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


main(sys.argv[1:] == ["buggy"])
