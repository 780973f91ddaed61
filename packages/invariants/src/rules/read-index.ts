import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ServerView } from '../cluster/server-view.ts';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { isQuorum } from './quorum.ts';
import { createReaders, type Read } from './readers.ts';

type Served = EventOf<'read.served'>;

/**
 * A read by read index is linearizable (Raft §8, thesis §6.4).
 *
 * Formally, at `read.served` with read index r of a server: (1) r is not below the server's own
 * commitIndex at `read.started`; (2) a leader has committed an entry of its term before
 * `read.started`; (3) between the two a leader has received answers from a majority to heartbeats
 * that it sent after `read.started`; (4) the server has applied r.
 *
 * Smallest counter-example: n1, leader of three servers, starts a read and serves it, and has
 * received no answer in between.
 */
export const readIndex: Rule = {
  id: 'read-index',
  code: 'Q1',
  title: 'A read sees all that was committed before it',
  statement:
    'A leader answers a read only after it has committed an entry of its term, with a read index ' +
    'no lower than its commitIndex, once a majority has answered heartbeats sent after the read ' +
    'came, and once the read index is applied.',
  why: 'Else a deposed leader, or a server behind, answers with data that are out of date.',
  example: [
    'n1, leader of three servers, receives a read',
    'n1 answers it, with no answer from another server since',
  ],
  source: 'Raft §8; thesis §6.4',
  severity: 'violation',
  needs: [
    { event: 'read.started', fields: ['seq', 'mode', 'role', 'client'] },
    { event: 'read.served', fields: ['seq', 'mode', 'readIndex', 'client'] },
    { event: 'message.received', fields: ['round'] },
    { event: 'message.sent', fields: ['round'] },
    { event: 'commit.advanced', fields: ['entryTerm'] },
    { event: 'entry.applied', fields: [] },
  ],
  restsOn: [
    'commit.advanced',
    'config.appended',
    'entry.applied',
    'message.received AppendEntriesResponse',
  ],
  create(context) {
    const { cluster } = context;
    const readers = createReaders(cluster);
    let judged = false;
    let undecided = false;

    const serve = (event: Served): void => {
      const { node } = event;
      const server = node === undefined ? undefined : cluster.servers.get(node);
      if (node === undefined || server === undefined || event.mode !== 'read-index') return;
      const read = readers.end(node, event.client);
      if (read === undefined || server.complete !== true || read.started.inc !== event.inc) return;
      judged = true;
      const wrong =
        whatIsWrong(read, server, event) ?? notApplied(read, readers.applied(node), event);
      if (wrong === 'undecided') undecided = true;
      else if (wrong !== undefined) {
        const { message, lines } = wrong;
        const evidence = [...lines, event];
        context.report({ verdict: 'violated', term: event.term, nodes: [node], message, evidence });
      }
    };

    return {
      // Rounds are of reads, and there is none before the first.
      idle: { 'message.received': 'none', 'message.sent': 'none' },
      kinds: readers.kinds,
      on: {
        ...readers.on,
        'read.started': (event) => {
          context.attend('message.received', 'all');
          context.attend('message.sent', 'all');
          readers.on['read.started']?.(event);
        },
        'read.served': serve,
      },
      end() {
        if (undecided) return missing('which heartbeats answers are to, and terms of commits');
        return judged ? enough : missing('reads, from their start to their answer');
      },
    };
  },
};

interface Wrong {
  readonly message: string;
  readonly lines: readonly TraceEvent[];
}

function whatIsWrong(
  read: Read,
  server: ServerView,
  event: Served,
): Wrong | 'undecided' | undefined {
  const { started, commit, commitIndex, answers } = read;
  const index = event.readIndex ?? started.readIndex;
  const commits = commit === undefined ? [] : [commit];
  if (index !== undefined && index < commitIndex) {
    const message =
      `${server.id} serves a read at index ${index}, ` +
      `which began when its commitIndex was ${commitIndex}`;
    return { message, lines: [...commits, started] };
  }
  if (started.role !== 'leader' || event.role !== 'leader') return undefined;
  const configuration = server.configurations.at(-1);
  if (configuration === undefined || started.term !== event.term) return undefined;
  if (event.term === undefined) return undefined;
  const blind = commit !== undefined && commit.entryTerm === undefined;
  if (!blind && commit?.entryTerm !== started.term) {
    const message =
      `${server.id} serves a read in term ${started.term ?? '?'}, ` +
      `in which it had committed nothing when the read began`;
    return { message, lines: [...commits, started] };
  }
  if (isQuorum(configuration, [...answers])) {
    return blind || read.roundless ? 'undecided' : undefined;
  }
  const heard = answers.size - 1;
  const message =
    `${server.id} serves a read, and of ${configuration.voters.length} voters ${heard} ` +
    `${heard === 1 ? 'has' : 'have'} answered heartbeats sent after it came`;
  return { message, lines: [started] };
}

function notApplied({ started }: Read, applied: number, event: Served): Wrong | undefined {
  const { readIndex: index, node } = event;
  if (index === undefined || applied === 0 || index <= applied) return undefined;
  const message = `${node ?? '?'} serves a read at index ${index} and has applied ${applied}`;
  return { message, lines: [started] };
}
