import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/**
 * currentTerm never falls (Raft §5.1). Within an incarnation no line may show a smaller term than
 * an earlier one; across a restart the term may not fall below what was durable or told to others.
 *
 * Smallest counter-example: n1 is in term 5; n1 is in term 4.
 */
export const termMonotonic: Rule = {
  id: 'term-monotonic',
  code: 'M1',
  title: 'currentTerm never falls',
  statement: "A server's currentTerm only grows, also across a restart.",
  why:
    'A server that goes back to an older term votes again in terms ' +
    'in which it has voted already.',
  example: ['n1 is in term 5', 'n1 is in term 4'],
  source: 'Raft §5.1, Figure 2 (currentTerm)',
  severity: 'violation',
  needs: [{ event: 'role.changed', fields: ['term'] }],
  accusesBy: [{ event: 'state.persisted', fields: ['currentTerm'] }],
  create(context) {
    const seen = new Map<string, Seen>();
    let judged = false;
    let unstated = false;

    const accuse = (node: string, event: TraceEvent, before: number, proof: TraceEvent): void =>
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: [node],
        message: `${node} went back from term ${before} to term ${event.term}`,
        evidence: [proof, event],
      });

    const check = (event: TraceEvent): void => {
      const { node, term } = event;
      unstated ||= term === undefined;
      if (node === undefined || term === undefined) return;
      judged = true;
      const state = seenOf(seen, node);
      // The line of a restart can be lost.
      if (state.event !== undefined && event.inc !== state.event.inc) restart(event);
      if (term < state.highest && state.event !== undefined)
        accuse(node, event, state.highest, state.event);
      if (term > state.highest) {
        state.highest = term;
        state.event = event;
      }
    };

    const restart = (event: TraceEvent): void => {
      const { node, term } = event;
      if (node === undefined) return;
      const state = seenOf(seen, node);
      if (term !== undefined && term < state.bound && state.boundEvent !== undefined) {
        accuse(node, event, state.bound, state.boundEvent);
      }
      state.highest = term ?? state.bound;
      state.event = term === undefined ? state.boundEvent : event;
    };

    return {
      idle: { 'append.accepted': 'fresh' },
      on: {
        'node.started': restart,
        'role.changed': check,
        'term.changed': check,
        'election.started': check,
        'leader.recognized': check,
        'vote.denied': check,
        'vote.granted': check,
        'state.persisted': (event) => {
          check(event);
          if (event.node !== undefined) bind(seenOf(seen, event.node), event);
        },
        'append.accepted': check,
        'commit.advanced': check,
      },
      end: () => (judged && !unstated ? enough : missing('the term of the server on each line')),
    };
  },
};

interface Seen {
  highest: number;
  event: TraceEvent | undefined;
  /** The highest term that was made durable. */
  bound: number;
  boundEvent: TraceEvent | undefined;
}

function seenOf(seen: Map<string, Seen>, node: string): Seen {
  const known = seen.get(node);
  if (known !== undefined) return known;
  const state: Seen = { highest: -1, event: undefined, bound: -1, boundEvent: undefined };
  seen.set(node, state);
  return state;
}

/** What is durable, others may rely on: it must survive a restart. */
function bind(state: Seen, event: EventOf<'state.persisted'>): void {
  if (event.currentTerm === undefined || event.currentTerm <= state.bound) return;
  state.bound = event.currentTerm;
  state.boundEvent = event;
}
