import type { EventOf, TraceEvent } from '@raftlens/trace';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { durableStatesOf } from '../follow/durable-state.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';

/**
 * A vote and a leader are for a whole term (Raft §5.2, Figure 2): on storage votedFor changes only
 * with currentTerm, once it is set, and no server recognizes two leaders in one term.
 *
 * Smallest counter-example: n1 saves term 3 with a vote for n2; n1 saves term 3 without a vote.
 */
export const voteClearedOnlyByTerm: Rule = {
  id: 'vote-cleared-only-by-term',
  code: 'M8',
  title: 'Only a new term clears the vote',
  statement:
    'Once set, votedFor stays until currentTerm grows, and so does the leader that a server knows.',
  why:
    'A vote that is cleared within its term can be given again, ' +
    'and then two candidates may have a majority each.',
  example: ['n1 saves term 3 with a vote for n2', 'n1 saves term 3 without a vote'],
  source: 'Raft §5.2, Figure 2 (votedFor)',
  severity: 'violation',
  needs: [
    { event: 'state.persisted', fields: ['currentTerm', 'votedFor'] },
    { event: 'leader.recognized' },
  ],
  create(context) {
    const durable = durableStatesOf(context.cluster);
    const servers = createPerServer<State>(() => ({
      term: -1,
      votedFor: undefined,
      saved: undefined,
      recognized: undefined,
    }));
    let judged = false;

    const accuse = (event: TraceEvent, before: TraceEvent, term: number, words: string): void =>
      context.report(contradiction(event, before, `${event.node} ${words} in term ${term}`, term));

    const save = (
      event: EventOf<'state.persisted' | 'node.started'>,
      term: number | undefined,
    ): void => {
      durable.note(event);
      const { node, votedFor } = event;
      if (node === undefined || term === undefined || !durable.saysVote(event)) return;
      judged = true;
      const state = servers.of(node);
      const { saved } = state;
      if (term === state.term && saved !== undefined && state.votedFor !== undefined) {
        if (votedFor === state.votedFor) return;
        const now = votedFor === undefined ? 'none' : `one for ${votedFor}`;
        accuse(event, saved, term, `had a vote for ${state.votedFor} on its storage, then ${now},`);
      }
      state.term = term;
      state.votedFor = votedFor;
      state.saved = event;
    };

    const ledIn = (leader: string, term: number): boolean =>
      context.cluster.leaderships.some((each) => each.node === leader && each.term === term);

    return {
      on: {
        'state.persisted': (event) => save(event, event.currentTerm),
        'log.truncated': durable.note,
        'node.started': (event) => {
          save(event, event.term);
          if (event.node !== undefined) servers.of(event.node).recognized = undefined;
        },
        'leader.recognized': (event) => {
          const { node, term, inc, leader } = event;
          if (node === undefined || term === undefined) return;
          const state = servers.of(node);
          const before = state.recognized;
          state.recognized = event;
          if (before?.term !== term || before.leader === leader || before.inc !== inc) return;
          // Where both did lead the term, the server is right, and election safety is broken.
          if (ledIn(before.leader, term) && ledIn(leader, term)) return;
          const words = `recognized ${before.leader} and then ${leader} as leader in term ${term}`;
          const report = contradiction(event, before, `${node} ${words}`);
          // Told outside the lock, the leader of one moment may stand beside the term of the next.
          const told = event.seq !== undefined && before.seq !== undefined;
          context.report(told ? report : { ...report, verdict: 'inconsistent', severity: 'note' });
        },
      },
      end: () => (judged ? enough : missing('votes made durable, with their term')),
    };
  },
};

interface State {
  /** Term and vote on storage, and the line that shows them. */
  term: number;
  votedFor: string | undefined;
  saved: TraceEvent | undefined;
  recognized: EventOf<'leader.recognized'> | undefined;
}
