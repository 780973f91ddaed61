import type { Capability } from '../format.ts';

/** What the MIT tester prints without being asked for more. */
export const testerCapabilities: readonly Capability[] = [
  { event: 'test.started', fields: ['test', 'message'], level: 'default' },
  { event: 'test.passed', fields: ['test', 'message'], level: 'default' },
  { event: 'test.failed', fields: ['test'], level: 'default' },
  {
    event: 'test.observed',
    fields: ['fact', 'ofTerm', 'index', 'count', 'nodes', 'message'],
    level: 'default',
  },
  { event: 'fault.injected', fields: ['fault', 'nodes'], level: 'DISCONNECTING printed' },
  { event: 'fault.cleared', fields: ['fault', 'nodes'], level: 'DISCONNECTING printed' },
];
