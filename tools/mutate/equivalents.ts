import { nameOf } from './mutant.ts';

/**
 * A line that can be broken in these ways without any run being another one, and why. The line is
 * as it stands, so that one that changes asks for its argument again.
 */
interface Equivalent {
  readonly file: string;
  readonly text: string;
  readonly changes: readonly string[];
  readonly why: string;
}

const arguments_: readonly Equivalent[] = [
  {
    file: 'check-settings.ts',
    text: 'const { maxEntriesPerAppend, maxInflightAppends = 1, leaseDriftMs } = settings;',
    changes: ['1 is 2'],
    why: 'it stands for a setting that is left out, and is only asked whether it is 1 or more',
  },
  {
    file: 'commit.ts',
    text: 'for (let index = lastIndex(server.log); index > server.commitIndex; index -= 1) {',
    changes: ['> is >='],
    why: 'advanceCommit does nothing for an index that is committed already',
  },
  {
    file: 'commit.ts',
    text: 'if (entry === undefined) return;',
    changes: ['left out', 'the condition is false'],
    why: 'commitIndex never passes the end of the log, and what is compacted is applied',
  },
  {
    file: 'compact.ts',
    text: 'if (term === undefined) return false;',
    changes: ['left out', 'the condition is false', 'false is true'],
    why: 'what is applied and not compacted away is in the log, and has a term',
  },
  {
    file: 'configuration.ts',
    text:
      'if (!isJoint(configuration) && configuration.learners.length === 0) ' +
      'return configuration.voters;',
    changes: ['left out', 'the condition is false'],
    why: 'the set of the voters, of nobody and of nobody is that of the voters',
  },
  {
    file: 'configuration.ts',
    text: 'if (!isJoint(configuration)) return configuration.voters;',
    changes: ['left out', 'the condition is false'],
    why: 'the set of the voters and of nobody is that of the voters',
  },
  {
    file: 'configurations.ts',
    text: "if (last === undefined) throw new Error('a server always has a configuration');",
    changes: ['left out', 'the condition is false'],
    why: 'a server always has a configuration',
  },
  {
    file: 'configurations.ts',
    text:
      'while (configurations.length > 1 && (configurations.at(-1)?.index ?? 0) >= fromIndex) ' +
      '{',
    changes: ['> is >=', '0 is 1', '1 is 0'],
    why: 'the first one stands where the log begins, and nothing is truncated there',
  },
  {
    file: 'configurations.ts',
    text: 'let configuration = server.configurations[0]?.configuration ?? server.configuration;',
    changes: ['0 is 1'],
    why: 'the first one holds from where the log begins, so that the loop sets it in any case',
  },
  {
    file: 'effects.ts',
    text: 'if (server.configurationCommitted) actOnConfiguration(server);',
    changes: ['the condition is true'],
    why: 'who has acted on a committed configuration finds nothing to do about it again',
  },
  {
    file: 'effects.ts',
    text: 'server.configurationCommitted = false;',
    changes: ['left out', 'false is true'],
    why: 'who has acted on a committed configuration finds nothing to do about it again',
  },
  {
    file: 'effects.ts',
    text: 'if (server.forwardedReads.length > 0) serveApplied(server);',
    changes: ['> is >=', 'the condition is true'],
    why: 'of no reads none is served, and the timer is started anew for those that it waits for',
  },
  {
    file: 'effects.ts',
    text: 'if (messages !== none) server.outbox = [];',
    changes: ['the condition is true'],
    why: 'what was empty is empty again',
  },
  {
    file: 'effects.ts',
    text: 'if (committed !== none) server.committed = [];',
    changes: ['the condition is true'],
    why: 'what was empty is empty again',
  },
  {
    file: 'effects.ts',
    text: 'if (reads !== none) server.endedReads = [];',
    changes: ['the condition is true'],
    why: 'what was empty is empty again',
  },
  {
    file: 'effects.ts',
    text: 'const entries = logDirty ? slice(server.log, fromIndex, last - fromIndex + 1) : none;',
    changes: ['- is +', '1 is 2'],
    why: 'there are no more entries than up to the last',
  },
  {
    file: 'end-reads.ts',
    text: 'server.readDue = false;',
    changes: ['left out', 'false is true'],
    why: 'the next effects clear it, and who leads no more sends nothing for it',
  },
  {
    file: 'events/entry-ids.ts',
    text: 'if (entries.length === 0) return none;',
    changes: ['left out', 'the condition is false'],
    why: 'a list made for the occasion, with nothing in it, is equal to this one',
  },
  {
    file: 'events/envelope.ts',
    text: 'if (observer === undefined) return false;',
    changes: ['false is true'],
    why: 'where nobody observes, the call that would make the event is not made either',
  },
  {
    file: 'flow-control.ts',
    text: 'if (limit === undefined) return false;',
    changes: ['left out', 'the condition is false'],
    why: 'without a limit nothing else ever changes a flow, and a probe is never under way',
  },
  {
    file: 'flow-control.ts',
    text: 'if (server.settings.maxInflightAppends === undefined) return;',
    changes: ['the condition is false', 'left out'],
    why: 'without a limit a rejection finds the flow as it leaves it',
  },
  {
    file: 'flow-control.ts',
    text: 'progress.probing = false;',
    changes: ['left out', 'false is true'],
    why: 'where a snapshot is given up, the next one leaves at once, whatever is under way',
  },
  {
    file: 'flow-control.ts',
    text: 'progress.nextIndex = progress.matchIndex + 1;',
    changes: ['+ is -', 'without + 1', '1 is 0'],
    why: 'any index that is compacted away has the snapshot sent, which moves it behind that',
  },
  {
    file: 'log.ts',
    text: 'if (candidate.lastLogTerm !== ownTerm) return candidate.lastLogTerm > ownTerm;',
    changes: ['> is >='],
    why: 'equal terms do not come to this comparison',
  },
  {
    file: 'log.ts',
    text: 'return start >= log.entries.length ? [] : log.entries.slice(start, start + limit);',
    changes: ['>= is >'],
    why: 'a slice from the end on is empty too',
  },
  {
    file: 'on-append-entries-response.ts',
    text: 'if (server.confirmingReads.length > 0) confirmReads(server);',
    changes: ['> is >=', 'the condition is true'],
    why: 'of no reads none is confirmed, and the timer is started anew for those that it waits for',
  },
  {
    file: 'on-append-entries-response.ts',
    text: 'if (term !== undefined && term < response.conflictTerm) break;',
    changes: ['left out', 'the condition is false', '!== is ===', '< is <='],
    why: 'terms only fall on the way down, so that nothing is found further on',
  },
  {
    file: 'on-append-entries.ts',
    text:
      'while (known < request.entries.length && termAt(log, index) === ' +
      'request.entries[known]?.term) {',
    changes: ['< is <='],
    why: 'one step too far still leaves nothing to append',
  },
  {
    file: 'on-install-snapshot.ts',
    text: 'server.logDirtyFrom = index + 1;',
    changes: ['+ is -', 'without + 1', '1 is 0'],
    why: 'the line behind raises it to index + 1',
  },
  {
    file: 'on-install-snapshot.ts',
    text: 'server.durableIndex = index;',
    changes: ['left out'],
    why: 'the log ends at index, and the line behind bounds it by that',
  },
  {
    file: 'progress.ts',
    text: 'snapshotSentAt: 0,',
    changes: ['0 is 1', 'the property is undefined'],
    why: 'it is set when a snapshot is sent, and not asked before',
  },
  {
    file: 'progress.ts',
    text: "flow: 'probe',",
    changes: ['the property is undefined'],
    why: 'it is only asked whether it is one of the two others',
  },
  {
    file: 'progress.ts',
    text: 'probing: false,',
    changes: ['the property is undefined'],
    why: 'undefined is as good as false',
  },
  {
    file: 'propose.ts',
    text: 'server.logDirtyFrom = Math.min(server.logDirtyFrom, index);',
    changes: ['left out'],
    why: 'logDirtyFrom is the index behind the log at most, which is where the entry went',
  },
  {
    file: 'server.ts',
    text: 'electionDeadline: Number.POSITIVE_INFINITY,',
    changes: ['the property is undefined'],
    why: 'the election timer starts with the server',
  },
  {
    file: 'server.ts',
    text: 'electionStartedAt: 0,',
    changes: ['0 is 1', 'the property is undefined'],
    why: 'the election timer starts with the server',
  },
  {
    file: 'server.ts',
    text: 'now: 0,',
    changes: ['0 is 1', 'the property is undefined'],
    why: 'a server starts at the time that it is given',
  },
  {
    file: 'sessions.ts',
    text: 'if (at <= clockMs) return;',
    changes: ['<= is <'],
    why: 'who is over at a time went when the clock came there, and none is opened in the past',
  },
  {
    file: 'sessions.ts',
    text: 'if (sequence <= session.firstUnacknowledged) return;',
    changes: ['<= is <'],
    why: 'what is before the first unacknowledged one went when that was acknowledged',
  },
  {
    file: 'start-read.ts',
    text: 'if (confirmingReads.length === 0) restartReadTimer(server);',
    changes: ['the condition is true'],
    why: 'the timer is started for the reads that it waits for, a wake-up with nothing to do less',
  },
  {
    file: 'start-read.ts',
    text: 'restartReadTimer(server);',
    changes: ['left out'],
    why: 'at a follower, the effects that are taken behind it start the timer',
  },
  {
    file: 'tick.ts',
    text: 'if (now >= server.readDeadline) expireReads(server);',
    changes: ['the condition is true'],
    why: 'reads whose time is not over stay, and the timer is started anew for them',
  },
  {
    file: 'transfer-leadership.ts',
    text: 'if (transfer === undefined) return;',
    changes: ['left out', 'the condition is false'],
    why: 'nobody calls this who hands nothing over',
  },
  {
    file: 'transitions.ts',
    text: 'if (server.transfer !== undefined) endTransferWithRole(server, cause);',
    changes: ['the condition is true'],
    why: 'a transfer that is not there does not end',
  },
  {
    file: 'transitions.ts',
    text: "if (server.confirmingReads.length > 0) failConfirmingReads(server, 'leadership-lost');",
    changes: ['> is >=', 'the condition is true'],
    why: 'of no reads none fails, and who leads no more sends nothing for one',
  },
  {
    file: 'transitions.ts',
    text: 'if (isJoint(server.configuration)) server.configurationCommitted = true;',
    changes: ['the condition is true'],
    why: 'nobody is elected whom a committed configuration without a second set has to move',
  },
  {
    file: 'transitions.ts',
    text: "if (server.role === 'follower') return;",
    changes: ['left out', 'the condition is false'],
    why: 'a follower has no timers of a leader, and no leadership to end',
  },
  {
    file: 'transitions.ts',
    text: 'stopLeaderTimers(server);',
    changes: ['left out'],
    why: 'who campaigns led nobody just before',
  },
];

/** The arguments by the names of their mutants. */
export const equivalents: ReadonlyMap<string, string> = new Map(
  arguments_.flatMap(({ file, text, changes, why }) =>
    changes.map((change) => [nameOf({ file, text, change }), why] as const),
  ),
);
