import { type EventOf, nodeOrder, type TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';
import { leadersLeftBehind } from './leaders-left-behind.ts';

/**
 * A check of the quorum once per election timeout ends a leadership after at most two of them:
 * the last answer can come right before the cut, and the check before it right after an answer.
 * The tenth above is for timers that fire late.
 */
const checkQuorumTimeouts = 2.2;
/** Without a declared check, what is ordinary for a partition and what is not is a judgement. */
const supersededTimeouts = 3;

/**
 * A leader that cannot reach a majority steps down within an election timeout or two (thesis §6.2).
 *
 * Three kinds of evidence: (1) a leader whose producer declares check-quorum acts as leader long
 * after the harness cut it off from a majority; (2) a server acts as leader long after a newer term
 * has one, where no check is declared (suspicious); (3) a test finds no leader among the connected
 * servers, and every one of them led an older term, never said that it left, and does not campaign.
 *
 * Smallest counter-example: n1 leads term 2; n1 is cut off; five election timeouts later n1 sends
 * heartbeats as leader of term 2.
 */
export const staleLeader: Rule = {
  id: 'stale-leader',
  code: 'L1',
  title: 'A leader without a majority steps down',
  statement:
    'A leader that has not heard from a majority for an election timeout returns to follower.',
  why: 'It answers clients with stale data, and has no election timer: when the newer leader goes too, nobody campaigns.',
  example: [
    'n1 becomes leader in term 2',
    'n1 is cut off',
    'much later n1 still acts as leader of term 2',
  ],
  source: 'thesis §6.2; Raft §8',
  severity: 'warning',
  needs: [
    { event: 'role.changed', fields: ['term'] },
    { event: 'fault.injected', fields: ['nodes'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  create(context) {
    const { cluster } = context;
    /** Since when each leader is without a majority, and the line that made it so. */
    const alone = new Map<string, { readonly since: number; readonly event: TraceEvent }>();
    /** When each leader without a majority last heard from each of the others. */
    const heard = new Map<string, Map<string, number>>();
    let watched = false;

    /** A reply under way when the others were cut off still counts: time runs from the last one. */
    const lastQuorum = (node: string, lost: number): number => {
      const times = [...(heard.get(node) ?? [])]
        .filter(([peer]) => cluster.voters().includes(peer))
        .map(([, time]) => time)
        .sort((a, b) => b - a);
      return Math.max(lost, times[cluster.majority() - 2] ?? lost);
    };

    const hear = (event: EventOf<'message.received'>): void => {
      if (event.node === undefined || !alone.has(event.node)) return;
      const times = heard.get(event.node);
      if (times === undefined) heard.set(event.node, new Map([[event.from, event.time]]));
      else times.set(event.from, event.time);
    };

    const reaches = (node: string): boolean => cluster.reachable(node).length >= cluster.majority();

    const lookAround = (event: TraceEvent): void => {
      for (const server of cluster.servers.values()) {
        if (server.leading === undefined || !cluster.votersDeclared || reaches(server.id)) {
          alone.delete(server.id);
          heard.delete(server.id);
        } else if (!alone.has(server.id)) alone.set(server.id, { since: event.time, event });
      }
    };

    const act = (event: EventOf<'timer.expired' | 'message.sent'>): void => {
      if (event.role !== 'leader' || event.node === undefined) return;
      const checked = cluster.started?.config?.checkQuorum === true;
      if (checked && alone.size === 0) {
        watched = true;
        return;
      }
      const leading = cluster.servers.get(event.node)?.leading;
      const timeout = cluster.electionTimeoutMs();
      if (leading === undefined || timeout === undefined) return;
      watched = true;
      if (checked) {
        const lost = alone.get(event.node);
        if (lost === undefined || event.time - lost.since <= checkQuorumTimeouts * timeout) return;
        const since = lastQuorum(event.node, lost.since);
        if (event.time - since <= checkQuorumTimeouts * timeout) return;
        context.report({
          verdict: 'violated',
          severity: 'violation',
          term: leading.term,
          nodes: [event.node],
          message: `${event.node} still acts as leader of term ${leading.term ?? '?'} ${ms(event.time - since)} after it last heard from a majority, although it declares to check its quorum every ${ms(timeout)}`,
          evidence: [leading.began, lost.event, event],
        });
        return;
      }
      const newer = cluster.leaderships.find(
        ({ term, node }) =>
          node !== event.node &&
          term !== undefined &&
          leading.term !== undefined &&
          term > leading.term,
      );
      if (newer === undefined || event.time - newer.began.time <= supersededTimeouts * timeout)
        return;
      context.report({
        verdict: 'suspicious',
        term: leading.term,
        nodes: [event.node],
        message: `${event.node} still acts as leader of term ${leading.term} ${ms(event.time - newer.began.time)} after ${newer.node} became leader of term ${newer.term}`,
        evidence: [leading.began, newer.began, event],
      });
    };

    return {
      on: {
        'fault.injected': lookAround,
        'fault.cleared': lookAround,
        'node.crashed': lookAround,
        'node.stopped': lookAround,
        'node.started': lookAround,
        'timer.expired': act,
        'message.sent': act,
        'message.received': hear,
        'test.observed': (seen) => {
          if (seen.fact !== 'no-leader') return;
          watched = true;
          const left = leadersLeftBehind(cluster, seen);
          if (left === undefined) return;
          context.report({
            verdict: 'violated',
            severity: 'violation',
            nodes: [...left.nodes].sort(nodeOrder),
            message: left.message,
            evidence: left.evidence,
          });
        },
      },
      onLeadership({ node, began }) {
        heard.delete(node);
        lookAround(began);
      },
      end() {
        if (!watched) return missing('what leaders do, with times and the election timeout');
        return cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
      },
    };
  },
};

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
