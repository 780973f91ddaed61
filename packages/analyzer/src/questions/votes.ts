import type { EventOf, TraceEvent } from '@raftlens/trace';
import { timeOfDay } from '../render/clock.ts';
import { createAnswerRows } from './answer-rows.ts';
import { answerTable } from './answer-table.ts';
import { clusterKey, clusterName, clusterOf, serverKey } from './cluster-key.ts';
import { placeOf } from './place-of.ts';
import type { Question } from './question.ts';

/** One election: who was asked, and what each said. */
interface Election {
  readonly cluster: string;
  readonly candidate: string;
  readonly term: number | undefined;
  readonly preVote: boolean;
  readonly time: number;
  readonly place: string | undefined;
  asked: readonly string[];
  readonly granted: Set<string>;
  readonly denied: Map<string, string>;
  /** RequestVotes to these were lost on the way, as the harness says. */
  readonly lost: Set<string>;
  outcome: string;
}

/** Who did not vote for whom, and why: an election a row. */
export const votes: Question = {
  name: 'votes',
  title: 'who did not vote for whom, and why',
  open() {
    const rows = createAnswerRows<Election>();
    const open = new Map<string, Election>();
    const servers = new Map<string, Set<string>>();
    return {
      observe(event) {
        for (const node of namesIn(event)) known(servers, event).add(node);
        follow(event, open, (election) => {
          if (election.asked.length === 0) election.asked = [...known(servers, event)];
          rows.add(election);
        });
      },
      async text(page) {
        const head = [
          'time',
          'candidate',
          'term',
          'voted for it',
          'refused',
          'no answer',
          'outcome',
        ];
        return answerTable(
          rows,
          { head, cells: cellsOf, cluster: clusterOf, nothing: 'No election in this log.' },
          page,
        );
      },
      json: () => rows.kept.map(jsonOf),
    };
  },
};

function known(servers: Map<string, Set<string>>, event: TraceEvent): Set<string> {
  const key = clusterKey(event);
  const names = servers.get(key) ?? new Set<string>();
  servers.set(key, names);
  return names;
}

function namesIn(event: TraceEvent): readonly string[] {
  if (event.event === 'trace.started') return event.nodes ?? [];
  return event.node === undefined ? [] : [event.node];
}

function follow(
  event: TraceEvent,
  open: Map<string, Election>,
  begin: (election: Election) => void,
): void {
  const { node } = event;
  switch (event.event) {
    case 'election.started': {
      if (node === undefined) return;
      const key = serverKey(event, node);
      const before = open.get(key);
      if (before?.outcome === '') before.outcome = 'timed out';
      const election = electionOf(event, node);
      open.set(key, election);
      begin(election);
      return;
    }
    case 'vote.granted':
    case 'vote.denied':
      noteVoter(event, open);
      return;
    case 'vote.received':
      noteAnswer(event, open);
      return;
    case 'message.dropped':
      if (event.kind === 'RequestVote' || event.kind === 'PreVote') {
        electionFor(open, event, event.from, event.rpcTerm)?.lost.add(event.to);
      }
      return;
    case 'role.changed':
    case 'node.crashed':
    case 'node.stopped':
      noteEnd(event, open);
      return;
    default:
      return;
  }
}

function electionOf(event: EventOf<'election.started'>, candidate: string): Election {
  return {
    cluster: clusterName(event),
    candidate,
    term: event.term,
    preVote: event.preVote === true,
    time: event.time,
    place: placeOf(event),
    asked: event.voters ?? [],
    granted: new Set(event.preVote === true ? [] : [candidate]),
    denied: new Map(),
    lost: new Set(),
    outcome: '',
  };
}

/** The candidate's open election, if it is the one that a message of this term belongs to. */
function electionFor(
  open: ReadonlyMap<string, Election>,
  event: TraceEvent,
  candidate: string,
  term: number | undefined,
): Election | undefined {
  const election = open.get(serverKey(event, candidate));
  if (election === undefined) return undefined;
  // A pre-vote asks for the term after its own.
  const own = [election.term, election.preVote ? (election.term ?? 0) + 1 : election.term];
  return term === undefined || election.term === undefined || own.includes(term)
    ? election
    : undefined;
}

function noteVoter(
  event: EventOf<'vote.granted' | 'vote.denied'>,
  open: ReadonlyMap<string, Election>,
): void {
  const { node, candidate } = event;
  if (node === undefined) return;
  // A voter that refuses may be in a later term than the one that it refuses.
  const term = event.event === 'vote.granted' && event.preVote !== true ? event.term : undefined;
  const election = electionFor(open, event, candidate, term);
  if (election === undefined || (event.preVote === true) !== election.preVote) return;
  if (event.event === 'vote.granted') election.granted.add(node);
  else election.denied.set(node, event.cause ?? 'no reason given');
}

function noteAnswer(event: EventOf<'vote.received'>, open: ReadonlyMap<string, Election>): void {
  if (event.node === undefined) return;
  const election = electionFor(open, event, event.node, event.rpcTerm ?? event.term);
  if (election === undefined) return;
  if (event.granted) election.granted.add(event.from);
  else if (!election.denied.has(event.from)) election.denied.set(event.from, 'no reason given');
}

function noteEnd(
  event: EventOf<'role.changed' | 'node.crashed' | 'node.stopped'>,
  open: Map<string, Election>,
): void {
  if (event.node === undefined) return;
  const key = serverKey(event, event.node);
  const election = open.get(key);
  if (election === undefined || election.outcome !== '') return;
  if (event.event !== 'role.changed') election.outcome = 'went down';
  else if (event.to === 'leader') election.outcome = 'won';
  else if (event.to === 'candidate' && election.preVote) election.outcome = 'may campaign';
  else if (event.to === 'follower') election.outcome = `gave up: ${event.cause ?? 'follower'}`;
}

function silentOf({ asked, granted, denied, candidate, lost }: Election): readonly string[] {
  return asked
    .filter((node) => node !== candidate && !granted.has(node) && !denied.has(node))
    .map((node) => (lost.has(node) ? `${node} (request lost)` : node));
}

function cellsOf(election: Election): readonly (string | number | undefined)[] {
  const { candidate, term, time, preVote, granted, denied, outcome } = election;
  return [
    timeOfDay(time),
    candidate,
    `${term ?? '?'}${preVote ? ' (pre-vote)' : ''}`,
    [...granted].join(', '),
    [...denied].map(([node, cause]) => `${node} (${cause})`).join(', '),
    silentOf(election).join(', '),
    outcome === '' ? 'open' : outcome,
  ];
}

function jsonOf(election: Election): unknown {
  const { cluster, candidate, term, preVote, time, place, asked, granted, denied } = election;
  return {
    ...{ cluster, candidate, term: term ?? null, preVote, time, line: place ?? null, asked },
    granted: [...granted],
    denied: [...denied].map(([node, cause]) => ({ node, cause })),
    noAnswer: silentOf(election),
    outcome: election.outcome === '' ? 'open' : election.outcome,
  };
}
