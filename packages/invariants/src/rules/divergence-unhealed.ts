import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** Agreement takes a round trip for each differing term: so long and so often is not that. */
const timeoutsApart = 10;
const rejectionsApart = 10;

interface Quarrel {
  readonly first: EventOf<'append.rejected'>;
  count: number;
}

/**
 * A leader and a follower in contact bring their logs together (Raft §5.3).
 *
 * Evidence: for ten election timeouts a follower rejects the AppendEntries of one leader of one
 * term, ten of them or more, and accepts none.
 *
 * Smallest counter-example: n2 rejects the AppendEntries of n1 for ten election timeouts.
 */
export const divergenceUnhealed: Rule = {
  id: 'divergence-unhealed',
  code: 'L5',
  title: 'Logs that differ come together',
  statement:
    'A follower that hears a leader rejects only a few AppendEntries before it accepts one.',
  why: 'The follower gets nothing, and the cluster stands one failure nearer to a halt.',
  example: [
    'n2 rejects AppendEntries of n1, leader of term 3',
    '... and all that follow, for ten election timeouts',
  ],
  source: 'Raft §5.3',
  severity: 'warning',
  needs: [
    { event: 'append.rejected', fields: ['leader', 'term'] },
    { event: 'append.accepted', fields: [] },
  ],
  restsOn: ['append.accepted'],
  create(context) {
    const quarrels = new Map<string, Quarrel>();
    let judged = false;
    const forget = ({ node }: { readonly node?: string | undefined }): void => {
      if (quarrels.size > 0 && node !== undefined) quarrels.delete(node);
    };
    const accept = (event: { readonly node?: string | undefined }): void => {
      judged = true;
      forget(event);
    };
    return {
      forgetsBy: ['node.started'],
      on: {
        'append.rejected': (event) => {
          const { node, cause, leader, term, time } = event;
          if (node === undefined || cause === 'stale-term') return;
          judged = true;
          const quarrel = quarrels.get(node);
          if (
            quarrel === undefined ||
            quarrel.first.leader !== leader ||
            quarrel.first.term !== term
          ) {
            quarrels.set(node, { first: event, count: 1 });
            return;
          }
          quarrel.count += 1;
          const timeout = context.electionTimeoutMs();
          const apart = time - quarrel.first.time;
          if (timeout === undefined || quarrel.count < rejectionsApart) return;
          if (apart <= timeoutsApart * timeout) return;
          quarrels.delete(node);
          context.report({
            verdict: 'suspicious',
            term,
            nodes: [node],
            message:
              `${node} has rejected ${quarrel.count} AppendEntries of ${leader ?? 'its leader'} ` +
              `in ${Math.round(apart)} ms, more than ${timeoutsApart} election timeouts, and ` +
              `accepted none`,
            evidence: [quarrel.first, event],
          });
        },
        'append.accepted': accept,
        'snapshot.installed': accept,
        'node.started': forget,
      },
      end: () => (judged ? enough : missing('answers to AppendEntries')),
    };
  },
};
