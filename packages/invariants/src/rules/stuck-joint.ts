import type { EventOf } from '@raftlens/trace';
import { enough, missing } from '../enough.ts';
import type { Rule } from '../rule.ts';

/** A leader that goes on leading leaves a joint configuration within a round trip or two. */
const timeoutsInJoint = 10;

/**
 * A joint configuration is left (Raft §6): once it is committed, its leader appends C_new.
 *
 * Evidence: ten election timeouts after a leader committed a joint configuration the same leader's
 * timers still fire, in the same term, and no configuration followed.
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
  create(context) {
    const { cluster } = context;
    const joint = new Map<string, EventOf<'config.committed'>>();
    let judged = false;
    return {
      on: {
        'config.committed': (event) => {
          const { node, role, votersOutgoing = [] } = event;
          if (node === undefined) return;
          judged = true;
          if (role === 'leader' && votersOutgoing.length > 0) joint.set(node, event);
          else joint.delete(node);
        },
        'config.appended': ({ node }) => {
          if (node !== undefined) joint.delete(node);
        },
        'timer.expired': (event) => {
          if (joint.size === 0 || event.node === undefined) return;
          const committed = joint.get(event.node);
          if (committed === undefined) return;
          if (event.role !== 'leader' || event.term !== committed.term) {
            joint.delete(event.node);
            return;
          }
          const timeout = cluster.electionTimeoutMs();
          const waited = event.time - committed.time;
          if (timeout === undefined || waited <= timeoutsInJoint * timeout) return;
          joint.delete(event.node);
          context.report({
            verdict: 'suspicious',
            term: event.term,
            nodes: [event.node],
            message:
              `${event.node} still leads under the joint configuration that it committed ` +
              `${Math.round(waited)} ms ago, more than ${timeoutsInJoint} election timeouts`,
            evidence: [committed, event],
          });
        },
      },
      end: () => (judged ? enough : missing('configurations that are committed')),
    };
  },
};
