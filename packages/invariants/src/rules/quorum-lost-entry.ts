import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import { logShapesOf } from '../follow/log-shape.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Rule } from '../rule.ts';

type Committed = EventOf<'commit.advanced'>;

/**
 * What is committed stays on a majority (Raft §5.4): no restart or deletion leaves a committed
 * entry on fewer servers than a majority of the voters.
 *
 * Judged when a server loses what its own lines had shown and its leader had counted it for;
 * whoever is not known to lack the entry is taken to hold it. Only in virtual time: with clocks of
 * their own the lines of servers that catch up may stand behind the commit.
 *
 * Smallest counter-example: n1, leader of three, commits 4, held by n1 and n2; n2 restarts with a
 * log through 2, as n3's log ends at 2.
 */
export const quorumLostEntry: Rule = {
  id: 'quorum-lost-entry',
  code: 'S15',
  title: 'A committed entry stays on a majority',
  statement: 'Once an entry is committed, a majority of the voters has it in its log at any time.',
  why:
    'When a majority lacks a committed entry it can elect a leader without it, ' +
    'and what clients were told is gone.',
  example: [
    'n1, leader of three, commits 4, held by n1 and n2',
    'n2 restarts with a log through 2',
    "n3's log ends at 2",
  ],
  source: 'Raft §5.4, Figure 3 (Leader Completeness)',
  severity: 'violation',
  needs: [
    { event: 'commit.advanced', fields: ['role', 'acks'] },
    { event: 'node.started', fields: ['lastLogIndex'] },
    { event: 'log.appended' },
  ],
  create(context) {
    const { cluster } = context;
    const shapes = logShapesOf(cluster);
    const counted = createPerServer<Counted>(() => ({ index: 0, event: undefined }));
    let judged = false;
    let changing = false;

    /** Whose lines say that its log ends before `index`. */
    const lacks = (node: string, index: number): boolean => {
      const shape = shapes.of(node);
      return shape.known && shape.last < index && cluster.servers.get(node)?.complete === true;
    };

    const lose = (event: TraceEvent): void => {
      const { node } = event;
      if (node === undefined || changing) return;
      const held = counted.of(node);
      const { last, lastBefore } = shapes.of(node);
      if (held.event === undefined || last >= held.index || lastBefore <= last) return;
      if (cluster.started?.clock !== 'virtual' || !lacks(node, last + 1)) return;
      const lost = last + 1;
      const commit = held.event;
      held.index = last;
      const voters = cluster.voters();
      const without = voters.filter((id) => lacks(id, lost));
      if (voters.length - without.length >= cluster.majority()) return;
      const ends = without.flatMap((id) => shapes.of(id).lastEvent ?? []);
      context.report(lossOf(event, commit, lost, { without, ends, voters: voters.length }));
    };

    return {
      on: {
        'config.appended': () => {
          changing = true;
        },
        'commit.advanced': (event) => {
          const { role, acks, to } = event;
          if (role !== 'leader' || acks === undefined) return;
          judged = true;
          for (const id of acks) {
            const held = counted.of(id);
            if (to < held.index) continue;
            held.index = to;
            held.event = event;
          }
        },
        'log.appended': shapes.note,
        'snapshot.installed': shapes.note,
        'log.truncated': (event) => {
          shapes.note(event);
          lose(event);
        },
        'node.started': (event) => {
          shapes.note(event);
          lose(event);
        },
      },
      end() {
        if (cluster.started?.clock !== 'virtual') return missing('the order of all lines');
        if (changing) return missing('losses while the membership changes are not judged');
        if (!judged) return missing("moves of a leader's commitIndex, with the holders");
        return cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
      },
    };
  },
};

/** The highest index for which a leader has counted a server, and the line that shows it. */
interface Counted {
  index: number;
  event: Committed | undefined;
}

interface Loss {
  /** The voters that lack the entry, and the lines that show where their logs end. */
  readonly without: readonly string[];
  readonly ends: readonly TraceEvent[];
  readonly voters: number;
}

function lossOf(event: TraceEvent, commit: Committed, index: number, loss: Loss): Report {
  const { without, ends, voters } = loss;
  const lines = new Set<TraceEvent>([commit, ...ends.slice(0, 4), event]);
  return {
    verdict: 'violated',
    term: commit.term,
    nodes: without,
    message:
      `index ${index}, committed by ${commit.node}, is gone from ${without.length} of ` +
      `${voters} voters (${without.join(', ')}); a majority must keep it`,
    evidence: [...lines].sort((a, b) => a.time - b.time),
  };
}
