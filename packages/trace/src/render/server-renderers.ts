import { printNumber } from '../print-number.ts';
import { at, cause, name, names, type Renderers, remark, sentence, told } from './notation.ts';

/** Life, timers, locks, terms and roles of one server. */
export const serverRenderers: Renderers<
  | `node.${'started' | 'stopped' | 'crashed'}`
  | `timer.${'started' | 'expired'}`
  | `lock.${'waiting' | 'acquired' | 'released'}`
  | 'term.changed'
  | 'role.changed'
  | 'leader.recognized'
> = {
  'node.started': (event) =>
    sentence(
      'starts',
      told('as', event.role),
      remark(
        log(event.lastLogIndex, event.lastLogTerm),
        told('commit', event.commitIndex),
        // Index 0 is the empty snapshot, which every server starts with.
        event.snapshotIndex === 0 ? undefined : snapshot(event.snapshotIndex, event.snapshotTerm),
        told('voted for', event.votedFor, name),
        told('voters', event.voters, names),
        told('learners', event.learners, names),
      ),
    ),
  'node.stopped': (event) => sentence('stops', remark(cause(event.cause))),
  'node.crashed': (event) => sentence('crashes', remark(cause(event.cause))),
  'timer.started': (event) =>
    sentence(
      `sets ${name(event.timer)} timer`,
      told('to', event.timeoutMs, milliseconds),
      remark(cause(event.cause)),
    ),
  'timer.expired': (event) =>
    sentence(`${name(event.timer)} timer expires`, told('after', event.elapsedMs, milliseconds)),
  'lock.waiting': (event) => sentence(thread(event), `waits for lock ${name(event.lock)}`),
  'lock.acquired': (event) => sentence(thread(event), `takes lock ${name(event.lock)}`),
  'lock.released': (event) =>
    sentence(
      thread(event),
      `releases lock ${name(event.lock)}`,
      told('after', event.heldMs, milliseconds),
    ),
  'term.changed': (event) =>
    sentence(
      `term ${event.from ?? '?'} ⇒ ${event.to}`,
      remark(sentence(cause(event.cause), told('from', event.source, name))),
    ),
  'role.changed': (event) =>
    sentence(`${event.from ?? '?'} ⇒ ${event.to}`, remark(cause(event.cause))),
  'leader.recognized': (event) => `recognizes leader ${name(event.leader)}`,
};

function log(index: number | undefined, term: number | undefined): string | undefined {
  return index === undefined ? undefined : `log ${at(index, term)}`;
}

function snapshot(index: number | undefined, term: number | undefined): string | undefined {
  return index === undefined ? undefined : `snapshot ${at(index, term)}`;
}

function milliseconds(duration: number): string {
  return `${printNumber(duration)} ms`;
}

function thread(event: { readonly thread?: string | undefined }): string | undefined {
  return told('thread', event.thread, name);
}
