/**
 * Lines that can be broken without any run being another one, and why. Keyed by file and line as
 * they stand, so that a changed line asks for its argument again.
 */
export const equivalents: ReadonlyMap<string, string> = new Map([
  [
    'commit.ts | ' +
      'for (let index = lastIndex(server.log); index > server.commitIndex; index -= 1) ' +
      '{' +
      ' | > is >=',
    'advanceCommit does nothing for an index that is committed already',
  ],
  [
    'commit.ts | if (entry === undefined) return; | left out',
    'commitIndex never passes the end of the log, and what is compacted is applied',
  ],
  [
    'commit.ts | if (entry === undefined) return; | the condition is false',
    'commitIndex never passes the end of the log, and what is compacted is applied',
  ],
  [
    'log.ts | ' +
      'if (candidate.lastLogTerm !== ownTerm) return candidate.lastLogTerm > ownTerm;' +
      ' | > is >=',
    'equal terms do not come to this comparison',
  ],
  [
    'log.ts | ' +
      'return start >= log.entries.length ? [] : log.entries.slice(start, start + limit' +
      ');' +
      ' | >= is >',
    'a slice from the end on is empty too',
  ],
  [
    'on-append-entries-response.ts | ' +
      'if (response.conflictTerm === 0) return response.conflictIndex;' +
      ' | left out',
    'no entry is of term 0, so that the search finds none and gives the same index',
  ],
  [
    'on-append-entries-response.ts | ' +
      'if (response.conflictTerm === 0) return response.conflictIndex;' +
      ' | the condition is false',
    'no entry is of term 0, so that the search finds none and gives the same index',
  ],
  [
    'on-append-entries-response.ts | ' +
      'if (term !== undefined && term < response.conflictTerm) break;' +
      ' | left out',
    'terms only fall on the way down, so that nothing is found further on',
  ],
  [
    'on-append-entries-response.ts | ' +
      'if (term !== undefined && term < response.conflictTerm) break;' +
      ' | the condition is false',
    'terms only fall on the way down, so that nothing is found further on',
  ],
  [
    'on-append-entries-response.ts | ' +
      'if (term !== undefined && term < response.conflictTerm) break;' +
      ' | !== is ===',
    'terms only fall on the way down, so that nothing is found further on',
  ],
  [
    'on-append-entries-response.ts | ' +
      'if (term !== undefined && term < response.conflictTerm) break;' +
      ' | < is <=',
    'an equal term has returned the line before',
  ],
  [
    'on-append-entries.ts | ' +
      'while (known < request.entries.length && termAt(log, index) === request.entries[' +
      'known]?.term) {' +
      ' | < is <=',
    'one step too far still leaves nothing to append',
  ],
  [
    'on-install-snapshot.ts | server.logDirtyFrom = index + 1; | + is -',
    'the line behind raises it to index + 1',
  ],
  [
    'on-install-snapshot.ts | server.logDirtyFrom = index + 1; | without + 1',
    'the line behind raises it to index + 1',
  ],
  [
    'on-install-snapshot.ts | server.logDirtyFrom = index + 1; | 1 is 0',
    'the line behind raises it to index + 1',
  ],
  [
    'on-install-snapshot.ts | server.durableIndex = index; | left out',
    'the log ends at index, and the line behind bounds it by that',
  ],
  [
    'propose.ts | server.logDirtyFrom = Math.min(server.logDirtyFrom, index); | left out',
    'logDirtyFrom is the index behind the log at most, which is where the entry went',
  ],
  [
    "transitions.ts | if (server.role === 'follower') return; | left out",
    'a follower has no timers of a leader, and no leadership to end',
  ],
  [
    "transitions.ts | if (server.role === 'follower') return; | the condition is false",
    'a follower has no timers of a leader, and no leadership to end',
  ],
  [
    "transitions.ts | requestVotes(server, 'PreVote', false); | false is true",
    'nobody reads `transfer` in a PreVote',
  ],
  ['transitions.ts | stopLeaderTimers(server); | left out', 'who campaigns led nobody just before'],
]);
