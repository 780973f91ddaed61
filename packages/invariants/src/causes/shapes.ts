import type { EventName, EventOf, TraceEvent } from '@raftlens/trace';
import type { RuleReport } from '../cause.ts';
import type { Shape } from './clues.ts';

/** No server leads, not even one that the others have left behind. */
export const nobodyLeads: Shape = (_report, cluster) =>
  [...cluster.servers.values()].every(({ leading }) => leading === undefined);

/** Leaders of this cluster look for a majority that answers them: declared, or seen to be so. */
export const checksQuorum: Shape = (_report, { started, leaderships }) =>
  started?.config?.checkQuorum === true ||
  leaderships.some(({ ended }) => ended?.how === 'quorum-lost');

/** The first and the last line of the evidence were written in different lives of one server. */
export const acrossLives: Shape = ({ evidence }) => {
  const lives = livesOf(evidence);
  return lives !== undefined && lives[0] !== lives[1];
};

/** Two candidates counted votes of one server, which started again in between. */
export const countedAcrossLives: Shape = ({ evidence }, cluster) => {
  const [first, last] = evidence;
  if (first?.event !== 'vote.received' || last?.event !== 'vote.received') return false;
  const started = cluster.servers.get(last.from)?.started;
  if (started === undefined || first.from !== last.from) return false;
  return started.time > first.time && started.time <= last.time;
};

/** The first and the last line of the evidence were written in one life of one server. */
export const sameLife: Shape = ({ evidence }) => {
  const lives = livesOf(evidence);
  return lives !== undefined && lives[0] === lives[1];
};

/** The last line is that of a restart. */
export const endsWithStart: Shape = ({ evidence }) => evidence.at(-1)?.event === 'node.started';

/** The last line was written by a server that had restarted before. */
export const endsAfterRestart: Shape = ({ evidence }) => hasRestarted(evidence.at(-1));

/** Two votes, both granted to others, in one life. */
export const twoGrants: Shape = (report, cluster) =>
  sameLife(report, cluster) && report.evidence.every(({ event }) => event === 'vote.granted');

/** The second vote came from a leader. */
export const endsAsLeader: Shape = ({ evidence }) => evidence.at(-1)?.role === 'leader';

/** A vote for itself, and then one given as follower, in one life. */
export const candidateThenFollower: Shape = (report, cluster) =>
  beginsWith(report, 'election.started') &&
  report.evidence.at(-1)?.role === 'follower' &&
  sameLife(report, cluster);

/** A vote for itself, and then one given while still candidate, in one life. */
export const candidateGrants: Shape = (report, cluster) =>
  beginsWith(report, 'election.started') &&
  report.evidence.at(-1)?.role === 'candidate' &&
  sameLife(report, cluster);

/** A vote for itself, a restart, and another vote. */
export const candidateAcrossLives: Shape = (report, cluster) =>
  beginsWith(report, 'election.started') && acrossLives(report, cluster);

/** A granted vote, a restart, and another vote. */
export const grantAcrossLives: Shape = (report, cluster) =>
  beginsWith(report, 'vote.granted') && acrossLives(report, cluster);

/** Within one life the first of two votes went to the first voter of the cluster. */
export const firstVoteForFirst: Shape = (report, cluster) => {
  const [first] = report.evidence;
  const candidate = first?.event === 'vote.granted' ? first.candidate : first?.node;
  return candidate === cluster.voters()[0] && sameLife(report, cluster);
};

/** Every leader of the report asked for votes in that very term, and counted none of another. */
export const ownElections: Shape = ({ nodes, term }, cluster) =>
  term !== undefined &&
  nodes.every((node) => {
    const server = cluster.servers.get(node);
    return server?.election?.event.term === term && server.foreignVotes.length === 0;
  });

/** A leader of the report campaigned in that very term and counted a vote of another one. */
export const countedForeignVote: Shape = ({ nodes, term }, cluster) =>
  nodes.some((node) => {
    const server = cluster.servers.get(node);
    return (
      server?.election?.event.term === term &&
      server?.foreignVotes.some((vote) => vote.term === term && vote.role === 'candidate') === true
    );
  });

