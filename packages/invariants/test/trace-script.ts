import { catalogue, decodeLine, type FieldSpec, roles, type TraceEvent } from '@raftlens/trace';

type Json = Record<string, unknown>;

/** What a script leaves to be said once for all of its lines. */
export interface ScriptOptions {
  readonly run?: string;
  readonly group?: string;
  /** Without `seq`, as foreign logs are: no line says whether another one is missing. */
  readonly counted?: boolean;
}

/**
 * Makes a trace of a script, one event a line, checked by the decoder of `raft-trace/1`:
 *
 *     trace.started nodes=n1,n2,n3 config.electionTimeoutMs=150,300
 *     n1@2 candidate election.started lastLogIndex=4
 *     +500 n1@2 role.changed candidate→leader cause=won-election
 *     ~ n2@2 follower vote.granted n1
 *
 * First comes the server in its term and its role, or none for the harness; then the event with
 * `key=value` pairs, where bare words fill the required fields in the order of the catalogue and
 * `a→b` is `from` and `to`. Each line is 10 ms after the one before, or as many as `+n` says. A
 * server counts its lines by itself; `~` is for a line lost before this one. `role.changed` has the
 * new role in the envelope too, and each `node.started` begins an incarnation.
 */
export function script(text: string, options: ScriptOptions = {}): readonly TraceEvent[] {
  const { run, group, counted = true } = options;
  const seqs = new Map<string, number>();
  const incarnations = new Map<string, number>();
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  let time = 1_000_000;
  return lines.map((line, index) => {
    const words = line.split(/\s+/);
    const pause = /^\+(-?\d+)$/.exec(words[0] ?? '');
    if (pause !== null) words.shift();
    time += pause === null ? 10 : Number(pause[1]);
    const lost = words[0] === '~';
    if (lost) words.shift();
    const event: Json = { time, run, group, ...readSubject(words), ...readEvent(words) };
    const { node } = event;
    if (typeof node === 'string') {
      const incarnation = (incarnations.get(node) ?? 0) + (event.event === 'node.started' ? 1 : 0);
      incarnations.set(node, incarnation);
      const seq = (seqs.get(node) ?? 0) + (lost ? 2 : 1);
      seqs.set(node, seq);
      if (counted) Object.assign(event, { seq, inc: incarnation, ...event });
    }
    if (event.event === 'role.changed') event.role ??= event.to;
    if (event.event === 'trace.started') event.schema ??= 'raft-trace/1';
    const decoded = decodeLine(JSON.stringify(event), { file: 'script', line: index + 1 });
    if (decoded.kind !== 'event') throw new Error(`${line}: ${JSON.stringify(decoded)}`);
    return decoded.event;
  });
}

/** Takes the words before the event's name: who, in which term, in which role. */
function readSubject(words: string[]): Json {
  if (words[0] === undefined || words[0] in catalogue) return {};
  const [node, term] = (words.shift() ?? '').split('@');
  const role = roles.find((each) => each === words[0]);
  if (role !== undefined) words.shift();
  return { node, role, ...(term === undefined ? {} : { term: Number(term) }) };
}

function readEvent([name = '', ...words]: readonly string[]): Json {
  if (!(name in catalogue)) throw new Error(`no event ${name}`);
  const fields: Readonly<Record<string, FieldSpec>> =
    catalogue[name as keyof typeof catalogue].fields;
  const event: Json = { event: name };
  for (const word of words) {
    const [from, to] = word.split('→');
    const [key = '', value] = word.split('=');
    if (to !== undefined) {
      event.from = readValue(fields.from, from ?? '');
      event.to = readValue(fields.to, to);
    } else if (value !== undefined) {
      put(event, key.split('.'), readValue(fields[key], value));
    } else {
      const [bare] = Object.entries(fields).find(
        ([id, spec]) => spec.required && !(id in event),
      ) ?? [''];
      event[bare] = readValue(fields[bare], word);
    }
  }
  return event;
}

function put(event: Json, [key = '', inner]: readonly string[], value: unknown): void {
  event[key] = inner === undefined ? value : { ...(event[key] as Json), [inner]: value };
}

/** Envelope fields and the members of settings have no type here: their looks tell it. */
function readValue(spec: FieldSpec | undefined, text: string): unknown {
  if (spec?.type === 'texts') return text.split(',').filter((item) => item !== '');
  if (spec?.type === 'entries') return text === '' ? [] : text.split(',').map(readEntry);
  if (spec?.type === 'text' || spec?.type === 'role' || spec?.type === 'kind') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  if (text.includes(',')) return text.split(',').map(Number);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** `2#aa`: an entry of term 2 with hash aa. */
function readEntry(text: string): Json {
  const [term, hash] = text.split('#');
  return { term: Number(term), ...(hash === undefined ? {} : { hash }) };
}
