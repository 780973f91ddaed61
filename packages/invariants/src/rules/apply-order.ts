import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { showsSnapshots } from '../untold-lines.ts';

/**
 * Entries are applied in order, each once (Raft §5.3): within an incarnation the applied index
 * grows by one, or jumps with a snapshot.
 *
 * Smallest counter-example: n1 applies index 4; n1 applies index 6.
 */
export const applyOrder: Rule = {
  id: 'apply-order',
  code: 'M3',
  title: 'Entries are applied in order, without gaps',
  statement:
    'While it runs, a server applies each index once and in order, or takes over a whole snapshot.',
  why: 'A state machine that skips or repeats a command is no longer equal to its peers.',
  example: ['n1 applies index 4', 'n1 applies index 6'],
  source: 'Raft §5.3, Figure 2 (lastApplied)',
  severity: 'violation',
  needs: [{ event: 'entry.applied', fields: ['seq'] }],
  restsOn: ['entry.applied', 'snapshot.installed'],
  create(context) {
    const last = new Map<string, { readonly index: number; readonly event: TraceEvent }>();
    let judged = false;

    const accuse = (event: EventOf<'entry.applied'>, before: TraceEvent, words: string): void =>
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: event.node === undefined ? [] : [event.node],
        message: `${event.node} applied index ${event.index} ${words}`,
        evidence: [before, event],
      });

    const jump = (event: EventOf<'entry.applied'>, before: TraceEvent, index: number): void => {
      const words = `right after index ${index}`;
      if (context.cluster.tellsAll || showsSnapshots(context.cluster)) accuse(event, before, words);
      else context.report(doubtful(event, before, words));
    };

    const forget = ({ node }: TraceEvent): void => {
      if (node !== undefined) last.delete(node);
    };

    return {
      forgetsBy: ['node.crashed', 'node.started'],
      on: {
        'node.started': forget,
        'node.crashed': forget,
        'snapshot.installed': (event) => {
          if (event.node === undefined) return;
          // Below what is applied, it either changes nothing or takes the whole state back.
          if (event.index < (last.get(event.node)?.index ?? 0)) last.delete(event.node);
          else last.set(event.node, { index: event.index, event });
        },
        'entry.applied': (event) => {
          const { node, index } = event;
          if (node === undefined) return;
          judged = true;
          const before = last.get(node);
          last.set(node, { index, event });
          if (before === undefined || index === before.index + 1) return;
          if (event.inc !== before.event.inc) return;
          if (index === before.index) accuse(event, before.event, 'twice');
          else if (index < before.index) accuse(event, before.event, `after index ${before.index}`);
          // A jump is proof only where no line between can be missing.
          else if (context.cluster.servers.get(node)?.complete === true) {
            jump(event, before.event, before.index);
          }
        },
        'test.observed': (event) => {
          if (event.fact !== 'applied-out-of-order') return;
          context.report({
            verdict: 'violated',
            nodes: event.nodes ?? [],
            message: 'the test saw entries applied out of order',
            evidence: [event],
          });
        },
      },
      end: () => (judged ? enough : missing('entries applied')),
    };
  },
};

function doubtful(event: EventOf<'entry.applied'>, before: TraceEvent, words: string): Report {
  return {
    ...{ verdict: 'suspicious', severity: 'warning', term: event.term },
    ...{ nodes: [event.node ?? '?'], evidence: [before, event] },
    message:
      `${event.node} applied index ${event.index} ${words}, unless a snapshot brought what is ` +
      'between: nothing here tells of any',
  };
}
