import type { TraceEvent } from '@raftlens/trace';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { logShapesOf } from '../follow/log-shape.ts';
import type { Rule } from '../rule.ts';

/**
 * Terms along a log (Raft §5.3): log[i].term ≤ log[i + 1].term, and no entry is of a later term
 * than the server's own.
 *
 * Smallest counter-example: n1's log ends in 4@3; n1 appends 5@2.
 */
export const logTermsOrdered: Rule = {
  id: 'log-terms-ordered',
  code: 'M4',
  title: 'Terms never fall along a log',
  statement:
    'The terms of the entries of a log never fall from one index to the next, ' +
    "and none is later than the server's own term.",
  why:
    'Logs are compared by the term of their last entry; where terms fall along a log, ' +
    'or run ahead of the server, that comparison elects the wrong leader.',
  example: ["n1's log ends in 4@3", 'n1 appends 5@2'],
  source: 'Raft §5.3, §5.4.1',
  severity: 'violation',
  needs: [
    { event: 'log.appended', fields: ['term'] },
    { event: 'node.started', fields: ['lastLogIndex', 'lastLogTerm'] },
  ],
  create(context) {
    const shapes = logShapesOf(context.cluster);
    let judged = false;

    const accuse = (event: TraceEvent, message: string, before?: TraceEvent): void =>
      context.report(contradiction(event, before, message));

    return {
      on: {
        'node.started': (event) => {
          shapes.note(event);
          const { node, term, lastLogIndex, lastLogTerm } = event;
          if (term === undefined || lastLogTerm === undefined || lastLogTerm <= term) return;
          const end = `${lastLogIndex ?? '?'}@${lastLogTerm}`;
          accuse(
            event,
            `${node ?? 'a server'} started in term ${term} with a log that ends in ${end}`,
          );
        },
        'log.truncated': shapes.note,
        'snapshot.installed': shapes.note,
        'log.appended': (event) => {
          const { node, term: own, firstIndex, entries } = event;
          shapes.note(event);
          if (node === undefined || entries.length === 0) return;
          judged = true;
          let index = firstIndex;
          let last = shapes.termAt(node, firstIndex - 1);
          let before: TraceEvent | undefined;
          if (last !== undefined && context.cluster.servers.get(node)?.complete !== true) {
            last = undefined;
          }
          for (const { term } of entries) {
            if (last !== undefined && term < last) {
              if (index === firstIndex) before = shapes.lineAt(node, index - 1);
              const words = `${index}@${term} after ${index - 1}@${last}`;
              accuse(event, `${node} appended ${words}: terms never fall along a log`, before);
              return;
            }
            if (own !== undefined && term > own) {
              accuse(event, `${node}, in term ${own}, appended ${index}@${term}, of a later term`);
              return;
            }
            last = term;
            index += 1;
          }
        },
      },
      end: () => (judged ? enough : missing('entries appended')),
    };
  },
};
