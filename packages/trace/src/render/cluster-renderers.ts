import type { EventOf } from '../trace-event.ts';
import { at, count, name, names, type Renderers, remark, sentence, told } from './notation.ts';

type ConfigEvent = EventOf<`config.${'proposed' | 'appended' | 'committed' | 'applied'}`>;
type SnapshotEvent = EventOf<`snapshot.${'taken' | 'sent' | 'installed'}`>;

/** Snapshots and changes of the configuration. */
export const clusterRenderers: Renderers<ConfigEvent['event'] | SnapshotEvent['event']> = {
  'snapshot.taken': (event) => `takes ${snapshot(event)}`,
  'snapshot.sent': (event) =>
    event.peer === undefined
      ? `sends ${snapshot(event)}`
      : `→ ${name(event.peer)} ${snapshot(event)}`,
  'snapshot.installed': (event) =>
    sentence(`installs ${snapshot(event)}`, told('from', event.peer, name)),
  'config.proposed': (event) => `proposes ${configuration(event)}`,
  'config.appended': (event) => `appends ${configuration(event)}`,
  'config.committed': (event) => `commits ${configuration(event)}`,
  'config.applied': (event) => `applies ${configuration(event)}`,
};

function snapshot(event: SnapshotEvent): string {
  const size = event.bytes === undefined ? undefined : count(event.bytes, 'byte', 'bytes');
  return sentence(`snapshot ${at(event.index, event.snapshotTerm)}`, remark(size));
}

/** The voters of joint consensus are those of C_old and of C_new (Raft §6). */
function configuration(event: ConfigEvent): string {
  const { index, voters, votersOutgoing = [], learners = [] } = event;
  return sentence(
    'configuration',
    votersOutgoing.length === 0 ? undefined : `${names(votersOutgoing)} and`,
    names(voters),
    learners.length === 0 ? undefined : `learners ${names(learners)}`,
    told('at', index),
  );
}
