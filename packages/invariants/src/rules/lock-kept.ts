import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { createLockTable, type Hold } from './lock-table.ts';

/** Election timeouts that others wait for one lock before it counts as kept for ever. */
const timeoutsKept = 5;

/**
 * Whoever takes a lock releases it, on every path: others do not wait for it for longer than five
 * election timeouts, while its holder waits for nothing itself.
 *
 * No Raft works so long on one message: heartbeats alone come several times in one timeout. A
 * holder that waits for another lock is not to blame; that is for `lock-cycle`. Where lines of the
 * server are missing, the release may be one of them, and the finding is no more than suspicious.
 *
 * Smallest counter-example: t1 has mu; t2 waits for mu; five election timeouts later it still does.
 */
export const lockKept: Rule = {
  id: 'lock-kept',
  code: 'K2',
  title: 'A lock that was taken is released',
  statement:
    'A thread that has a lock and waits for nothing releases it within a few election timeouts ' +
    'when others wait for it.',
  why:
    'Every other thread of the server waits for ever: it neither answers nor campaigns, though ' +
    'it is up.',
  example: [
    'a handler of n1 takes mu, and returns early on a reply of an old term',
    'the next handler of n1 waits for mu',
    'five election timeouts later mu has not been released',
  ],
  source: 'Raft §5.6 (a server answers in time)',
  severity: 'violation',
  needs: [
    { event: 'lock.waiting', fields: ['thread', 'seq'] },
    { event: 'lock.acquired', fields: ['thread'] },
    { event: 'lock.released', fields: ['thread'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  create(context) {
    const { cluster } = context;
    const table = createLockTable();
    let judged = false;

    /** `now`, ms since the epoch. */
    const judge = (node: string, now: number): void => {
      const timeout = context.electionTimeoutMs();
      if (timeout === undefined) return;
      judged = true;
      for (const wait of table.waits(node)) {
        const waited = now - wait.event.time;
        // The longest wait comes first.
        if (waited <= timeoutsKept * timeout) return;
        const [hold, another] = table.holders(node, wait.lock);
        if (hold === undefined || another !== undefined) continue;
        // It may have gone from thread to thread all the time, or its holder be stuck elsewhere.
        if (now - hold.event.time <= timeoutsKept * timeout) continue;
        if (table.waitOf(node, hold.thread) !== undefined) continue;
        tell(node, wait, hold, now);
        return;
      }
    };

    const tell = (node: string, wait: Hold, hold: Hold, now: number): void => {
      const complete = cluster.servers.get(node)?.complete === true;
      context.report({
        verdict: complete ? 'violated' : 'suspicious',
        severity: complete ? 'violation' : 'warning',
        term: hold.event.term,
        nodes: [node],
        message:
          `${hold.thread} of ${node} has had ${hold.lock} for ` +
          `${Math.round(now - hold.event.time)} ms and never released it, ` +
          `while ${wait.thread} waits for it`,
        evidence: [hold.event, wait.event].sort((a, b) => a.time - b.time),
      });
    };

    return {
      forgetsBy: ['node.crashed', 'node.started', 'node.stopped'],
      on: {
        'node.started': table.forget,
        'node.crashed': table.forget,
        'node.stopped': table.forget,
        'lock.acquired': table.observe,
        'lock.released': table.observe,
        'lock.waiting': (event) => {
          table.observe(event);
          if (event.node !== undefined && event.thread !== undefined) judge(event.node, event.time);
        },
      },
      end(time) {
        for (const node of table.nodes()) judge(node, time);
        return judged ? enough : missing('locks that threads take, and the election timeout');
      },
    };
  },
};
