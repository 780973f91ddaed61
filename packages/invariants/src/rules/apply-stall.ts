import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** Election timeouts in which nothing is applied that call for a look. */
const timeoutsWithoutApply = 10;

/** One server: the last index that it applied, and since when more is committed. */
interface Progress {
  applied: number;
  behind: EventOf<'commit.advanced'> | undefined;
}

/**
 * What is committed gets applied (Raft §5.3).
 *
 * Evidence: a server's commitIndex moves, and ten election timeouts later it moves again, and in
 * between the server has applied nothing, although it has applied entries before.
 *
 * Smallest counter-example: n1 applies index 1, commits 2, ten election timeouts later commits 3,
 * and has not applied 2.
 */
export const applyStall: Rule = {
  id: 'apply-stall',
  code: 'L6',
  title: 'What is committed gets applied',
  statement: 'A server whose commitIndex moves applies what is committed soon after.',
  why:
    'Clients get no answers, or old ones, while the log looks healthy: ' +
    'often a lock is held while the state machine is waited for.',
  example: [
    'n1 applies index 1 and commits index 2',
    'ten election timeouts later n1 commits index 3 and has not applied index 2',
  ],
  source: 'Raft §5.3, Figure 2 (lastApplied)',
  severity: 'warning',
  needs: [
    { event: 'commit.advanced', fields: ['seq', 'to'] },
    { event: 'entry.applied', fields: ['seq', 'index'] },
  ],
  create(context) {
    const { cluster } = context;
    const servers = new Map<string, Progress>();
    let latest: Progress | undefined;
    let latestNode = '';
    let judged = false;

    const progressOf = (node: string): Progress => {
      if (latest !== undefined && latestNode === node) return latest;
      latest = servers.get(node) ?? { applied: 0, behind: undefined };
      latestNode = node;
      servers.set(node, latest);
      return latest;
    };
    const forget = ({ node }: { readonly node?: string | undefined }): void => {
      if (node === undefined) return;
      servers.delete(node);
      latest = undefined;
    };

    return {
      forgetsBy: ['node.crashed', 'node.started'],
      on: {
        'commit.advanced': (event) => {
          const { node, to, term, time } = event;
          if (node === undefined) return;
          const progress = progressOf(node);
          const { behind } = progress;
          if (behind === undefined) {
            if (to > progress.applied) progress.behind = event;
            return;
          }
          const timeout = context.electionTimeoutMs();
          const waited = time - behind.time;
          // Who never tells of what it applies may do it all the same; so may one that lost lines.
          if (timeout === undefined || progress.applied === 0) return;
          if (waited <= timeoutsWithoutApply * timeout) return;
          if (event.seq !== undefined && cluster.servers.get(node)?.complete !== true) return;
          progress.behind = event;
          context.report({
            verdict: 'suspicious',
            term,
            nodes: [node],
            message:
              `${node} has committed index ${to} and applied nothing after index ` +
              `${progress.applied} for ${Math.round(waited)} ms, more than ` +
              `${timeoutsWithoutApply} election timeouts`,
            evidence: [behind, event],
          });
        },
        'entry.applied': ({ node, index }) => {
          if (node === undefined) return;
          judged = true;
          const progress = progressOf(node);
          progress.applied = index;
          progress.behind = undefined;
        },
        'snapshot.installed': ({ node, index }) => {
          if (node === undefined) return;
          const progress = progressOf(node);
          if (index > progress.applied && progress.applied > 0) progress.applied = index;
          progress.behind = undefined;
        },
        'node.started': forget,
        'node.crashed': forget,
      },
      end: () => (judged ? enough : missing('what servers commit and apply')),
    };
  },
};
