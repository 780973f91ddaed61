import type { EventOf } from '@raftlens/trace';
import { sameServers } from '../rules/quorum.ts';
import type { Shadow, ShadowConfiguration } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import { eventIn, type Step } from './step.ts';

/** Configurations that are not in the log of a server any more. */
interface Past {
  /** In force when a snapshot was installed, which brought another one. */
  replaced: ShadowConfiguration | undefined;
  /** The last one that went with a deleted end of the log. */
  deleted: ShadowConfiguration | undefined;
}

/** The last snapshot that went to each peer, as long as no entries followed it. */
interface Outgoing {
  readonly sent: Map<string, EventOf<'message.sent'>>;
  /** Of the last line: where one is missing, entries may have followed. */
  seq: number | undefined;
}

/**
 * Which configuration a snapshot names: the one as of its last entry, joint or not; and that the
 * entries behind it follow (Raft §7).
 */
export const snapshotSigns: MakeSignWatch = (tell) => {
  const pasts = new Map<Shadow, Past>();
  const outgoing = new Map<Shadow, Outgoing>();
  return {
    step(step) {
      const past = pasts.get(step.server) ?? { replaced: undefined, deleted: undefined };
      pasts.set(step.server, past);
      const taken = eventIn(step, 'snapshot.taken');
      if (taken !== undefined) lookAtTaken(step, taken, past, tell);
      note(step, past);
      const out = outgoing.get(step.server) ?? { sent: new Map(), seq: undefined };
      outgoing.set(step.server, out);
      lookAtRest(step, out, tell);
    },
  };
};

function lookAtRest({ server, events, input }: Step, out: Outgoing, tell: TellSign): void {
  if (input.seq === undefined || out.seq === undefined || input.seq !== out.seq + 1)
    out.sent.clear();
  for (const event of events) {
    out.seq = event.seq;
    if (event.event === 'role.changed' || event.event === 'node.started') out.sent.clear();
    else if (event.event === 'message.sent' && event.kind === 'InstallSnapshot')
      out.sent.set(event.to, event);
    else if (event.event === 'message.sent' && (event.entries?.length ?? 0) > 0)
      out.sent.delete(event.to);
    else if (event.event === 'progress.updated') {
      const { peer, matchIndex: match, nextIndex: next } = event;
      const snapshot = out.sent.get(peer);
      if (snapshot === undefined || match === undefined || next === undefined) continue;
      if (snapshot.lastIncludedIndex !== match) {
        // A member that left and came back begins anew, and at the end of the log.
        if (next > (snapshot.lastIncludedIndex ?? 0) + 1) out.sent.delete(peer);
        continue;
      }
      if (next <= match + 1) continue;
      tell(
        'snapshot-skips-rest',
        0.96,
        `${server.id} sent ${peer} its snapshot through ${match} and nothing behind it, and goes ` +
          `on at ${next}`,
        [snapshot, event],
      );
    }
  }
}

function note({ before, events }: Step, past: Past): void {
  const { configuration } = before;
  for (const event of events) {
    if (event.event === 'node.started') {
      past.replaced = undefined;
      past.deleted = undefined;
    }
    if (event.event === 'snapshot.installed' && (configuration?.index ?? 0) <= event.index)
      past.replaced = configuration;
    if (event.event === 'config.appended') past.deleted = undefined;
    if (event.event !== 'log.truncated' || configuration === undefined) continue;
    if (configuration.index >= event.fromIndex) past.deleted = configuration;
  }
}

function lookAtTaken(
  { server }: Step,
  taken: EventOf<'snapshot.taken'>,
  past: Past,
  tell: TellSign,
): void {
  const { voters, votersOutgoing: outgoing } = taken;
  const held = server.configurations.findLast(({ index }) => index <= taken.index);
  if (voters === undefined || outgoing === undefined || held === undefined) return;
  const named = { voters, outgoing };
  if (isSame(named, held)) return;
  const where = `the snapshot of ${server.id} through ${taken.index}`;
  if (held.outgoing.length > 0 && outgoing.length === 0 && isSame({ ...held, outgoing }, named)) {
    const why = `${where} names only the new half of its joint configuration at ${held.index}`;
    tell('snapshot-loses-joint', 0.97, why, [taken]);
  }
  const newest = server.configurations.at(-1);
  if (newest !== undefined && newest !== held && isSame(named, newest)) {
    const why = `${where} names the configuration of ${newest.index}, which is not in it`;
    tell('snapshot-names-newest-configuration', 0.95, why, [taken]);
  }
  if (past.replaced !== undefined && isSame(named, past.replaced)) {
    const why = `${where} names the configuration from before the snapshot that it had installed`;
    tell('snapshot-keeps-own-configuration', 0.94, why, [taken]);
  }
  if (past.deleted !== undefined && isSame(named, past.deleted)) {
    const why = `${where} names a configuration that went with the end of its log`;
    tell('truncation-keeps-configuration', 0.94, why, [taken]);
  }
}

function isSame(
  one: Pick<ShadowConfiguration, 'voters' | 'outgoing'>,
  other: Pick<ShadowConfiguration, 'voters' | 'outgoing'>,
): boolean {
  return sameServers(one.voters, other.voters) && sameServers(one.outgoing, other.outgoing);
}
