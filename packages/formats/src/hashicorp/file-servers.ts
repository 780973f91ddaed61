import { raftNumber } from '../raft-number.ts';
import type { HclogEntry } from './hclog-entry.ts';
import { ownAddressIn } from './own-address.ts';
import { createServerState, type ServerState } from './server-state.ts';

/** The servers whose lines are in one file: one, as a rule, or several put together. */
export interface FileServers {
  /** Whose line it is; undefined where that cannot be told any more. */
  of(entry: HclogEntry): ServerState | undefined;
}

/**
 * Begins with a server called `name`. A server that names itself anew may have moved; one that
 * comes back after another has spoken shows that the lines of several are mixed. From then on only
 * lines that say whose they are can be read.
 */
export function createFileServers(name: string | undefined): FileServers {
  let current = createServerState(name);
  let mixed = false;
  let term = 0;
  let snapshot = 0;
  const byAddress = new Map<string, ServerState>();

  const move = (address: string): ServerState => {
    const moved: ServerState = { ...createServerState(address), inc: current.inc };
    // What it began with was told by the line before, when it was not known whose that was.
    moved.started = current.beginning !== undefined;
    moved.beginning = current.beginning;
    current.beginning = undefined;
    return moved;
  };

  return {
    of(entry) {
      const address = addressIn(entry);
      if (address === undefined) {
        term = termAfter(term, entry);
        snapshot = snapshotAfter(snapshot, entry);
        mixed ||= term < 0 || (snapshot < 0 && byAddress.size === 0);
        return mixed ? undefined : current;
      }
      const known = byAddress.get(address);
      if (known !== undefined && known !== current) mixed = true;
      const state = known ?? (byAddress.size === 0 ? current : move(address));
      byAddress.set(address, state);
      current = state;
      return state;
    },
  };
}

/**
 * The term of the last candidacy of a server that does not name itself, as JSON has it; below 0
 * where it has gone back, which no server does before it begins anew: that line is another's.
 */
function termAfter(before: number, { message, value }: HclogEntry): number {
  if (message === 'initial configuration') return 0;
  if (message !== 'entering candidate state') return before;
  const term = raftNumber(value('term')) ?? before;
  return term < before ? -1 : term;
}

/** The same for the index of its last snapshot. */
function snapshotAfter(before: number, { message, value }: HclogEntry): number {
  if (message === 'initial configuration') return 0;
  if (message !== 'starting snapshot up to') return before;
  const index = raftNumber(value('index')) ?? before;
  return index < before ? -1 : index;
}

/** A server's own address, in lines that tell its role. */
function addressIn({ message, value }: HclogEntry): string | undefined {
  if (message.startsWith('Node at ')) return ownAddressIn(message);
  if (!message.startsWith('entering ')) return undefined;
  const key = message === 'entering follower state' ? 'follower' : 'leader';
  const printed = message === 'entering candidate state' ? value('node') : value(key);
  return ownAddressIn(printed ?? value('node') ?? value('follower') ?? value('leader') ?? '');
}
