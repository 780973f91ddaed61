/** A line of etcd's state trace, as far as the specification looks at it. */
export interface StateLine {
  readonly name: string;
  readonly nid: string;
  readonly state: { readonly term: number; readonly vote: string; readonly commit: number };
  readonly role: string;
  readonly log: number;
  readonly msg?: StateMessage;
}

interface StateMessage {
  readonly type: string;
  readonly term: number;
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly logTerm: number;
  readonly index: number;
  readonly commit: number;
  readonly reject: boolean;
}

/** A message under way; `terms` are those of its entries. */
interface Sent extends StateMessage {
  readonly terms: readonly number[];
}

interface State {
  term: number;
  vote: string;
  role: string;
  commit: number;
  /** The terms of its entries. */
  log: readonly number[];
}

interface Model extends State {
  safe: Pick<State, 'term' | 'vote' | 'commit'> & { readonly length: number };
  votes: Set<string>;
  match: Map<string, number>;
  pending: Sent[];
}

/**
 * What the trace specification of etcd's raft asks of a state trace, as a program: each line must
 * be a step that it allows, with messages that are under way, and must show the state before a
 * receipt and after anything else. Without configurations and snapshots. Gives what the first line
 * that is no such step has against it; undefined where all are. Where TLC can be had, it says the
 * same.
 */
export function refusal(lines: readonly StateLine[]): string | undefined {
  const servers = new Map<string, Model>();
  const network: Sent[] = [];
  for (const [at, line] of lines.entries()) {
    const server = servers.get(line.nid);
    const problem =
      server === undefined ? begin(line, servers) : step(line, server, { servers, network });
    if (problem !== undefined) return `line ${at + 1}, ${line.name} of ${line.nid}: ${problem}`;
  }
  return undefined;
}

interface World {
  readonly servers: ReadonlyMap<string, Model>;
  readonly network: Sent[];
}

function begin(line: StateLine, servers: Map<string, Model>): string | undefined {
  if (line.name !== 'InitState') return 'is before its server began';
  const { term, vote, commit } = line.state;
  const log = Array.from({ length: line.log }, () => 1);
  const state = { term, vote, commit, role: line.role, log };
  const safe = { term, vote, commit, length: log.length };
  servers.set(line.nid, { ...state, safe, votes: new Set(), match: new Map(), pending: [] });
  return undefined;
}

function step(line: StateLine, server: Model, world: World): string | undefined {
  if (line.name.startsWith('Receive')) return differs(line, server) ?? receive(line, server, world);
  // It became one when it took the message before, of which it may tell more still.
  if (line.name === 'BecomeFollower' && server.role === 'StateFollower') return undefined;
  return act(line, server, world) ?? differs(line, server);
}

function differs(line: StateLine, server: Model): string | undefined {
  const told = [...Object.values(line.state), line.role, line.log].join(' ');
  const { term, vote, commit, role, log } = server;
  const is = [term, vote, commit, role, log.length].join(' ');
  return told === is ? undefined : `says ${told}, where ${is} is right`;
}

function act(line: StateLine, server: Model, { servers, network }: World): string | undefined {
  const majority = Math.floor(servers.size / 2) + 1;
  switch (line.name) {
    case 'InitState': {
      const { term, vote, commit, length } = server.safe;
      const log = server.log.slice(0, length);
      Object.assign(server, { term, vote, commit, log, role: 'StateFollower', pending: [] });
      return undefined;
    }
    case 'BecomeCandidate':
      if (server.role === 'StateLeader') return 'a leader is no candidate';
      Object.assign(server, { term: server.term + 1, vote: line.nid, role: 'StateCandidate' });
      server.votes = new Set();
      return undefined;
    case 'BecomeLeader':
      if (server.votes.size < majority) return 'it has no majority';
      server.role = 'StateLeader';
      server.match = new Map([[line.nid, server.log.length]]);
      return undefined;
    case 'BecomeFollower':
      server.role = 'StateFollower';
      return undefined;
    case 'Replicate':
      server.log = [...server.log, server.term];
      return undefined;
    case 'Commit': {
      const acknowledged = [...servers.keys()].map((id) => server.match.get(id) ?? 0);
      const agreed = acknowledged.sort((a, b) => b - a)[majority - 1] ?? 0;
      if (server.log[agreed - 1] === server.term) server.commit = Math.max(server.commit, agreed);
      return server.commit > server.safe.length ? 'what it commits is not safe' : undefined;
    }
    case 'Ready': {
      const { term, vote, commit, log } = server;
      server.safe = { term, vote, commit, length: log.length };
      network.push(...server.pending);
      server.pending = [];
      return undefined;
    }
    default:
      return send(line, server);
  }
}

