import { core, defaultSettings, type Message, type Server, type Settings } from '@raftlens/core';
import { buildMessage } from './build-message.ts';
import {
  deliver,
  messageLine,
  serverOf,
  settle,
  startServer,
  type TestCluster,
  take,
} from './cluster.ts';
import { readWords } from './read-words.ts';

type Command = (cluster: TestCluster, words: readonly string[]) => void;

/** What a transcript can say, by its first word. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['settings', setSettings],
  ['stored', store],
  ['start', start],
  ['join', (cluster, [id = '']) => startServer(cluster, id, [])],
  ['show', (cluster, words) => all(words, (word) => cluster.shown.add(word))],
  ['elect', elect],
  ['timeout', timeOut],
  ['tick', tick],
  ['deliver', deliverSome],
  ['deliver-all', deliverAll],
  ['drop', (cluster, words) => void take(cluster, picks(words))],
  ['drop-all', (cluster) => void take(cluster, () => true)],
  ['duplicate', duplicate],
  ['inject', (cluster, words) => deliver(cluster, buildMessage(words))],
  ['cut', (cluster, words) => all(words, (word) => cluster.cut.add(word))],
  ['heal', (cluster, words) => all(words, (word) => cluster.cut.delete(word))],
  ['propose', propose],
  ['change', change],
  ['read', read],
  ['transfer', transfer],
  ['compact', compact],
  ['crash', (cluster, words) => all(words, (word) => cluster.servers.delete(word))],
  ['restart', (cluster, words) => all(words, (id) => startServer(cluster, id, cluster.voters))],
  ['network', (cluster) => cluster.lines.push(...networkLines(cluster))],
  ['state', (cluster, words) => cluster.lines.push(...stateLines(cluster, words))],
]);

function all(words: readonly string[], call: (word: string) => void): void {
  for (const word of words) call(word);
}

const flags = ['preVote', 'checkQuorum', 'leaderStickiness', 'noOpEntry'] as const;
const numbers = ['maxEntriesPerAppend', 'maxInflightAppends', 'leaseDriftMs'] as const;

/** `settings preVote=true maxEntriesPerAppend=2`; before `start`. */
function setSettings(cluster: TestCluster, words: readonly string[]): void {
  const { named } = readWords(words);
  let settings: Settings = defaultSettings;
  for (const [name, value] of named) {
    const flag = flags.find((each) => each === name);
    const number = numbers.find((each) => each === name);
    if (flag !== undefined) settings = { ...settings, [flag]: value === 'true' };
    else if (number !== undefined) settings = { ...settings, [number]: Number(value) };
    else throw new Error(`no setting is called ${name}`);
  }
  cluster.settings = settings;
}

/** `stored n1 term=3 vote=n2 log=1,1,3`: what a server finds when it starts; log gives terms. */
function store(cluster: TestCluster, words: readonly string[]): void {
  const { plain, named, terms } = readWords(words);
  cluster.stored.set(plain[0] ?? '', {
    currentTerm: Number(named.get('term') ?? 0),
    votedFor: named.get('vote'),
    entries: terms('log'),
    snapshot: undefined,
  });
}

/** `start n1 n2 n3 learners=n4`: a new cluster of these voters. */
function start(cluster: TestCluster, words: readonly string[]): void {
  const { plain, list } = readWords(words);
  cluster.voters = plain;
  cluster.learners = list('learners');
  for (const id of [...cluster.voters, ...cluster.learners]) {
    startServer(cluster, id, cluster.voters);
  }
}

/** `elect n1`: it times out and everybody hears of it, without output. */
function elect(cluster: TestCluster, words: readonly string[]): void {
  const { lines } = cluster;
  cluster.lines = [];
  timeOut(cluster, words);
  deliverAll(cluster);
  cluster.lines = lines;
}

/** `timeout n1`: its election timer fires, and no other's, however late it is. */
function timeOut(cluster: TestCluster, [id = '']: readonly string[]): void {
  const server = serverOf(cluster, id);
  cluster.nowMs = Math.max(cluster.nowMs, server.electionDeadline);
  tickServer(cluster, server);
}

/** `tick 100`: so many ms pass for all, or for the servers that are named behind it. */
function tick(cluster: TestCluster, [ms = '0', ...ids]: readonly string[]): void {
  const untilMs = cluster.nowMs + Number(ms);
  const named = ids.length === 0 ? [...cluster.servers.keys()] : ids;
  for (let step = 0; ; step += 1) {
    if (step > 1_000) throw new Error('timers without end');
    const servers = named.map((id) => serverOf(cluster, id));
    const dueMs = Math.min(...servers.map((server) => core.nextDeadline(server)));
    if (dueMs > untilMs) break;
    cluster.nowMs = Math.max(cluster.nowMs, dueMs);
    for (const server of servers) {
      if (core.nextDeadline(server) <= cluster.nowMs) tickServer(cluster, server);
    }
  }
  cluster.nowMs = untilMs;
}

