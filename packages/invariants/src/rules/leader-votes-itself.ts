import type { TraceEvent } from '@raftlens/trace';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { durableStatesOf } from '../follow/durable-state.ts';
import type { Rule } from '../rule.ts';

/**
 * A leader voted for itself and waits for nobody (Raft §5.2, Figure 2): in the term that it leads
 * its vote is its own, it grants no other one, and it has no election timer.
 *
 * Smallest counter-example: n1 becomes leader in term 3; n1, leader in term 3, votes for n2.
 */
export const leaderVotesItself: Rule = {
  id: 'leader-votes-itself',
  code: 'M10',
  title: 'A leader has its own vote, and no election timer',
  statement:
    'In the term that a server leads its vote is for itself, and its election timer is off.',
  why:
    'A leader that votes for a rival in its own term helps to elect a second leader, ' +
    'and one whose election timer runs deposes itself.',
  example: ['n1 becomes leader in term 3', 'n1, leader in term 3, votes for n2'],
  source: 'Raft §5.2, Figure 2 (Leaders)',
  severity: 'violation',
  needs: [
    { event: 'role.changed', fields: ['term'] },
    { event: 'state.persisted', fields: ['votedFor'] },
    { event: 'timer.expired' },
  ],
  create(context) {
    const { servers } = context.cluster;
    const durable = durableStatesOf(context.cluster);
    let judged = false;

    /** The line that shows that the server of `event` leads in `term`. */
    const leads = (event: TraceEvent, term: number | undefined): TraceEvent | undefined => {
      if (event.node === undefined || event.role !== 'leader' || term === undefined)
        return undefined;
      judged = true;
      const leading = servers.get(event.node)?.leading;
      return leading?.term === term ? leading.began : undefined;
    };

    const accuse = (began: TraceEvent, event: TraceEvent, term: number, words: string): void =>
      context.report(
        contradiction(event, began, `${event.node}, leader of term ${term}, ${words}`, term),
      );

    return {
      idle: { 'timer.expired': 'telling' },
      on: {
        'node.started': durable.note,
        'log.truncated': durable.note,
        'state.persisted': (event) => {
          durable.note(event);
          const { node, currentTerm: term, votedFor } = event;
          const began = leads(event, term);
          if (began === undefined || term === undefined || votedFor === node) return;
          if (!durable.saysVote(event)) return;
          const vote = votedFor === undefined ? 'no vote' : `a vote for ${votedFor}`;
          accuse(began, event, term, `has ${vote} on its storage`);
        },
        'vote.granted': (event) => {
          const began = event.preVote === true ? undefined : leads(event, event.term);
          if (began === undefined || event.candidate === event.node) return;
          accuse(began, event, event.term ?? 0, `voted for ${event.candidate}`);
        },
        'timer.expired': (event) => {
          if (event.timer !== 'election') return;
          const began = leads(event, event.term);
          if (began === undefined) return;
          accuse(began, event, event.term ?? 0, 'has an election timer, which expired');
        },
      },
      end: () => (judged ? enough : missing('votes made durable by leaders, with their terms')),
    };
  },
};
