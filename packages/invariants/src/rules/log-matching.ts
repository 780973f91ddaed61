import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import { createIndexWindow } from '../index-window.ts';
import { createLowWater } from '../low-water.ts';
import type { Handlers, Rule } from '../rule.ts';

/**
 * Log matching (Raft §5.3, Figure 3): entries of two logs with equal index and term have equal
 * commands, and the entries before them are equal too.
 *
 * Entries are remembered until every voter has committed beyond them.
 *
 * Smallest counter-example: n1 appends 3@2 with hash aa; n2 appends 3@2 with hash bb.
 */
export const logMatching: Rule = {
  id: 'log-matching',
  code: 'S5',
  title: 'Entries with the same index and term are the same',
  statement:
    'If two logs have an entry with the same index and term, ' +
    'the entries and all that precede them are equal.',
  why:
    'The consistency check of AppendEntries compares only index and term; ' +
    'when these no longer identify an entry, logs part for good.',
  example: ['n1 appends 3@2 with hash aa', 'n2 appends 3@2 with hash bb'],
  source: 'Raft §5.3, Figure 3',
  severity: 'violation',
  needs: [{ event: 'log.appended', fields: ['entries.hash'] }],
  create(context) {
    const window = createIndexWindow<Appended>();
    const lowWater = createLowWater(context.cluster);
    const { tails, follow } = createTails();
    let judged = false;
    let unhashed = false;

    const compare = (index: number, entry: Appended): void => {
      const { term } = entry;
      const known = window.get(index);
      let first = known;
      while (first !== undefined && first.term !== term) first = first.other;
      if (known === undefined) window.set(index, entry);
      else if (first === undefined) {
        entry.other = known.other;
        known.other = entry;
      }
      if (first === undefined || first.event.node === entry.event.node) return;
      const message = difference(index, term, first, entry);
      if (message === undefined) return;
      const nodes = [nameOf(first), nameOf(entry)];
      const evidence = [first.event, entry.event];
      context.report({ verdict: 'violated', term, nodes, message, evidence });
    };

    return {
      on: {
        ...follow,
        'log.appended': (event) => {
          if (event.node === undefined) return;
          // Where a line is missing, another entry may have taken the place of the last one.
          const whole = context.cluster.servers.get(event.node)?.complete === true;
          const tail = whole ? tails.get(event.node) : undefined;
          let previousTerm = tail?.index === event.firstIndex - 1 ? tail.term : undefined;
          let index = event.firstIndex;
          for (const { term, hash } of event.entries) {
            judged = true;
            unhashed ||= hash === undefined;
            compare(index, { term, hash, previousTerm, event, other: undefined });
            previousTerm = term;
            index += 1;
          }
          if (previousTerm !== undefined) {
            tails.set(event.node, { index: index - 1, term: previousTerm });
          }
        },
        'commit.advanced': ({ node, to }) => {
          const lowest = node === undefined ? undefined : lowWater.reach(node, to);
          if (lowest !== undefined) window.pruneThrough(lowest);
        },
      },
      end() {
        if (!judged) return missing('entries appended, with term and hash');
        if (unhashed) return missing('hashes of the entries');
        if (window.overflowed)
          return missing('room to remember all entries that are not committed everywhere');
        return context.cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
      },
    };
  },
};

interface Appended {
  readonly term: number;
  readonly hash: string | undefined;
  readonly previousTerm: number | undefined;
  readonly event: EventOf<'log.appended'>;
  /** One of another term at the same index: most have none. */
  other: Appended | undefined;
}

/** The last entry that each server appended, to know what precedes the next one. */
type Tails = Map<string, { readonly index: number; readonly term: number }>;

/** Follows what moves the end of a log otherwise than by appending. */
function createTails(): { readonly tails: Tails; readonly follow: Handlers } {
  const tails: Tails = new Map();
  const follow: Handlers = {
    'node.started': ({ node, lastLogIndex, lastLogTerm }) => {
      if (node === undefined) return;
      if (lastLogIndex === undefined || lastLogTerm === undefined) tails.delete(node);
      else tails.set(node, { index: lastLogIndex, term: lastLogTerm });
    },
    'log.truncated': ({ node }) => {
      if (node !== undefined) tails.delete(node);
    },
    'snapshot.installed': ({ node, index, snapshotTerm }) => {
      if (node === undefined) return;
      if (snapshotTerm === undefined) tails.delete(node);
      else tails.set(node, { index, term: snapshotTerm });
    },
  };
  return { tails, follow };
}

/** How two entries of the same index and term differ, in words; undefined where they need not. */
function difference(
  index: number,
  term: number,
  first: Appended,
  second: Appended,
): string | undefined {
  if (first.hash !== undefined && second.hash !== undefined && first.hash !== second.hash) {
    const hashes = `${first.hash} and ${second.hash}`;
    return `${both(first, second)} hold different commands at ${index}@${term} (${hashes})`;
  }
  const before = first.previousTerm;
  const other = second.previousTerm;
  if (before === undefined || other === undefined || before === other) return undefined;
  return (
    `${both(first, second)} both hold ${index}@${term}, ` +
    `but the entry before it is of term ${before} in one log and of term ${other} in the other`
  );
}

function both(first: Appended, second: Appended): string {
  return `${nameOf(first)} and ${nameOf(second)}`;
}

function nameOf({ event }: Appended): string {
  return event.node ?? '?';
}
