import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { reachesQuorum } from './reaches-quorum.ts';
import { createTroubledNetwork } from './troubled-network.ts';

/**
 * So many terms in a row without a leader. With timeouts spread as the paper advises a vote splits
 * less often than every second time, so that twenty in a row are less than one in a million; slow
 * and lossy networks that no line tells of get there sooner, and that is worth a look.
 */
const termsWithoutLeader = 20;

/**
 * Elections come to an end (Raft §5.2, §5.6): while a majority is connected, terms without a leader
 * do not go on and on. Elections while the harness loses messages or holds them back do not count:
 * with most answers later than an election timeout nobody can win.
 *
 * Smallest counter-example: twenty elections in a row of servers that reach a majority, and nobody
 * wins.
 */
export const electionLivelock: Rule = {
  id: 'election-livelock',
  code: 'L2',
  title: 'Elections come to an end',
  statement:
    'While a majority of servers is connected, only a few elections in a row end without a leader.',
  why:
    'Nothing is committed while votes split again and again: ' +
    'timeouts too close, or timers reset when they must not be.',
  example: [
    'n1 asks for votes in term 5',
    'n2 asks for votes in term 6',
    '... nobody wins up to term 25',
  ],
  source: 'Raft §5.2, §5.6, §9.3',
  severity: 'warning',
  needs: [{ event: 'election.started', fields: ['term'] }],
  create(context) {
    const { cluster } = context;
    const terms = new Set<number>();
    let first: EventOf<'election.started'> | undefined;
    let judged = false;
    const network = createTroubledNetwork();
    const begin = (): void => {
      terms.clear();
      first = undefined;
    };
    const strike = (event: EventOf<'fault.injected' | 'fault.cleared'>): void => {
      network.note(event);
      if (network.now()) begin();
    };
    return {
      on: {
        'election.started': (event) => {
          const { node, term } = event;
          if (event.preVote === true || node === undefined || term === undefined) return;
          judged = true;
          if (network.now() || !reachesQuorum(cluster, node)) return;
          first ??= event;
          terms.add(term);
          if (terms.size < termsWithoutLeader) return;
          context.report({
            verdict: 'suspicious',
            term,
            nodes: [],
            message:
              `${terms.size} terms in a row, ${first.term} to ${term}, without a leader, ` +
              'although the candidates reach a majority',
            evidence: [first, event],
          });
          begin();
        },
        'fault.injected': strike,
        'fault.cleared': strike,
        // The lines of the leader itself may be missing.
        'leader.recognized': begin,
        'append.accepted': begin,
      },
      onLeadership: begin,
      end: () => (judged ? enough : missing('elections with their terms')),
    };
  },
};
