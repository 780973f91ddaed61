//! Three servers elect a leader, each candidate from a thread of its own, and trace it. With the
//! argument "buggy", voters forget to look at voted_for, and two servers win the same term.

#[path = "../raftlens.rs"]
mod raftlens;

use std::sync::{Arc, Barrier, Mutex};

struct Server {
    id: String,
    term: u64,
    role: &'static str,
    voted_for: Option<String>,
    trace: raftlens::Node,
}

impl Server {
    fn start(id: &str) -> Arc<Mutex<Server>> {
        let trace = raftlens::start_node(id, None);
        let voters: Vec<String> = ["1", "2", "3"].map(String::from).to_vec();
        trace.emit("node.started", 0, "follower", &[("voters", voters.into())]);
        let id = id.to_string();
        Arc::new(Mutex::new(Server { id, term: 0, role: "follower", voted_for: None, trace }))
    }

    fn campaign(&mut self) {
        (self.term, self.role) = (1, "candidate");
        self.voted_for = Some(self.id.clone());
        let edge = [("from", "follower".into()), ("to", self.role.into())];
        self.trace.emit("role.changed", self.term, self.role, &edge);
        self.trace.emit("election.started", self.term, self.role, &[]);
    }

    fn request_vote(&mut self, term: u64, candidate: &str, buggy: bool) -> bool {
        if term > self.term {
            (self.term, self.voted_for) = (term, None);
        }
        let other = self.voted_for.as_deref().map_or(false, |vote| vote != candidate);
        let asked = ("candidate", candidate.into());
        if other && !buggy {
            let fields = [asked, ("cause", "already-voted".into())];
            self.trace.emit("vote.denied", self.term, self.role, &fields);
            return false;
        }
        self.voted_for = Some(candidate.to_string());
        self.trace.emit("vote.granted", self.term, self.role, &[asked]);
        true
    }

    fn count(&mut self, granted: bool) {
        let answer =
            [("from", "3".into()), ("granted", granted.into()), ("rpcTerm", 1u64.into())];
        self.trace.emit("vote.received", self.term, self.role, &answer);
        if !granted {
            return;
        }
        self.role = "leader";
        let won =
            [("from", "candidate".into()), ("to", "leader".into()), ("cause", "won-election".into())];
        self.trace.emit("role.changed", self.term, self.role, &won);
    }
}

fn main() {
    let buggy = std::env::args().nth(1).as_deref() == Some("buggy");
    let servers: Vec<_> = ["1", "2", "3"].iter().map(|id| Server::start(id)).collect();
    let ready = Arc::new(Barrier::new(2));
    let threads: Vec<_> = servers[..2]
        .iter()
        .map(|candidate| {
            let (candidate, voter, ready) = (candidate.clone(), servers[2].clone(), ready.clone());
            std::thread::spawn(move || {
                candidate.lock().unwrap().campaign();
                ready.wait();
                let id = candidate.lock().unwrap().id.clone();
                let granted = voter.lock().unwrap().request_vote(1, &id, buggy);
                candidate.lock().unwrap().count(granted);
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
