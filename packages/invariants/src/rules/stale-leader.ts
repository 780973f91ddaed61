import { type EventOf, nodeOrder, type TraceEvent } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';
import type { Leadership } from '../cluster/leadership.ts';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { clockStep } from './clock-step.ts';
import { leadersLeftBehind } from './leaders-left-behind.ts';
import { createLostMajorities, type LostMajorities } from './lost-majorities.ts';

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
 * has one, where no line says whether it checks (suspicious); (3) a test finds no leader among the
 * connected servers, and every one of them led an older term, never said that it left, and does not
 * campaign.
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
  why:
    'It answers clients with stale data, and has no election timer: ' +
    'when the newer leader goes too, nobody campaigns.',
  example: [
    'n1 becomes leader in term 2',
    'n1 is cut off',
    'much later n1 still acts as leader of term 2',
  ],
  source: 'thesis §6.2; Raft §8',
  severity: 'warning',
  mayViolate: true,
  needs: [
    { event: 'role.changed', fields: ['term'] },
    { event: 'fault.injected', fields: ['nodes'] },
    { event: 'trace.started', fields: ['config'] },
  ],
  // The harness asks servers what they are; else the answers that a leader hears have to be told.
  restsOn: ({ evidence }) =>
    evidence.at(-1)?.event === 'test.observed' ? [] : ['message.received AppendEntriesResponse'],
  create(context) {
    const { cluster } = context;
    const losses = createLostMajorities(cluster);
    const attendAnew = attendTo(losses, context);
    let watched = false;
    /** Most lines of a leader are those of the newest one, which nobody has superseded. */
    let newestTerm = -1;

    const act = (event: Act): void => {
      if (event.role !== 'leader' || event.node === undefined) return;
      const checked = cluster.started?.config?.checkQuorum;
      const leading = cluster.servers.get(event.node)?.leading;
      const timeout = cluster.electionTimeoutMs();
      watched ||= mayLead(checked, losses) || (leading !== undefined && timeout !== undefined);
      if (mayLead(checked, losses) || leading === undefined || timeout === undefined) return;
      const report = checked
        ? withoutMajority(losses, leading, event, timeout)
        : (leading.term ?? newestTerm) < newestTerm
          ? superseded(cluster, leading, event, timeout)
          : undefined;
      if (checked && actsAlone(losses, leading, event, timeout)) {
        context.attendServer(event.node, 'message.sent', true);
      }
      if (report !== undefined) context.report(report);
    };

    const lookAround = (event: TraceEvent): void => {
      losses.lookAround(event);
      attendAnew();
    };

    return {
      idle: { 'message.received': 'all', 'timer.expired': 'all', 'message.sent': 'all' },
      on: {
        'fault.injected': lookAround,
        'fault.cleared': lookAround,
        'node.crashed': lookAround,
        'node.stopped': lookAround,
        'node.started': lookAround,
        'timer.expired': act,
        'message.sent': act,
        'message.received': losses.hear,
        'config.appended': losses.joined,
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
      onLeadership({ node, term, began }) {
        if (term !== undefined && term > newestTerm) newestTerm = term;
        losses.leadsAnew(node);
        lookAround(began);
      },
      end() {
        if (!watched) return missing('what leaders do, with times and the election timeout');
        return cluster.everyVoterSpeaks() ? enough : missing('the lines of every server');
      },
    };
  },
};

/**
 * A leader that checks its quorum is of no interest while it has one. Looks for what to ask for
 * after each line that may change it.
 */
function attendTo(losses: LostMajorities, context: RuleContext): () => void {
  const { cluster } = context;
  let checked: boolean | undefined;
  const alone = new Set<string>();
  return () => {
    const checks = cluster.started?.config?.checkQuorum === true;
    if (checks !== checked) {
      checked = checks;
      const share = checked ? 'none' : 'all';
      context.attend('message.received', share);
      context.attend('timer.expired', share);
      context.attend('message.sent', share);
    }
    if (!checked || (alone.size === 0 && !losses.any())) return;
    for (const id of cluster.servers.keys()) {
      const lost = losses.of(id) !== undefined;
      if (lost === alone.has(id)) continue;
      context.attendServer(id, 'message.received', lost);
      context.attendServer(id, 'timer.expired', lost);
      // What it sends is of interest only later, and its timers show when.
      if (lost) alone.add(id);
      else {
        alone.delete(id);
        context.attendServer(id, 'message.sent', false);
      }
    }
  };
}

/** Without the check whoever hears of no newer term leads on; with it, who has a majority. */
function mayLead(checked: boolean | undefined, losses: LostMajorities): boolean {
  return checked === false || (checked === true && !losses.any());
}

type Act = EventOf<'timer.expired' | 'message.sent'>;

/** A leader without a majority acts longer than one check of its quorum could let it. */
function actsAlone(
  losses: LostMajorities,
  { node }: Leadership,
  { time }: Act,
  timeout: number,
): boolean {
  const lost = losses.of(node);
  return lost !== undefined && time - lost.since > timeout;
}

/** A leader that declares to check its quorum acts long after it lost it. */
function withoutMajority(
  losses: LostMajorities,
  { node, term, began }: Leadership,
  event: Act,
  timeout: number,
): Report | undefined {
  const lost = losses.of(node);
  if (lost === undefined || event.time - lost.since <= checkQuorumTimeouts * timeout) return;
  const alone = event.time - losses.lastQuorum(node, lost.since);
  if (alone - clockStep(lost.event, event) <= checkQuorumTimeouts * timeout) return;
  return {
    verdict: 'violated',
    severity: 'violation',
    term,
    nodes: [node],
    message:
      `${node} still acts as leader of term ${term ?? '?'} ${ms(alone)} after it last heard ` +
      `from a majority, although it declares to check its quorum every ${ms(timeout)}`,
    evidence: [began, lost.event, event],
  };
}

/** A leader acts long after a newer term has a leader; no line says that it checks its quorum. */
function superseded(
  { leaderships }: ClusterView,
  { node, term, began }: Leadership,
  event: Act,
  timeout: number,
): Report | undefined {
  if (term === undefined) return;
  const newer = leaderships.find(
    (each) => each.node !== node && each.term !== undefined && each.term > term,
  );
  if (newer === undefined) return;
  const late = event.time - newer.began.time;
  if (late <= supersededTimeouts * timeout) return;
  return {
    verdict: 'suspicious',
    term,
    nodes: [node],
    message:
      `${node} still acts as leader of term ${term} ${ms(late)} ` +
      `after ${newer.node} became leader of term ${newer.term}`,
    evidence: [began, newer.began, event],
  };
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
