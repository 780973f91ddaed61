import { type Finding, orderFindings } from '@raftlens/invariants';

/** Findings that follow from one cause: the weightiest, and what else it broke. */
export interface Story {
  readonly chief: Finding;
  readonly others: readonly Finding[];
}

/**
 * Folds findings into stories, so that one bug is told once.
 *
 * Two findings of one severity belong together when they have the same first suspect, or when they
 * are of the same run and term and share a server: what a server does wrong in a term seldom has
 * two causes, and a consequence by itself may look like another bug.
 */
export function stories(findings: readonly Finding[]): readonly Story[] {
  const told: { chief: Finding; others: Finding[] }[] = [];
  for (const finding of orderFindings(findings)) {
    const story = told.find(({ chief }) => belongsTo(finding, chief));
    if (story === undefined) told.push({ chief: finding, others: [] });
    else story.others.push(finding);
  }
  return told;
}

function belongsTo(finding: Finding, chief: Finding): boolean {
  if (finding.severity !== chief.severity) return false;
  const [suspect] = finding.causes;
  const [chiefSuspect] = chief.causes;
  if (suspect !== undefined && suspect.bug === chiefSuspect?.bug) return true;
  return (
    finding.term !== undefined &&
    finding.term === chief.term &&
    finding.run === chief.run &&
    finding.group === chief.group &&
    finding.nodes.some((node) => chief.nodes.includes(node))
  );
}
