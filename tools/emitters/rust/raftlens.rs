//! Writes what a Raft server does as a raft-trace/1 file, for raft-analyze.
//!
//! One file without dependencies, for Rust 1.65 and newer: copy it into `src/` and say
//! `mod raftlens;`.
//!
//! Tracing is off unless the environment variable `RAFTLENS_TRACE` names a file, or
//! `RAFT_LOOP_DIR` a folder, as raft-loop sets it for each run. Off, a call costs a comparison.
//!
//! ```ignore
//! let trace = raftlens::start_node("n1", None);
//! trace.emit("node.started", term, "follower", &[]);
//! trace.emit("vote.granted", term, "follower", &[("candidate", "n2".into())]);
//! ```
//!
//! Call `emit` where the state changes, under the lock that guards it: the number that each line
//! gets (`seq`) is then the order in which things really happened, and raft-analyze sees which
//! lines are missing. Each line is written at once, so that a process that is killed leaves all of
//! them. Names of events and fields are those of raft-trace/1.
#![allow(dead_code)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::panic::Location;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, Once};
use std::time::{SystemTime, UNIX_EPOCH};

/// The value of a field; `Absent` leaves the field out.
#[derive(Clone, Debug)]
pub enum Value {
    Absent,
    Text(String),
    Int(u64),
    Bool(bool),
    Texts(Vec<String>),
    /// Terms and hashes of log entries, in order.
    Entries(Vec<(u64, Option<String>)>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_string())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Value::Int(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Value::Bool(flag)
    }
}

impl From<Vec<String>> for Value {
    fn from(texts: Vec<String>) -> Self {
        Value::Texts(texts)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Absent, Into::into)
    }
}

/// One trace file.
#[derive(Clone)]
pub struct Tracer {
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    file: Option<File>,
    servers: HashMap<(Option<String>, String), Counter>,
}

/// What one server's lives have in common: its lines are numbered through.
#[derive(Default)]
struct Counter {
    seq: u64,
    lives: u64,
}

/// One life of one server; a restarted server gets another. Off when there is no trace.
#[derive(Clone)]
pub struct Node {
    on: Option<OnNode>,
}

#[derive(Clone)]
struct OnNode {
    tracer: Tracer,
    id: String,
    run: Option<String>,
    life: u64,
}

impl Tracer {
    /// Creates a trace file, emptying it.
    pub fn open(path: impl AsRef<Path>) -> std::io::Result<Tracer> {
        let file = File::create(path)?;
        let inner = Inner { file: Some(file), servers: HashMap::new() };
        let tracer = Tracer { inner: Arc::new(Mutex::new(inner)) };
        tracer.lock().write(
            r#","event":"trace.started","schema":"raft-trace/1","producer":"raftlens-rust","clock":"wall""#,
        );
        Ok(tracer)
    }

    /// Begins a life of a server; `run` tells clusters apart that share a file.
    pub fn node(&self, id: &str, run: Option<&str>) -> Node {
        let run = run.map(str::to_string);
        let mut inner = self.lock();
        let counter = inner.servers.entry((run.clone(), id.to_string())).or_default();
        let life = counter.lives;
        counter.lives += 1;
        drop(inner);
        Node { on: Some(OnNode { tracer: self.clone(), id: id.to_string(), run, life }) }
    }

    /// A thread that panicked while it wrote has written a whole line or none.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Inner {
    /// Writes one line whole. After an error the trace ends.
    fn write(&mut self, rest: &str) {
        let Some(file) = self.file.as_mut() else { return };
        let micros = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
        let line = format!("{{\"time\":{}.{:03}{}}}\n", micros / 1000, micros % 1000, rest);
        if let Err(error) = file.write_all(line.as_bytes()) {
            eprintln!("raftlens: the trace ends here: {error}");
            self.file = None;
        }
    }
}

impl Node {
    /// A node that writes nothing.
    pub const OFF: Node = Node { on: None };

    /// Whether anything is written: ask before work that only a trace needs.
    pub fn is_on(&self) -> bool {
        self.on.is_some()
    }