function tickServer(cluster: TestCluster, server: Server): void {
  core.tick(server, cluster.nowMs);
  settle(cluster, server);
}

/** `deliver n1 n2`: what is on the way from n1 to n2, in order; `deliver n1 *` for any receiver. */
function deliverSome(cluster: TestCluster, words: readonly string[]): void {
  for (const message of take(cluster, picks(words))) deliver(cluster, message);
}

/** Delivers until nothing is on the way, oldest first. */
function deliverAll(cluster: TestCluster): void {
  for (let step = 0; cluster.inFlight.length > 0; step += 1) {
    if (step > 1_000) throw new Error('messages without end');
    const [first] = cluster.inFlight;
    for (const message of take(cluster, (each) => each === first)) deliver(cluster, message);
  }
}

/** `duplicate n1 n2`: what is on the way between them is so twice. */
function duplicate(cluster: TestCluster, words: readonly string[]): void {
  const wanted = picks(words);
  cluster.inFlight = cluster.inFlight.flatMap((each) => (wanted(each) ? [each, each] : [each]));
}

/** `n1 n2 AppendEntries`: sender, receiver, kind; `*` or nothing for any. */
function picks([from, to, kind]: readonly string[]): (message: Message) => boolean {
  const fits = (pattern: string | undefined, value: string): boolean =>
    pattern === undefined || pattern === '*' || pattern === value;
  return (message) => fits(from, message.from) && fits(to, message.to) && fits(kind, message.kind);
}

/** `propose n1 x y`: commands of one instant. */
function propose(cluster: TestCluster, [id = '', ...texts]: readonly string[]): void {
  const server = serverOf(cluster, id);
  for (const text of texts) {
    const proposed = core.propose(server, text, text, cluster.nowMs);
    if (proposed === undefined) cluster.lines.push(`${id} refuses ${text}`);
  }
  settle(cluster, server);
}

/** `change n1 n2 n3 learners=n4`: n1 is asked for the voters n2 and n3 and a learner. */
function change(cluster: TestCluster, [id = '', ...words]: readonly string[]): void {
  const server = serverOf(cluster, id);
  const { plain, list } = readWords(words);
  const wanted = { voters: plain, learners: list('learners') };
  const answer = core.changeMembership(server, wanted, cluster.nowMs);
  if (answer.kind === 'refused') cluster.lines.push(`${id} refuses the change: ${answer.reason}`);
  settle(cluster, server);
}

/** `read n1 r1 r2`: clients of n1 want to read. */
function read(cluster: TestCluster, [id = '', ...names]: readonly string[]): void {
  const server = serverOf(cluster, id);
  for (const name of names) {
    const answer = core.startRead(server, name, cluster.nowMs);
    if (answer.kind === 'refused') cluster.lines.push(`${id} refuses ${name}: ${answer.reason}`);
  }
  settle(cluster, server);
}

/** `transfer n1 n2`: n1 is asked to make n2 the leader. */
function transfer(cluster: TestCluster, [id = '', target = '']: readonly string[]): void {
  const server = serverOf(cluster, id);
  const answer = core.transferLeadership(server, target, cluster.nowMs);
  if (answer.kind === 'refused') cluster.lines.push(`${id} refuses the transfer: ${answer.reason}`);
  settle(cluster, server);
}

/** `compact n1 3`: its state machine took a snapshot through index 3. */
function compact(cluster: TestCluster, [id = '', index = '0']: readonly string[]): void {
  const server = serverOf(cluster, id);
  const taken = { index: Number(index), data: `state at ${index}`, bytes: 8 * Number(index) };
  if (!core.compact(server, taken, cluster.nowMs)) cluster.lines.push(`${id} refuses a snapshot`);
  settle(cluster, server);
}

function networkLines(cluster: TestCluster): readonly string[] {
  if (cluster.inFlight.length === 0) return ['nothing is on the way'];
  return cluster.inFlight.map((message) => messageLine(cluster, message));
}

/** Each server in one line: `n1@2 leader commit 1 log 1@1 2@2 vote n1`. */
function stateLines(cluster: TestCluster, ids: readonly string[]): readonly string[] {
  const named = ids.length === 0 ? [...cluster.servers.keys()] : ids;
  return named.map((id) => {
    const { currentTerm, role, commitIndex, votedFor = 'none', log } = serverOf(cluster, id);
    const base = log.baseIndex === 0 ? [] : [`[${log.baseIndex}@${log.baseTerm}]`];
    const entries = log.entries.map(({ term }, offset) => `${log.baseIndex + 1 + offset}@${term}`);
    const all = [...base, ...entries].join(' ') || 'empty';
    return `${id}@${currentTerm} ${role}, vote ${votedFor}, commit ${commitIndex}, log ${all}`;
  });
}
