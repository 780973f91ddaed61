import type { EventOf, TraceEvent } from '@raftlens/trace';
import { lastTold } from './last-told.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, type Step } from './step.ts';

interface Life {
  /** The last index that it said to hold in an answer that came to its leader. */
  promised: number;
  /** Answers under way, by id, with what they say; what it deleted since is promised no more. */
  readonly answers: Map<string, number>;
  /** Last index and its term when the server was last seen, with what its disk should hold. */
  last: number;
  lastTerm: number | undefined;
  /** The last deletion that no write has followed yet. */
  cut: TraceEvent | undefined;
  /** The last one that is on the disk. */
  truncated: TraceEvent | undefined;
  steppedDown:
    | { readonly event: TraceEvent; readonly last: number; readonly commit: number }
    | undefined;
  /** The last snapshot that is on the disk, as what was written after it shows. */
  snapshot: Snapshot | undefined;
  /** The last one, with the end of the log then. */
  taken: { readonly event: Snapshot; readonly last: number } | undefined;
}

type Snapshot = EventOf<'snapshot.taken' | 'snapshot.installed'>;

/** Answers under way that are remembered of one server; beyond these none is. */
const answersKept = 1024;

/** What reaches the disk, and what a server still has after a restart (Raft Figure 2). */
export const storageSigns: MakeSignWatch = (tell) => {
  const lives = new Map<Shadow, Life>();
  const votes = { with: 0, without: 0, first: undefined as TraceEvent | undefined };
  return {
    step(step) {
      const { server, before } = step;
      const life = lives.get(server) ?? newLife();
      lives.set(server, life);
      if (step.input.event === 'node.started') {
        if (before.life !== undefined) lookAtRestart(step, step.input, life, tell);
        life.cut = undefined;
        life.truncated = undefined;
        life.snapshot = undefined;
        life.taken = undefined;
        life.steppedDown = undefined;
      }
      lookAtWrites(step, life, votes, tell);
      noteStepDown(step, life, tell);
      for (const event of step.events) note(event, life);
      noteReceipt(step, lives);
      life.last = server.last;
      life.lastTerm = server.log.get(server.last)?.term;
    },
    end() {
      if (votes.without >= 2 && votes.with === 0 && votes.first !== undefined) {
        tell(
          'no-persist-vote',
          0.97,
          `of ${votes.without} votes of the trace none is ever in what becomes durable`,
          [votes.first],
        );
      }
    },
  };
};

function newLife(): Life {
  return {
    promised: 0,
    answers: new Map(),
    last: 0,
    lastTerm: undefined,
    cut: undefined,
    truncated: undefined,
    steppedDown: undefined,
    snapshot: undefined,
    taken: undefined,
  };
}

function note(event: TraceEvent, life: Life): void {
  switch (event.event) {
    case 'node.started':
      life.promised = 0;
      life.answers.clear();
      return;
    case 'log.appended':
      life.last = event.firstIndex + event.entries.length - 1;
      return;
    case 'log.truncated':
      life.cut = event;
      life.promised = Math.min(life.promised, event.fromIndex - 1);
      life.answers.clear();
      return;
    case 'snapshot.taken':
    case 'snapshot.installed':
      life.taken = { event, last: Math.max(life.last, event.index) };
      return;
    case 'state.persisted':
      // What was never written comes back by right.
      life.truncated = life.cut ?? life.truncated;
      life.cut = undefined;
      // Writes keep their order: an entry behind the snapshot says that this is there.
      if (life.taken === undefined || (event.lastLogIndex ?? 0) <= life.taken.last) return;
      life.snapshot = life.taken.event;
      life.taken = undefined;
      return;
    case 'message.sent':
      if (event.kind !== 'AppendEntriesResponse' || event.success !== true) return;
      if (event.id === undefined || life.answers.size >= answersKept) return;
      life.answers.set(event.id, event.matchIndex ?? 0);
      return;
    default:
  }
}

/** An answer that was received has left, and with it the promise. */
function noteReceipt({ input, servers }: Step, lives: ReadonlyMap<Shadow, Life>): void {
  if (input.event !== 'message.received' || input.id === undefined) return;
  const sender = servers.get(input.from);
  const life = sender === undefined ? undefined : lives.get(sender);
  const index = life?.answers.get(input.id);
  if (life === undefined || index === undefined) return;
  life.answers.delete(input.id);
  life.promised = Math.max(life.promised, index);
}