    /// Writes one event with the server's term and role after it. The role is follower,
    /// pre-candidate, candidate, leader or learner.
    ///
    /// Call it with the lock held that guards the state; it may be called from any thread.
    #[track_caller]
    pub fn emit(&self, event: &str, term: u64, role: &str, fields: &[(&str, Value)]) {
        let Some(node) = &self.on else { return };
        let caller = Location::caller();
        let mut inner = node.tracer.lock();
        let key = (node.run.clone(), node.id.clone());
        let counter = inner.servers.entry(key).or_default();
        counter.seq += 1;
        let mut line = String::with_capacity(256);
        text(&mut line, "event", event);
        text(&mut line, "node", &node.id);
        let _ = write!(line, ",\"seq\":{},\"inc\":{},\"term\":{}", counter.seq, node.life, term);
        text(&mut line, "role", role);
        if let Some(run) = &node.run {
            text(&mut line, "run", run);
        }
        for (name, value) in fields {
            field(&mut line, name, value);
        }
        let file = caller.file().rsplit(['/', '\\']).next().unwrap_or_default();
        text(&mut line, "caller", &format!("{}:{}", file, caller.line()));
        inner.write(&line);
    }
}

/// The tracer that the environment asks for. A file that cannot be created is told on standard
/// error, once, and nothing is traced.
pub fn default_tracer() -> Option<Tracer> {
    static ONCE: Once = Once::new();
    static DEFAULT: Mutex<Option<Tracer>> = Mutex::new(None);
    ONCE.call_once(|| {
        let Some(path) = default_path() else { return };
        match Tracer::open(path) {
            Ok(tracer) => *DEFAULT.lock().unwrap() = Some(tracer),
            Err(error) => eprintln!("raftlens: no trace: {error}"),
        }
    });
    DEFAULT.lock().unwrap().clone()
}

fn default_path() -> Option<std::path::PathBuf> {
    let wanted = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    wanted("RAFTLENS_TRACE").map(Into::into).or_else(|| {
        let folder = wanted("RAFT_LOOP_DIR")?;
        Some(Path::new(&folder).join(format!("trace-{}.jsonl", std::process::id())))
    })
}

/// Begins a life of a server in the default trace; off when there is none.
pub fn start_node(id: &str, run: Option<&str>) -> Node {
    default_tracer().map_or(Node::OFF, |tracer| tracer.node(id, run))
}

/// Identifies a command in 64 bits, hex (FNV-1a).
pub fn hash(command: &[u8]) -> String {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", command.iter().fold(0xcbf2_9ce4_8422_2325, mix))
}

fn field(line: &mut String, name: &str, value: &Value) {
    match value {
        Value::Absent => {}
        Value::Text(value) => text(line, name, value),
        Value::Int(number) => member(line, name, &number.to_string()),
        Value::Bool(flag) => member(line, name, &flag.to_string()),
        Value::Texts(texts) => {
            let items: Vec<String> = texts.iter().map(|item| quoted(item)).collect();
            member(line, name, &format!("[{}]", items.join(",")));
        }
        Value::Entries(entries) => {
            let item = |(term, hash): &(u64, Option<String>)| match hash {
                Some(hash) => format!("{{\"term\":{},\"hash\":{}}}", term, quoted(hash)),
                None => format!("{{\"term\":{term}}}"),
            };
            let items: Vec<String> = entries.iter().map(item).collect();
            member(line, name, &format!("[{}]", items.join(",")));
        }
    }
}

fn text(line: &mut String, name: &str, value: &str) {
    member(line, name, &quoted(value));
}

/// Adds a member whose value is JSON already.
fn member(line: &mut String, name: &str, json: &str) {
    let _ = write!(line, ",{}:{}", quoted(name), json);
}

fn quoted(value: &str) -> String {
    let mut json = String::with_capacity(value.len() + 2);
    json.push('"');
    for symbol in value.chars() {
        match symbol {
            '"' | '\\' => {
                json.push('\\');
                json.push(symbol);
            }
            control if control < ' ' => {
                let _ = write!(json, "\\u{:04x}", control as u32);
            }
            other => json.push(other),
        }
    }
    json.push('"');
    json
}
