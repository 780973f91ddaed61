import type { Settings } from '@raftlens/core';
import { findFault } from '../chaos/faults.ts';
import { leaderNode, type PlannedFault } from '../chaos/plan.ts';
import { chaosTest } from '../chaos/run-chaos.ts';
import { type Capsule, type CapsuleOperation, capsuleSchema } from './capsule.ts';
import type { Decision } from './decision.ts';
import { type JsonReader, readJson } from './json-reader.ts';

/** No trial lasts so long, ms. */
const longestMs = 1_000_000;
/** Far more than any run has, so that a file cannot ask for all memory. */
const partsMax = 1_000_000;
const serversMax = 99;

/**
 * Reads a capsule from text that may come from anywhere.
 *
 * Throws a SyntaxError for text that is not JSON, and a RangeError that names the place for
 * anything that could not be run: another schema, a server that the cluster has not, a fault that
 * there is not.
 */
export function decodeCapsule(text: string): Capsule {
  const value: unknown = JSON.parse(text);
  const capsule = readJson(value, 'capsule');
  const schema = capsule.member('schema').oneOf([capsuleSchema]);
  const scenario = capsule.member('scenario').text(/^[\w-]{1,80}$/, 'the name of a test');
  const bug = capsule.optional('bug', (name) =>
    name.text(/^[a-z0-9-]{1,80}$/, 'the name of a bug'),
  );
  const cluster = capsule.member('cluster');
  const size = cluster.member('size').whole(1, serversMax);
  const server = (reader: JsonReader): string => readServer(reader, size);
  const chaotic = scenario === chaosTest;
  const readsByIndex = cluster.optional('readsByIndex', (each) => each.flag());
  const gathersInputs = cluster.optional('gathersInputs', (each) => each.flag());
  const startsAlone = cluster.optional('startsAlone', (each) => each.flag());
  const parallelWrites = cluster.optional('parallelWrites', (each) => each.flag());
  return {
    schema,
    scenario,
    seed: capsule.member('seed').whole(0, Number.MAX_SAFE_INTEGER),
    ...(bug === undefined ? {} : { bug }),
    breaks: capsule.member('breaks').text(/^[\w-]{1,80}$/, 'the name of a rule or a fact'),
    cluster: {
      size,
      settings: readSettings(cluster.member('settings')),
      hopMs: cluster.member('hopMs').number(0, longestMs),
      syncMs: cluster.member('syncMs').number(0, longestMs),
      snapshotInterval: cluster.member('snapshotInterval').whole(0, partsMax),
      ...(parallelWrites === true ? { parallelWrites } : {}),
      ...(gathersInputs === true ? { gathersInputs } : {}),
      ...(readsByIndex === true ? { readsByIndex } : {}),
      ...(startsAlone === true ? { startsAlone } : {}),
    },
    lastsMs: capsule.member('lastsMs').number(0, longestMs),
    converges: capsule.member('converges').flag(),
    plan: capsule.member('plan').list(partsMax, (each) => readFault(each, chaotic, server)),
    operations: capsule
      .member('operations')
      .list(partsMax, (each) => readOperation(each, chaotic, server)),
    decisions: capsule.member('decisions').list(partsMax, (each) => readDecision(each, server)),
  };
}

function readServer(reader: JsonReader, size: number): string {
  const id = reader.text(/^n[1-9]\d?$/, 'a server such as n1');
  return Number(id.slice(1)) <= size ? id : reader.fail(`one of n1 to n${size}`);
}

function readSettings(reader: JsonReader): Settings {
  const [min = 0, max = 0, ...more] = reader
    .member('electionTimeoutMs')
    .list(2, (each) => each.number(1, longestMs));
  if (max < min || more.length > 0) reader.member('electionTimeoutMs').fail('[min, max]');
  const flag = (name: string) => reader.optional(name, (each) => each.flag());
  const whole = (name: string) => reader.optional(name, (each) => each.whole(1, partsMax));
  const leaseDriftMs = reader.optional('leaseDriftMs', (each) => each.number(0, min));
  const leaderStickiness = flag('leaderStickiness');
  const noOpEntry = flag('noOpEntry');
  const maxInflightAppends = whole('maxInflightAppends');
  return {
    electionTimeoutMs: [min, max],
    heartbeatIntervalMs: reader.member('heartbeatIntervalMs').number(0.1, longestMs),
    checkQuorum: reader.member('checkQuorum').flag(),
    preVote: reader.member('preVote').flag(),
    maxEntriesPerAppend: reader.member('maxEntriesPerAppend').whole(1, partsMax),
    ...(leaderStickiness === undefined ? {} : { leaderStickiness }),
    ...(leaseDriftMs === undefined ? {} : { leaseDriftMs }),
    ...(noOpEntry === undefined ? {} : { noOpEntry }),
    ...(maxInflightAppends === undefined ? {} : { maxInflightAppends }),
  };
}

