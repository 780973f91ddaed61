import type {
  AppendEntries,
  Configuration,
  DurableWrite,
  Entry,
  Message,
  PreVote,
  PreVoteResponse,
  Progress,
  RequestVote,
  RequestVoteResponse,
  Server,
  Snapshot,
  TimerName,
  Watch,
} from '@raftlens/core';
import type { Role } from '@raftlens/trace';
import { serverId } from '../server-id.ts';
import { Ballot } from './ballot.ts';
import { countDenial, countRejection, countRoleChange } from './count-causes.ts';
import { LogScreen } from './log-screen.ts';
import { LonelyLeader } from './lonely-leader.ts';
import type { Screen } from './screen.ts';
import { Standing } from './standing.ts';
import { Traffic } from './traffic.ts';

/** Watches one server of a screened cluster through all of its lives. */
export class ServerScreen implements Watch {
  readonly index: number;
  readonly id: string;
  alive = false;
  connected = true;
  readonly lonely: LonelyLeader = new LonelyLeader();
  readonly standing: Standing;
  readonly log: LogScreen;
  readonly traffic: Traffic;
  readonly #ballot: Ballot;
  readonly #screen: Screen;
  /** The configuration in force. */
  #configuration: Configuration | undefined = undefined;

  constructor(screen: Screen, index: number) {
    this.#screen = screen;
    this.index = index;
    this.id = serverId(index);
    this.standing = new Standing(screen);
    this.log = new LogScreen(screen);
    this.traffic = new Traffic(screen);
    this.#ballot = new Ballot(screen, index, this.id);
  }

  /** A new cluster. */
  begin(): void {
    this.alive = false;
    this.connected = true;
    this.lonely.end();
    this.standing.begin();
    this.log.begin();
    this.traffic.begin();
    this.#ballot.begin();
    this.#configuration = undefined;
  }

  crashed(): void {
    this.alive = false;
    this.standing.role = undefined;
  }