function send({ msg, nid }: StateLine, server: Model): string | undefined {
  if (msg === undefined) return 'has no message';
  const toItself = msg.to === nid;
  // The specification makes answers to others when it takes the request.
  if (msg.type.endsWith('Resp') && !toItself) return undefined;
  if (msg.term !== server.term) return 'is of another term';
  const end = msg.index + msg.entries;
  if (msg.type === 'MsgApp') {
    if (msg.index < (server.match.get(msg.to) ?? 0)) return 'what is acknowledged is sent again';
    if (msg.commit !== Math.min(server.commit, end)) return 'tells another commit index';
  }
  if (msg.type === 'MsgApp' || msg.type === 'MsgVote') {
    const last = server.log[msg.index - 1] ?? 0;
    if (msg.logTerm !== last) return 'tells another term of the entry before';
  }
  server.pending.push({ ...msg, terms: server.log.slice(msg.index, end) });
  return undefined;
}

function receive({ msg }: StateLine, server: Model, { network }: World): string | undefined {
  if (msg === undefined) return 'has no message';
  const at = network.findIndex((sent) => sameMessage(sent, msg));
  const [sent] = at < 0 ? [] : network.splice(at, 1);
  if (sent === undefined) return 'no such message is under way';
  if (sent.term > server.term) {
    Object.assign(server, { term: sent.term, vote: '0', role: 'StateFollower' });
  }
  if (sent.type === 'MsgVote') answerVote(sent, server);
  else if (sent.type === 'MsgApp') return takeAppend(sent, server);
  else if (sent.term < server.term || sent.reject) return undefined;
  else if (sent.type === 'MsgVoteResp') server.votes.add(sent.from);
  else server.match.set(sent.from, Math.max(server.match.get(sent.from) ?? 0, sent.index));
  return undefined;
}

function sameMessage(sent: Sent, msg: StateMessage): boolean {
  const { type, term, from, to, reject } = msg;
  const same = sent.type === type && sent.term === term && sent.from === from && sent.to === to;
  if (!same || sent.reject !== reject) return false;
  if (type === 'MsgVoteResp') return true;
  if (type === 'MsgAppResp') return reject || sent.index === msg.index;
  const place = sent.index === msg.index && sent.logTerm === msg.logTerm;
  return place && sent.commit === msg.commit && sent.entries === msg.entries;
}

function answerVote(sent: Sent, server: Model): void {
  const last = server.log.at(-1) ?? 0;
  const upToDate =
    sent.logTerm > last || (sent.logTerm === last && sent.index >= server.log.length);
  const free = server.vote === '0' || server.vote === sent.from;
  const granted = sent.term === server.term && upToDate && free;
  if (granted) server.vote = sent.from;
  answer(sent, server, { type: 'MsgVoteResp', reject: !granted, index: 0 });
}

function takeAppend(sent: Sent, server: Model): string | undefined {
  if (sent.term === server.term && server.role === 'StateCandidate') server.role = 'StateFollower';
  const fits = sent.index === 0 || server.log[sent.index - 1] === sent.logTerm;
  const accepted = sent.term === server.term && fits;
  const end = sent.index + sent.entries;
  const isThere = sent.terms.every((term, at) => server.log[sent.index + at] === term);
  // What is committed is not looked at again.
  const again = accepted && sent.index < server.commit;
  if (again && !isThere) return 'what begins below the commit index brings something new';
  if (accepted && !again) {
    if (!isThere) server.log = withEntries(server.log, sent);
    server.commit = Math.max(server.commit, Math.min(sent.commit, end));
  }
  const index = again ? server.commit : end;
  answer(sent, server, { type: 'MsgAppResp', reject: !accepted, index: accepted ? index : 0 });
  return undefined;
}

/** Up to an entry of another term what was there stays. */
function withEntries(log: readonly number[], { index, terms }: Sent): readonly number[] {
  return [...log.slice(0, index), ...terms];
}

function answer(
  { from, to }: Sent,
  server: Model,
  said: Pick<Sent, 'type' | 'reject' | 'index'>,
): void {
  const nothing = { entries: 0, logTerm: 0, commit: 0, terms: [] };
  server.pending.push({ ...nothing, ...said, term: server.term, from: to, to: from });
}
