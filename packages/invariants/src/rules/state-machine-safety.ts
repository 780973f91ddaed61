import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { createIndexWindow } from '../index-window.ts';
import { createLowWater } from '../low-water.ts';
import type { Rule } from '../rule.ts';

/**
 * State machine safety (Raft §5.4.3, Figure 3): no two servers apply different entries at an index.
 *
 * Applied entries are remembered until every voter has applied them.
 *
 * Smallest counter-example: n1 applies 4@2 with hash aa; n2 applies 4@3 with hash bb.
 */
export const stateMachineSafety: Rule = {
  id: 'state-machine-safety',
  code: 'S8',
  title: 'All servers apply the same entries',
  statement:
    'If a server has applied an entry at an index, ' +
    'no other server ever applies a different entry at that index.',
  why:
    'From that index on the replicas are different databases, ' +
    'and clients see whichever they ask.',
  example: ['n1 applies 4@2 with hash aa', 'n2 applies 4@3 with hash bb'],
  source: 'Raft §5.4.3, Figure 3',
  severity: 'violation',
  needs: [{ event: 'entry.applied', fields: ['entryTerm', 'hash'] }],
  create(context) {
    const window = createIndexWindow<EventOf<'entry.applied'>>();
    const lowWater = createLowWater(context.cluster);
    let judged = false;
    let unidentified = false;
    return {
      on: {
        'entry.applied': (event) => {
          const { node, index, entryTerm, hash } = event;
          if (node === undefined) return;
          judged = true;
          unidentified ||= hash === undefined && entryTerm === undefined;
          const first = window.get(index);
          if (first === undefined) window.set(index, event);
          else if (differ(first, event)) {
            context.report({
              verdict: 'violated',
              term: entryTerm,
              nodes: [first.node ?? '?', node],
              message:
                `${first.node} applied ${named(first)} at index ${index}, ` +
                `and ${node} applied ${named(event)}`,
              evidence: [first, event],
            });
          }
          const lowest = lowWater.reach(node, index);
          if (lowest !== undefined) window.pruneThrough(lowest);
        },
        'test.observed': (event) => {
          if (event.fact !== 'values-disagree') return;
          context.report({
            verdict: 'violated',
            nodes: event.nodes ?? [],
            message: `the test found different values applied at ${placeOf(event)}`,
            evidence: [event],
          });
        },
      },
      end() {
        if (!judged) return missing('entries applied');
        if (unidentified) return missing('term or hash of the applied entries');
        if (window.overflowed)
          return missing('room to remember all entries that are not applied everywhere');
        return context.cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
      },
    };
  },
};

function differ(a: EventOf<'entry.applied'>, b: EventOf<'entry.applied'>): boolean {
  if (a.hash !== undefined && b.hash !== undefined && a.hash !== b.hash) return true;
  return a.entryTerm !== undefined && b.entryTerm !== undefined && a.entryTerm !== b.entryTerm;
}

function named({ entryTerm, hash }: EventOf<'entry.applied'>): string {
  const term = entryTerm === undefined ? 'an entry' : `an entry of term ${entryTerm}`;
  return hash === undefined ? term : `${term} (${hash})`;
}

function placeOf({ index }: EventOf<'test.observed'>): string {
  return index === undefined ? 'one index' : `index ${index}`;
}
