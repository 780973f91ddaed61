import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { clockStep } from './clock-step.ts';
import { createTimerTable, type Refused, type Timer, type Valid } from './timer-table.ts';
import { unsteadyFaults } from './unsteady-faults.ts';

/**
 * A follower's election timer starts anew when it hears the leader of its term and when it gives a
 * vote, and at no other RPC (Raft §5.2, Figure 2).
 *
 * Formally, by one server's own clock and counter: (1) between a message received and the next one
 * there is not both a `timer.started` of the election timer and a refusal (`vote.denied`, or
 * `append.rejected` for an old term), unless term or role change; (2) the election timer does not
 * expire sooner than the shortest election timeout after an AppendEntries accepted or a vote given.
 *
 * Smallest counter-example: n1 receives RequestVote, restarts its election timer, denies the vote.
 */
export const timerMisuse: Rule = {
  id: 'timer-misuse',
  code: 'L9',
  title: 'Only the leader and a vote given hold off an election',
  statement:
    'The election timer starts anew at AppendEntries of the current leader and at a vote given, ' +
    'and at no other RPC.',
  why:
    'Reset too often, it keeps the server that could win from standing; ' +
    'reset too seldom, it unseats leaders that are alive.',
  example: [
    'n1 receives RequestVote of n2',
    'n1 restarts its election timer',
    'n1 denies n2 the vote',
  ],
  source: 'Raft §5.2, Figure 2 (Followers)',
  severity: 'warning',
  needs: [
    { event: 'timer.started', fields: ['seq', 'timer'] },
    { event: 'timer.expired', fields: ['timer'] },
    { event: 'message.received', fields: ['seq'] },
    { event: 'vote.denied', fields: ['seq'] },
    { event: 'append.accepted', fields: [] },
    { event: 'append.rejected', fields: [] },
    { event: 'trace.started', fields: ['config'] },
  ],
  restsOn: [
    'message.received AppendEntries',
    'message.received PreVote',
    'message.received RequestVote',
    'role.changed',
    'term.changed',
    'timer.expired',
  ],
  create(context) {
    const { cluster } = context;
    const timers = createTimerTable();
    let judged = false;
    /** Servers whose clock the harness moves: their timers fire when they should not. */
    const unsteady = new Set<string>();

    const valid = (event: Valid): void => {
      if (event.node === undefined) return;
      if (event.event === 'vote.granted' && event.preVote === true) return;
      timers.of(event.node).valid = event;
    };

    const judge = (timer: Timer): void => {
      if (cluster.servers.get(timer.received?.node ?? '')?.complete !== true) return;
      const report = wronglyStarted(timer);
      if (report !== undefined) context.report(report);
    };

    const refuse = (event: Refused): void => {
      if (event.node === undefined || event.cause === 'log-too-short') return;
      if (event.event === 'append.rejected' && event.cause !== 'stale-term') return;
      const timer = timers.of(event.node);
      timer.refused = event;
      judge(timer);
    };

    const expired = (event: EventOf<'timer.expired'>): void => {
      if (event.timer !== 'election' || event.node === undefined) return;
      const timer = timers.of(event.node);
      // What follows is the work of the timer, and not of the message before.
      timer.received = undefined;
      const shortest = cluster.started?.config?.electionTimeoutMs?.[0];
      if (shortest === undefined || unsteady.has(event.node) || isClockSet(timer, event)) return;
      judged = true;
      const report = tooSoon(timer.valid, event, shortest);
      if (report !== undefined) context.report(report);
    };

    return {
      forgetsBy: ['node.crashed', 'node.started'],
      on: {
        'message.received': (event) => {
          if (event.node !== undefined) timers.of(event.node).received = event;
        },
        'timer.started': (event) => {
          if (event.timer !== 'election' || event.node === undefined) return;
          const timer = timers.of(event.node);
          timer.started = event;
          timer.starts.push(event.time);
          if (timer.starts.length > startsKept) timer.starts.shift();
          if (timer.refused !== undefined) judge(timer);
        },
        'timer.expired': expired,
        'vote.denied': refuse,
        'append.rejected': refuse,
        'append.accepted': valid,
        'vote.granted': valid,
        'fault.injected': ({ fault, nodes }) => {
          if (!unsteadyFaults.has(fault)) return;
          for (const id of nodes ?? cluster.servers.keys()) unsteady.add(id);
        },
        'term.changed': timers.change,
        'role.changed': timers.change,
        'node.started': timers.forget,
        'node.crashed': timers.forget,
      },
      end: () => (judged ? enough : missing('election timers, and the declared timeouts')),
    };
  },
};

/** A timer that nobody stopped is one of the last ones. */
const startsKept = 8;
/** More than clocks round, ms. */
const rounding = 1;

/**
 * It counts more time than has passed since the line that started it, and no earlier line started
 * it then: its clock was set.
 */
function isClockSet({ starts }: Timer, { time, elapsedMs }: EventOf<'timer.expired'>): boolean {
  const last = starts.at(-1);
  if (last === undefined || elapsedMs === undefined) return false;
  const began = time - elapsedMs;
  return began < last - rounding && starts.every((each) => Math.abs(each - began) > rounding);
}

/** Both a timer started and a refusal since the last message, and nothing that explains it. */
function wronglyStarted({ received, started, refused, changed }: Timer): Report | undefined {
  if (received?.seq === undefined || started?.seq === undefined) return undefined;
  if (refused?.seq === undefined || started.node === undefined) return undefined;
  const { seq } = received;
  if (started.seq < seq || refused.seq < seq || changed > seq) return undefined;
  const what =
    refused.event === 'vote.denied'
      ? `denies ${refused.candidate} its vote`
      : `rejects the AppendEntries of ${refused.leader ?? received.from}, of an older term`;
  return {
    verdict: 'violated',
    term: started.term,
    nodes: [started.node],
    message:
      `${started.node} restarts its election timer on a message (${received.kind}) ` +
      `and ${what}`,
    evidence: [received, started, refused].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
  };
}

/** The leader was heard, or a vote given, less than the shortest election timeout ago. */
function tooSoon(
  last: Valid | undefined,
  event: EventOf<'timer.expired'>,
  shortest: number,
): Report | undefined {
  if (last === undefined || last.inc !== event.inc || last.term !== event.term) return undefined;
  const waited = event.time - last.time;
  if (waited < 0 || event.node === undefined) return undefined;
  if (waited + clockStep(last, event) >= shortest) return undefined;
  return {
    verdict: 'violated',
    term: event.term,
    nodes: [event.node],
    message:
      `${event.node}'s election timer expires ${Math.round(waited)} ms after it ` +
      `${last.event === 'vote.granted' ? 'gave its vote' : 'heard the leader'}, ` +
      `before the shortest election timeout of ${shortest} ms`,
    evidence: [last, event],
  };
}
