import type { HclogEntry } from './hclog-entry.ts';

/** How a line was said before it had keys: its pattern, the message now, and the keys in order. */
type OldLine = readonly [pattern: RegExp, message: string, keys: readonly string[]];

const address = String.raw`(\S{1,200})`;
const old: readonly OldLine[] = [
  [
    new RegExp(`^(Node at ${address} \\[\\w{1,20}\\]) entering Follower state\\b`),
    'entering follower state',
    ['follower'],
  ],
  [
    new RegExp(
      `^(Node at ${address} \\[\\w{1,20}\\]) entering Candidate state(?: in term (\\d{1,20}))?`,
    ),
    'entering candidate state',
    ['node', '', 'term'],
  ],
  [
    new RegExp(`^(Node at ${address} \\[\\w{1,20}\\]) entering Leader state\\b`),
    'entering leader state',
    ['leader'],
  ],
  [
    /^Heartbeat timeout .{0,200}?reached, starting election$/,
    'heartbeat timeout reached, starting election',
    [],
  ],
  [/^Election won\. Tally: (\d{1,9})$/, 'election won', ['tally']],
  [/^Votes needed: (\d{1,9})$/, 'votes', ['needed']],
  [
    new RegExp(`^Vote granted from ${address}(?: in term (\\d{1,20}))?\\. Tally: (\\d{1,9})$`),
    'vote granted',
    ['from', 'term', 'tally'],
  ],
  [
    new RegExp(`^Rejecting vote request from ${address} since we have a leader: ${address}$`),
    'rejecting vote request since we have a leader',
    ['from', 'leader'],
  ],
  [
    new RegExp(
      String.raw`^Rejecting vote request from ${address} since our last (?:term|index) ` +
        String.raw`is greater \((\d{1,20}), (\d{1,20})\)`,
    ),
    'rejecting vote request since our last log is greater',
    ['from'],
  ],
  [/^Duplicate RequestVote/, 'duplicate requestVote', []],
  [
    /^Failed to contact quorum of nodes, stepping down$/,
    'failed to contact quorum of nodes, stepping down',
    [],
  ],
  [
    /^Initial configuration \(index=\d{1,20}\): (\[.{0,20000})$/,
    'initial configuration',
    ['servers'],
  ],
  [
    /^Updating configuration with \w{1,40} \([^)]{0,500}\) to (\[.{0,20000})$/,
    'updating configuration',
    ['servers'],
  ],
  [
    new RegExp(`^Rejecting vote from ${address} since we have a leader: ${address}$`),
    'rejecting vote request since we have a leader',
    ['from', 'leader'],
  ],
  [
    new RegExp(`^Rejecting vote from ${address} since our last (?:term|index) is greater`),
    'rejecting vote request since our last log is greater',
    ['from'],
  ],
  [/^Previous log term mis-match: /, 'previous log term mis-match', []],
  [/^Vote granted\. Tally: (\d{1,9})$/, 'vote granted', ['tally']],
  [/^Starting snapshot up to (\d{1,20})/, 'starting snapshot up to', ['index']],
  [/^Snapshot to (\d{1,20}) complete$/, 'snapshot complete up to', ['index']],
  [/^Clearing log suffix from (\d{1,20}) to (\d{1,20})$/, 'clearing log suffix', ['from', 'to']],
  [
    /^AppendEntries to .{1,200} rejected, sending older logs \(next: (\d{1,20})\)/,
    'appendEntries rejected, sending older logs',
    ['next'],
  ],
];

/** Housekeeping that had a capital letter, and has a small one now. */
const capital = new RegExp(
  '^(?:Failed|Added|Removed|Pipelining|Aborting|Copied|Snapshot|Starting|Compacting|Restored|' +
    String.raw`Skipping|Installed|Creating|New|Newer|Configured|No|Disabling|InstallSnapshot|` +
    String.raw`Ignoring|Expected|Got|Unable|Rejecting|Remote|Initial)\b`,
);

/**
 * The line of hashicorp/raft before 1.1, which wrote sentences, as the newer version says it; a
 * line of the newer as it is.
 */
export function modernEntry(entry: HclogEntry): HclogEntry {
  const first = entry.message.charAt(0);
  if (first < 'A' || first > 'Z') return entry;
  for (const [pattern, message, keys] of old) {
    const match = pattern.exec(entry.message);
    if (match === null) continue;
    const values = new Map(keys.map((key, index) => [key, match[index + 1]]));
    return { ...entry, message, value: (key) => values.get(key) ?? entry.value(key) };
  }
  if (!capital.test(entry.message)) return entry;
  return { ...entry, message: first.toLowerCase() + entry.message.slice(1) };
}