/** The newer term came in an answer to AppendEntries. */
export const receivedAppendResponse: Shape = (report) =>
  receivedKind(report) === 'AppendEntriesResponse' && stayedBehind(report);

/** The newer term came in an answer to RequestVote. */
export const receivedVoteResponse: Shape = (report) =>
  receivedKind(report) === 'RequestVoteResponse' && stayedBehind(report);

/** The newer term came in an answer to a pre-vote. */
export const receivedPreVoteResponse: Shape = (report) =>
  receivedKind(report) === 'PreVoteResponse' && stayedBehind(report);

/** A leader became candidate. */
export const leaderToCandidate: Shape = ({ evidence }) => {
  const last = evidence.at(-1);
  return last?.event === 'role.changed' && last.from === 'leader' && /candidate$/.test(last.to);
};

/** A follower became leader of a term in which it had campaigned, and counted no other's votes. */
export const wonTermAgain: Shape = (report, cluster) => {
  const last = report.evidence.at(-1);
  return (
    last?.event === 'role.changed' && last.from === 'follower' && ownElections(report, cluster)
  );
};

/** The term fell at a line that follows a leader. */
export const fallsToLeader: Shape = ({ evidence }) => {
  const last = evidence.at(-1);
  if (last?.event === 'role.changed') return last.cause === 'leader-discovered';
  return last?.event === 'leader.recognized' || last?.event === 'append.accepted';
};

/** The term of an election of one's own fell. */
export const candidateFalls: Shape = (report, cluster) => {
  const [first] = report.evidence;
  return (
    sameLife(report, cluster) &&
    (first?.event === 'election.started' ||
      first?.role === 'candidate' ||
      (first?.event === 'term.changed' && first.cause === 'election'))
  );
};

/** The candidate's log was behind in its last term and in its length. */
export const bothBehind: Shape = (report) => {
  const vote = find(report, 'vote.granted');
  return (
    (vote?.candidateLastLogTerm ?? 0) < (vote?.lastLogTerm ?? 0) &&
    (vote?.candidateLastLogIndex ?? 0) < (vote?.lastLogIndex ?? 0)
  );
};

/** The candidate's log was of an older last term, and no shorter. */
export const longerButOlder: Shape = (report) => {
  const vote = find(report, 'vote.granted');
  return (
    (vote?.candidateLastLogTerm ?? 0) < (vote?.lastLogTerm ?? 0) &&
    (vote?.candidateLastLogIndex ?? 0) >= (vote?.lastLogIndex ?? 0)
  );
};

/** Both logs ended in one term. */
export const shorterSameTerm: Shape = (report) => {
  const vote = find(report, 'vote.granted');
  return vote !== undefined && vote.candidateLastLogTerm === vote.lastLogTerm;
};

/** The log of the new leader was of an older last term than what was committed. */
export const tooOldLog: Shape = tooOldLogOf;

/** The same, and it was no shorter. */
export const longerButOlderLeader: Shape = (report) => {
  const commit = find(report, 'commit.advanced');
  const campaign = find(report, 'election.started');
  return tooOldLogOf(report) && (campaign?.lastLogIndex ?? 0) >= (commit?.to ?? 0);
};

/** The log of the new leader ended in the term of what was committed, and was shorter. */
export const shorterLeader: Shape = (report) => lossOf(report) === 'shorter';

/** What was lost had been committed in a later term than its own. */
export const oldTermCommit: Shape = (report) => {
  const commit = find(report, 'commit.advanced');
  return (
    commit?.entryTerm !== undefined && commit.term !== undefined && commit.entryTerm < commit.term
  );
};

/** The new leader had restarted before its campaign. */
export const campaignAfterRestart: Shape = (report) =>
  hasRestarted(find(report, 'election.started'));

/** Who committed had led an earlier term, too. */
export const wonBefore: Shape = (report, cluster) => {
  const commit = find(report, 'commit.advanced');
  return cluster.leaderships.some(
    ({ node, term }) => node === commit?.node && term !== undefined && term < (commit?.term ?? 0),
  );
};

/** One server alone held what was committed. */
export const oneAck: Shape = (report) => acksOf(report) === 1;

