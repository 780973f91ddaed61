import type { EventOf, TraceEvent } from '@raftlens/trace';
import { lastTold } from './last-told.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, type Step } from './step.ts';

interface Life {
  /** Last index and its term when the server was last seen, with what its disk should hold. */
  last: number;
  lastTerm: number | undefined;
  base: number;
  truncated: TraceEvent | undefined;
  steppedDown:
    | { readonly event: TraceEvent; readonly last: number; readonly commit: number }
    | undefined;
  snapshot: TraceEvent | undefined;
}

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
        life.truncated = undefined;
        life.snapshot = undefined;
        life.steppedDown = undefined;
      }
      lookAtWrites(step, votes, tell);
      noteStepDown(step, life, tell);
      for (const event of step.events) {
        if (event.event === 'log.truncated') life.truncated = event;
        if (event.event === 'snapshot.taken' || event.event === 'snapshot.installed')
          life.snapshot = event;
      }
      life.last = server.last;
      life.lastTerm = server.log.get(server.last)?.term;
      life.base = server.base;
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
    last: 0,
    lastTerm: undefined,
    base: 0,
    truncated: undefined,
    steppedDown: undefined,
    snapshot: undefined,
  };
}

function lookAtRestart(
  step: Step,
  started: EventOf<'node.started'>,
  life: Life,
  tell: TellSign,
): void {
  const { server } = step;
  const { lastLogIndex = 0, lastLogTerm, snapshotIndex = 0 } = started;
  const was = `${server.id} held entries through ${life.last} and a snapshot through ${life.base}`;
  const evidence = [...(life.snapshot === undefined ? [] : [life.snapshot]), started];
  if (snapshotIndex < life.base || (snapshotIndex > 0 && lastLogIndex < snapshotIndex)) {
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
  if (lastLogIndex < life.last && lastLogIndex <= snapshotIndex) {
    tell('no-persist-log', 0.93, `${was}, and starts again with none beyond ${lastLogIndex}`, [
      started,
    ]);
  } else if (lastLogIndex < life.last) {
    tell('ack-before-save', 0.9, `${was}, and starts again with none beyond ${lastLogIndex}`, [
      started,
    ]);
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
  const snapshot = eventIn(step, 'snapshot.taken') ?? eventIn(step, 'snapshot.installed');
  if (snapshot !== undefined && written !== undefined && written.votedFor === undefined) {
    if (
      typeof before.votedFor === 'string' &&
      server.term === before.term &&
      before.votedFor === server.votedFor
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
          0.95,
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
