import type { BareEvent } from '../bare-event.ts';
import { createCensus } from '../census.ts';
import type { Capability, Format } from '../format.ts';
import { linePattern } from '../line-pattern.ts';
import { createLineReader } from '../line-reader.ts';
import { nodeOfFile } from '../node-of-file.ts';
import { raftNumber } from '../raft-number.ts';
import { createStampReader } from '../stamp.ts';

const mark = 'raft - [group_id:';
const head = linePattern({ level: 'TRACE|DEBUG|INFO|WARN|ERROR' }, '<level> {1,4}');
const body = linePattern(
  { group: String.raw`\d{1,20}`, ntp: '[^{}]{1,300}' },
  String.raw` {0,4}(?:\[shard {1,4}\d{1,4}(?::[\w-]{1,20} {0,8})?\] )?raft - `,
  String.raw`\[group_id:<group>, \{<ntp>\}\] `,
  String.raw`[\w.-]{1,60}:\d{1,6} - `,
);
const wins = /^(?:becoming|became) the leader term: ?(\d{1,15})$/;
const yields = /^(?:\[[^\]]{0,100}\] )?Stepping down as leader in term (\d{1,15})\b/;
const starts = /^started raft, .{0,2000}\bterm: (\d{1,15}), configuration: /;
const campaigns = /^starting (?:pre-vote )?leader election, current term: \d/;
/** Words that no event could hold. */
const chatter: readonly (readonly [RegExp, string])[] = [
  [/^\[prev?-vote:? \w{1,5}\] |not granting vote to node/, 'votes'],
  [/^(?:current node priority|Recovered persistent state|triggerred voter)/, 'votes'],
  [/^(?:Timeout request election|Ignoring timeout|triggering leadership notif)/, 'votes'],
  [/^(?:vote |[Rr]eceived vote|[Ss]ending vote|[Vv]oting|[Ii]gnoring (?:pre-)?vote)/, 'votes'],
  [/napshot|[Tt]runcat|recover|[Ff]lush|[Cc]onfiguration|[Hh]eartbeat|[Aa]ppend/, 'replication'],
  [
    /^(?:[Ii]gnoring re|Updat|Follower |Recovery |Node |Move next|Requesting throttle|Linear)/,
    'replication',
  ],
  [
    /ommit.index|majority_replicated|promot|^should_reconnect|^Leader commit|^update maj/,
    'replication',
  ],
  [
    /^received .{1,40} (?:reply|request) |^(?:Adding|Removing) member|^Raft group not/,
    'replication',
  ],
  [
    /^gate-closed|^Error |^Unable to|^Exception|^Current log offsets|^Inconsistency/,
    'life of the group',
  ],
  [/stepping down|^Starting raft/, 'life of the group'],
  [/[Tt]ransfer|[Ss]topping|[Ss]tarting with|[Rr]eading/, 'life of the group'],
];
const level = 'default';

const capabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['term', 'role'], level },
  { event: 'timer.expired', fields: ['timer'], level },
  { event: 'role.changed', fields: ['term', 'role', 'cause'], level },
];

/** Redpanda: each partition is a Raft group of its own. A server is named after its file. */
export const redpandaFormat: Format = {
  id: 'redpanda',
  title: 'Redpanda',
  capabilities,
  filter: { anyOf: [mark], why: 'not of Raft' },
  detect: (sample) =>
    sample.some((line) => line.includes(mark) && isOfRaft(line.trimStart())) ? 0.95 : 0,
  open(file, node = nodeOfFile(file)) {
    const census = createCensus();
    const readStamp = createStampReader();
    const leads = new Map<string, number>();
    return createLineReader(file, {
      tell(text) {
        if (!text.includes(mark)) return { kind: 'ignored', why: 'not of Raft' };
        const line = text.trimStart();
        const begin = head.exec(line)?.[0].length ?? 0;
        const stamp = readStamp(line, begin);
        // Who pasted the line may have left out the time, and the level before it.
        const start = stamp?.end ?? begin;
        const match = body.exec(line.slice(start));
        if (match === null) return { kind: 'broken', why: 'no group' };
        census.speaks(node);
        // A topic that is made anew has the same name, and another number.
        const group = `${match[2]} (${match[1]})`;
        const words = line.slice(start + match[0].length);
        const events = tellWords({ node, group }, words, leads);
        if (events === undefined) {
          const why = chatter.find(([pattern]) => pattern.test(words))?.[1];
          return { kind: 'ignored', why: why ?? 'Raft, in unknown words' };
        }
        return { kind: 'events', time: stamp?.time, events };
      },
      census,
    });
  },
};

function isOfRaft(line: string): boolean {
  return head.test(line) || body.test(line);
}

function tellWords(
  who: { readonly node: string; readonly group: string },
  words: string,
  leads: Map<string, number>,
): readonly BareEvent[] | undefined {
  const term = raftNumber(wins.exec(words)?.[1]);
  if (term !== undefined) {
    // It says so twice: when it has the votes, and when its first entry is replicated.
    if (leads.get(who.group) === term) return [];
    leads.set(who.group, term);
    const led = { ...who, term, role: 'leader', to: 'leader', cause: 'won-election' } as const;
    return [{ event: 'role.changed', ...led }];
  }
  const begun = raftNumber(starts.exec(words)?.[1]);
  if (begun !== undefined) {
    return [{ event: 'node.started', ...who, term: begun, role: 'follower' }];
  }
  if (campaigns.test(words)) return [{ event: 'timer.expired', ...who, timer: 'election' }];
  const left = raftNumber(yields.exec(words)?.[1]);
  if (left === undefined) return undefined;
  return [{ event: 'role.changed', ...who, term: left, role: 'follower', to: 'follower' }];
}
