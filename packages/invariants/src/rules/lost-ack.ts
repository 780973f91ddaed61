import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { enough, missing } from '../enough.ts';
import { createIndexWindow } from '../index-window.ts';
import type { Rule } from '../rule.ts';

type Returned = EventOf<'client.returned'>;

/**
 * An answer, and the newest term that any server had told of when the first server after it applied
 * the entry: by then the line of whoever committed it is certainly past, wherever the clocks of
 * client and servers have put the answer. Infinity until then.
 */
interface Told {
  readonly returned: Returned;
  newestTerm: number;
}

/** Answers that are remembered: an entry lost later than this many answers on is not noticed. */
const answersKept = 10_000;

/**
 * What a client was told to be done stays done (Raft §8): the entry whose outcome a client has
 * learned is never replaced by another one at its index.
 *
 * Formally: after `client.returned` with index i and hash h no server applies an entry at i whose
 * hash is another; nor, once a server has applied h at i, does a leader add such an entry to its
 * log in a term above all that servers had told of by then: who committed h led in one of those.
 *
 * Smallest counter-example: c1 has its answer for entry 5; n2, leader of a later term, appends
 * another entry 5.
 */
export const lostAck: Rule = {
  id: 'lost-ack',
  code: 'Q3',
  title: 'What a client was told stays done',
  statement:
    'An entry whose outcome a client has learned is at its index on every server for good.',
  why: 'The client goes on as if it were stored, and it is gone.',
  example: [
    'client c1 has its answer for the entry at index 5',
    'n2, leader of a later term, appends another entry at index 5',
  ],
  source: 'Raft §8, §5.4.3',
  severity: 'violation',
  needs: [
    { event: 'client.returned', fields: ['index', 'hash'] },
    { event: 'entry.applied', fields: ['hash'] },
    { event: 'log.appended', fields: ['role', 'term'] },
  ],
  create(context) {
    const { cluster } = context;
    const answers = createIndexWindow<Told>(answersKept);
    let any = false;
    let judged = false;

    const compare = (event: TraceEvent, index: number, hash: string | undefined): void => {
      const told = answers.get(index);
      if (told === undefined || hash === undefined) return;
      const { returned } = told;
      judged = true;
      if (hash === returned.hash) {
        const unset = told.newestTerm === Number.POSITIVE_INFINITY;
        if (unset && event.event === 'entry.applied') told.newestTerm = newestTerm(cluster);
        return;
      }
      if (event.node === undefined) return;
      // An old leader that knows nothing of it may append what will never be committed.
      const old = (event.term ?? 0) <= told.newestTerm;
      if (event.event !== 'entry.applied' && old) return;
      const does = event.event === 'entry.applied' ? 'applies' : 'appends, as leader,';
      context.report({
        verdict: 'violated',
        term: event.term,
        nodes: [event.node],
        message:
          `${event.node} ${does} #${hash} at index ${index}, where client ${returned.client} ` +
          `was told that #${returned.hash} is done`,
        evidence: [returned, event],
      });
    };

    return {
      on: {
        'client.returned': (event) => {
          const { index, hash, ok } = event;
          if (index === undefined || hash === undefined || ok === false) return;
          any = true;
          // The first answer at an index stands; another one there contradicts it by itself.
          if (answers.get(index) !== undefined) return;
          answers.set(index, { returned: event, newestTerm: Number.POSITIVE_INFINITY });
        },
        'entry.applied': (event) => {
          if (any) compare(event, event.index, event.hash);
        },
        'log.appended': (event) => {
          if (!any || event.role !== 'leader') return;
          let index = event.firstIndex;
          for (const { hash } of event.entries) {
            compare(event, index, hash);
            index += 1;
          }
        },
      },
      end: () => (judged ? enough : missing('answers to clients with index and hash')),
    };
  },
};

function newestTerm({ servers }: ClusterView): number {
  let newest = 0;
  for (const { term } of servers.values()) if (term !== undefined && term > newest) newest = term;
  return newest;
}