type ReadServer = (reader: JsonReader) => string;

function readFault(reader: JsonReader, chaotic: boolean, server: ReadServer): PlannedFault {
  const name = reader.member('fault').text(/^[\w-]{1,80}$/, 'the name of a fault');
  const fault = findFault(name);
  const known = chaotic ? fault !== undefined : name === 'crash' || name === 'disconnect';
  if (!known) reader.member('fault').fail(`a fault of ${chaotic ? 'chaos' : 'the lab'}`);
  const [min, max] = chaotic && fault !== undefined ? fault.range : [1, 1];
  const nodes = chaotic
    ? reader.optional('nodes', (each) => each.list(serversMax, orLeader(server)))
    : [orLeader(server)(reader.member('nodes').only())];
  const links = reader.optional('links', (each) => each.list(serversMax ** 2, readLink(server)));
  const turn = reader.optional('turn', (each) => each.whole(0, partsMax));
  const stream = reader.optional('stream', (each) => each.whole(0, partsMax));
  return {
    fault: name,
    at: reader.member('at').number(0, longestMs),
    for: reader.member('for').number(0, longestMs),
    ...(nodes === undefined ? {} : { nodes }),
    ...(links === undefined ? {} : { links }),
    value: reader.member('value').number(min, max),
    ...(stream === undefined ? {} : { stream }),
    ...(turn === undefined ? {} : { turn }),
  };
}

function orLeader(server: ReadServer): ReadServer {
  return (reader) => (reader.isText(leaderNode) ? leaderNode : server(reader));
}

function readLink(server: ReadServer): (reader: JsonReader) => readonly [string, string] {
  return (reader) => {
    const [from, to, ...more] = reader.list(2, server);
    if (from === undefined || to === undefined || more.length > 0) return reader.fail('[from, to]');
    return [from, to];
  };
}

function readOperation(reader: JsonReader, chaotic: boolean, server: ReadServer): CapsuleOperation {
  const at = reader.member('at').number(0, longestMs);
  const to = orLeader(server)(reader.member('to'));
  const turn = reader.optional('turn', (each) => each.whole(0, partsMax));
  if (!chaotic) return turn === undefined ? { at, to } : { at, to, turn };
  const again = reader.optional('again', (each) => each.flag());
  return {
    at,
    client: reader.member('client').text(/^c[1-9]\d?$/, 'a client such as c1'),
    kind: reader.member('kind').oneOf(['put', 'append', 'get'] as const),
    key: reader.member('key').text(/^\w{1,80}$/, 'a key'),
    to,
    ...(again === true ? { again } : {}),
  };
}

function readDecision(reader: JsonReader, server: ReadServer): Decision {
  const kind = reader.member('kind').text(/^\w{1,80}$/, 'a kind of message, or timer');
  const term = reader.member('term').whole(0, Number.MAX_SAFE_INTEGER);
  const nth = reader.member('nth').whole(0, Number.MAX_SAFE_INTEGER);
  if (kind === 'timer') {
    const node = server(reader.member('node'));
    return { kind, node, term, nth, ms: reader.member('ms').number(0, longestMs) };
  }
  const from = server(reader.member('from'));
  const to = server(reader.member('to'));
  const fate: 'lost' | number = reader.member('fate').isText('lost')
    ? 'lost'
    : reader.member('fate').number(0, longestMs);
  const copyAfterMs = reader.optional('copyAfterMs', (each) => each.number(0, longestMs));
  const head = { kind, term, from, to, nth, fate };
  return copyAfterMs === undefined ? head : { ...head, copyAfterMs };
}