  started(server: Server): void {
    const { currentTerm, votedFor } = server;
    this.standing.started(server);
    if (votedFor !== this.#ballot.vote(currentTerm)) this.#screen.doubt('amnesia');
    this.log.started(server);
    this.traffic.forget();
    this.traffic.promises.started({ currentTerm, votedFor, lastLogIndex: this.log.last() });
    this.#configuration = server.configuration;
    this.#checkConfiguration(server.configuration);
    this.alive = true;
    if (server.incarnation > 0 && currentTerm > 0) this.#screen.reached['restart-with-state'] += 1;
    this.#screen.lookAround(server.now);
  }

  termChanged(server: Server, from: number): void {
    this.standing.termChanged(server, from);
  }

  roleChanged(server: Server, from: Role, cause: string): void {
    this.standing.roleChanged(server, from);
    this.lonely.end();
    countRoleChange(this.#screen.reached, server.role, from, cause);
    if (server.role !== 'leader') return;
    this.#screen.leaders += 1;
    this.#ballot.lead(server);
    this.traffic.lead();
    this.#screen.lookAround(server.now);
  }

  leaderRecognized(server: Server, leader: string): void {
    this.standing.check(server);
    this.traffic.act();
    this.#ballot.leaderRecognized(server, leader);
  }

  electionStarted(server: Server, preVote: boolean): void {
    this.standing.check(server);
    if (preVote) this.#screen.doubt('pre-vote');
    if (server.configuration !== this.#configuration) this.#screen.doubt('config-in-use');
    this.#ballot.electionStarted(server);
    this.#screen.reached.election += 1;
  }

  voteGranted(server: Server, request: RequestVote | PreVote): void {
    this.standing.check(server);
    this.traffic.act();
    if (server.role === 'leader') this.#screen.doubt('leader-votes-itself');
    if (request.kind === 'PreVote') this.#screen.doubt('pre-vote');
    else this.#ballot.granted(server, request);
    this.#screen.reached['vote-granted'] += 1;
  }

  voteDenied(server: Server, cause: string): void {
    this.standing.check(server);
    countDenial(this.#screen.reached, cause);
  }

  voteReceived(server: Server, response: RequestVoteResponse | PreVoteResponse): void {
    this.standing.check(server);
    if (response.kind === 'PreVoteResponse') this.#screen.doubt('pre-vote');
    else this.#ballot.received(server, response);
  }

  sent(server: Server, message: Message): void {
    this.standing.check(server);
    this.traffic.sent(server, message, this.log, this.#ballot);
    if (this.lonely.is) this.#screen.lead(this, server.now);
  }

  received(server: Server, message: Message): void {
    this.standing.check(server);
    this.traffic.received(server, message);
    if (this.lonely.is) {
      this.lonely.hear(this.#screen.serverCalled(message.from)?.index ?? this.index, server.now);
    }
    if (message.term > server.currentTerm) this.standing.owe(message.term);
  }

  proposed(server: Server): void {
    this.standing.check(server);
    this.#screen.reached['entry-proposed'] += 1;
  }

  appended(server: Server, firstIndex: number, entries: readonly Entry[]): void {
    this.standing.check(server);
    if (server.role !== 'leader') this.traffic.act();
    this.log.appended(server, firstIndex, entries);
  }

  truncated(server: Server, fromIndex: number): void {
    this.standing.check(server);
    this.traffic.act();
    this.log.truncated(server, fromIndex, this.traffic.heard);
    this.traffic.promises.truncated(fromIndex);
    this.#screen.reached['log-truncated'] += 1;
  }

  appendAccepted(server: Server, request: AppendEntries): void {
    this.standing.check(server);
    this.traffic.act();
    this.log.accepted(request);
  }

  appendRejected(server: Server, cause: string): void {
    this.standing.check(server);
    countRejection(this.#screen.reached, cause);
  }

  progressed(server: Server, progress: Progress, cause: string): void {
    this.standing.check(server);
    this.traffic.progressed(server, progress, cause, this.log.last());
  }

  committed(
    server: Server,
    entryTerm: number | undefined,
    acks: readonly string[] | undefined,
  ): void {
    this.standing.check(server);
    this.log.committed(server, this.traffic.heard);
    if (server.role === 'leader') this.#screen.committedByCounting(this, server, entryTerm, acks);
    else if (server.role === 'follower') this.#screen.reached['commit-learned'] += 1;
  }

  applied(server: Server, index: number, entry: Entry): void {
    this.standing.check(server);
    this.log.applied(index, entry);
  }

  persisted(
    server: Server,
    durable: Pick<DurableWrite, 'currentTerm' | 'votedFor' | 'lastLogIndex'>,
  ): void {
    this.standing.check(server);
    const { currentTerm, votedFor, lastLogIndex } = durable;
    if (currentTerm !== server.currentTerm) this.#screen.doubt('term-monotonic');
    if (votedFor !== this.#ballot.vote(currentTerm)) {
      this.#screen.doubt('vote-cleared-only-by-term');
    }
    if (lastLogIndex !== this.log.last()) this.#screen.doubt('amnesia');
    this.traffic.promises.persisted(durable);
  }

  timerStarted(server: Server, timer: TimerName): void {
    this.standing.check(server);
    if (timer === 'election') this.traffic.act();
  }

  timerExpired(server: Server, timer: TimerName): void {
    this.standing.check(server);
    if (server.role !== 'leader') return;
    if (timer === 'election') this.#screen.doubt('leader-votes-itself');
    if (this.lonely.is) this.#screen.lead(this, server.now);
  }

  snapshotTaken(server: Server, snapshot: Snapshot): void {
    this.standing.check(server);
    this.#checkConfiguration(snapshot.configuration);
    this.log.snapshotTaken(snapshot);
    this.#screen.reached['snapshot-taken'] += 1;
  }

  snapshotSent(server: Server): void {
    this.standing.check(server);
  }

  snapshotInstalled(server: Server, snapshot: Snapshot): void {
    this.standing.check(server);
    this.traffic.act();
    this.#configuration = server.configuration;
    this.#checkConfiguration(snapshot.configuration);
    this.#checkConfiguration(server.configuration);
    this.log.snapshotInstalled(server, snapshot);
    this.#screen.reached['snapshot-installed'] += 1;
  }

  other(): void {
    this.#screen.doubt('membership');
  }

  /** All servers of the cluster vote, and nobody else is a member. */
  #checkConfiguration(configuration: Configuration): void {
    const { voters, votersOutgoing, learners } = configuration;
    if (votersOutgoing.length > 0 || learners.length > 0) this.#screen.doubt('joint-majorities');
    if (voters.length !== this.#screen.size) this.#screen.doubt('config-in-use');
    for (let index = 0; index < this.#screen.size; index += 1) {
      const { id } = this.#screen.serverAt(index);
      if (!voters.includes(id)) this.#screen.doubt('config-in-use');
    }
  }
}
