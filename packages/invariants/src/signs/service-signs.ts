import type { EventOf, TraceEvent } from '@raftlens/trace';
import { type Shadow, termAt } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, receivedOf, type Step } from './step.ts';

/** Membership changes, transfers and reads: what a leader may do only at the right moment. */
export const serviceSigns: MakeSignWatch = (tell) => {
  const transfers = new Map<Shadow, EventOf<'transfer.started'>>();
  const readers = new Map<Shadow, Reader>();
  return {
    step(step) {
      const reader = readers.get(step.server) ?? {
        round: 0,
        early: [],
        reads: new Map<string, Read>(),
      };
      readers.set(step.server, reader);
      lookAtAnswer(step, reader);
      for (const event of step.events) {
        lookAtTransfer(step, event, transfers, tell);
        lookAtRead(step, event, reader, tell);
      }
      lookAtChange(step, tell);
      lookAtTimeoutNow(step, tell);
    },
  };
};

function lookAtChange(step: Step, tell: TellSign): void {
  const { before, server } = step;
  const proposed = step.input.event === 'config.proposed' ? step.input : undefined;
  const appended = eventIn(step, 'config.appended');
  const old = before.configuration;
  if (
    appended === undefined ||
    old === undefined ||
    before.role !== 'leader' ||
    proposed === undefined
  )
    return;
  const evidence = [proposed, appended];
  const committed = termAt(server, before.commit);
  if (committed !== undefined && committed !== server.term) {
    tell(
      'change-before-own-commit',
      0.93,
      `${server.id} changes the configuration and has committed nothing in term ${server.term}`,
      evidence,
    );
  }
  if (old.index > before.commit) {
    tell(
      'two-changes-in-flight',
      0.95,
      `${server.id} changes the configuration, and the one at ${old.index} is not committed`,
      evidence,
    );
  }
  const added = appended.voters.filter((id) => !old.voters.includes(id)).length;
  const removed = old.voters.filter((id) => !appended.voters.includes(id)).length;
  const joint = (appended.votersOutgoing ?? []).length > 0 || old.outgoing.length > 0;
  if (added + removed <= 1 || joint) return;
  // Whoever lets many change at once lets one be exchanged too; where more change, that is left.
  const swap = added === 1 && removed === 1;
  const why = swap ? 'one voter comes and another goes' : `${added + removed} voters change`;
  const words = `${why} in one step, with no joint configuration`;
  if (swap) tell('swap-in-one-step', 0.96, words, evidence);
  tell('change-many-at-once', swap ? 0.9 : 0.97, words, evidence);
}

function lookAtTimeoutNow(step: Step, tell: TellSign): void {
  const now = receivedOf(step, 'TimeoutNow');
  const { before, server } = step;
  const election = eventIn(step, 'election.started');
  if (now?.rpcTerm === undefined || election === undefined || before.term === undefined) return;
  if (now.rpcTerm < before.term) {
    tell(
      'timeout-now-of-old-term',
      0.97,
      `${server.id}, in term ${before.term}, campaigned for a TimeoutNow of term ${now.rpcTerm}`,
      [now, election],
    );
  }
}

function lookAtTransfer(
  step: Step,
  event: TraceEvent,
  transfers: Map<Shadow, EventOf<'transfer.started'>>,
  tell: TellSign,
): void {
  const { server, started } = step;
  const open = transfers.get(server);
  if (event.event === 'transfer.started') transfers.set(server, event);
  if (event.event === 'transfer.finished' || event.event === 'node.started')
    transfers.delete(server);
  if (event.event === 'role.changed' && event.from === 'leader') {
    outlives(step, event, open, tell);
    transfers.delete(server);
  }
  if (event.event === 'message.sent' && event.kind === 'TimeoutNow') {
    const match = server.progress.get(event.to)?.match;
    if (match !== undefined && match < server.last) {
      tell(
        'transfer-before-caught-up',
        0.95,
        `${server.id} tells ${event.to} to campaign, which holds ${match} of ${server.last}`,
        [event],
      );
    }
  }
  if (open === undefined || event.role !== 'leader') return;
  // The leader itself leaves a joint configuration, also while it hands over.
  if (event.event === 'entry.proposed' && eventIn(step, 'config.appended') === undefined) {
    tell(
      'proposals-during-transfer',
      0.95,
      `${server.id} takes a command while it hands leadership over`,
      [open, event],
    );
  }
  const longest = longestTimeout(started);
  if (longest !== undefined && event.time - open.time > longest * 2) {
    tell(
      'transfer-never-ends',
      0.93,
      `${server.id} still leads ${Math.round(event.time - open.time)} ms after it began to ` +
        'hand over, and has not given up',
      [open, event],
    );
  }
}

