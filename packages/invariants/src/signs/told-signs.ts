import type { EventName, EventOf, TraceEvent } from '@raftlens/trace';
import type { MakeSignWatch } from './sign.ts';
import { type ToldWords, toldWords } from './told-words.ts';

/** A server goes by another configuration than its log says: what it did last tells why. */
const otherConfiguration = /: it goes by .*, and its log says /;
const left: ReadonlyMap<EventName, readonly string[]> = new Map([
  ['snapshot.installed', ['snapshot-keeps-own-configuration']],
  ['log.truncated', ['truncation-keeps-configuration']],
  ['node.started', ['restart-forgets-configuration']],
  ['config.appended', ['followers-keep-configuration', 'configuration-on-commit']],
]);

/** What the harness says of a step, where it has held servers to Figure 2 or to a correct one. */
export const toldSigns: MakeSignWatch = (tell) => {
  /** The last line of each server that changes which configuration is in force. */
  const changes = new Map<string, TraceEvent>();
  /** When each server last sent a snapshot. */
  const snapshots = new Map<string, number>();
  return {
    step() {},
    event(event) {
      if (event.node !== undefined && left.has(event.event)) changes.set(event.node, event);
      if (event.event === 'snapshot.sent' && event.node !== undefined) {
        snapshots.set(event.node, event.time);
      }
      if (event.event !== 'test.observed' || !isOfStep(event)) return;
      const { message = '', nodes = [] } = event;
      const sendsSnapshot = snapshots.get(nodes[0] ?? '') === event.time;
      for (const told of toldWords) {
        const match = told.words.exec(message);
        if (match === null || !fits(match, told.order)) continue;
        if (told.sendsSnapshot !== undefined && told.sendsSnapshot !== sendsSnapshot) continue;
        tell(told.bug, told.confidence, message, [event]);
      }
      if (!otherConfiguration.test(message)) return;
      const change = changes.get(nodes[0] ?? '');
      // Of the same step, or else the line that tells is not there.
      if (change?.time !== event.time) return;
      for (const [place, bug] of (left.get(change.event) ?? []).entries()) {
        tell(bug, place === 0 ? 0.94 : 0.6, message, [change, event]);
      }
    },
  };
};

function isOfStep({ fact }: EventOf<'test.observed'>): boolean {
  return fact === 'figure-2' || fact === 'conformance';
}

function fits([, is, should]: RegExpExecArray, order: ToldWords['order']): boolean {
  if (order === undefined) return true;
  const difference = Number(is) - Number(should);
  return order === 'less' ? difference < 0 : difference > 0;
}
