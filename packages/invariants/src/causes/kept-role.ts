import type { Role } from '@raftlens/trace';
import type { RuleReport } from '../cause.ts';
import type { ClusterView } from '../cluster/cluster-view.ts';

/** A server that took a newer term from RequestVote and kept its role, as a report shows it. */
export interface KeptRole {
  readonly role: Role;
  readonly certainty: number;
  readonly why: string;
}

/** Reads a kept role out of a report: shown by the lines, carried over, or only possible. */
export function keptRole(report: RuleReport, cluster: ClusterView): KeptRole | undefined {
  if (report.rule === 'higher-term-ignored') return shownByLines(report);
  if (report.rule === 'election-safety')
    return carriedOver(report, cluster) ?? possible(report, cluster);
  return undefined;
}

function shownByLines({ evidence, nodes }: RuleReport): KeptRole | undefined {
  const [received, after] = evidence;
  if (received?.event !== 'message.received' || received.kind !== 'RequestVote') return undefined;
  if (after?.role === undefined || after.role === 'follower') return undefined;
  return {
    role: after.role,
    certainty: 0.95,
    why:
      `RequestVote of term ${received.rpcTerm} from ${received.from} moved ${nodes[0]} ` +
      `to that term, and it is still ${after.role} there`,
  };
}

/** A leadership that began with no election: the term moved under a leader. */
function carriedOver(report: RuleReport, cluster: ClusterView): KeptRole | undefined {
  for (const node of report.nodes) {
    const began = cluster.leaderships.find(
      (each) =>
        each.node === node && each.term === report.term && each.began.event !== 'role.changed',
    );
    if (began === undefined) continue;
    return {
      role: 'leader',
      certainty: 0.95,
      why: `${node} led an older term and was still leader when its term moved to ${report.term}`,
    };
  }
  return undefined;
}

/** Lines without terms: the first leader may have won its own term and carried the role on. */
function possible(report: RuleReport, cluster: ClusterView): KeptRole | undefined {
  const leaders = report.nodes
    .flatMap((node) => cluster.servers.get(node) ?? [])
    .toSorted((a, b) => (a.election?.ordinal ?? 0) - (b.election?.ordinal ?? 0));
  const first = leaders[0];
  const last = leaders.at(-1);
  if (first?.election === undefined || last?.election === undefined || first === last)
    return undefined;
  if (first.election.event.term !== undefined) return undefined;
  const won = first.lastLeadership?.began;
  const asked = last.election.event;
  const wonFirst =
    won?.at !== undefined && asked.at !== undefined ? won.at.line < asked.at.line : false;
  return {
    role: 'leader',
    certainty: wonFirst ? 0.75 : 0.4,
    why:
      `${first.id} may have won its own, older term before ${last.id}'s RequestVote ` +
      `moved its term on, and have kept the ` +
      `role${wonFirst ? '' : `; but ${last.id} campaigned before ${first.id} won`}`,
  };
}