function lookAtRestart(
  step: Step,
  started: EventOf<'node.started'>,
  life: Life,
  tell: TellSign,
): void {
  const { server, before } = step;
  const { lastLogIndex = 0, lastLogTerm, snapshotIndex = 0 } = started;
  const promised = Math.max(life.promised, before.durable?.last ?? 0);
  const short = lastLogIndex < Math.min(promised, life.last);
  const snapshot = life.snapshot ?? (short ? life.taken?.event : undefined);
  const saved = snapshot?.index ?? 0;
  const was = `${server.id} held entries through ${life.last} and a snapshot through ${saved}`;
  const evidence = [...(snapshot === undefined ? [] : [snapshot]), started];
  if (snapshotIndex < saved || (snapshotIndex > 0 && lastLogIndex < snapshotIndex)) {
    const ends =
      `${was}, and starts again with a snapshot through ${snapshotIndex} and a ` +
      `log that ends at ${lastLogIndex}`;
    const whole = lastLogIndex >= life.last;
    tell(whole ? 'snapshot-not-saved' : 'restart-ignores-snapshot', 0.95, ends, evidence);
    tell(whole ? 'restart-ignores-snapshot' : 'snapshot-not-saved', 0.6, ends, evidence);
    return;
  }
  const moved = step.events.find((event) => event.event === 'commit.advanced');
  if (moved?.event === 'commit.advanced' && moved.to > snapshotIndex) {
    tell(
      'commit-on-restart',
      0.97,
      `${server.id} starts again and takes its whole log, through ${moved.to}, for committed`,
      [started, moved],
    );
  }
  if (short) {
    const none = lastLogIndex <= snapshotIndex;
    tell(
      none ? 'no-persist-log' : 'ack-before-save',
      none ? 0.93 : 0.9,
      `${server.id} had confirmed entries through ${promised}, and starts again with none ` +
        `beyond ${lastLogIndex}`,
      [started],
    );
  }
  const other =
    lastLogTerm !== undefined &&
    life.lastTerm !== undefined &&
    lastLogIndex === life.last &&
    lastLogTerm !== life.lastTerm;
  if (life.truncated !== undefined && (lastLogIndex > life.last || other)) {
    tell('truncation-not-saved', 0.95, `${was}, and starts again with what it had deleted`, [
      life.truncated,
      started,
    ]);
  }
}

function lookAtWrites(
  step: Step,
  life: Life,
  votes: { with: number; without: number; first: TraceEvent | undefined },
  tell: TellSign,
): void {
  const { server, before, events } = step;
  const election = events.find(
    (event) => event.event === 'election.started' && event.preVote !== true,
  );
  const granted = events.find((event) => event.event === 'vote.granted' && event.preVote !== true);
  const written = eventIn(step, 'state.persisted');
  const given = election ?? granted;
  const who = server.id;
  if (written !== undefined && written.currentTerm === 0 && (server.term ?? 0) > 0) {
    tell('no-persist-term', 0.97, `${who} is in term ${server.term}, and writes term 0`, [written]);
  }
  if (given !== undefined && written !== undefined) {
    if (written.votedFor === undefined) {
      votes.without += 1;
      votes.first ??= written;
    } else votes.with += 1;
    const same = written.currentTerm === given.term;
    if (same && written.votedFor === undefined && election !== undefined) {
      tell(
        'candidate-forgets-own-vote',
        0.96,
        `${who} campaigns, and what it writes has no vote for itself`,
        [election, written],
      );
    }
  }
  if (written !== undefined && life.taken === undefined) lookAtLostVote(step, written, tell);
  const snapshot = eventIn(step, 'snapshot.taken') ?? eventIn(step, 'snapshot.installed');
  if (snapshot !== undefined && written !== undefined && written.votedFor === undefined) {
    if (
      typeof before.votedFor === 'string' &&
      before.votedFor === server.votedFor &&
      // Of a write that was under way when the vote was given nothing follows.
      before.durable?.votedFor === before.votedFor &&
      before.durable.term === written.currentTerm
    ) {
      tell(
        'snapshot-overwrites-vote',
        0.93,
        `${who} voted for ${before.votedFor}, and writes its snapshot without that vote`,
        [snapshot, written],
      );
    }
  }
}

/** A vote for itself that was on the disk, and is not there any more in the same term. */
function lookAtLostVote(
  { server, before }: Step,
  written: EventOf<'state.persisted'>,
  tell: TellSign,
): void {
  const { durable } = before;
  if (durable?.votedFor !== server.id || durable.term !== written.currentTerm) return;
  if (written.votedFor !== undefined || server.role !== 'follower') return;
  tell(
    'step-down-clears-vote',
    0.94,
    `${server.id} had voted for itself in term ${durable.term}, and writes no vote as follower ` +
      'of that term',
    [written],
  );
}

/** Entries that are gone without a line that deletes them. */
function noteStepDown(step: Step, life: Life, tell: TellSign): void {
  const { server, before, events } = step;
  for (const event of events) {
    const down = life.steppedDown;
    if (down !== undefined) {
      const last = lastTold(event);
      if (event.event === 'log.truncated' || event.event === 'node.started')
        life.steppedDown = undefined;
      else if (last !== undefined && last <= down.commit) {
        tell(
          'step-down-drops-tail',
          // An entry that is written over says less: what stood behind it may still be there.
          event.event === 'log.appended' ? 0.9 : 0.97,
          `${server.id} stepped down with entries through ${down.last}, and its log ends at ` +
            `${last} then, its commitIndex`,
          [down.event, event],
        );
        life.steppedDown = undefined;
      } else if (last !== undefined) life.steppedDown = undefined;
    }
    if (event.event === 'role.changed' && event.to === 'follower' && before.last > before.commit) {
      life.steppedDown = { event, last: before.last, commit: before.commit };
    }
  }
}
