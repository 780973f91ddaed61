import { type Core, core, type Effects, type Message, type Server } from '@raftlens/core';
import { expect, test } from 'vitest';
import { runTrial } from '../../src/run-trial.ts';
import { findScenario } from '../../src/scenarios.ts';
import { findStrategy } from '../../src/strategies/strategies.ts';
import { withStrategy } from '../../src/strategies/with-strategy.ts';

/** The first breach of Figure 2 in some runs of a core. */
function firstBreach(under: Core, runs: number): string | undefined {
  const [scenario, strategy] = [findScenario('chaos'), findStrategy('portfolio')];
  if (scenario === undefined || strategy === undefined) throw new RangeError('chaos');
  let breach: string | undefined;
  for (let seed = 1; seed <= runs && breach === undefined; seed += 1) {
    runTrial({
      ...withStrategy({ scenario, seed, core: under }, strategy),
      observe(event) {
        if (event.event === 'test.observed' && event.fact === 'figure-2') breach ??= event.message;
      },
    });
  }
  return breach;
}

/** How a server stood, and how many of its messages were made before. */
type Before = Server & { readonly already: number };
type Fault = (server: Server, before: Before, input: Message | undefined) => void;

/** The core, and behind each message and timer something that no server should do. */
function withFault(fault: Fault): Core {
  const behind = (server: Server, input: Message | undefined, take: () => void): void => {
    const before = { ...server, already: server.outbox.length };
    take();
    fault(server, before, input);
  };
  return {
    ...core,
    receive: (server, message, now) =>
      behind(server, message, () => core.receive(server, message, now)),
    tick: (server, now) => behind(server, undefined, () => core.tick(server, now)),
  };
}

/** Changes messages that a server made in its last step; undefined takes one out. */
function withMail(change: (message: Message, server: Server) => Message | undefined): Core {
  return withFault((server, { already }) => {
    const sent = server.outbox.slice(already).flatMap((each) => change(each, server) ?? []);
    server.outbox = [...server.outbox.slice(0, already), ...sent];
  });
}

const deposed = (server: Server, before: Before): boolean =>
  before.role === 'leader' && server.role === 'follower';

const wrong: readonly (readonly [name: string, core: Core, words: RegExp])[] = [
  [
    'a transfer that outlives the leadership',
    withFault((server, before) => {
      if (deposed(server, before)) server.transfer = before.transfer;
    }),
    /a follower hands leadership over/,
  ],
  [
    'reads that outlive the leadership',
    withFault((server, before) => {
      if (deposed(server, before)) server.confirmingReads = before.confirmingReads;
    }),
    /a follower has reads of a leader/,
  ],
  [
    'a leader that steps down and takes itself for the leader',
    withFault((server, before) => {
      if (deposed(server, before)) server.leaderId ??= server.id;
    }),
    /a follower takes n\d for the leader/,
  ],
  [
    'a candidate that still knows the old leader',
    withFault((server, before) => {
      if (server.role === 'candidate') server.leaderId = before.leaderId;
    }),
    /a candidate takes n\d for the leader/,
  ],
  [
    'a vote asked of nobody who has one',
    withFault((server, { already }) => {
      const asked = server.outbox.slice(already).find(({ kind }) => kind === 'RequestVote');
      if (asked !== undefined) server.outbox.push({ ...asked, to: 'n99' });
    }),
    /asks n99 for a vote, which has none/,
  ],
  [
    'a voter that is not asked',
    withMail((sent) => (sent.kind === 'RequestVote' && sent.to === 'n3' ? undefined : sent)),
    /does not ask n3 for its vote/,
  ],
  [
    'a heartbeat that says nothing of commitIndex',
    withMail((sent) => (sent.kind === 'AppendEntries' ? { ...sent, leaderCommit: 0 } : sent)),
    /tells n\d commitIndex 0/,
  ],
  [
    'a message to itself',
    withMail((sent, { id }) => (sent.kind === 'RequestVoteResponse' ? { ...sent, to: id } : sent)),
    /it sends RequestVoteResponse to itself/,
  ],
  [
    'requests of a transfer that do not say so',
    withMail((sent) => (sent.kind === 'RequestVote' ? { ...sent, transfer: false } : sent)),
    /do not say that the leader wants them/,
  ],
  [
    'what was refused is sent once more',
    withFault((server, _before, input) => {
      if (input?.kind !== 'AppendEntriesResponse' || input.success) return;
      const { prevLogIndex, from } = input;
      server.outbox = server.outbox.map((each) =>
        each.kind === 'AppendEntries' && each.to === from ? { ...each, prevLogIndex } : each,
      );
    }),
    /n\d refuses, and is sent what follows \d+/,
  ],
  [
    'nothing follows a refusal',
    withFault((server, before, input) => {
      if (input?.kind !== 'AppendEntriesResponse' || input.success) return;
      server.outbox = server.outbox.slice(0, before.already);
    }),
    /n\d refuses, and is sent nothing else/,
  ],
  [
    'a hint that goes further back than it has to',
    withMail((sent) =>
      sent.kind === 'AppendEntriesResponse' && !sent.success && sent.conflictIndex > 1
        ? { ...sent, conflictIndex: sent.conflictIndex - 1 }
        : sent,
    ),
    /hints at \d+ of term \d+, not \d+ of \d+/,
  ],
  [
    'a peer that is behind and agrees is sent nothing',
    withFault((server, { already }, input) => {
      if (input?.kind !== 'AppendEntriesResponse' || !input.success) return;
      for (const each of server.progress) {
        if (each.peer === input.from)
          each.nextIndex = Math.min(each.nextIndex, each.matchIndex + 1);
      }
      server.outbox = server.outbox.slice(0, already);
    }),
    /n\d agrees and lacks index \d+, and is sent nothing/,
  ],
  [
    'a snapshot that arrived is still waited for',
    withFault((server, before, input) => {
      if (input?.kind !== 'InstallSnapshotResponse') return;
      const known = server.progress.find(({ peer }) => peer === input.from);
      if (known !== undefined && before.settings.maxInflightAppends !== undefined) {
        known.flow = 'snapshot';
        server.outbox = server.outbox.slice(0, before.already);
      }
    }),
    /n\d has its snapshot, and is kept waiting/,
  ],
  [
    'the first index for a peer is not behind the log',
    withFault((server, before) => {
      if (before.role === 'leader' || server.role !== 'leader') return;
      for (const progress of server.progress) progress.nextIndex = 1;
    }),
    /nextIndex of n\d begins at 1/,
  ],
  [
    'a timer that is not started anew',
    withFault((server, before, input) => {
      const due = input === undefined && before.quorumDeadline <= server.now;
      if (due && server.role === 'leader') server.quorumDeadline = before.quorumDeadline;
    }),
    /a timer that fired is due again at once/,
  ],
];