/** Two servers held what was committed. */
export const twoAcks: Shape = (report) => acksOf(report) === 2;

/** Half of the voters, rounded down, held what was committed. */
export const halfAcks: Shape = (report, cluster) =>
  acksOf(report) === Math.max(1, Math.floor(cluster.voters().length / 2));

/** The leader stayed the same between commit and deletion. */
export const sameTermTruncation: Shape = ({ evidence }) => {
  const [commit, truncation] = evidence;
  return commit?.term !== undefined && commit.term === truncation?.term;
};

/** The commit was told by a server that had not heard of any leader in its life. */
export const commitAtStart: Shape = (report) => {
  const commit = find(report, 'commit.advanced');
  return commit?.from === 0 && hasRestarted(commit) && commit.role === 'follower';
};

/** Two logs hold different commands at one index and term. */
export const commandsDiffer: Shape = ({ message }) => message.includes('different commands');

/** Two servers applied different commands of one term at one index. */
export const sameTermApplied: Shape = ({ evidence }) => {
  const [first, second] = evidence;
  return (
    first?.event === 'entry.applied' &&
    second?.event === 'entry.applied' &&
    first.entryTerm === second.entryTerm
  );
};

/** A server lacks what it had committed itself before it restarted. */
export const lostOwnCommit: Shape = (report) => {
  const commit = find(report, 'commit.advanced');
  const campaign = find(report, 'election.started');
  return commit?.node !== undefined && commit.node === campaign?.node && hasRestarted(campaign);
};

/** Both leaders asked for votes in that very term, and servers had restarted before. */
export const electedAfterRestarts: Shape = (report, cluster) =>
  ownElections(report, cluster) && report.evidence.some(hasRestarted);

/** Equal entries stand behind different ones. */
export const previousDiffers: Shape = ({ message }) => message.includes('the entry before it');

/** Different commands, one of them in the log of a server that led an older term. */
export const ledBefore: Shape = (report, cluster) =>
  commandsDiffer(report, cluster) &&
  report.evidence.some(({ node, role }) =>
    role === 'leader'
      ? false
      : cluster.leaderships.some((each) => each.node === node && each.term !== report.term),
  );

/** The evidence begins with a snapshot that was installed. */
export const beginsWithSnapshot: Shape = (report) => beginsWith(report, 'snapshot.installed');

/** Only the tester's own line speaks. */
export const testerSaw: Shape = ({ evidence }) =>
  evidence.length > 0 && evidence.every(({ event }) => event === 'test.observed');

function beginsWith({ evidence }: RuleReport, name: EventName): boolean {
  return evidence[0]?.event === name;
}

function find<Name extends EventName>(report: RuleReport, name: Name): EventOf<Name> | undefined {
  return report.evidence.find((event): event is EventOf<Name> => event.event === name);
}

function livesOf(evidence: readonly TraceEvent[]): readonly [number, number] | undefined {
  const first = evidence[0];
  const last = evidence.at(-1);
  if (first?.inc === undefined || last?.inc === undefined) return undefined;
  return first.node === last.node ? [first.inc, last.inc] : undefined;
}

function hasRestarted(event: TraceEvent | undefined): boolean {
  return event?.inc !== undefined && event.inc > 0;
}

function receivedKind({ evidence }: RuleReport): string | undefined {
  const [first] = evidence;
  return first?.event === 'message.received' ? first.kind : undefined;
}

function stayedBehind({ evidence, term }: RuleReport): boolean {
  const after = evidence.at(-1)?.term;
  return after !== undefined && term !== undefined && after < term;
}

function lossOf(report: RuleReport): 'older' | 'shorter' | undefined {
  const commit = find(report, 'commit.advanced');
  const campaign = find(report, 'election.started');
  if (commit?.entryTerm === undefined || campaign?.lastLogTerm === undefined) return undefined;
  if (campaign.lastLogTerm < commit.entryTerm) return 'older';
  return campaign.lastLogTerm === commit.entryTerm ? 'shorter' : undefined;
}

function tooOldLogOf(report: RuleReport): boolean {
  return lossOf(report) === 'older';
}

function acksOf(report: RuleReport): number | undefined {
  return find(report, 'commit.advanced')?.acks?.length;
}
