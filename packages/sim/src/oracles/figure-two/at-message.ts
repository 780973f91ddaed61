import type {
  AppendEntries,
  Message,
  PreVoteResponse,
  RequestVote,
  RequestVoteResponse,
  Server,
} from '@raftlens/core';
import { atAnswer, atSnapshotAnswer } from './at-answer.ts';
import { atConfiguration } from './at-configuration.ts';
import { wrongHint } from './at-refusal.ts';
import { atSnapshot, besideLeader } from './at-snapshot.ts';
import { type Breach, isQuorum, isUpToDate, lastIndexOf, type Step, termOf } from './step.ts';

/** Looks at a server before it takes a message; what it returns looks at what came of it. */
export function atMessage(server: Server, message: Message): (step: Step) => Breach {
  const isAppend = message.kind === 'AppendEntries';
  const appended = isAppend ? expectAppend(server, message) : undefined;
  const installed = message.kind === 'InstallSnapshot' ? atSnapshot(server, message) : undefined;
  const answered = beforeAnswer(server, message);
  return (step) => {
    const { before } = step;
    if (isDisruptive(step, message)) return nothingMoves(step);
    if (message.term < before.term && isRequest(message)) {
      return nothingMoves(step) ?? answersInOwnTerm(step, message);
    }
    const adopted = adoption(step, message);
    if (adopted !== undefined) return adopted;
    switch (message.kind) {
      case 'RequestVote':
        return onVoteAsked(step, message);
      case 'RequestVoteResponse':
        return onVote(step, message);
      case 'PreVote':
        return onPreVote(step, message);
      case 'PreVoteResponse':
        return onPreVoteAnswer(step, message);
      case 'InstallSnapshot':
        return installed?.(step) ?? atConfiguration(step.server);
      case 'AppendEntries':
        return onAppend(step, message, appended);
      case 'TimeoutNow':
        return onTimeoutNow(step, message.term);
      default:
        return answered?.(step);
    }
  };
}

function beforeAnswer(server: Server, message: Message): ((step: Step) => Breach) | undefined {
  if (message.kind === 'AppendEntriesResponse') return atAnswer(server, message);
  if (message.kind === 'InstallSnapshotResponse') return atSnapshotAnswer(server, message);
  return undefined;
}

function isRequest({ kind }: Message): boolean {
  return ['RequestVote', 'AppendEntries', 'InstallSnapshot', 'TimeoutNow'].includes(kind);
}

function isDisruptive({ before, server }: Step, message: Message): boolean {
  const candidate = message.kind === 'RequestVote' && message.transfer !== true;
  const sticky = server.settings.leaderStickiness === true && before.hearsLeader;
  return candidate && sticky && message.term > before.term;
}

function nothingMoves({ before, server }: Step): Breach {
  const same =
    server.currentTerm === before.term &&
    server.votedFor === before.vote &&
    server.role === before.role &&
    lastIndexOf(server) === before.lastIndex &&
    server.commitIndex === before.commitIndex &&
    server.electionDeadline === before.electionDeadline;
  return same ? undefined : 'a stale or disruptive request moves it (Raft §5.1)';
}

function answersInOwnTerm({ server, sent }: Step, message: Message): Breach {
  const wrong = sent.find(
    (answer) =>
      answer.to === message.from &&
      (answer.term !== server.currentTerm ||
        ('voteGranted' in answer && answer.voteGranted) ||
        ('success' in answer && answer.success) ||
        ('matchIndex' in answer && answer.matchIndex > 0)),
  );
  return wrong === undefined ? undefined : 'it grants a stale request (Figure 2, receivers 1)';
}