test.each(wrong)('%s is no step of Figure 2', (_name, under, words) => {
  expect(firstBreach(under, 60)).toMatch(words);
});

test('a write that confirms more than it wrote is no step of Figure 2', () => {
  const under: Core = {
    ...core,
    persisted(server, write, now) {
      core.persisted(server, write, now);
      server.durableIndex = server.log.baseIndex + server.log.entries.length;
    },
  };
  expect(firstBreach(under, 60)).toMatch(/takes index \d+ for saved, of \d+ written/);
});

test('entries that replace others are not saved yet', () => {
  const under = withFault((server, before) => {
    const last = server.log.baseIndex + server.log.entries.length;
    server.durableIndex = Math.max(server.durableIndex, Math.min(before.durableIndex, last));
  });
  expect(firstBreach(under, 60)).toMatch(/takes index \d+ for saved before it is/);
});

test('a snapshot that is under way is sent once', () => {
  const under: Core = {
    ...core,
    tick(server, now) {
      for (const each of server.progress) {
        if (each.flow === 'snapshot') each.snapshotSentAt = Number.NEGATIVE_INFINITY;
      }
      core.tick(server, now);
    },
  };
  expect(firstBreach(under, 60)).toMatch(/sends n\d a snapshot while one is under way/);
});

test('what a snapshot covers is not handed out behind it', () => {
  const under: Core = {
    ...core,
    takeEffects(server): Effects {
      const effects = core.takeEffects(server);
      const entry = { term: 1, command: undefined, hash: 'old' };
      if (effects.restored === undefined) return effects;
      return { ...effects, committed: [entry], committedFrom: effects.restored.index };
    },
  };
  expect(firstBreach(under, 60)).toMatch(/hands out what its snapshot through \d+ covers/);
});

test('a leader steps down for want of a majority, and for nothing less', () => {
  const never: Core = {
    ...core,
    tick(server, now) {
      const due = server.quorumDeadline <= now;
      if (due) server.quorumDeadline = Number.POSITIVE_INFINITY;
      core.tick(server, now);
      if (due && server.role === 'leader') server.quorumDeadline = now + 1_000;
    },
  };
  expect(firstBreach(never, 60)).toMatch(/leads on, and no majority answers/);
  const always: Core = {
    ...core,
    tick(server, now) {
      const contacts = server.progress.map(({ lastContact }) => lastContact);
      for (const each of server.progress) each.lastContact = Number.NEGATIVE_INFINITY;
      core.tick(server, now);
      for (const [place, each] of server.progress.entries()) {
        each.lastContact = contacts[place] ?? each.lastContact;
      }
    },
  };
  expect(firstBreach(always, 60)).toMatch(/steps down, and a majority answers/);
});

test('a new member is spoken to as soon as it is one', () => {
  const under: Core = {
    ...core,
    changeMembership(server, wanted, now) {
      const { progress } = server;
      const change = core.changeMembership(server, wanted, now);
      server.progress = progress;
      return change;
    },
  };
  expect(firstBreach(under, 60)).toMatch(/it leads and leaves its member n\d out/);
});

test('names of reads are not used again, in another life neither', () => {
  const under: Core = {
    ...core,
    startRead(server, id, now) {
      const answer = core.startRead(server, id, now);
      server.outbox = server.outbox.map((each) =>
        each.kind === 'ReadIndex' ? { ...each, context: 'read' } : each,
      );
      return answer;
    },
  };
  expect(firstBreach(under, 60)).toMatch(/gives two of its reads one name, read/);
});
