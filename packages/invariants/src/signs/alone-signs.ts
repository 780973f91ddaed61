import { termAt } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import type { Step } from './step.ts';

/**
 * A server that is the only voter needs nobody: its own durable vote elects it, and what it has
 * written as leader is committed (Raft §5.2, §5.3). By its next input it has done both.
 */
export const aloneSigns: MakeSignWatch = (tell) => ({
  step(step) {
    const { configuration, life } = step.before;
    if (configuration?.voters.length !== 1 || configuration.outgoing.length > 0) return;
    if (configuration.voters[0] !== step.server.id || step.input.event === 'node.started') return;
    if (life !== step.server.life) return;
    lookAtVote(step, tell);
    lookAtCommit(step, tell);
  },
});

function lookAtVote({ server, before, input }: Step, tell: TellSign): void {
  const { durable, term, role } = before;
  if (role !== 'candidate' || durable?.term !== term || durable?.votedFor !== server.id) return;
  tell(
    'votes-without-self',
    0.95,
    `${server.id}, the only voter, has written its vote for itself in term ${term}, and is not ` +
      'elected',
    [input],
  );
}

function lookAtCommit({ server, before, input }: Step, tell: TellSign): void {
  const { durable, term, role, commit, configuration } = before;
  const written = Math.min(durable?.last ?? 0, before.last);
  if (role !== 'leader' || written <= commit || termAt(server, written) !== term) return;
  // It counts when something is written, not when others leave.
  if (written < (configuration?.index ?? 0)) return;
  const why =
    `${server.id}, the only voter and leader of term ${term}, has written its log through ` +
    `${written} and committed ${commit}`;
  const first = termAt(server, commit + 1);
  if (first !== undefined && first !== term) {
    const old = `${why}: entry ${commit + 1} is of term ${first}`;
    tell('commit-scan-stops-at-old-term', 0.95, old, [input]);
    tell('commit-by-two', 0.6, why, [input]);
  } else tell('commit-by-two', 0.95, why, [input]);
}
