import type { Dial } from './dial.ts';

/**
 * What a trial's cluster has or its clients do beside the rest, each by a chance that every seed
 * draws anew: what is always there hides what its absence brings out.
 */
export const loads: readonly Dial[] = [
  load('check-quorum', 0.6, 'Leaders that hear from no majority step down'),
  load('pre-vote', 0.5, 'Servers ask whether they would win before they campaign'),
  load('leader-stickiness', 0.4, 'Servers that hear a leader are deaf to other candidates'),
  load('no-op', 0.5, 'New leaders begin with an entry of their own'),
  load('flow-control', 0.5, 'Leaders wait for answers after a few AppendEntries'),
  load('snapshots', 0.5, 'State machines take snapshots every few entries'),
  load('dense-snapshots', 0, 'With snapshots, state machines take one at every other entry'),
  load('parallel-writes', 0.5, 'Leaders send entries while their own disk still writes them'),
  load('busy-clients', 0.1, 'Four clients ask again almost at once'),
  load('index-reads', 0.5, 'Clients read without the log: leaders ask whether they still lead'),
  load('lease-reads', 0.5, 'With index-reads and leader-stickiness, leaders answer from a lease'),
  load('gathered-inputs', 0.25, 'Servers take what comes within a moment before they act'),
  load('lone-start', 0.05, 'The cluster begins with one server, and the others join'),
];

/** The load with this name. */
export function findLoad(name: string): Dial | undefined {
  return loads.find((each) => each.name === name);
}

function load(name: string, usual: number, title: string): Dial {
  return {
    name,
    title: `${title}, in this share of the trials`,
    unit: 'probability',
    default: usual,
    range: [0, 1],
  };
}
