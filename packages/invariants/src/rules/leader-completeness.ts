import type { EventOf } from '@raftlens/trace';
import { deleteLeast } from '../delete-least.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

type Campaign = EventOf<'election.started'>;
type Started = EventOf<'node.started'>;

/** Entries up to `index` are committed in `term` or before, as the line says. */
interface Commit {
  readonly index: number;
  readonly entryTerm: number | undefined;
  readonly term: number | undefined;
  readonly line: EventOf<'commit.advanced'> | Started;
}

/** Elections that are remembered, newest last: a commit of an older term may be told after them. */
const electionsKept = 64;

/** Terms whose furthest stored commitIndex is remembered. */
const restartsKept = 64;

/**
 * Leader completeness (Raft §5.4, Figure 3): if an entry is committed in term t, it is in the log
 * of every leader of a later term.
 *
 * Judged by the ends of the logs: a leader's log whose last term is below the term of the committed
 * entry, or which is shorter, cannot hold it. Where commitIndex is stored, as in etcd, a restart
 * says what was committed by the term that it starts in.
 *
 * Smallest counter-example: n1, leader of term 2, commits 5@2; n2, whose log ends in 4@1, becomes
 * leader in term 3.
 */
export const leaderCompleteness: Rule = {
  id: 'leader-completeness',
  code: 'S7',
  title: 'Leaders hold every committed entry',
  statement: 'An entry committed in one term is in the log of every leader of every later term.',
  why: 'A leader without it makes the others delete it: a committed, acknowledged entry is lost.',
  example: [
    'n1, leader of term 2, commits 5@2',
    "n2's log ends in 4@1",
    'n2 becomes leader in term 3',
  ],
  source: 'Raft §5.4.3, Figure 3',
  severity: 'violation',
  needs: [
    { event: 'commit.advanced', fields: ['term', 'role', 'entryTerm'] },
    { event: 'election.started', fields: ['term', 'lastLogIndex', 'lastLogTerm'] },
  ],
  accusesBy: [{ event: 'node.started', fields: ['term', 'commitIndex'] }],
  create(context) {
    const campaigns = new Map<string, Campaign>();
    const elected: Campaign[] = [];
    /** The furthest commit of each of the last terms that committed anything. */
    const commits: Commit[] = [];
    /** By term, the furthest commitIndex that a server started with. */
    const stored = new Map<number, Commit>();
    let blind = false;

    const judge = (commit: Commit, campaign: Campaign): void => {
      const { lastLogIndex, lastLogTerm, node, term } = campaign;
      if (lastLogIndex === undefined || lastLogTerm === undefined) return;
      if (commit.term === undefined || term === undefined || commit.term >= term) return;
      const tooOld = commit.entryTerm !== undefined && lastLogTerm < commit.entryTerm;
      if (!tooOld && lastLogIndex >= commit.index) return;
      context.report({
        verdict: 'violated',
        term,
        nodes: node === undefined ? [] : [node],
        message: message(commit, campaign),
        evidence: [commit.line, campaign].sort((a, b) => a.time - b.time),
      });
    };

    return {
      on: {
        'node.started': (event) => {
          const commit = keep(stored, event);
          if (commit === undefined) return;
          for (const campaign of elected) judge(commit, campaign);
        },
        'election.started': (event) => {
          if (event.preVote !== true && event.node !== undefined) campaigns.set(event.node, event);
        },
        'commit.advanced': (event) => {
          if (event.role !== 'leader' || event.node === undefined) return;
          blind ||= event.term === undefined;
          const last = commits.at(-1);
          if (last !== undefined && last.term === event.term) commits.pop();
          const { to: index, entryTerm, term } = event;
          const commit = { index, entryTerm, term, line: event };
          commits.push(commit);
          if (commits.length > electionsKept) commits.shift();
          for (const campaign of elected) judge(commit, campaign);
        },
      },
      onLeadership({ node, term }) {
        const campaign = campaigns.get(node);
        if (
          campaign === undefined ||
          campaign.term !== term ||
          campaign.lastLogIndex === undefined
        ) {
          blind = true;
          return;
        }
        elected.push(campaign);
        if (elected.length > electionsKept) elected.shift();
        for (const commit of commits) judge(commit, campaign);
        for (const commit of stored.values()) judge(commit, campaign);
      },
      end() {
        if (commits.length === 0) return missing("moves of a leader's commitIndex");
        if (blind) return missing("each leader's last index and term when it asked for votes");
        return context.cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
      },
    };
  },
};

/** Remembers what a restart says, where it says more than others of its term did. */
function keep(stored: Map<number, Commit>, line: Started): Commit | undefined {
  const { node, term, commitIndex: index = 0, lastLogIndex, lastLogTerm } = line;
  if (node === undefined || term === undefined) return undefined;
  if (index <= (stored.get(term)?.index ?? 0)) return undefined;
  const entryTerm = index === lastLogIndex ? lastLogTerm : undefined;
  const commit = { index, entryTerm, term, line };
  stored.set(term, commit);
  if (stored.size > restartsKept) deleteLeast(stored);
  return commit;
}

function message(commit: Commit, { node, term, lastLogIndex, lastLogTerm }: Campaign): string {
  const entry = `${commit.index}@${commit.entryTerm ?? '?'}`;
  const known =
    commit.line.event === 'node.started'
      ? `started in term ${commit.term} with ${entry} committed`
      : `had committed ${entry} in term ${commit.term}`;
  const log = `whose log ended in ${lastLogIndex}@${lastLogTerm}`;
  return `${node}, ${log}, became leader in term ${term}; ${commit.line.node} ${known}`;
}
