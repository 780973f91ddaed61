import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { createLockTable, type Hold, type LockTable } from './lock-table.ts';

/** Locks of one circle that are told of; each gives two lines of evidence. */
const locksShown = 3;

/**
 * Threads of a server never wait for each other in a circle: none of them would ever go on. A
 * channel counts as a lock that its receiver has while it works on an item; a sender that had to
 * wait is told to go on (acquired, released) before the receiver is told to work.
 *
 * Formally: let thread a point to thread b where a waits for a lock that b alone has. The graph has
 * no cycle. It is judged at each wait that begins, as only a wait can close a cycle. What each
 * thread says of itself is in order, so that a line of another thread that is told late closes
 * none; only a lost line could, and then the finding is no more than suspicious.
 *
 * Smallest counter-example: t1 has mu and t2 has applyCh; t2 waits for mu; t1 waits for applyCh.
 */
export const lockCycle: Rule = {
  id: 'lock-cycle',
  code: 'K1',
  title: 'Threads do not wait for each other in a circle',
  statement: 'No thread of a server waits for a lock whose holder waits, in the end, for it.',
  why:
    'None of these threads ever goes on. Whoever needs one of their locks waits with them, and ' +
    'the server neither answers nor campaigns, though it is up.',
  example: [
    'the applier of n1 takes an item from applyCh, and waits for mu',
    'a handler of n1 has mu, and sends on applyCh',
    'applyCh is full: the handler waits for the applier, which waits for the handler',
  ],
  source: 'MIT, Raft Locking Advice, rule 4; Raft §5.6 (a server answers in time)',
  severity: 'violation',
  needs: [
    { event: 'lock.waiting', fields: ['thread', 'seq'] },
    { event: 'lock.acquired', fields: ['thread'] },
    { event: 'lock.released', fields: ['thread'] },
  ],
  create(context) {
    const table = createLockTable();
    let judged = false;
    return {
      forgetsBy: ['node.crashed', 'node.started', 'node.stopped'],
      on: {
        'node.started': table.forget,
        'node.crashed': table.forget,
        'node.stopped': table.forget,
        'lock.acquired': (event) => {
          if (event.thread !== undefined) judged = true;
          table.observe(event);
        },
        'lock.released': table.observe,
        'lock.waiting': (event) => {
          table.observe(event);
          const circle = circleOf(table, event);
          if (circle === undefined || event.node === undefined) return;
          const complete = context.cluster.servers.get(event.node)?.complete === true;
          context.report({
            verdict: complete ? 'violated' : 'suspicious',
            severity: complete ? 'violation' : 'warning',
            term: event.term,
            nodes: [event.node],
            message: message(event.node, circle),
            evidence: circle
              .slice(0, locksShown)
              .flatMap(({ wait, hold }) => [wait.event, hold.event])
              .sort((a, b) => a.time - b.time || (a.seq ?? 0) - (b.seq ?? 0)),
          });
        },
      },
      end: () => (judged ? enough : missing('locks that threads take, with the names of both')),
    };
  },
};

/** A thread waits for a lock that another one has. */
interface Link {
  readonly wait: Hold;
  readonly hold: Hold;
}

/** Follows waits from the one that begins, until they come back to its thread or end. */
function circleOf(
  table: LockTable,
  { node, thread }: EventOf<'lock.waiting'>,
): readonly Link[] | undefined {
  if (node === undefined || thread === undefined) return undefined;
  const links: Link[] = [];
  const passed = new Set<string>();
  let current = thread;
  for (;;) {
    if (passed.has(current)) return undefined;
    passed.add(current);
    const wait = table.waitOf(node, current);
    if (wait === undefined) return undefined;
    const [hold, another] = table.holders(node, wait.lock);
    if (hold === undefined || another !== undefined) return undefined;
    links.push({ wait, hold });
    if (hold.thread === thread) return links;
    current = hold.thread;
  }
}

function message(node: string, circle: readonly Link[]): string {
  const [first] = circle;
  if (circle.length === 1 && first !== undefined) {
    return `${first.wait.thread} of ${node} waits for ${first.wait.lock}, which it has itself`;
  }
  const waits = circle.map(
    ({ wait, hold }) => `${wait.thread} waits for ${wait.lock}, which ${hold.thread} has`,
  );
  return `threads of ${node} wait for each other: ${waits.join('; ')}`;
}
