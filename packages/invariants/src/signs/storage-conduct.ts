import type { EventOf } from '@raftlens/trace';
import type { DenySign, MakeSignWatch } from './sign.ts';
import { eventIn, type Step } from './step.ts';

/** What servers wrote and had after a restart, where a bug of the catalogue would not. */
export const storageConduct: MakeSignWatch = (_tell, deny) => ({
  step(step) {
    const { input, before } = step;
    if (input.event === 'node.started' && before.life !== undefined) {
      lookAtRestart(step, input, deny);
    }
    for (const event of step.events) {
      if (event.event === 'state.persisted') lookAtWrite(event, deny);
      if (event.event === 'timer.started') noteTimeout(step, event, deny);
    }
  },
});

function lookAtRestart(step: Step, started: EventOf<'node.started'>, deny: DenySign): void {
  const { before, server } = step;
  const { lastLogIndex = 0, snapshotIndex = 0, votedFor, term } = started;
  const id = server.id;
  if (lastLogIndex > snapshotIndex) {
    deny('no-persist-log', () => `${id} started again with entries through ${lastLogIndex}`);
    if (eventIn(step, 'commit.advanced') === undefined) {
      deny('commit-on-restart', () => `${id} started again and took nothing new for committed`);
    }
  }
  if (snapshotIndex > 0 && snapshotIndex === before.base) {
    const how = `${id} started again with its snapshot through ${snapshotIndex}`;
    deny('snapshot-not-saved', () => how);
    if (lastLogIndex >= snapshotIndex) deny('restart-ignores-snapshot', () => how);
  }
  if ((term ?? 0) > 0) deny('no-persist-term', () => `${id} started again in term ${term}`);
  if (typeof votedFor === 'string') {
    deny('no-persist-vote', () => `${id} started again with its vote for ${votedFor}`);
  }
}

function lookAtWrite({ node, currentTerm, votedFor }: Written, deny: DenySign): void {
  if ((currentTerm ?? 0) > 0) deny('no-persist-term', () => `${node} writes term ${currentTerm}`);
  if (votedFor === undefined) return;
  deny('no-persist-vote', () => `${node} writes its vote for ${votedFor}`);
  if (votedFor === node) deny('candidate-forgets-own-vote', () => `${node} writes its own vote`);
}

type Written = EventOf<'state.persisted'>;

/** Two timeouts of one server that differ are enough. */
function noteTimeout({ server }: Step, event: EventOf<'timer.started'>, deny: DenySign): void {
  const { timeoutMs, timer } = event;
  if (timer !== 'election' || timeoutMs === undefined) return;
  const { lastTimeout } = server;
  if (lastTimeout !== undefined && lastTimeout !== timeoutMs) {
    const how = `${server.id} waits ${lastTimeout} ms for an election, then ${timeoutMs} ms`;
    deny('fixed-election-timeout', () => how);
  }
  server.lastTimeout = timeoutMs;
}
