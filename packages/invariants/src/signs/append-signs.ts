import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, receivedOf, type Step, setsElectionTimer } from './step.ts';
import { createVariantTable, type Variant } from './variants.ts';

interface Asked {
  readonly prev: number;
  readonly count: number;
  readonly base: number;
  readonly last: number;
  readonly held: boolean;
}

const matching: readonly Variant<Asked>[] = [
  { bug: undefined, decide: ({ prev, base, held }) => prev < base || held },
  {
    bug: 'previous-term-not-compared',
    decide: ({ prev, base, last }) => prev < base || prev <= last,
  },
  {
    bug: 'gap-accepted',
    decide: ({ prev, base, last, held }) => prev < base || prev > last || held,
  },
  {
    bug: 'heartbeat-not-checked',
    decide: ({ prev, base, held, count }) => prev < base || count === 0 || held,
  },
  {
    bug: 'compacted-term-forgotten',
    decide: ({ prev, base, held }) => prev < base || (held && (prev !== base || base === 0)),
  },
];

interface Commit {
  readonly before: number;
  readonly leader: number;
  readonly lastNew: number;
  readonly last: number;
}

const committing: readonly Variant<Commit>[] = [
  {
    bug: undefined,
    decide: ({ before, leader, lastNew }) => Math.max(before, Math.min(leader, lastNew)),
  },
  {
    bug: 'commit-to-own-last',
    decide: ({ before, leader, last }) => Math.max(before, Math.min(leader, last)),
  },
  { bug: 'commit-without-minimum', decide: ({ before, leader }) => Math.max(before, leader) },
  { bug: 'commit-falls', decide: ({ leader, lastNew }) => Math.min(leader, lastNew) },
];

/** What a follower makes of AppendEntries (Raft Figure 2). */
export const appendSigns: MakeSignWatch = (tell, deny) => {
  const matched = createVariantTable(matching);
  const committed = createVariantTable(committing);
  /** What a server holds after it took what does not fit is anybody's guess. */
  const spoiled = new Set<Shadow>();
  return {
    step(step) {
      const request = receivedOf(step, 'AppendEntries');
      if (request === undefined) return;
      const accepted = eventIn(step, 'append.accepted');
      const rejected = eventIn(step, 'append.rejected');
      lookAtLeader(step, request, accepted ?? rejected, tell);
      const asked = askedOf(step, request);
      if (asked === undefined) return;
      if (accepted === undefined && (rejected === undefined || rejected.cause === 'stale-term'))
        return;
      if (!spoiled.has(step.server)) {
        const events = [request, accepted ?? rejected ?? request];
        const wrong = matched.see(asked, accepted !== undefined, events);
        if (wrong && asked.count > 0) spoiled.add(step.server);
      }
      if (accepted === undefined) return;
      lookAtAnswer(step, asked, tell);
      lookAtEntries(step, request, accepted, tell);
      const moved = eventIn(step, 'commit.advanced');
      committed.see(
        {
          before: step.before.commit,
          leader: request.leaderCommit ?? 0,
          lastNew: asked.prev + asked.count,
          last: step.server.last,
        },
        moved?.to ?? step.before.commit,
        [request, moved ?? accepted],
      );
    },
    end() {
      for (const [bug, { prev, base, last }] of matched.out) {
        const log = `a log of ${base} to ${last}`;
        deny(bug, () => `an answer to entries after ${prev}, by ${log}, does not fit it`);
      }
      for (const [bug, { leader, lastNew }] of committed.out) {
        const news = `entries through ${lastNew} and a leader's commitIndex ${leader}`;
        deny(bug, () => `what a server committed for ${news} does not fit it`);
      }
      for (const [table, what] of [
        [matched, 'every AppendEntries is answered by this rule'],
        [committed, 'every move of a commitIndex fits this rule'],
      ] as const) {
        table.tellLeft(tell, 0.97, (times) => `${what}, and ${times} fit no correct one`);
      }
    },
  };
};

