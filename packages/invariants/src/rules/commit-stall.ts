import type { EventOf } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { isQuorum } from './quorum.ts';
import { countedBy } from './reaches-quorum.ts';

/** Election timeouts without a commit that call for a look: entries need a few round trips. */
const timeoutsWithoutCommit = 10;

/** A leader that waits: for the commit of what, since when, and who answered it meanwhile. */
interface Wait {
  readonly term: number | undefined;
  proposed: EventOf<'entry.proposed'>;
  last: EventOf<'entry.proposed'>;
  since: number;
  readonly heard: Map<string, number>;
  /** How far each follower has said that it agrees. */
  readonly matched: Map<string, number>;
}

/**
 * A leader that a majority answers commits what was proposed (Raft §5.3, §5.6).
 *
 * Evidence: a proposal of the leader's own term is still not committed ten election timeouts later,
 * nor was anything else in that time, although a majority of its configuration accepted its
 * AppendEntries all along, with no gap of an election timeout, and none of them was still being
 * told what comes before the proposal: a new member of an old cluster takes long to catch up.
 *
 * Smallest counter-example: n1 leads and proposes index 5; n2 and n3 accept its AppendEntries for
 * ten election timeouts; commitIndex stays at 4.
 */
export const commitStall: Rule = {
  id: 'commit-stall',
  code: 'L4',
  title: 'What is proposed gets committed',
  statement: 'While a majority accepts what the leader sends, what it proposed is soon committed.',
  why: 'Clients wait for ever although every server runs and answers.',
  example: [
    'n1, leader, proposes index 5',
    'n2 accepts its AppendEntries, and goes on to',
    'ten election timeouts later index 5 is not committed',
  ],
  source: 'Raft §5.3, §5.6',
  severity: 'warning',
  needs: [
    { event: 'entry.proposed', fields: ['term'] },
    { event: 'commit.advanced', fields: ['to'] },
    { event: 'message.received', fields: ['role', 'success'] },
  ],
  restsOn: ['commit.advanced'],
  create(context) {
    const { cluster } = context;
    const waits = new Map<string, Wait>();
    let judged = false;
    let answered = false;
    const forget = ({ node }: { readonly node?: string | undefined }): void => {
      if (node !== undefined) waits.delete(node);
    };
    return {
      forgetsBy: ['node.started', 'role.changed'],
      on: {
        'entry.proposed': (event) => {
          const { node, term } = event;
          if (node === undefined) return;
          judged = true;
          const wait = waits.get(node);
          if (wait !== undefined && wait.term === term) wait.last = event;
          else waits.set(node, waitFor(event));
        },
        'commit.advanced': ({ node, to, time }) => {
          if (waits.size === 0 || node === undefined) return;
          const wait = waits.get(node);
          if (wait === undefined) return;
          answered = true;
          if (to >= wait.last.index) waits.delete(node);
          else {
            wait.proposed = wait.last;
            wait.since = time;
          }
        },
        'message.received': (event) => {
          const { success } = event;
          if (waits.size === 0 || success === undefined || event.node === undefined) return;
          answered = true;
          if (!success) return;
          const wait = waits.get(event.node);
          if (wait === undefined) return;
          if (event.role !== 'leader' || event.term !== wait.term) {
            waits.delete(event.node);
            return;
          }
          const timeout = context.electionTimeoutMs();
          if (timeout === undefined) return;
          const before = wait.heard.get(event.from) ?? wait.since;
          const comesBack = event.time - before > timeout;
          // Only from here on a majority answers: nothing could be committed while it did not.
          if (comesBack && !hearsQuorum(cluster, event.node, wait, event.time - timeout)) {
            wait.since = event.time;
          }
          wait.heard.set(event.from, event.time);
          if (catchesUp(wait, event)) wait.since = event.time;
          if (event.time - wait.since <= timeoutsWithoutCommit * timeout) return;
          if (!hearsQuorum(cluster, event.node, wait, event.time - timeout)) return;
          context.report(stallOf(event.node, wait, event));
          wait.since = event.time;
        },
        'role.changed': forget,
        'node.started': forget,
      },
      end: () => (judged && answered ? enough : missing('proposals, and answers to the leader')),
    };
  },
};

function waitFor(proposed: EventOf<'entry.proposed'>): Wait {
  const { term, time } = proposed;
  return { term, proposed, last: proposed, since: time, heard: new Map(), matched: new Map() };
}

/** Does the follower agree further than before, and not yet as far as what waits? */
function catchesUp(wait: Wait, { from, matchIndex }: EventOf<'message.received'>): boolean {
  if (matchIndex === undefined) return false;
  const before = wait.matched.get(from);
  if (before !== undefined && before >= matchIndex) return false;
  wait.matched.set(from, matchIndex);
  return before !== undefined && matchIndex < wait.proposed.index;
}

function stallOf(node: string, wait: Wait, event: EventOf<'message.received'>): Report {
  const waited = Math.round(event.time - wait.since);
  return {
    verdict: 'suspicious',
    term: event.term,
    nodes: [node],
    message:
      `${node} has committed nothing for ${waited} ms, more than ${timeoutsWithoutCommit} ` +
      `election timeouts, although it proposed index ${wait.proposed.index} and a majority ` +
      'accepts what it sends',
    evidence: [wait.proposed, event],
  };
}

function hearsQuorum(cluster: ClusterView, node: string, wait: Wait, since: number): boolean {
  const ids = [node];
  for (const [peer, time] of wait.heard) if (time >= since) ids.push(peer);
  return isQuorum(countedBy(cluster, node), ids);
}
