import type { Cause } from '../cause.ts';

/** The old leader's heartbeats go on after it stepped down. */
export const staleHeartbeatLoop: Cause = {
  name: 'stale-heartbeat-loop',
  title: "An old leader's heartbeat loop goes on",
  harmless: false,
  explains: ['append-from-leader-only'],
  story:
    'Winning an election starts a loop that sends heartbeats. Where the loop does not check ' +
    'on each round that the server is still leader, in the same term, it goes on after the ' +
    'server stepped down, and stamps its heartbeats with the new currentTerm: followers take ' +
    'it for the leader of a term in which another one was elected, or nobody (Raft §5.2, ' +
    'Figure 2 "Leaders").',
  explain(report) {
    if (report.rule !== 'append-from-leader-only') return undefined;
    const [before, sent] = report.evidence;
    const stepped = before?.event === 'role.changed' && before.from === 'leader';
    return {
      confidence: stepped ? 0.95 : 0.8,
      why:
        `${report.nodes[0]} sends heartbeats as ` +
        `${sent?.role ?? 'non-leader'}${stepped ? ' after it stepped down' : ''}: the loop ` +
        `of its old leadership runs on`,
    };
  },
};
