import type { EventOf } from '@raftlens/trace';
import { createRequests, type Requests } from './requests.ts';
import type { DenySign, MakeSignWatch } from './sign.ts';
import { eventIn, receivedOf, type Step, setsElectionTimer } from './step.ts';

/** What servers were seen to do right with entries, where a bug of the catalogue would not. */
export const logConduct: MakeSignWatch = (_tell, deny) => {
  const requests = createRequests();
  return {
    step(step) {
      lookAtAppend(step, deny);
      lookAtAnswer(step, requests, deny);
      lookAtCommit(step, deny);
    },
    event: requests.observe,
  };
};

function lookAtAppend(step: Step, deny: DenySign): void {
  const request = receivedOf(step, 'AppendEntries');
  if (request === undefined) return;
  const { before, server } = step;
  const restarts = setsElectionTimer(step);
  if ((request.rpcTerm ?? 0) < (before.term ?? 0)) {
    if (before.role === 'follower' && !restarts && server.term === before.term) {
      const how = `${server.id} let its timer run on for AppendEntries of an older term`;
      deny('stale-append-resets-timer', () => how);
      deny('old-append-accepted', () => `${server.id} refused AppendEntries of an older term`);
    }
    return;
  }
  const accepted = eventIn(step, 'append.accepted');
  if (accepted === undefined) return;
  if (restarts) deny('append-keeps-timer', () => `${server.id} set its timer anew for its leader`);
  lookAtEntries(step, request, deny);
}

function lookAtEntries(step: Step, request: EventOf<'message.received'>, deny: DenySign): void {
  const { before, server } = step;
  const { prevLogIndex: prev, entries = [] } = request;
  const { fit, last } = before;
  if (prev === undefined || fit?.held !== true) return;
  const cut = eventIn(step, 'log.truncated');
  const where = fit.differsAt;
  if (where === undefined && entries.length > 0 && cut === undefined && last > prev) {
    deny(
      'truncate-always',
      () => `${server.id} kept entries that it had already, from ${prev + 1}`,
    );
  }
  if (where !== undefined && where <= last && cut?.fromIndex === where) {
    const how = `${server.id} deleted its own entries from ${where} on, where they differ`;
    deny('conflict-kept', () => how);
    deny('conflict-keeps-tail', () => how);
  }
  const answer = eventIn(step, 'message.sent');
  if (answer?.kind !== 'AppendEntriesResponse') return;
  const ends = prev + entries.length;
  if (answer.matchIndex === ends && ends < server.last) {
    deny(
      'ack-own-last',
      () => `${server.id} confirmed ${ends}, and its log ends at ${server.last}`,
    );
  }
}

function lookAtAnswer(step: Step, requests: Requests, deny: DenySign): void {
  const answer = receivedOf(step, 'AppendEntriesResponse');
  const { before, server } = step;
  if (answer === undefined || before.role !== 'leader') return;
  const asked = requests.askedBy(answer)?.rpcTerm;
  const update = step.events.find(
    (event) => event.event === 'progress.updated' && event.peer === answer.from,
  );
  const id = server.id;
  const tells = answer.success === true && (answer.matchIndex ?? 0) > (before.progress?.match ?? 0);
  if (asked !== undefined && asked < (before.term ?? 0) && tells && update === undefined) {
    deny('stale-ack', () => `${id} made nothing of an answer to what it sent in term ${asked}`);
  }
  if (before.progress === undefined || update?.event !== 'progress.updated') return;
  const { match } = before.progress;
  const { matchIndex: said = 0, success } = answer;
  if (success === false && update.matchIndex === match) {
    deny('rejection-counts', () => `${answer.from} refused, and ${id} notes no more of it`);
  }
  if (success === true && said > match && said < before.last && update.matchIndex === said) {
    deny('match-is-length', () => `${answer.from} confirmed ${said}, and ${id} notes just that`);
  }
}

function lookAtCommit({ events, before, server }: Step, deny: DenySign): void {
  for (const event of events) {
    if (event.event !== 'commit.advanced' || event.role !== 'leader') continue;
    const { length } = before.configuration?.voters ?? [];
    const held = event.acks?.length;
    if (held === undefined || length < 3 || held >= length) continue;
    const how = `${server.id} committed index ${event.to} with ${held} of ${length}`;
    deny('commit-needs-all', () => how);
  }
}
