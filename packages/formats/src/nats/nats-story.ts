import type { CensusTaker } from '../census.ts';
import { linePattern } from '../line-pattern.ts';
import type { Told } from '../line-reader.ts';
import { createGroupHeads } from './group-heads.ts';
import { createGroupState, type GroupState } from './group-state.ts';
import { debugLevel } from './nats-capabilities.ts';
import type { NatsLine } from './nats-line.ts';
import { tellRaft } from './raft-words.ts';

/** Follows the Raft groups of one nats-server. */
export interface NatsStory {
  tell(line: NatsLine): Told;
}

const ownNode = /^ {1,8}Node: {1,20}([A-Za-z0-9]{1,40})$/;
const ownName = /^ {1,8}Name: {1,20}(\S{1,200})$/;
const newGroup =
  /^JetStream cluster creating raft group:&\{Name:(\S{1,200}) Peers:\[([A-Za-z0-9 ]{1,2000})\]/;
const newLeader = linePattern(
  { what: 'metadata|stream|consumer', server: String.raw`\S{1,200}?`, asset: "[^']{1,300}" },
  String.raw`JetStream cluster new <what> leader(?:: <server>\/| for '<asset>')`,
);
const selfLeads = 'Self is new JetStream cluster metadata leader';

/** Begins with a server that has not said who it is; `node` is the one that the file is of. */
export function createNatsStory(census: CensusTaker, levels: Set<string>, node: string): NatsStory {
  const groups = new Map<string, GroupState>();
  let self: string | undefined;
  let name: string | undefined;
  let pid: string | undefined;
  let inc = 1;
  const headOf = createGroupHeads();

  const tellGroup = ({ time, words }: NatsLine): Told => {
    const begin = headOf(words);
    if (begin === undefined) return { kind: 'broken', why: 'RAFT without a group' };
    const { head, id, group } = begin;
    levels.add(debugLevel);
    self = id;
    census.speaks(id);
    if (name !== undefined) census.isCalled(id, name);
    let state = groups.get(group);
    if (state === undefined || state.inc !== inc) {
      state = createGroupState(group, id, inc);
      groups.set(group, state);
    }
    return outcome(time, tellRaft(state, words.slice(head.length), census));
  };

  const tellCluster = ({ time, words }: NatsLine): Told => {
    const who = { node: self ?? node, inc };
    const group = newGroup.exec(words);
    if (group !== null) {
      const voters = (group[2] ?? '').split(' ');
      for (const voter of voters) census.belongs(voter);
      return outcome(time, [{ event: 'config.applied', ...who, group: group[1], voters }]);
    }
    if (words.startsWith(selfLeads)) {
      const leads = { leader: who.node, group: '_meta_' };
      return outcome(time, [{ event: 'leader.recognized', ...who, ...leads }]);
    }
    const [, , meta, asset] = newLeader.exec(words) ?? [];
    const leader = meta ?? (asset === undefined ? undefined : who.node);
    if (leader === undefined) return { kind: 'ignored', why: 'not of Raft' };
    // The group of the stream, which has another name, says so by itself.
    if (meta === undefined && levels.has(debugLevel)) return { kind: 'ignored', why: 'told twice' };
    const leads = { leader: meta === name ? who.node : leader, group: asset ?? '_meta_' };
    return outcome(time, [{ event: 'leader.recognized', ...who, ...leads }]);
  };

  return {
    tell(line) {
      const { words } = line;
      if (line.pid !== pid) {
        if (pid !== undefined) inc += 1;
        pid = line.pid;
      }
      if (words.startsWith('RAFT [')) return tellGroup(line);
      const isOwn = words.startsWith(' ');
      if (isOwn) name = ownName.exec(words)?.[1] ?? name;
      const id = isOwn ? ownNode.exec(words)?.[1] : undefined;
      if (id !== undefined) {
        self = id;
        census.speaks(id);
        if (name !== undefined) census.isCalled(id, name);
      }
      if (words.includes('JetStream cluster ')) return tellCluster(line);
      return { kind: 'ignored', why: 'not of Raft' };
    },
  };
}

function outcome(time: number, words: ReturnType<typeof tellRaft>): Told {
  if (words === undefined) return { kind: 'ignored', why: 'Raft, in unknown words' };
  if (typeof words === 'string') return { kind: 'ignored', why: words };
  return { kind: 'events', time, events: words };
}
