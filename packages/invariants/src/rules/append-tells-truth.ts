import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';

/**
 * AppendEntries says what is so (Raft §5.3, Figure 2): leaderCommit is at most its sender's
 * commitIndex, and an entry before the new ones has a term, as index 0 has none.
 *
 * Smallest counter-example: n1 moves commitIndex to 4; n1 sends AppendEntries with leaderCommit 6.
 */
export const appendTellsTruth: Rule = {
  id: 'append-tells-truth',
  code: 'R6',
  title: 'AppendEntries says what its leader has committed, and what comes before',
  statement:
    "AppendEntries carries a leaderCommit of at most its sender's commitIndex, " +
    'and the term of the entry at prevLogIndex, which is 0 only at index 0.',
  why:
    'Followers commit on its word; a leaderCommit that runs ahead makes them apply entries ' +
    'that no majority holds, and a wrong prevLogTerm defeats the consistency check.',
  example: ['n1 moves commitIndex to 4', 'n1 sends AppendEntries with leaderCommit 6'],
  source: 'Raft §5.3, Figure 2 (AppendEntries, Arguments)',
  severity: 'violation',
  needs: [
    { event: 'message.sent', fields: ['leaderCommit', 'prevLogIndex', 'prevLogTerm'] },
    { event: 'commit.advanced' },
    { event: 'node.started', fields: ['commitIndex'] },
  ],
  restsOn: ['commit.advanced', 'snapshot.installed'],
  create(context) {
    const commits = createPerServer<Commit>(() => ({ index: undefined, event: undefined }));
    let judged = false;

    const accuse = (
      event: EventOf<'message.sent'>,
      before: TraceEvent | undefined,
      words: string,
    ) =>
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: [event.from],
        message: `${event.from} sent ${event.to} AppendEntries with ${words}`,
        evidence: before === undefined ? [event] : [before, event],
      });

    return {
      idle: { 'message.sent': 'fresh' },
      kinds: { 'message.sent': ['AppendEntries'] },
      on: {
        'node.started': (event) => {
          if (event.node === undefined) return;
          const commit = commits.of(event.node);
          commit.index = event.commitIndex;
          commit.event = event;
        },
        'commit.advanced': (event) => {
          if (event.node === undefined) return;
          const commit = commits.of(event.node);
          commit.index = event.to;
          commit.event = event;
        },
        'snapshot.installed': (event) => {
          if (event.node === undefined) return;
          const commit = commits.of(event.node);
          if (commit.index === undefined || event.index <= commit.index) return;
          commit.index = event.index;
          commit.event = event;
        },
        'message.sent': (event) => {
          if (event.kind !== 'AppendEntries') return;
          const { node, leaderCommit, prevLogIndex, prevLogTerm } = event;
          if (node === undefined) return;
          if (prevLogIndex !== undefined && prevLogTerm !== undefined) {
            judged = true;
            if (prevLogIndex > 0 !== prevLogTerm > 0) {
              accuse(
                event,
                undefined,
                `prevLogIndex ${prevLogIndex} and prevLogTerm ${prevLogTerm}`,
              );
            }
          }
          const { index, event: proof } = commits.of(node);
          if (leaderCommit === undefined || index === undefined || leaderCommit <= index) return;
          if (context.cluster.servers.get(node)?.complete !== true) return;
          accuse(event, proof, `leaderCommit ${leaderCommit}, and its commitIndex is ${index}`);
        },
      },
      end: () => (judged ? enough : missing('AppendEntries sent, with its arguments')),
    };
  },
};

/** commitIndex of a server, and the line that shows it. */
interface Commit {
  index: number | undefined;
  event: TraceEvent | undefined;
}
