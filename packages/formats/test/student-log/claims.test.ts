import { expect, test } from 'vitest';
import { readClaim } from '../../src/student-log/claims.ts';
import { readSpeaker } from '../../src/student-log/speaker.ts';

/** `1 leader 3`: who, what, and the term where it is believed. */
function claimOf(line: string): string | undefined {
  const spoken = readSpeaker(line);
  const events = spoken && readClaim(spoken, (id) => id);
  return events
    ?.map((event) => {
      const term = event.term === undefined ? '' : ` in ${event.term}`;
      switch (event.event) {
        case 'role.changed':
          return `${event.node} ${event.to}${term}`;
        case 'vote.granted':
          return `${event.node} votes for ${event.candidate}${term}`;
        case 'vote.denied':
          return `${event.node} refuses ${event.candidate}${term}`;
        case 'vote.received':
          return `${event.node} has the vote of ${event.from}${term}`;
        case 'commit.advanced':
          return `${event.node} commits ${event.from} to ${event.to}`;
        default:
          return `${event.node} ${event.event}${term}`;
      }
    })
    .join(', ');
}

test.each([
  // The server first, in every dress.
  ['Server 1 becomes leader in term 3', '1 leader in 3'],
  ['server 1 becomes Leader in term 3 with 2 votes', '1 leader in 3'],
  ['[1] became leader for term (3)', '1 leader in 3'],
  ['[1] becomes Leader; term=3, nextIndex=map[0:1 2:1]; log=[{1 2}]', '1 leader in 3'],
  ['[S1 T3] became leader', '1 leader in 3'],
  ['[S1 T3 Candidate] -> leader', '1 leader in 3'],
  ['S1 T3 becomes leader', '1 leader in 3'],
  ['T0003 LEAD S1 Candidate -> Leader, For T3', '1 leader in 3'],
  ['[term 3] [server 1] won the election', '1 leader in 3'],
  ['{Node 1} receives majority votes in term 3', '1 leader in 3'],
  ['{Node 1} changes state from Candidate to Leader in term 3', '1 leader in 3'],
  ['Server 1 ----- Term 3: wins election in term 3.', '1 leader in 3'],
  ['server 1 (term 3, Candidate): converted to leader', '1 leader in 3'],
  ['peer 1 term 3 state candidate: becomes leader', '1 leader in 3'],
  ['Raft 1: I am the leader now, term: 3', undefined],
  ['Raft 1: I am now the leader, term: 3', '1 leader in 3'],
  ['*** peer:1 become Leader, term is 3', '1 leader in 3'],
  ['1 become leader, term 3', '1 leader in 3'],
  ['node n2 becomes leader in term 3', 'n2 leader in 3'],
  ['Node 1: elected leader at term 3', '1 leader in 3'],
  ['[INFO] node-2: won election (term=3, votes=2)', '2 leader in 3'],
  ['candidate 1 becomes leader in term 3', '1 leader in 3'],
  ['tick 150: node 1 becomes LEADER for term 3', '1 leader in 3'],
  ['[S1][CANDID] S1 Received majority of votes. Promoting to Leader', '1 leader'],
  ['S1 is elected for term 3', '1 leader in 3'],
  ['Server 1 has 3 votes with term 3 and is LEADER now!', '1 leader in 3'],
  ['LEAD 1 become leader at term 3!', '1 leader in 3'],
  ['1成为了Leader,term=3', '1 leader in 3'],
  ['Machine 1 becomes leader from candidate. Term: 3', '1 leader in 3'],
  ['Instance 1 became leader', '1 leader'],
  ['peer=1 has been elected as the leader', '1 leader'],
  ['[Node 1] *** 成为 Leader ***, Term: 3, 日志长度: 1', '1 leader in 3'],
  ['S1 convert to leader at T: 3', '1 leader in 3'],
  [
    '[@id=1 state=2 at term = 3 votedFor 1 lastTerm = 2 len = 9] event:become leader',
    '1 leader in 3',
  ],
  ['state of server 1: term 3, is leader: true', '1 leader in 3'],
  ['state of server 1: term 3, is leader: false', undefined],
  ['1: GetState result, term is 3, isLeader is true', '1 leader in 3'],
  ['RaftNode[1] become leader, term: 3', '1 leader in 3'],
  ['server [1] term 3 become leader', '1 leader in 3'],
  ['[Raft 1 {3}] become leader', '1 leader'],
  ['[ElectionSuccess++++++]Server 1 become leader, term 3', '1 leader in 3'],
  ['RaftNode[1], term: 3, 投票给 RaftNode[0], term: 3', '1 votes for 0 in 3'],
  ['RaftNode[1], term: 2, 投票给 RaftNode[0], term: 3', '1 votes for 0 in 3'],
  ['RaftNode[1], term: 3, 不投票给 RaftNode[0], term: 3', undefined],
  ['Server 1 vote for 2 as leader in term 3', '1 votes for 2 in 3'],
  ['server 1 成为Leader, term 3', '1 leader in 3'],
  ['[1] 当选为领导者 term:3', '1 leader in 3'],
  // No term, or one that cannot be sure.
  ['Server 1 becomes leader', '1 leader'],
  ['[S1 T3] becomes leader in term 4', '1 leader'],
  ['[S1 T3] becomes leader, lastLogTerm: 2', '1 leader in 3'],
  ['Server 1 becomes leader, term: 2 -> 3', '1 leader'],
  // Other roles, whose term may be the old or the new one.
  ['Server 1 becomes candidate in term 3', '1 candidate'],
  ['[1] becomes Candidate (currentTerm=3); log=[]', '1 candidate'],
  ['S1 Follower -> Candidate, For T2->T3', '1 candidate'],
  ['[1] becomes Follower with term=3; log=[]', '1 follower'],
  ['{Node 1} changes state from Leader to Follower', '1 follower'],
  ['server 1 steps down in term 3', '1 follower'],
  ['Server 1: converted to follower', '1 follower'],
  // Votes.
  ['Server 1 voted for server 2 for term 3', '1 votes for 2 in 3'],
  ['server 1 voted for Candidate 2', '1 votes for 2'],
  ['[1] voted for 2 on term 3', '1 votes for 2 in 3'],
  ['[1] Grant Vote to 2 in Term 3', '1 votes for 2 in 3'],
  ['1 vote for 2 in term 3', '1 votes for 2 in 3'],
  ['Raft 1 decided to vote for 2 in term 3.', '1 votes for 2 in 3'],
  ['Node 1 grants vote to Node 2', '1 votes for 2'],
  ['{Node 1} votes for {Node 2} in term 3', '1 votes for 2 in 3'],
  ['S1 granting vote to S2 at T3', '1 votes for 2 in 3'],
  ['[3] Server 1 grants vote to server 2', '1 votes for 2'],
  ['[S1 T2] voted for S2 in term 3', '1 votes for 2 in 3'],
  ['{Node 1} receives vote from 2 in term 3', '1 has the vote of 2'],
  ['Server 1 received vote from 2, total votes: 2', '1 has the vote of 2'],
  ['server 1 rejected vote for 2 for term 3', '1 refuses 2'],
  ['Server 1: deny request vote for 2 in term 3', undefined],
  ['server 1 refused to vote for Candidate 2', '1 refuses 2'],
  // The rest.
  ['S1 updated commitIndex from 3 to 5 (leaderCommit=5)', '1 commits 3 to 5'],
  [
    '{Node 1} advance commitIndex from 3 to 5 with matchIndex [5 5 0] in term 3',
    '1 commits 3 to 5',
  ],
  ['[term 3] [server 1] update its commitIndex from 3 to 5', '1 commits 3 to 5'],
  ['S1 Leader update the commit index 3->5', '1 commits 3 to 5'],
  ['Server 1 election timeout expired', '1 timer.expired'],
  ['Server 1: election timer expired', '1 timer.expired'],
  ['{Node 1} starts election with RequestVoteRequest {3 1 0 0}', '1 election.started'],
])('%s', (line, expected) => {
  expect(claimOf(line)).toBe(expected);
});

