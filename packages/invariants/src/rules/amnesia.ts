import type { EventOf, TraceEvent } from '@raftlens/trace';
import type { ServerView } from '../cluster/server-view.ts';
import { contradiction } from '../contradiction.ts';
import { enough, missing } from '../enough.ts';
import { durableStatesOf } from '../follow/durable-state.ts';
import { createPerServer } from '../follow/per-server.ts';
import type { Basis, Rule } from '../rule.ts';

type Started = EventOf<'node.started'>;
type Received = EventOf<'message.received'>;

/**
 * A restart forgets nothing that others count on (Raft §5.1, §8): the term is at least any that
 * another server has received, the vote of that term is the one that its candidate has received,
 * and the log reaches at least as far as was acknowledged, or was durable, unless it was cut off
 * since. commitIndex may begin anew.
 *
 * A receipt counts where lines are in order, in virtual time. On clocks of their own only the term
 * does, and only once the server's own lines have shown it: the rest may have been sent after the
 * restart.
 *
 * Smallest counter-example: n2 receives n1's vote of term 3; n1 restarts in term 3 without a vote.
 */
export const amnesia: Rule = {
  id: 'amnesia',
  code: 'S14',
  title: 'A restart forgets nothing that others count on',
  statement:
    'A server that restarts still has the term that it has shown to others, ' +
    'the vote that it gave in it, and every entry that it acknowledged.',
  why:
    'Majorities overlap in servers that remember; ' +
    'one that forgets votes twice, or lets a committed entry vanish.',
  example: ["n2 receives n1's vote of term 3", 'n1 restarts in term 3 without a vote'],
  source: 'Raft §5.1, §8, Figure 2 (persistent state)',
  severity: 'violation',
  needs: [
    { event: 'node.started', fields: ['term', 'votedFor', 'lastLogIndex'] },
    { event: 'message.received', fields: ['rpcTerm'] },
    { event: 'state.persisted', fields: ['lastLogIndex'] },
  ],
  create(context) {
    const durable = durableStatesOf(context.cluster);
    const servers = createPerServer<Shown>(nothingShown);
    const lines = context.cluster.servers;
    let judged = false;
    /** A log was shorter than before, and nobody knows whether it was cut. */
    let unsure = false;

    const restart = (event: Started, shown: Shown): void => {
      if (shown.lives > 0) judged = true;
      const words = forgotten(event, shown, durable.saysVote(event));
      if (words !== undefined) {
        context.report(contradiction(event, words.before, `${event.node} restarted ${words.what}`));
      }
      const less = shortened(event, shown);
      if (less === undefined) return;
      // A deletion may be among lines that are lost; where lines count from 1 again, any may be.
      const whole = shown.whole && lines.get(event.node ?? '')?.unbroken === true;
      if (!whole || (event.seq ?? 1) === 1) unsure = true;
      else
        context.report(contradiction(event, less.before, `${event.node} restarted ${less.what}`));
    };

    const doubt = ({ node }: TraceEvent): void => {
      if (node !== undefined && lines.get(node)?.complete !== true) servers.of(node).whole = false;
    };

    return {
      idle: { 'message.received': 'fresh' },
      on: {
        'message.received': (event) => {
          const shown = servers.of(event.from);
          if (context.cluster.started?.clock === 'virtual') show(shown, event);
          else if (isInTerm(lines.get(event.from), event)) showTerm(shown, event);
        },
        'state.persisted': (event) => {
          durable.note(event);
          doubt(event);
          if (event.node === undefined || event.lastLogIndex === undefined) return;
          const shown = servers.of(event.node);
          // A write that ends before a cut may be told after it.
          if ((event.currentTerm ?? 0) > shown.cutTerm) raise(shown, event.lastLogIndex, event);
        },
        'log.truncated': (event) => {
          durable.note(event);
          if (event.node === undefined) return;
          const shown = servers.of(event.node);
          shown.cutTerm = event.term ?? Number.POSITIVE_INFINITY;
          shown.index = Math.min(shown.index, event.fromIndex - 1);
        },
        // It may replace a log that was longer.
        'snapshot.installed': (event) => {
          if (event.node === undefined) return;
          const shown = servers.of(event.node);
          shown.index = Math.min(shown.index, event.index);
        },
        'node.crashed': doubt,
        'node.stopped': doubt,
        'node.started': (event) => {
          durable.note(event);
          if (event.node === undefined) return;
          const shown = servers.of(event.node);
          restart(event, shown);
          shown.lives += 1;
          shown.whole = true;
        },
      },
      end: () => basisOf(judged, unsure),
    };
  },
};

