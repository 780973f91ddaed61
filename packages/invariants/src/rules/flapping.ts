import type { TraceEvent } from '@raftlens/trace';
import type { Leadership } from '../cluster/leadership.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** So many leaderships within so many election timeouts: each lasts less than a timeout or so. */
const leaderships = 12;
const timeouts = 12;

/**
 * Leaders stay (Raft §5.6): leaderships last many election timeouts.
 *
 * Evidence: twelve leaderships begin within twelve election timeouts, transfers apart.
 *
 * Smallest counter-example: n1, n2 and n3 lead in turn, four times each, for an election timeout at
 * a time.
 */
export const flapping: Rule = {
  id: 'flapping',
  code: 'L11',
  title: 'Leaders stay',
  statement: 'While nothing fails a leader leads for many election timeouts.',
  why:
    'Each change costs an election and all that was under way: ' +
    'timeouts too short for the network or the disk, or servers that disturb.',
  example: ['n1 leads in term 2, n2 in term 3, n3 in term 4', '... twelve within twelve timeouts'],
  source: 'Raft §5.6, §9.3',
  severity: 'note',
  needs: [{ event: 'role.changed', fields: ['term', 'cause'] }],
  restsOn: ['role.changed'],
  create(context) {
    const recent: Leadership[] = [];
    /** Servers that campaign because their leader wants it so (thesis §3.10). */
    const transferred = new Set<string>();
    let judged = false;
    return {
      on: {
        'role.changed': ({ node, to, cause }) => {
          if (node === undefined || to !== 'candidate') return;
          if (cause === 'transfer') transferred.add(node);
          else transferred.delete(node);
        },
        'test.started': () => {
          recent.length = 0;
        },
      },
      onLeadership(leadership) {
        const { node, term, began } = leadership;
        judged = true;
        if (transferred.delete(node)) return;
        recent.push(leadership);
        if (recent.length <= leaderships) return;
        const first = recent.shift();
        const timeout = context.electionTimeoutMs();
        if (first === undefined || timeout === undefined) return;
        const span = began.time - first.began.time;
        if (span < 0 || span > timeouts * timeout) return;
        const evidence: readonly TraceEvent[] = [first.began, ...middle(recent), began];
        recent.length = 0;
        context.report({
          verdict: 'suspicious',
          term,
          nodes: [],
          message:
            `${leaderships} changes of leader within ${Math.round(span)} ms, ` +
            `less than ${timeouts} election timeouts`,
          evidence,
        });
      },
      end: () => (judged ? enough : missing('leaders')),
    };
  },
};

function middle(recent: readonly Leadership[]): readonly TraceEvent[] {
  const between = recent[Math.floor(recent.length / 2)];
  return between === undefined ? [] : [between.began];
}
