import type { Cause } from '../cause.ts';

/** A rare branch returns without releasing the lock. */
export const earlyReturnKeepsLock: Cause = {
  name: 'early-return-keeps-lock',
  title: 'An early return keeps the lock',
  harmless: false,
  explains: ['lock-kept'],
  story:
    'A lock is taken at the beginning of a function and released a while after, though not at ' +
    'its end, so that a deferred release does not fit. A branch between returns early, such ' +
    'as that for a reply of an old term, and nobody ever releases the lock: every later ' +
    'thread of the server waits for ever, and it neither answers nor campaigns (Raft §5.6 ' +
    'wants answers far within an election timeout). In the lab notes it showed after 73 runs; ' +
    'braft had it too (247d5cc). The cure is that every return within the locked section ' +
    'releases the lock, or that the section becomes a function of its own, with a deferred ' +
    'release.',
  explain(report) {
    if (report.rule !== 'lock-kept') return undefined;
    const taken = report.evidence.find((event) => event.event === 'lock.acquired');
    if (taken === undefined) return undefined;
    return {
      confidence: report.verdict === 'violated' ? 0.9 : 0.5,
      why:
        `the last that ${taken.thread} of ${taken.node} tells is that it took ${taken.lock}: it ` +
        'seems to have returned without releasing it',
    };
  },
};
