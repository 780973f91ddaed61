import type { Cause, RuleReport } from '../cause.ts';
import type { ClusterView } from '../cluster/cluster-view.ts';
import type { ServerView } from '../cluster/server-view.ts';
import type { Suspect } from '../finding.ts';

type Speaks = Omit<Suspect, 'bug'>;

/** Votes of an older election counted in a newer term: the bug that shows once in 350 runs. */
export const staleVote: Cause = {
  name: 'stale-vote',
  title: 'Votes are counted without checking term and role again',
  harmless: false,
  explains: ['election-safety', 'minority-leader', 'legal-role-edges'],
  story:
    'A candidate sends RequestVote to all and counts the replies as they come. Between the ' +
    'question and the answer it may have moved on to a newer term, and even have become ' +
    'follower there; a reply belongs to the term in which it was asked for. Where the ' +
    "counting code does not compare the two again after every wait, yesterday's votes elect a " +
    'leader today, beside the one that the new term chose: two leaders in one term (Raft ' +
    '§5.2, Figure 2). It needs two elections that overlap, which is why it showed once in ' +
    "about 350 runs of the lab's 2A tests.",
  explain(report, cluster) {
    if (report.rule === 'legal-role-edges') return byCountedVote(report, cluster);
    if (report.rule !== 'election-safety' && report.rule !== 'minority-leader') return undefined;
    return (
      byCountedVote(report, cluster) ?? byCampaign(report, cluster) ?? byElections(report, cluster)
    );
  },
};

/** The candidate's own line says that it counted a vote of another term. */
function byCountedVote(report: RuleReport, cluster: ClusterView): Speaks | undefined {
  for (const node of report.nodes) {
    const votes = cluster.servers.get(node)?.foreignVotes ?? [];
    const vote = votes.findLast(({ term }) => term === report.term) ?? votes.at(-1);
    if (vote === undefined) continue;
    return {
      confidence: 0.97,
      why:
        `${node} counted the vote of ${vote.from}, asked for in term ${vote.rpcTerm}, ` +
        `when it was in term ${vote.term} already`,
    };
  }
  return undefined;
}

/** The leader's own lines say that it asked for votes only in an older term. */
function byCampaign(report: RuleReport, cluster: ClusterView): Speaks | undefined {
  for (const node of report.nodes) {
    const server = cluster.servers.get(node);
    const asked = server?.election?.event.term;
    const led = server?.lastLeadership;
    if (asked === undefined || report.term === undefined || led === undefined) continue;
    if (asked >= report.term || led.began.event !== 'role.changed') continue;
    return {
      confidence: 0.9,
      why:
        `${node} last asked for votes in term ${asked} and became leader in term ` +
        `${report.term}: the votes of term ${asked} were counted after its term had moved on`,
    };
  }
  return undefined;
}

/**
 * The lines give no terms, but each election raises a term by one, and the test says which term it
 * ended in. Of E elections since term 0, at most E − (T − 1) can have been for term T.
 */
function byElections(report: RuleReport, cluster: ClusterView): Speaks | undefined {
  const { term } = report;
  const leaders = report.nodes
    .flatMap((node) => cluster.servers.get(node) ?? [])
    .filter(
      ({ election, lastLeadership }) => election !== undefined && lastLeadership !== undefined,
    )
    .toSorted((a, b) => ordinal(a) - ordinal(b));
  const first = leaders[0];
  const last = leaders.at(-1);
  if (term === undefined || first === undefined || last === undefined || first === last)
    return undefined;
  // A campaign that tells its term needs no counting of elections, and may contradict it.
  if (first.election?.event.term !== undefined || last.election?.event.term !== undefined)
    return undefined;
  const steps = ordinal(last) - ordinal(first);
  if (term - steps < 1) return undefined;
  const asked = term - steps;
  const proven = cluster.fresh && term === cluster.elections && ordinal(last) === cluster.elections;
  const count = proven
    ? `All servers began in term 0 and the log has ${term} elections, so reaching term ` +
      `${term} takes every one of them`
    : `If each of the elections in the log began a new term, and the last of them term ${term}`;
  const overlap = (first.lastLeadership?.began.time ?? 0) >= (last.election?.event.time ?? 0);
  const why =
    `${count}: ${first.id} asked for votes in term ${asked}, ${last.id} in term ${term}. ` +
    `${last.id}'s RequestVote moved ${first.id} on to term ${term}; then ${first.id} ` +
    `counted the votes ` +
    `of term ${asked} without checking term and role again, and leads in term ${term} too. ` +
    `That is why the test says term ${term} and not ${asked}`;
  const order = isBefore(first, last) || overlap;
  return { confidence: order ? (proven ? 0.8 : 0.7) : 0.4, why };
}

function ordinal(server: ServerView): number {
  return server.election?.ordinal ?? 0;
}

/** The last candidate campaigned before the first one won: their elections overlap. */
function isBefore(first: ServerView, last: ServerView): boolean {
  const won = first.lastLeadership?.began;
  const campaign = last.election?.event;
  if (won?.at !== undefined && campaign?.at !== undefined) return campaign.at.line < won.at.line;
  return (campaign?.time ?? 0) < (won?.time ?? 0);
}