/** A newer term makes any server a follower of it (Figure 2, all servers). */
function adoption({ before, server }: Step, message: Message): Breach {
  if (message.term <= before.term) return undefined;
  const campaigns = message.kind === 'TimeoutNow' && server.role !== 'follower';
  if (server.currentTerm === message.term && server.role === 'follower') {
    const votes = !bringsVoteOrLeader(message) && server.votedFor !== undefined;
    return votes ? `it has a vote in a term that ${message.kind} told (Figure 2)` : undefined;
  }
  if (campaigns && server.currentTerm === message.term + 1) return undefined;
  const how = `${server.role} of term ${server.currentTerm}`;
  return `it is ${how} after a message of term ${message.term} (Figure 2, all servers)`;
}

/** A term that has its leader needs no votes any more: what is kept as one harms nobody. */
function bringsVoteOrLeader({ kind }: Message): boolean {
  return kind === 'RequestVote' || kind === 'AppendEntries' || kind === 'InstallSnapshot';
}

function onVoteAsked({ before, server, sent, now }: Step, request: RequestVote): Breach {
  const vote = request.term > before.term ? undefined : before.vote;
  const free = vote === undefined || vote === request.from;
  const grants = free && isUpToDate(before, request);
  const should = grants ? 'should' : 'should not';
  const answer = sent.find(({ kind }) => kind === 'RequestVoteResponse');
  if (answer?.kind !== 'RequestVoteResponse' || answer.voteGranted !== grants) {
    return `${request.from} ${should} have its vote (Figure 2, RequestVote 2)`;
  }
  if (server.votedFor !== (grants ? request.from : vote)) {
    return `votedFor is ${server.votedFor} after a vote ${should} be given (Figure 2)`;
  }
  const restarted = server.electionStartedAt === now;
  if (grants && !restarted) return 'it grants a vote and keeps its timer (Figure 2, followers)';
  const waited = before.role !== 'leader' && server.electionDeadline !== before.electionDeadline;
  if (!grants && waited) return 'it grants no vote and starts its timer anew (Figure 2, followers)';
  return undefined;
}

function onVote({ before, server, memory }: Step, response: RequestVoteResponse): Breach {
  if (response.term > before.term) return undefined;
  const counts = before.role === 'candidate' && response.requestTerm === before.term;
  if (counts && response.voteGranted) memory.votes.add(response.from);
  const wins =
    before.role === 'candidate' &&
    isQuorum(server, (id) => id === server.id || memory.votes.has(id));
  const role = counts && wins ? 'leader' : before.role;
  if (server.role === role) return undefined;
  return `it is ${server.role} and not ${role}, by the votes that it has (Figure 2, candidates)`;
}

function onPreVote({ before, server, sent }: Step, request: Message & { kind: 'PreVote' }): Breach {
  if (request.term <= before.term && server.electionDeadline !== before.electionDeadline) {
    return 'a pre-vote moves its timer (thesis §9.6)';
  }
  const vote = request.term > before.term ? undefined : before.vote;
  if (server.votedFor !== vote) return 'a pre-vote binds its vote (thesis §9.6)';
  const stale = request.term < before.term;
  const heard = before.hearsLeader && !(before.role === 'leader' && request.term > before.term);
  const grants = !stale && !heard && isUpToDate(before, request);
  const answer = sent.find(({ kind }) => kind === 'PreVoteResponse');
  // A leader that has just stepped down may still remember when it was heard of.
  if (before.role === 'leader' && request.term > before.term) return undefined;
  if (answer?.kind === 'PreVoteResponse' && answer.voteGranted === grants) return undefined;
  return `it ${grants ? 'refuses' : 'grants'} a pre-vote against what it knows (thesis §9.6)`;
}

/** An election begins when a majority would vote, in this round of asking (thesis §9.6). */
function onPreVoteAnswer({ before, server, memory }: Step, response: PreVoteResponse): Breach {
  if (response.term > before.term) return undefined;
  const asks = before.role === 'pre-candidate';
  const counts = asks && response.requestTerm === before.term && response.voteGranted;
  if (counts) memory.preVotes.add(response.from);
  const wins = counts && isQuorum(server, (id) => id === server.id || memory.preVotes.has(id));
  const stands = server.currentTerm > before.term;
  if (stands === wins) return undefined;
  const does = stands ? 'campaigns without' : 'holds still with';
  return `it ${does} a majority of pre-votes (thesis §9.6)`;
}

