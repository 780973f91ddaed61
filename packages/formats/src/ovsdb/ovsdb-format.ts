import { type CensusTaker, createCensus } from '../census.ts';
import type { Format } from '../format.ts';
import { createLineReader, type Told } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { createStampReader } from '../stamp.ts';
import { debugLevel, ovsdbCapabilities } from './ovsdb-capabilities.ts';
import { type OvsdbLine, readOvsdbLine } from './ovsdb-line.ts';
import { self, tellRaft } from './raft-words.ts';
import { createServerState, type ServerState } from './server-state.ts';

/** Open vSwitch's ovsdb-server as a cluster. */
export const ovsdbFormat: Format = {
  id: 'ovsdb',
  title: 'Open vSwitch: ovsdb-server as a cluster (OVN)',
  capabilities: ovsdbCapabilities,
  filter: {
    anyOf: ['|raft|', '|raft(', '|00001|', '|fatal_signal|', '|EMER|'],
    why: 'not of Raft',
  },
  detect(sample) {
    const readStamp = createStampReader();
    let surest = 0;
    for (const text of sample) {
      const line = readOvsdbLine(text, readStamp);
      if (line?.module === 'raft') return 0.95;
      if (line?.module === 'ovsdb_server') surest = 0.5;
    }
    return surest;
  },
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const levels = new Set<string>();
    const state = createServerState();
    const readStamp = createStampReader();
    return createLineReader(file, {
      tell(text) {
        const line = readOvsdbLine(text, readStamp);
        if (line !== undefined) return tell(line, state, { census, levels });
        return { kind: 'ignored', why: text.trim() === '' ? 'blank' : 'other line' };
      },
      self: () => state.id,
      node,
      census,
      levels,
    });
  },
};

interface Found {
  readonly census: CensusTaker;
  readonly levels: Set<string>;
}

function tell(line: OvsdbLine, state: ServerState, { census, levels }: Found): Told {
  const { time, module, level, words, sequence } = line;
  if (isMixed(state, sequence, time)) {
    return { kind: 'ignored', why: 'of several servers, and not said of which' };
  }
  if (sequence === 1) return { kind: 'events', time, events: [begin(state)] };
  if (module === 'fatal_signal' && words.startsWith('terminating')) {
    return {
      kind: 'events',
      time,
      events: [{ event: 'node.stopped', ...self(state), cause: words }],
    };
  }
  if (module === 'util' && level === 'EMER') {
    return {
      kind: 'events',
      time,
      events: [{ event: 'node.crashed', ...self(state), cause: words }],
    };
  }
  if (module !== 'raft') return { kind: 'ignored', why: 'not of Raft' };
  if (level === 'DBG') levels.add(debugLevel);
  const told = tellRaft(state, words, census);
  if (told === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
  return typeof told === 'string'
    ? { kind: 'ignored', why: told }
    : { kind: 'events', time, events: told };
}

/** More than these are not left out between two lines, whatever the levels of the log are. */
const mostLeftOut = 200;

/** A clock is not set back by more than this, ms, in the very moment that a log was cut in. */
const mostBack = 1000;

/**
 * A process numbers its lines. Where several servers have named themselves, a number that goes
 * back, or far ahead, shows that their lines are mixed. Where none has, it takes the time to go
 * back with the number: another log stands behind the first.
 */
function isMixed(state: ServerState, sequence: number, time: number): boolean {
  const step = sequence - state.sequence;
  const isEarlier = time < state.time - mostBack;
  state.sequence = sequence;
  state.time = time;
  if (sequence !== 1 && step < 0 && isEarlier) state.mixed = true;
  const jumps = sequence !== 1 && (step <= 0 || step > mostLeftOut);
  if (state.ids.size > 1 && jumps) state.mixed = true;
  return state.mixed;
}

/** The process begins: its first line, whatever that says. */
function begin(state: ServerState): { event: 'node.started'; node: string; inc: number } {
  if (state.id !== undefined) state.inc += 1;
  state.role = undefined;
  state.term = undefined;
  state.leader = undefined;
  state.voted = undefined;
  state.campaign = undefined;
  return { event: 'node.started', ...self(state) };
}