test.each([
  'Server 1 is not leader in term 3',
  'Server 1 did not become leader in term 3',
  'Server 1 failed to become leader in term 3',
  'Server 1: only candidate can become leader',
  'S1 Follower, Only candidate can become Leader',
  'Server 1 lost the election in term 3',
  'Server 1 becomes leader only if it wins term 3',
  'Server 1 will become leader in term 3',
  'Server 1 thinks server 2 becomes leader in term 3',
  '[2] server 1 sees leader 3 in term 4',
  'Server 1 sends heartbeat as leader in term 3',
  'Server 1 receives AppendEntries from leader 2 in term 3',
  'Server 1 forwards request to leader in term 3',
  'Server 1 redirect from follower to leader, term 3',
  'Server 1 Leader -> Follower 2 AppendEntries in term 3',
  'S1 -> Leader AppendEntriesReply in term 3',
  'S1 => leader 2: vote granted in term 3',
  'Server 1 received majority of appends in term 3',
  'Server 1 did not vote for 2 in term 3',
  "Server 1 doesn't vote for 2 in term 3",
  'Server 1 already voted for 2 in term 3',
  'Server 1 votedFor 2 in term 3',
  'Server 1 vote for -1 in term 3',
  'Server 1 request vote from 2 in term 3',
  'Server 1 asks 2 to vote for it in term 3',
  '3 votes for 2',
  '2 leaders in term 3',
  'Server 1 commitIndex from 5 to 3',
  'Server 1 commitIndex 5, lastApplied 3',
  'a leader was elected in term 3',
  'leader elected: 1 (term 3)',
  '[UnAlign] Server 1 status: Leader, term 3',
  'term 3 has 2 (>1) leaders',
  'Server 10.0.0.1:80 becomes leader in term 3',
  'peer 1.5 becomes leader in term 3',
  'Pod 1 becomes ready',
])('proves nothing: %s', (line) => {
  expect(claimOf(line)).toBeUndefined();
});
