/** A kind of log that the bench writes: lines of Raft, and lines of the rest of the program. */
export interface LogKind {
  readonly name: string;
  /** Lines of Raft among so many lines; 1 for lines of Raft alone. */
  readonly oneIn: number;
  /** What one election in `term` logs on the server that wins it; `time` is in ms. */
  raft(term: number, time: number): readonly string[];
  /** A line of something else. */
  other(number: number, time: number): string;
}

const ids = ['8e9e05c52164694d', '91bc3c398fb3c146', 'fd422379fda50e48'] as const;
const [own, second, third] = ids;

function zapMessages(term: number): readonly string[] {
  const log = `[logterm: ${term - 1}, index: ${term * 9}]`;
  return [
    `${own} is starting a new election at term ${term - 1}`,
    `${own} became candidate at term ${term}`,
    `${own} received MsgVoteResp from ${own} at term ${term}`,
    `${own} ${log} sent MsgVote request to ${second} at term ${term}`,
    `${own} ${log} sent MsgVote request to ${third} at term ${term}`,
    `${own} received MsgVoteResp from ${second} at term ${term}`,
    `${own} has received 2 MsgVoteResp votes and 0 vote rejections`,
    `${own} became leader at term ${term}`,
    `raft.node: ${own} elected leader ${own} at term ${term}`,
    `${own} stepped down to follower since quorum is not active`,
    `raft.node: ${own} lost leader ${own} at term ${term}`,
  ];
}

const iso = (time: number): string => new Date(time).toISOString();

function zapRaft(term: number, time: number): readonly string[] {
  return zapMessages(term).map(
    (message, step) =>
      `{"level":"info","ts":"${iso(time + step)}","logger":"raft",` +
      `"caller":"etcdserver/zap_raft.go:77","msg":"${message}"}`,
  );
}

function zapOther(number: number, time: number): string {
  return (
    `{"level":"warn","ts":"${iso(time)}","caller":"etcdserver/util.go:170",` +
    `"msg":"apply request took too long","took":"${100 + (number % 900)}.5ms",` +
    `"expected-duration":"100ms","prefix":"read-only range ",` +
    `"request":"key:\\"/registry/leases/${number}\\" ","response":"range_response_count:1"}`
  );
}

function hclogRaft(term: number, time: number): readonly string[] {
  const node = (role: string): string => `"Node at 10.9.0.1:8300 [${role}]"`;
  const nobody = 'last-leader-addr= last-leader-id=';
  const follower = `follower=${node('Follower')} leader-address= leader-id=`;
  return [
    `[WARN]  agent.server.raft: heartbeat timeout reached, starting election: ${nobody}`,
    `[INFO]  agent.server.raft: entering candidate state: node=${node('Candidate')} term=${term}`,
    `[DEBUG] agent.server.raft: calculated votes needed: needed=2 term=${term}`,
    `[DEBUG] agent.server.raft: vote granted: from=east term=${term} tally=1`,
    `[DEBUG] agent.server.raft: vote granted: from=west term=${term} tally=2`,
    `[INFO]  agent.server.raft: election won: term=${term} tally=2`,
    `[INFO]  agent.server.raft: entering leader state: leader=${node('Leader')}`,
    `[INFO]  agent.server.raft: added peer, starting replication: peer=west`,
    `[WARN]  agent.server.raft: failed to contact: server-id=west time=501.5ms`,
    `[WARN]  agent.server.raft: failed to contact quorum of nodes, stepping down`,
    `[INFO]  agent.server.raft: entering follower state: ${follower}`,
  ].map((words, step) => `${iso(time + step)} ${words}`);
}

function hclogOther(number: number, time: number): string {
  return (
    `${iso(time)} [DEBUG] agent.http: Request finished: method=GET ` +
    `url=/v1/kv/service/${number} from=10.0.0.${number % 256}:4${number % 1000} latency=1.5ms`
  );
}

const syslogHead = 'Nov 23 10:00:00 host-1 etcd[1234]: ';

function syslogOther(number: number, _: number): string {
  return (
    `Nov 23 10:00:00 host-1 sshd[${number % 30_000}]: Accepted publickey for deploy ` +
    `from 10.0.${number % 256}.7 port ${30_000 + (number % 9000)} ssh2`
  );
}

/** What the bench reads. */
export const logKinds: readonly LogKind[] = [
  { name: 'etcd zap, 1 line in 10 of Raft', oneIn: 10, raft: zapRaft, other: zapOther },
  { name: 'etcd zap, Raft alone', oneIn: 1, raft: zapRaft, other: zapOther },
  { name: 'hclog text, 1 line in 10 of Raft', oneIn: 10, raft: hclogRaft, other: hclogOther },
  { name: 'hclog text, Raft alone', oneIn: 1, raft: hclogRaft, other: hclogOther },
  {
    name: 'syslog, 1 line in 100 of Raft',
    oneIn: 100,
    raft: (term, time) => zapRaft(term, time).map((line) => syslogHead + line),
    other: syslogOther,
  },
];