/** Whoever leads no more hands nothing over any more (thesis §3.10). */
function outlives(
  step: Step,
  event: TraceEvent,
  open: EventOf<'transfer.started'> | undefined,
  tell: TellSign,
): void {
  if (open === undefined || eventIn(step, 'transfer.finished') !== undefined) return;
  tell(
    'transfer-never-ends',
    0.9,
    `${step.server.id} leads no more, and did not end the transfer that it had begun`,
    [open, event],
  );
}

interface Read {
  readonly started: EventOf<'read.started'>;
  /** The round of heartbeats before it began. */
  readonly round: number;
  readonly answered: Set<string>;
}

interface Early {
  readonly read: Read;
  readonly confirmed: number;
  readonly voters: number;
  readonly served: TraceEvent;
}

interface Reader {
  round: number;
  early: Early[];
  readonly reads: Map<string, Read>;
}

function lookAtRead(step: Step, event: TraceEvent, reader: Reader, tell: TellSign): void {
  const { server } = step;
  const { reads } = reader;
  if (event.event === 'message.sent' && event.kind === 'AppendEntries') {
    for (const early of reader.early) tellEarly(early, event.round ?? 0, server.id, tell);
    reader.early = [];
    reader.round = event.round ?? 0;
  }
  if (event.event === 'read.started') {
    if (reads.size > 200) reads.clear();
    const answered = new Set([server.id]);
    reads.set(event.client ?? '', { started: event, round: reader.round, answered });
    const own = termAt(server, server.commit);
    if (server.role === 'leader' && own !== undefined && own !== server.term) {
      tell(
        'read-before-own-commit',
        0.95,
        `${server.id} takes a read, and has committed nothing in term ${server.term}`,
        [event],
      );
    }
  }
  if (event.event !== 'read.served') return;
  const read = reads.get(event.client ?? '');
  reads.delete(event.client ?? '');
  if (event.readIndex !== undefined && event.readIndex > server.applied) {
    tell(
      'read-before-applied',
      0.96,
      `${server.id} answers a read of index ${event.readIndex}, and has applied ${server.applied}`,
      [event],
    );
  }
  if (read === undefined || event.mode !== 'read-index' || event.role !== 'leader') return;
  // Asked as a follower, it was confirmed to the leader of that time.
  if (read.started.role !== 'leader') return;
  const voters = server.configurations.at(-1)?.voters ?? [];
  const confirmed = voters.filter((id) => read.answered.has(id)).length;
  if (voters.length === 0 || confirmed > voters.length / 2) return;
  reader.early.push({ read, confirmed, voters: voters.length, served: event });
}

/** A read that too few confirmed: the next round of heartbeats says what it took for one. */
function tellEarly(
  { read, confirmed, voters, served }: Early,
  round: number,
  id: string,
  tell: TellSign,
): void {
  const why = `${id} answers a read that ${confirmed} of ${voters} servers confirmed`;
  const old = round <= read.round;
  const of = `; the heartbeats after it are of round ${round}, as those before`;
  tell('read-confirmed-by-old-round', old ? 0.94 : 0.4, old ? why + of : why, [
    read.started,
    served,
  ]);
  tell('read-without-quorum', old ? 0.6 : 0.93, why, [read.started, served]);
}

function lookAtAnswer(step: Step, { reads }: Reader): void {
  const answer = receivedOf(step, 'AppendEntriesResponse');
  if (answer === undefined) return;
  for (const read of reads.values()) {
    if (answer.round === undefined || answer.round > read.round) read.answered.add(answer.from);
  }
}

/** The longest election timeout that the producer declares, ms. */
export function longestTimeout(started: EventOf<'trace.started'> | undefined): number | undefined {
  return timeoutsOf(started)[1];
}

/** The shortest and the longest election timeout that the producer declares, ms. */
export function timeoutsOf(
  started: EventOf<'trace.started'> | undefined,
): readonly [shortest?: number, longest?: number] {
  const declared = started?.config?.electionTimeoutMs;
  const [shortest, longest] = Array.isArray(declared) ? declared : [];
  if (typeof shortest !== 'number' || typeof longest !== 'number') return [];
  return [shortest, longest];
}
