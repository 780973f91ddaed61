import type { EventName, TraceEvent } from '@raftlens/trace';
import type { Finding } from './finding.ts';
import { createRecent } from './recent.ts';

/** Collects the events that explain a finding, from the events of its trace in their order. */
export interface Slice {
  observe(event: TraceEvent): void;
  /** At most {@link sliceLength} events, `more` among them as far as there is room. */
  events(more: readonly TraceEvent[]): readonly TraceEvent[];
}

/** A person reads no more at once. */
export const sliceLength = 20;

/** Events that by themselves tell what became of a server. */
const telling: ReadonlySet<EventName> = new Set<EventName>([
  'node.started',
  'node.crashed',
  'role.changed',
  'election.started',
  'vote.granted',
  'vote.received',
  'term.changed',
  'log.truncated',
  'snapshot.installed',
  'snapshot.taken',
  'config.appended',
  'transfer.started',
  'read.started',
  'fault.injected',
  'test.observed',
  'test.failed',
]);

/** With so many events, what came after the cause is left out. */
const enough = 8;

/** Telling events that are remembered: where the cause stands among them is known only later. */
const recentKept = 4096;

/** Messages under way that are remembered, so that a receipt finds its sending. */
const sentKept = 2048;

/** Lines that tell what became of the entry at an index, remembered up to so many. */
const ofIndexKept = 8;

/** Begins with the evidence of the finding. */
export function createSlice(finding: Finding): Slice {
  const { evidence, run, group, term } = finding;
  const nodes = new Set([...finding.nodes, ...evidence.flatMap(serversOf)]);
  const ids = new Set(evidence.flatMap(idOf));
  const end = Math.max(...evidence.map(({ time }) => time));
  let recent: TraceEvent[] = [];
  const sent = createRecent<TraceEvent>(sentKept);
  const causes: TraceEvent[] = [];
  const index = indexOf(evidence);
  const ofIndex: TraceEvent[] = [];
  const isEvidence = (event: TraceEvent): boolean => evidence.some((each) => isSame(each, event));
  return {
    observe(event) {
      if (event.run !== run || event.group !== group || event.time > end) return;
      if (event.event === 'message.sent' && event.id !== undefined) {
        if (ids.has(event.id)) causes.push(event);
        sent.set(event.id, event);
      }
      if (index !== undefined && touches(event, index) && !isEvidence(event)) {
        ofIndex.push(event);
        if (ofIndex.length > ofIndexKept) ofIndex.shift();
      }
      if (!telling.has(event.event) || isEvidence(event)) return;
      if (event.node !== undefined && !nodes.has(event.node)) return;
      if (term !== undefined && event.term !== undefined && event.term !== term) {
        if (event.event !== 'term.changed' && event.event !== 'node.started') return;
      }
      recent.push(event);
      if (recent.length >= recentKept * 2) recent = recent.slice(-recentKept);
    },
    events(more) {
      const first = [...evidence];
      const add = (events: readonly TraceEvent[]): void => {
        for (const event of events.toReversed()) {
          if (first.length >= sliceLength) return;
          if (event.run !== run || event.group !== group) continue;
          if (first.every((each) => !isSame(each, event))) first.push(event);
        }
      };
      // What came before the cause tells more than what came after it.
      const turn = more.length === 0 ? end : Math.max(...more.map(({ time }) => time));
      add(more);
      add(more.flatMap((event) => idOf(event).flatMap((id) => sent.get(id) ?? [])));
      add(causes);
      add(ofIndex);
      add(recent.filter(({ time }) => time <= turn));
      if (first.length < enough) add(recent.filter(({ time }) => time > turn));
      return first.sort(inOrder);
    },
  };
}

/** The index at which values differ, where the evidence is about one. */
function indexOf(evidence: readonly TraceEvent[]): number | undefined {
  for (const event of evidence) {
    if (event.event === 'test.observed' && /^(values|applied|apply)/.test(event.fact)) {
      const words = /index[= ](\d{1,15})/.exec(event.message ?? '')?.[1];
      return event.index ?? (words === undefined ? undefined : Number(words));
    }
    if (event.event === 'entry.applied') return event.index;
  }
  return undefined;
}

/** Whether the entry at an index is written, deleted or applied. */
function touches(event: TraceEvent, index: number): boolean {
  switch (event.event) {
    case 'log.appended':
      return event.firstIndex <= index && index < event.firstIndex + event.entries.length;
    case 'log.truncated':
      return event.fromIndex <= index;
    case 'entry.applied':
      return event.index === index;
    case 'commit.advanced':
      return (event.from ?? index) < index && index <= event.to;
    default:
      return false;
  }
}

/** The servers that a line of evidence is about. */
function serversOf(event: TraceEvent): readonly string[] {
  const { node } = event;
  const named = node === undefined ? [] : [node];
  if (event.event === 'vote.granted') named.push(event.candidate);
  if (event.event === 'leader.recognized') named.push(event.leader);
  return named;
}

function idOf(event: TraceEvent): readonly string[] {
  return event.event === 'message.received' && event.id !== undefined ? [event.id] : [];
}

function isSame(a: TraceEvent, b: TraceEvent): boolean {
  if (a === b) return true;
  // A line that tells several events is read once.
  if (a.at !== undefined && b.at !== undefined) {
    return a.at.line === b.at.line && a.at.file === b.at.file;
  }
  if (a.event !== b.event || a.node !== b.node || a.time !== b.time || a.seq !== b.seq)
    return false;
  return a.at?.line === b.at?.line && a.at?.file === b.at?.file;
}

/** By time; at one time each server's own lines, and each file's, in their order. */
function inOrder(a: TraceEvent, b: TraceEvent): number {
  if (a.time !== b.time) return a.time - b.time;
  if (a.node === b.node && a.seq !== undefined && b.seq !== undefined) return a.seq - b.seq;
  if (a.at?.file === b.at?.file) return (a.at?.line ?? 0) - (b.at?.line ?? 0);
  return 0;
}
