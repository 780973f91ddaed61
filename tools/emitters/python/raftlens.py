"""Writes what a Raft server does as a raft-trace/1 file, for raft-analyze.

One file without dependencies, for Python 3.8 and newer: copy it beside your own.

Tracing is off unless the environment variable RAFTLENS_TRACE names a file, or RAFT_LOOP_DIR a
folder, as raft-loop sets it for each run::

    self.trace = raftlens.start_node("n1")
    self.trace.emit("node.started", self.current_term, "follower")
    ...
    self.trace.emit("vote.granted", self.current_term, "follower", candidate="n2")

Call emit where the state changes, under the lock that guards it: the number that each line gets
(seq) is then the order in which things really happened, and raft-analyze sees which lines are
missing. Each line is written at once, so that a process that is killed leaves all of them.

Names of events and fields are those of raft-trace/1; a field that is None is left out.
"""

import hashlib
import json
import os
import sys
import threading
import time

__all__ = ["Node", "Tracer", "command_hash", "default", "start_node"]


class Tracer:
    """One trace file; creating it empties the file."""

    def __init__(self, path):
        self._lock = threading.Lock()
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        self._servers = {}
        self.error = None
        """The first error that writing met; lines after it are not written."""
        with self._lock:
            self._write({"event": "trace.started", "schema": "raft-trace/1",
                         "producer": "raftlens-python", "clock": "wall"})

    def node(self, server_id, run=None):
        """Begins a life of a server; run tells clusters apart that share a file."""
        with self._lock:
            counter = self._servers.setdefault((run, server_id), {"seq": 0, "lives": 0})
            life = counter["lives"]
            counter["lives"] += 1
        return Node(self, counter, server_id, life, run)

    def close(self):
        """Closes the file; lines that come later are dropped."""
        with self._lock:
            if self._file is not None:
                os.close(self._file)
                self._file = None

    def _write(self, line):
        """Writes one line whole; the lock is held."""
        if self._file is None or self.error is not None:
            return
        stamped = {"time": time.time_ns() // 1000 / 1000, **line}
        rest = (json.dumps(stamped, separators=(",", ":"), default=str) + "\n").encode()
        try:
            while rest:
                rest = rest[os.write(self._file, rest):]
        except OSError as error:
            self.error = error
            print("raftlens: the trace ends here:", error, file=sys.stderr)


class Node:
    """One life of one server; a restarted server gets another."""

    on = True
    """False when nothing is written: ask before work that only a trace needs."""

    def __init__(self, tracer, counter, server_id, life, run):
        self._tracer = tracer
        self._counter = counter
        self._head = {"node": str(server_id), "inc": life, "run": run}

    def emit(self, event, term, role, **fields):
        """Writes one event with the server's term and role after it.

        The role is follower, pre-candidate, candidate, leader or learner. Call it with the lock
        held that guards the state; it may be called from any thread. A field from_ is the field
        from, which Python keeps for itself.
        """
        frame = sys._getframe(1)
        caller = f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}"
        line = {"event": event, **self._head, "seq": 0, "term": term, "role": role}
        line.update((key.rstrip("_"), value) for key, value in fields.items())
        line["caller"] = caller
        line = {key: value for key, value in line.items() if value is not None}
        with self._tracer._lock:
            self._counter["seq"] += 1
            line["seq"] = self._counter["seq"]
            self._tracer._write(line)


class _Off:
    """A node that writes nothing."""

    on = False

    def emit(self, event, term, role, **fields):
        pass


_default = None
_default_known = False
_default_lock = threading.Lock()


def default():
    """The tracer that the environment asks for: None when it asks for none.

    A file that cannot be created is told on standard error, once, and nothing is traced.
    """
    global _default, _default_known
    with _default_lock:
        if not _default_known:
            _default_known = True
            path = os.environ.get("RAFTLENS_TRACE")
            folder = os.environ.get("RAFT_LOOP_DIR")
            if not path and folder:
                path = os.path.join(folder, f"trace-{os.getpid()}.jsonl")
            if path:
                try:
                    _default = Tracer(path)
                except OSError as error:
                    print("raftlens: no trace:", error, file=sys.stderr)
        return _default


def start_node(server_id, run=None):
    """Begins a life of a server in the default trace; run tells clusters apart that share it."""
    tracer = default()
    return _Off() if tracer is None else tracer.node(server_id, run)


def command_hash(command):
    """Identifies a command (bytes, or anything whose repr tells it apart) in 64 bits, hex."""
    data = command if isinstance(command, bytes) else repr(command).encode()
    return hashlib.blake2b(data, digest_size=8).hexdigest()