function askedOf({ before }: Step, request: EventOf<'message.received'>): Asked | undefined {
  const { prevLogIndex: prev, entries = [] } = request;
  const { fit, base, last } = before;
  if (prev === undefined || fit === undefined) return undefined;
  if (fit.held === undefined && prev >= base) return undefined;
  return { prev, count: entries.length, base, last, held: fit.held === true };
}

/** What a follower vouches for is what the request has checked (Raft §5.3). */
function lookAtAnswer(
  { server, events, input }: Step,
  { prev, count }: Asked,
  tell: TellSign,
): void {
  const answer = events.find(
    (event) => event.event === 'message.sent' && event.kind === 'AppendEntriesResponse',
  );
  if (answer?.event !== 'message.sent' || answer.success !== true) return;
  const { matchIndex } = answer;
  if (matchIndex === undefined || matchIndex >= prev + count) return;
  tell(
    'ack-counts-new-only',
    0.96,
    `${server.id} took entries through ${prev + count} and says that it agrees through ` +
      `${matchIndex}`,
    [input, answer],
  );
}

function lookAtLeader(
  step: Step,
  request: EventOf<'message.received'>,
  answered: TraceEvent | undefined,
  tell: TellSign,
): void {
  const { before, server } = step;
  const { rpcTerm = 0 } = request;
  const { term = 0 } = before;
  if (rpcTerm < term) {
    if (setsElectionTimer(step) && before.role !== 'leader' && server.term === term) {
      tell(
        'stale-append-resets-timer',
        0.95,
        `${server.id}, in term ${term}, started its election timer anew for AppendEntries of ` +
          `term ${rpcTerm}`,
        [request],
      );
    }
    return;
  }
  if (answered !== undefined && !setsElectionTimer(step) && before.role === 'follower') {
    tell(
      'append-keeps-timer',
      0.95,
      `${server.id} heard its leader and did not start its election timer anew`,
      [request, answered],
    );
  }
  if (before.role === 'candidate' && server.role === 'candidate' && rpcTerm === term) {
    tell(
      'candidate-ignores-leader',
      0.95,
      `${server.id}, candidate of term ${term}, heard the leader of that term and stayed candidate`,
      [request],
    );
  }
}

function lookAtEntries(
  step: Step,
  request: EventOf<'message.received'>,
  accepted: EventOf<'append.accepted'>,
  tell: TellSign,
): void {
  const { before, server } = step;
  const { prevLogIndex: prev = 0, entries = [] } = request;
  const { fit, last, base } = before;
  const cut = eventIn(step, 'log.truncated');
  const added = eventIn(step, 'log.appended');
  const where = fit?.differsAt;
  if (cut !== undefined && base > 0 && cut.fromIndex <= base) {
    tell(
      'compacted-prefix-appended',
      0.97,
      `${server.id} deleted from index ${cut.fromIndex} on, which its snapshot through ` +
        `${base} holds`,
      [request, cut],
    );
  } else if (
    cut !== undefined &&
    fit?.held === true &&
    (where === undefined || cut.fromIndex < where)
  ) {
    tell(
      'truncate-always',
      0.97,
      `${server.id} deleted from index ${cut.fromIndex} on, where the leader's entries are ` +
        'the same',
      [request, cut],
    );
  }
  if (where !== undefined && where <= last && cut === undefined) {
    if (added === undefined) {
      tell(
        'conflict-kept',
        0.96,
        `${server.id} accepted and kept its own entry ${where}, which is another`,
        [request, accepted],
      );
    }
  }
  const answer = eventIn(step, 'message.sent');
  const { matchIndex } = answer ?? {};
  const lastNew = prev + entries.length;
  if (matchIndex === undefined || answer?.kind !== 'AppendEntriesResponse') return;
  if (matchIndex > lastNew && matchIndex === server.last) {
    tell(
      'ack-own-last',
      0.97,
      `${server.id} confirmed index ${matchIndex}, its own last, where the leader's entries ` +
        `end at ${lastNew}`,
      [request, answer],
    );
  }
}
