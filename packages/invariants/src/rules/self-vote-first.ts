import type { EventOf, TraceEvent } from '@raftlens/trace';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { durableStatesOf } from '../follow/durable-state.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';

/**
 * An election begins with a new term and a vote for oneself (Raft §5.2, Figure 2 "Candidates"):
 * nobody campaigns twice in a term, or in a term in which it followed somebody or voted for
 * somebody else, and its durable vote of that term is for itself.
 *
 * Smallest counter-example: n1 asks for votes in term 4; n1 asks for votes in term 4 again.
 */
export const selfVoteFirst: Rule = {
  id: 'self-vote-first',
  code: 'M7',
  title: 'An election begins with a new term and a vote for oneself',
  statement:
    'A server that starts an election has raised its term for it and votes for itself in it, ' +
    'before it asks anybody else.',
  why:
    'A second election in one term counts votes that were given for another, ' +
    'and a candidate that keeps its vote can give it to a rival.',
  example: ['n1 asks for votes in term 4', 'n1 asks for votes in term 4 again'],
  source: 'Raft §5.2, Figure 2 (Candidates)',
  severity: 'violation',
  needs: [{ event: 'election.started', fields: ['term'] }],
  accusesBy: [{ event: 'state.persisted', fields: ['currentTerm', 'votedFor'] }],
  create(context) {
    const durable = durableStatesOf(context.cluster);
    const servers = createPerServer<State>(() => ({ bound: undefined, election: undefined }));
    let judged = false;

    const bind = (event: Bond): void => {
      if (event.node !== undefined && isBond(event)) servers.of(event.node).bound = event;
    };

    const accuse = (event: TraceEvent, before: TraceEvent, term: number, words: string): void =>
      context.report(contradiction(event, before, `${event.node} ${words}`, term));

    return {
      on: {
        'leader.recognized': bind,
        'vote.granted': bind,
        'node.started': (event) => {
          durable.note(event);
          if (event.node === undefined) return;
          const state = servers.of(event.node);
          state.bound = undefined;
          state.election = undefined;
        },
        'log.truncated': durable.note,
        'election.started': (event) => {
          const { node, term, inc } = event;
          if (event.preVote === true || node === undefined || term === undefined) return;
          judged = true;
          const state = servers.of(node);
          const { election, bound } = state;
          state.election = event;
          if (election?.term === term && election.inc === inc) {
            accuse(event, election, term, `started an election in term ${term} for a second time`);
          } else if (bound?.term === term && bound.inc === inc) {
            const words = `started an election in term ${term}, in which it ${deedOf(bound)}`;
            accuse(event, bound, term, words);
          }
        },
        'state.persisted': (event) => {
          durable.note(event);
          const { node, currentTerm: term, votedFor, inc } = event;
          if (node === undefined || term === undefined) return;
          const { election } = servers.of(node);
          if (election?.term !== term || election.inc !== inc || votedFor === node) return;
          if (!durable.saysVote(event)) return;
          const vote = votedFor === undefined ? 'no vote' : `its vote for ${votedFor}`;
          accuse(event, election, term, `campaigned in term ${term} and saved ${vote} in it`);
        },
      },
      end: () => (judged ? enough : missing('elections with their term')),
    };
  },
};

/** What ties a server to another one for a term. */
type Bond = EventOf<'leader.recognized' | 'vote.granted'>;

interface State {
  /** The last line that ties the server to somebody else in a term. */
  bound: Bond | undefined;
  /** Its last election. */
  election: EventOf<'election.started'> | undefined;
}

function isBond(event: Bond): boolean {
  if (event.event === 'leader.recognized') return event.leader !== event.node;
  return event.preVote !== true && event.candidate !== event.node;
}

function deedOf(event: Bond): string {
  return event.event === 'vote.granted'
    ? `voted for ${event.candidate}`
    : `followed ${event.leader}`;
}
