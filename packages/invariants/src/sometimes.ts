import type { EventName, EventOf, TraceEvent } from '@raftlens/trace';

/** Something that a thorough set of runs reaches now and then, and a vacuous one never. */
export interface Sometimes {
  /** kebab-case. */
  readonly name: string;
  readonly says: string;
  /** The rule of the paper that is exercised. */
  readonly source: string;
  readonly event: EventName;
  /** Whether this event shows it; each of them does where it is left out. */
  shows?(event: EventOf<EventName>): boolean;
}

/** Ties the predicate to the type of its event, which the list itself cannot. */
function sometimes<Name extends EventName>(
  name: string,
  event: Name,
  source: string,
  says: string,
  shows?: (event: EventOf<Name>) => boolean,
): Sometimes {
  const named = { name, says, source, event };
  return shows === undefined ? named : { ...named, shows: shows as (event: TraceEvent) => boolean };
}

/**
 * What of Raft a campaign can have exercised, in the order of Figure 2. A new one is a line here.
 */
export const sometimesReached: readonly Sometimes[] = [
  sometimes('election', 'election.started', 'Raft §5.2', 'a server asks for votes'),
  sometimes('vote-granted', 'vote.granted', 'Raft §5.2', 'a vote is granted'),
  sometimes(
    'vote-denied-stale-term',
    'vote.denied',
    'Figure 2, RequestVote 1',
    'a candidate of an older term is refused',
    ({ cause }) => cause === 'stale-term',
  ),
  sometimes(
    'vote-denied-already-voted',
    'vote.denied',
    'Figure 2, RequestVote 2',
    'a second candidate of a term is refused',
    ({ cause }) => cause === 'already-voted',
  ),
  sometimes(
    'vote-denied-log-behind',
    'vote.denied',
    'Raft §5.4.1',
    'a candidate with an older log is refused',
    ({ cause }) => cause === 'log-behind',
  ),
  sometimes(
    'leader-elected',
    'role.changed',
    'Raft §5.2',
    'a candidate becomes leader',
    ({ to }) => to === 'leader',
  ),
  sometimes(
    'candidate-yields',
    'role.changed',
    'Figure 2, Candidates',
    'a candidate hears of the leader of its term',
    ({ from, cause }) => from === 'candidate' && cause === 'leader-discovered',
  ),
  sometimes(
    'leader-deposed',
    'role.changed',
    'Raft §5.1',
    'a leader learns of a newer term',
    ({ from, cause }) => from === 'leader' && cause === 'higher-term',
  ),
  sometimes(
    'quorum-lost',
    'role.changed',
    'thesis §6.2',
    'a leader without a majority steps down',
    ({ cause }) => cause === 'quorum-lost',
  ),
  sometimes(
    'append-refused-stale-term',
    'append.rejected',
    'Figure 2, AppendEntries 1',
    'an old leader is refused',
    ({ cause }) => cause === 'stale-term',
  ),
  sometimes(
    'append-refused-short-log',
    'append.rejected',
    'Figure 2, AppendEntries 2',
    'a follower lacks the entry before',
    ({ cause }) => cause === 'log-too-short',
  ),
  sometimes(
    'append-refused-conflict',
    'append.rejected',
    'Figure 2, AppendEntries 2',
    'a follower holds another entry before',
    ({ cause }) => cause === 'term-mismatch',
  ),
  sometimes('log-truncated', 'log.truncated', 'Figure 2, AppendEntries 3', 'a conflict is deleted'),
  sometimes('entry-proposed', 'entry.proposed', 'Raft §5.3', 'a client command enters the log'),
  sometimes(
    'commit-by-counting',
    'commit.advanced',
    'Raft §5.3',
    'a leader commits',
    ({ role }) => role === 'leader',
  ),
  sometimes(
    'commit-learned',
    'commit.advanced',
    'Figure 2, AppendEntries 5',
    'a follower learns a commit',
    ({ role }) => role === 'follower',
  ),
  sometimes(
    'restart-with-state',
    'node.started',
    'Figure 2, persistent state',
    'a server restarts with a term',
    ({ inc, term }) => (inc ?? 0) > 0 && (term ?? 0) > 0,
  ),
  sometimes('snapshot-taken', 'snapshot.taken', 'Raft §7', 'a log is compacted'),
  sometimes('snapshot-installed', 'snapshot.installed', 'Raft §7', 'a snapshot is installed'),
  sometimes(
    'pre-vote',
    'election.started',
    'thesis §9.6',
    'a server asks for pre-votes',
    ({ preVote }) => preVote === true,
  ),
  sometimes('configuration-committed', 'config.committed', 'Raft §6', 'the membership changes'),
  sometimes(
    'joint-consensus',
    'config.appended',
    'Raft §6',
    'two memberships hold at once',
    ({ votersOutgoing }) => (votersOutgoing?.length ?? 0) > 0,
  ),
  sometimes('leadership-transferred', 'transfer.finished', 'thesis §3.10', 'a transfer ends'),
  sometimes('read-served', 'read.served', 'thesis §6.4', 'a read is served'),
  sometimes('message-lost', 'message.dropped', 'Raft §5.5', 'the network loses a message'),
  sometimes('message-duplicated', 'message.duplicated', 'Raft §5.5', 'a message comes twice'),
  sometimes('crash', 'node.crashed', 'Raft §5.5', 'a server crashes'),
  sometimes('fault', 'fault.injected', 'Raft §5.5', 'the harness breaks something'),
];
