import type { Cause } from '../cause.ts';

/** A channel send that blocks, made while a lock is held. */
export const blockingSendUnderLock: Cause = {
  name: 'blocking-send-under-lock',
  title: 'A blocking send on a channel is made while holding a lock',
  harmless: false,
  explains: ['lock-cycle'],
  story:
    'A handler sends committed entries on a channel while it has the lock of the server, ' +
    'which does no harm as long as the channel has room. Once it is full the handler waits ' +
    'for the receiver, and the receiver may be waiting for that same lock before it reads ' +
    'again: the whole server stands still, answers nobody and does not campaign (Raft §5.6 ' +
    'wants answers far within an election timeout). Load decides how often, so that it fails ' +
    'once in many runs. The cure is to block on nothing while holding a lock: copy what is to ' +
    'be sent, release the lock, then send (rule 4 of MIT\'s "Raft Locking Advice"). The lab ' +
    'notes had it, and so had hashicorp/raft (#498).',
  explain(report) {
    if (report.rule !== 'lock-cycle' || report.evidence.length < 4) return undefined;
    const waits = report.evidence.filter((event) => event.event === 'lock.waiting');
    const channel = waits.find(({ lock }) => isChannel(lock));
    if (channel === undefined) {
      return { confidence: 0.3, why: 'threads wait for each other; one lock may be a channel' };
    }
    const receiver = waits.find(({ lock }) => lock !== channel.lock);
    return {
      confidence: 0.95,
      why:
        `${channel.thread} waits to send on ${channel.lock} while it has the lock ` +
        `${receiver?.lock}, which the receiver ${receiver?.thread} waits for before it reads on`,
    };
  },
};

/** By its name, as in Go: `applyCh`, `notifyChan`, `commit_channel`. */
function isChannel(lock: string): boolean {
  return /(ch|chan|channel|queue)$/i.test(lock);
}
