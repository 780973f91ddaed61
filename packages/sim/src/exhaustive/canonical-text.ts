/**
 * Names servers anew; symmetric states differ in names alone. What it does not know keeps its name.
 */
export type Renaming = ReadonlyMap<string, string>;

/**
 * Constant over an exploration, or of no consequence for what a server does next: the last four are
 * times, which only pre-vote, check-quorum and leases ask for, and those are off.
 */
const passedOver: ReadonlySet<string> = new Set([
  'settings',
  'clockBaseMs',
  'group',
  'run',
  'incarnation',
  'inc',
  'now',
  'seq',
  'serial',
  'electionStartedAt',
  'sentAt',
  'ackedSentAt',
  'leaderHeardAt',
]);

/** Lists of servers, which mean the same in any order. */
const unordered: ReadonlySet<string> = new Set([
  'voters',
  'votersOutgoing',
  'learners',
  'progress',
]);

/**
 * A text that is equal for equal states of servers, messages and whatever they are made of, and
 * for no others: functions, numbers that only traces need and the order of sets play no part.
 */
export function canonicalText(value: unknown, renaming: Renaming): string {
  switch (typeof value) {
    case 'string': {
      const name = renaming.get(value) ?? value;
      return `${name.length}'${name}`;
    }
    case 'number':
      return `${value};`;
    case 'boolean':
      return value ? 'T' : 'F';
    case 'object':
      return value === null ? 'N' : objectText(value, renaming);
    case 'function':
      return 'f';
    default:
      return 'U';
  }
}

function objectText(value: object, renaming: Renaming): string {
  if (Array.isArray(value)) return `[${listText(value, renaming)}]`;
  if (value instanceof Set) return `(${sortedText([...value], renaming)})`;
  if (value instanceof Map) return `<${sortedText([...value], renaming)}>`;
  let text = '{';
  for (const [name, each] of Object.entries(value)) {
    if (passedOver.has(name)) continue;
    text += `${renaming.get(name) ?? name}=`;
    text +=
      unordered.has(name) && Array.isArray(each)
        ? `(${sortedText(each, renaming)})`
        : canonicalText(each, renaming);
  }
  return `${text}}`;
}

function listText(values: readonly unknown[], renaming: Renaming): string {
  let text = '';
  for (const each of values) text += `${canonicalText(each, renaming)},`;
  return text;
}

function sortedText(values: readonly unknown[], renaming: Renaming): string {
  const texts = values.map((each) => canonicalText(each, renaming));
  return texts.sort().join(',');
}
