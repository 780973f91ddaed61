import { type EventOf, nodeOrder, type TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import type { Leadership } from '../cluster/leadership.ts';
import type { ServerView } from '../cluster/server-view.ts';

/** Leaders of older terms that are connected, silent, and all that is connected. */
export interface LeadersLeftBehind {
  readonly nodes: readonly string[];
  readonly message: string;
  readonly evidence: readonly TraceEvent[];
}

/** So many election timeouts in which others campaign show that the silent ones do not. */
const silentTimeouts = 2;

/**
 * A test found no leader among the connected servers. That is proof of leaders that never stepped
 * down when:
 *
 * 1. the connected servers are a majority, so that one of them could be elected;
 * 2. each of them became leader, and its last line is still that (or later ones as leader);
 * 3. servers that are cut off went on campaigning, in lines of the very kind that the connected
 *    ones did not write, for two election timeouts or more.
 *
 * Then no connected server has an election timer running, and only leaders have none.
 */
export function leadersLeftBehind(
  cluster: ClusterView,
  seen: EventOf<'test.observed'>,
): LeadersLeftBehind | undefined {
  const voters = cluster.voters().flatMap((id) => cluster.servers.get(id) ?? []);
  const away = voters.filter((server) => server.cutOff !== undefined || !server.alive);
  const connected = voters.filter((server) => !away.includes(server));
  if (connected.length < cluster.majority()) return undefined;
  const leaderships = connected.flatMap(({ leading }) => leading ?? []);
  if (leaderships.length !== connected.length) return undefined;

  const since = Math.max(...leaderships.map(({ began }) => began.time));
  const campaigners = away.filter(
    ({ election, leading }) => leading === undefined && (election?.event.time ?? 0) > since,
  );
  const timeout = cluster.electionTimeoutMs();
  if (campaigners.length === 0 || timeout === undefined) return undefined;
  const last = Math.max(...campaigners.map(({ election }) => election?.event.time ?? 0));
  if (last - since < silentTimeouts * timeout) return undefined;

  const inOrder = leaderships.toSorted((a, b) => nodeOrder(a.node, b.node));
  return {
    nodes: inOrder.map(({ node }) => node),
    message: sentence(cluster, inOrder, campaigners, away),
    evidence: evidenceOf(leaderships, away, seen),
  };
}

function sentence(
  cluster: ClusterView,
  leaderships: readonly Leadership[],
  campaigners: readonly ServerView[],
  away: readonly ServerView[],
): string {
  const terms = leaderships.map(({ term }) => term);
  const known = terms.every((term) => term !== undefined);
  const became = known
    ? `became leader in terms ${listed(terms.map(String))}`
    : 'became leader one after the other';
  const names = campaigners.map(({ id }) => id).sort(nodeOrder);
  const campaign = names.length === 1 ? 'campaigns' : 'campaign';
  return (
    `${listed(leaderships.map(({ node }) => node))} ${became} and never logged stepping down; ` +
    `${newestAway(cluster, away)}only ${listed(names)}, cut off too, ${campaign}: ` +
    'no connected server has an election timer running'
  );
}

/** A clause on the newest leader, where it is away. */
function newestAway(cluster: ClusterView, away: readonly ServerView[]): string {
  const newest = cluster.leaderships.at(-1);
  if (newest === undefined || !away.some(({ id }) => id === newest.node)) return '';
  const term = newest.term === undefined ? '' : ` (term ${newest.term})`;
  return `the newest leader, ${newest.node}${term}, is cut off, and `;
}

/** At most six lines: the latest leaderships, the last cut, and what the test saw. */
function evidenceOf(
  leaderships: readonly Leadership[],
  away: readonly ServerView[],
  seen: EventOf<'test.observed'>,
): readonly TraceEvent[] {
  const cuts = away.flatMap(({ cutOff }) => cutOff?.event ?? []);
  const lastCut = cuts.toSorted((a, b) => a.time - b.time).at(-1);
  const began = leaderships.map((each) => each.began).toSorted((a, b) => a.time - b.time);
  return [...began.slice(-4), ...(lastCut === undefined ? [] : [lastCut]), seen];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
