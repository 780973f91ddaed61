import type { Finding } from './finding.ts';
import { orderFindings } from './order-findings.ts';

/** Findings that follow from one cause: the earliest bad act, and what else it broke. */
export interface Story {
  readonly chief: Finding;
  readonly others: readonly Finding[];
}

/**
 * Rules over the whole cluster, and from outside: what breaks them is seen in more than one server,
 * or long after, so that some server has done wrong before.
 */
const symptoms: ReadonlySet<string> = new Set([
  'election-safety',
  'log-matching',
  'leader-completeness',
  'state-machine-safety',
  'quorum-lost-entry',
  'lost-ack',
  'linearizable',
  'duplicate-apply',
  'test-failed',
]);

/**
 * Folds findings into stories, so that one bug is told once.
 *
 * Two findings belong together when they have the same first suspect, or when they are of the same
 * run and term and name a server in common: what a server does wrong in a term seldom has two
 * causes, and a consequence by itself may look like another bug. The chief of a story is its
 * cause: the earliest bad act of a server, as far as it was seen before what came of it.
 */
export function stories(findings: readonly Finding[]): readonly Story[] {
  const told: Finding[][] = [];
  for (const finding of orderFindings(findings)) {
    const story = told.find(([first]) => first !== undefined && belongsTo(finding, first));
    if (story === undefined) told.push([finding]);
    else story.push(finding);
  }
  return told.flatMap((members) => {
    const chief = chiefOf(members);
    if (chief === undefined) return [];
    return [{ chief, others: members.filter((member) => member !== chief) }];
  });
}

/** The findings, in their order, each with the story that it is part of. */
export function withStories(findings: readonly Finding[]): readonly Finding[] {
  const places = new Map<Finding, Pick<Finding, 'story' | 'consequenceOf'>>();
  const order = new Map(findings.map((finding, place) => [finding, place]));
  stories(findings).forEach(({ chief, others }, number) => {
    places.set(chief, { story: number + 1 });
    const consequenceOf = order.get(chief);
    for (const other of others) places.set(other, { story: number + 1, consequenceOf });
  });
  return findings.map((finding) => ({ ...finding, ...places.get(finding) }));
}

function belongsTo(finding: Finding, first: Finding): boolean {
  if (finding.group !== first.group) return false;
  const [suspect] = finding.causes;
  const [known] = first.causes;
  if (suspect !== undefined && suspect.bug === known?.bug) return true;
  if (finding.run !== first.run) return false;
  if (finding.rule === 'test-failed' && first.severity === 'violation') return true;
  return (
    finding.severity === first.severity &&
    finding.term !== undefined &&
    finding.term === first.term &&
    sharesServer(finding, first)
  );
}

/** A vote given twice is of the voter, and names the candidates that both won. */
function sharesServer(finding: Finding, first: Finding): boolean {
  const named = new Set(namedBy(first));
  return namedBy(finding).some((node) => named.has(node));
}

function namedBy({ nodes, evidence }: Finding): readonly string[] {
  const named = [...nodes];
  for (const event of evidence) {
    if (event.event === 'vote.granted') named.push(event.candidate);
    if (event.event === 'vote.received' && event.node !== undefined) named.push(event.node);
    if (event.event === 'leader.recognized') named.push(event.leader);
  }
  return named;
}

/** The first member is the weightiest: another one is the cause when it came before it. */
function chiefOf(members: readonly Finding[]): Finding | undefined {
  const [first] = members;
  if (first === undefined || !symptoms.has(first.rule)) return first;
  let chief = first;
  for (const member of members) {
    if (member.run !== first.run || symptoms.has(member.rule)) continue;
    if (member.severity !== first.severity && first.rule !== 'test-failed') continue;
    if (provenAt(member) > provenAt(first)) continue;
    if (chief === first || provenAt(member) < provenAt(chief)) chief = member;
  }
  return chief;
}

function provenAt({ evidence }: Finding): number {
  return evidence.at(-1)?.time ?? Number.POSITIVE_INFINITY;
}