function basisOf(judged: boolean, unsure: boolean): Basis {
  if (unsure) return missing('the lines before a restart with a shorter log, all of them');
  return judged ? enough : missing('restarts, with what the storage held');
}

/** What others know of a server, over all its lives. */
interface Shown {
  /** The highest term of any message that reached somebody. */
  term: number;
  termEvent: Received | undefined;
  /** The newest vote that reached its candidate. */
  vote: Received | undefined;
  /** The end of the log that was acknowledged or saved, and not cut off since. */
  index: number;
  indexEvent: TraceEvent | undefined;
  /** Term of the last cut: what was acknowledged before may have been cut off. */
  cutTerm: number;
  lives: number;
  /** No line of its present life is known to be missing. */
  whole: boolean;
}

/** The sender tells itself of the term that it shows. */
function isInTerm(sender: ServerView | undefined, { rpcTerm = 0 }: Received): boolean {
  return (sender?.term ?? -1) >= rpcTerm;
}

/** A pre-vote may carry a term that nobody is in yet (thesis §9.6). */
function showsTerm(kind: Received['kind']): boolean {
  return kind !== 'PreVote' && kind !== 'PreVoteResponse' && kind !== 'Other';
}

function nothingShown(): Shown {
  return {
    term: -1,
    termEvent: undefined,
    vote: undefined,
    index: 0,
    indexEvent: undefined,
    cutTerm: -1,
    lives: 0,
    whole: true,
  };
}

function showTerm(shown: Shown, event: Received): void {
  const { kind, rpcTerm } = event;
  if (rpcTerm === undefined || rpcTerm <= shown.term || !showsTerm(kind)) return;
  shown.term = rpcTerm;
  shown.termEvent = event;
}

/** A message has reached somebody. */
function show(shown: Shown, event: Received): void {
  showTerm(shown, event);
  const { kind, rpcTerm = -1, matchIndex } = event;
  if (kind === 'RequestVoteResponse') {
    const newest = rpcTerm >= (shown.vote?.rpcTerm ?? 0);
    if (event.voteGranted === true && newest) shown.vote = event;
  } else if (kind === 'AppendEntriesResponse' && event.success === true) {
    if (matchIndex !== undefined && rpcTerm >= shown.cutTerm) raise(shown, matchIndex, event);
  }
}

/** Which term or vote the storage lacks, in words, and the line that shows it. */
function forgotten(
  { term, votedFor }: Started,
  { term: highest, termEvent, vote }: Shown,
  saysVote: boolean,
): { readonly before: TraceEvent; readonly what: string } | undefined {
  if (term !== undefined && term < highest && termEvent !== undefined) {
    return { before: termEvent, what: `in term ${term}, after it had shown term ${highest}` };
  }
  if (vote === undefined || term !== vote.rpcTerm || votedFor === vote.to) return undefined;
  if (!saysVote) return undefined;
  const now = votedFor === undefined ? 'without a vote' : `with a vote for ${votedFor}`;
  return { before: vote, what: `in term ${term} ${now}, after ${vote.to} had received its vote` };
}

/** How a log ends before what others count on, in words, and the line that shows that. */
function shortened(
  { lastLogIndex }: Started,
  { index, indexEvent }: Shown,
): { readonly before: TraceEvent; readonly what: string } | undefined {
  if (lastLogIndex === undefined || lastLogIndex >= index || indexEvent === undefined) {
    return undefined;
  }
  const past = indexEvent.event === 'state.persisted' ? 'saved' : 'acknowledged';
  const what = `with a log through ${lastLogIndex}, after it had ${past} index ${index}`;
  return { before: indexEvent, what };
}

function raise(shown: Shown, index: number, event: TraceEvent): void {
  if (index <= shown.index) return;
  shown.index = index;
  shown.indexEvent = event;
}
