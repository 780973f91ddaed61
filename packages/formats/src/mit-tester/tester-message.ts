import type { EventOf } from '@raftlens/trace';
import { linePattern } from '../line-pattern.ts';

/** What the tester says that it saw, without its envelope. */
export type Observation = Pick<
  EventOf<'test.observed'>,
  'fact' | 'ofTerm' | 'index' | 'count' | 'nodes' | 'message'
>;

interface Wording {
  readonly fact: string;
  readonly pattern: RegExp;
  /** What the groups of the pattern are: `t`erm, `i`ndex, `c`ount or `n`ode, one letter each. */
  readonly groups: string;
}

/**
 * The words of the testers of MIT 6.824 (`src/raft/config.go`, to 2024) and of 6.5840 (`src/raft1`
 * and `src/tester1`, from 2025). Numbers are short enough to be exact; each pattern is anchored,
 * and goes over a line a fixed number of times.
 */
const wordings: readonly Wording[] = [
  {
    fact: 'leaders-in-term',
    pattern: /^term (\d{1,15}) has (\d{1,15}) \(>1\) leaders/,
    groups: 'tc',
  },
  { fact: 'no-leader', pattern: /^expected one leader, got none/, groups: '' },
  {
    fact: 'unexpected-leader',
    pattern: /^expected no leader[^,]{0,80}, but (\S{1,100}) claims to be leader/,
    groups: 'n',
  },
  { fact: 'unexpected-leader', pattern: /^leader = (\S{1,100})$/, groups: 'n' },
  { fact: 'terms-disagree', pattern: /^servers disagree on term/, groups: '' },
  {
    fact: 'values-disagree',
    pattern: /^committed values do not match: index (\d{1,15}),/,
    groups: 'i',
  },
  {
    fact: 'values-disagree',
    pattern: /^committed values at index (\d{1,15}) do not match/,
    groups: 'i',
  },
  {
    fact: 'values-disagree',
    pattern: /^(?:apply error: )?commit index=(\d{1,15}) server=(\S{1,100}) .* != server=(\S+) /s,
    groups: 'inn',
  },
  {
    fact: 'applied-out-of-order',
    pattern: linePattern(
      {},
      String.raw`(?:apply error: )?server (\S{1,100}) apply out of order, `,
      String.raw`expected index \d{1,20}, got (\d{1,15})`,
    ),
    groups: 'ni',
  },
  {
    fact: 'applied-out-of-order',
    pattern: /^(?:apply error: )?server (\S{1,100}) apply out of order(?: (\d{1,15})$)?/,
    groups: 'ni',
  },
  {
    fact: 'no-agreement',
    pattern: /^only (\d{1,15}) decided for index (\d{1,15}); wanted/,
    groups: 'ci',
  },
  {
    fact: 'no-agreement',
    pattern: /^(?:one\(.*\) )?failed to reach agreement/s,
    groups: '',
  },
  { fact: 'term-changed', pattern: /^term changed too often/, groups: '' },
  {
    fact: 'term-changed',
    pattern: /^(?:warning: )?term changed even though there were no failures/,
    groups: '',
  },
  {
    fact: 'committed-without-majority',
    pattern: /^(\d{1,15}) committed but no majority/,
    groups: 'c',
  },
  {
    fact: 'committed-without-majority',
    pattern: /^\S{1,80} committed but no majority/,
    groups: '',
  },
  { fact: 'rpc-budget', pattern: /^too many RPCs/, groups: '' },
  { fact: 'rpc-budget', pattern: /^RPC bytes (?:used )?exceed|^too many RPC bytes/, groups: '' },
  { fact: 'log-too-large', pattern: /^(?:l|L)og size too large/, groups: '' },
  { fact: 'too-long', pattern: /^test took longer than \d{1,9} seconds/, groups: '' },
];

/**
 * Understands a message of the MIT tester: which fact it states, of which term, index and servers.
 *
 * A message that is not in the list is the fact `other`. Where the tester names one server by its
 * number, that number is the server's id.
 */
export function readTesterMessage(message: string): Observation {
  for (const { fact, pattern, groups } of wordings) {
    const match = pattern.exec(message);
    if (match !== null) return { fact, ...fieldsOf(groups, match.slice(1)), message };
  }
  return { fact: 'other', message };
}

function fieldsOf(
  groups: string,
  values: readonly (string | undefined)[],
): Omit<Observation, 'fact' | 'message'> {
  const nodes: string[] = [];
  const numbers: { ofTerm?: number; index?: number; count?: number } = {};
  values.forEach((value, place) => {
    if (value === undefined) return;
    const kind = groups[place];
    if (kind === 'n') nodes.push(value);
    else if (kind === 't') numbers.ofTerm = Number(value);
    else if (kind === 'i') numbers.index = Number(value);
    else if (kind === 'c') numbers.count = Number(value);
  });
  return nodes.length === 0 ? numbers : { ...numbers, nodes };
}
