import { withoutOption } from '../cli/without-option.ts';
import { countsAs } from '../command/counts-as.ts';
import { type LedgerHeader, type LedgerLine, ledgerSchema } from '../command/ledger.ts';
import type { RunRecord } from '../command/run-record.ts';
import { headerConflict } from './header-conflict.ts';
import type { MergedRun, RunShelves } from './run-shelves.ts';

/** A ledger with its name. */
export interface NamedLedger {
  readonly folder: string;
  readonly lines: AsyncIterable<LedgerLine>;
}

/** Several ledgers as one. */
export interface MergedLedger {
  readonly header: LedgerHeader;
  /** In the order of their index, which each has for itself; as often as they are asked for. */
  readonly runs: Iterable<MergedRun>;
  /** Lines that were left out. */
  readonly broken: readonly { readonly folder: string; readonly line: number }[];
}

/**
 * Merges ledgers of one loop. The order of the ledgers, and how often each is given, change
 * nothing. Of two records of one run a failure counts before a pass, then the earlier one: no
 * failure is lost. Without `force` it refuses what is of different loops, with a message. The
 * shelves hold the runs, until the caller clears them.
 */
export async function mergeLedgers(
  ledgers: readonly NamedLedger[],
  shelves: RunShelves,
  force = false,
): Promise<MergedLedger | string> {
  const headers: LedgerHeader[] = [];
  const broken: { folder: string; line: number }[] = [];
  for (const { folder, lines } of ledgers) {
    let header: LedgerHeader | undefined;
    for await (const line of lines) {
      if (line.kind === 'header') {
        header = line.header;
        const [first] = headers;
        const conflict = first && headerConflict(first, header);
        if (conflict !== undefined && !force) return `${folder} has ${conflict} (--force merges)`;
        headers.push(header);
      } else if (line.kind === 'broken') broken.push({ folder, line: line.line });
      else shelves.put({ record: line.record, folder });
    }
    if (header === undefined) return `${folder}/runs.jsonl does not say what it loops`;
  }
  const header = commonHeader(headers);
  if (header === undefined) return 'there is nothing to merge';
  return { header, runs: { [Symbol.iterator]: () => inOrder(shelves) }, broken };
}

function* inOrder(shelves: RunShelves): Generator<MergedRun> {
  for (const shelf of shelves.shelves()) {
    const runs = new Map<number, MergedRun>();
    for (const run of shelf) {
      const known = runs.get(run.record.index);
      if (known === undefined || goesBefore(run.record, known.record)) {
        runs.set(run.record.index, run);
      }
    }
    yield* [...runs.values()].sort((a, b) => a.record.index - b.record.index);
  }
}

/** A total order on the records of one run. */
function goesBefore(one: RunRecord, other: RunRecord): boolean {
  const [a, b] = [one, other].map(({ verdict }) => countsAs(verdict) === 'fail');
  if (a !== b) return a === true;
  if (one.start !== other.start) return one.start < other.start;
  return JSON.stringify(one) < JSON.stringify(other);
}

/** The same whatever the order of the headers: the smallest of them, and not that of a shard. */
function commonHeader(headers: readonly LedgerHeader[]): LedgerHeader | undefined {
  const whole = headers.map(({ shard, ...rest }) => ({
    ...rest,
    schema: ledgerSchema,
    options: withoutSharing(rest.options),
    start: Math.min(...headers.map(({ start }) => start)),
  }));
  const words = whole.map((each) => JSON.stringify(each)).sort();
  return words[0] === undefined ? undefined : (JSON.parse(words[0]) as LedgerHeader);
}

/** What says which part of the runs a machine made is not said of all of them. */
function withoutSharing(options: readonly string[]): readonly string[] {
  return ['shard', 'pull', 'lease'].reduce(withoutOption, options);
}
