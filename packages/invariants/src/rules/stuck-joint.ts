import type { EventOf, TraceEvent } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Report } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** A leader that goes on leading leaves a joint configuration within a round trip or two. */
const timeoutsInJoint = 10;

/** A joint configuration that a server knows to be committed. */
interface Joint {
  readonly committed: EventOf<'config.committed'>;
  /** Since when the server could have left it: it leads, and knows. */
  leading: EventOf<'config.committed' | 'role.changed'> | undefined;
}

/**
 * A joint configuration is left (Raft §6): once it is committed, its leader appends C_new, and so
 * does the next one where that leader died before it could.
 *
 * Evidence: ten election timeouts after a leader committed a joint configuration, or a server that
 * knew it to be committed was elected, the same leader's timers still fire, in the same term, and
 * no configuration followed.
 *
 * Smallest counter-example: n1 commits C_old,new; ten election timeouts later n1 sends heartbeats,
 * and nobody has seen C_new.
 */
export const stuckJoint: Rule = {
  id: 'stuck-joint',
  code: 'C8',
  title: 'A joint configuration is left',
  statement: 'Once a joint configuration is committed, its leader soon goes on to the new one.',
  why:
    'Until then every decision needs two majorities, servers that were to leave still count, ' +
    'and no other change can begin.',
  example: [
    'n1, leader, commits a joint configuration',
    'ten election timeouts later n1 still leads under it',
  ],
  source: 'Raft §6',
  severity: 'warning',
  needs: [
    { event: 'config.committed', fields: ['role', 'term', 'votersOutgoing'] },
    { event: 'config.appended', fields: ['votersOutgoing'] },
    { event: 'timer.expired', fields: ['role', 'term'] },
  ],
  // What it knew before it was elected may have gone by a snapshot that nobody tells of.
  restsOn: ({ evidence }) =>
    evidence.some(({ event }) => event === 'role.changed')
      ? ['config.appended', 'snapshot.installed']
      : [],
  create(context) {
    const joint = new Map<string, Joint>();
    let judged = false;
    const forget = ({ node }: TraceEvent): void => {
      if (node !== undefined) joint.delete(node);
    };
    return {
      forgetsBy: [
        'node.started',
        'snapshot.installed',
        'config.appended',
        'role.changed',
        'timer.expired',
      ],
      on: {
        'node.started': forget,
        'snapshot.installed': forget,
        'config.appended': forget,
        'config.committed': (event) => {
          const { node, role, votersOutgoing = [] } = event;
          if (node === undefined) return;
          judged = true;
          if (votersOutgoing.length === 0) joint.delete(node);
          else joint.set(node, { committed: event, leading: leads(role) ? event : undefined });
        },
        'role.changed': (event) => {
          const known = joint.get(event.node ?? '');
          if (known !== undefined) known.leading = leads(event.to) ? event : undefined;
        },
        'timer.expired': (event) => {
          if (joint.size === 0 || event.node === undefined) return;
          const known = joint.get(event.node);
          if (known?.leading === undefined) return;
          if (!leads(event.role) || event.term !== known.leading.term) {
            known.leading = undefined;
            return;
          }
          const timeout = context.electionTimeoutMs();
          const waited = event.time - known.leading.time;
          if (timeout === undefined || waited <= timeoutsInJoint * timeout) return;
          joint.delete(event.node);
          context.report(stuck(event, known, waited));
        },
      },
      end: () => (judged ? enough : missing('configurations that are committed')),
    };
  },
};

function leads(role: string | undefined): boolean {
  return role === 'leader';
}

function stuck(
  event: EventOf<'timer.expired'>,
  { committed, leading }: Joint,
  waitedMs: number,
): Report {
  const { node, term } = event;
  const elected = leading?.event === 'role.changed' ? [leading] : [];
  const since =
    elected.length > 0 ? 'that it knew to be committed when it was elected' : 'that it committed';
  return {
    verdict: 'suspicious',
    term,
    nodes: node === undefined ? [] : [node],
    message:
      `${node} still leads under the joint configuration ${since} ` +
      `${Math.round(waitedMs)} ms ago, more than ${timeoutsInJoint} election timeouts`,
    evidence: [committed, ...elected, event],
  };
}