/** Who is to lead at once campaigns as any other does: in the next term (thesis §3.10). */
function onTimeoutNow({ before, server, sent }: Step, term: number): Breach {
  const raised = server.currentTerm - Math.max(before.term, term);
  if (raised > 1) return `its term rises by ${raised} (Figure 2, candidates)`;
  const unmarked = sent.some(({ kind, ...rest }) => {
    return kind === 'RequestVote' && !('transfer' in rest && rest.transfer === true);
  });
  return unmarked ? 'its requests do not say that the leader wants them (thesis §3.10)' : undefined;
}

/** What AppendEntries has to make of the log. */
interface Appended {
  readonly matches: boolean;
  readonly lastIndex: number;
  /** First index that is not what the log had; Infinity for none. */
  readonly firstNew: number;
}

function expectAppend(server: Server, request: AppendEntries): Appended {
  const { prevLogIndex, entries } = request;
  const { baseIndex } = server.log;
  const last = lastIndexOf(server);
  const matches = prevLogIndex < baseIndex || termOf(server, prevLogIndex) === request.prevLogTerm;
  const firstNew = Number.POSITIVE_INFINITY;
  if (!matches) return { matches, lastIndex: last, firstNew };
  const fresh = entries.findIndex((entry, offset) => {
    const index = prevLogIndex + 1 + offset;
    return index > baseIndex && termOf(server, index) !== entry.term;
  });
  if (fresh < 0) return { matches, lastIndex: last, firstNew };
  return { matches, lastIndex: prevLogIndex + entries.length, firstNew: prevLogIndex + 1 + fresh };
}

function onAppend(step: Step, request: AppendEntries, appended: Appended | undefined): Breach {
  const { before, server, sent } = step;
  const beside = besideLeader(step, request.from);
  if (beside !== undefined) return beside;
  if (appended === undefined) return undefined;
  const lastNew = request.prevLogIndex + request.entries.length;
  const answer = sent.find(({ kind }) => kind === 'AppendEntriesResponse');
  if (answer?.kind !== 'AppendEntriesResponse' || answer.success !== appended.matches) {
    const what = appended.matches ? 'refuses entries that fit' : 'takes entries that do not fit';
    return `it ${what} (Figure 2, AppendEntries 2)`;
  }
  const hint = answer.success ? undefined : wrongHint(server, request.prevLogIndex, answer);
  if (hint !== undefined) return hint;
  if (answer.success && answer.matchIndex !== lastNew) {
    return `it says that it agrees through ${answer.matchIndex}, not ${lastNew} (Raft §5.3)`;
  }
  if (lastIndexOf(server) !== appended.lastIndex) {
    const ends = `${lastIndexOf(server)}, not ${appended.lastIndex}`;
    return `its log ends at ${ends} (Figure 2, AppendEntries 3 and 4)`;
  }
  const commit = appended.matches ? Math.min(request.leaderCommit, lastNew) : 0;
  const expected = Math.max(before.commitIndex, commit);
  if (server.commitIndex !== expected) {
    return `its commitIndex is ${server.commitIndex}, not ${expected} (Figure 2, AppendEntries 5)`;
  }
  if (server.durableIndex >= appended.firstNew) {
    return `it takes index ${appended.firstNew} for saved before it is (thesis §10.2.1)`;
  }
  const stored = storedOtherwise(server, request, appended);
  return request.entries.length === 0 ? stored : (stored ?? atConfiguration(server));
}

function storedOtherwise(server: Server, request: AppendEntries, appended: Appended): Breach {
  if (!appended.matches) return undefined;
  for (const [offset, entry] of request.entries.entries()) {
    const index = request.prevLogIndex + 1 + offset;
    if (index <= server.log.baseIndex || termOf(server, index) === entry.term) continue;
    return `index ${index} is not what the leader sent (Figure 2, AppendEntries 3 and 4)`;
  }
  return undefined;
}
