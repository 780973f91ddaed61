import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { startGuardian } from '../../src/command/guardian.ts';

// What Node gives where no descriptor is left: a child without a pipe, and an error later.
const child = Object.assign(new EventEmitter(), { unref: () => {}, stdin: undefined });
vi.mock('node:child_process', () => ({ spawn: () => child }));

test('a loop goes on where no guardian can be started', () => {
  const dismiss = startGuardian('campaign');
  child.emit('error', new Error('spawn /bin/sh EMFILE'));
  expect(dismiss()).toBeUndefined();
});
