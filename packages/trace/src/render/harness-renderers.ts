import type { ClusterSettings, Link } from '../field-types.ts';
import { printNumber } from '../print-number.ts';
import type { EventOf } from '../trace-event.ts';
import { name, names, type Renderers, remark, sentence, told, words } from './notation.ts';

type FaultEvent = EventOf<'fault.injected'> | EventOf<'fault.cleared'>;
type TestEvent = EventOf<`test.${'started' | 'passed' | 'failed'}`>;

/** What the harness says: the trace itself, faults and tests. */
export const harnessRenderers: Renderers<
  'trace.started' | FaultEvent['event'] | TestEvent['event'] | 'test.observed'
> = {
  'trace.started': (event) =>
    sentence(
      `trace ${name(event.schema)}`,
      told('by', event.producer, name),
      remark(
        told('servers', event.nodes, names),
        ...settings(event.config ?? {}),
        told('clock', event.clock, name),
        told('seed', event.seed, name),
        told('scenario', event.scenario, name),
      ),
    ),
  'fault.injected': (event) => `fault ${fault(event)}`,
  'fault.cleared': (event) => `fault cleared: ${fault(event)}`,
  'test.started': (event) => test(event, 'starts'),
  'test.passed': (event) => test(event, 'passes'),
  'test.failed': (event) => test(event, 'fails'),
  'test.observed': (event) => withMessage(`test sees ${observed(event)}`, event.message),
};

function settings(config: ClusterSettings): readonly (string | undefined)[] {
  const { electionTimeoutMs, heartbeatIntervalMs, preVote, checkQuorum } = config;
  return [
    told(
      'election timeout',
      electionTimeoutMs,
      (range) => `${range.map(printNumber).join('..')} ms`,
    ),
    told('heartbeat', heartbeatIntervalMs, (interval) => `${printNumber(interval)} ms`),
    told('pre-vote', preVote, onOff),
    told('check-quorum', checkQuorum, onOff),
  ];
}

function onOff(flag: boolean): string {
  return flag ? 'on' : 'off';
}

function fault(event: FaultEvent): string {
  const { nodes, links } = event;
  return sentence(
    name(event.fault),
    nodes === undefined ? undefined : names(nodes),
    links === undefined ? undefined : names(links.map(link)),
  );
}

function link([from, to]: Link): string {
  return `${name(from)}→${name(to)}`;
}

function test(event: TestEvent, outcome: string): string {
  return withMessage(`test "${words(event.test)}" ${outcome}`, event.message);
}

function observed(event: EventOf<'test.observed'>): string {
  return sentence(
    name(event.fact),
    remark(
      told('term', event.ofTerm),
      told('index', event.index),
      told('count', event.count),
      told('servers', event.nodes, names),
    ),
  );
}

function withMessage(text: string, message: string | undefined): string {
  return message === undefined ? text : `${text}: ${words(message)}`;
}
