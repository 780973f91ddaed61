import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startStutter } from '../../src/command/start-stutter.ts';
import type { Supervisor } from '../../src/command/supervisor.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two runs, of which the second is being ended. */
function runs(heard: string[]): Pick<Supervisor, 'active'> {
  const run = (name: string, ending: boolean) => ({
    ending: ending ? { kind: 'aborted' } : undefined,
    signal: (signal: string) => void heard.push(`${name} ${signal}`),
  });
  const active = [run('1', false), run('2', true)];
  return { active: () => active as unknown as ReturnType<Supervisor['active']> };
}

test('a run is stopped and goes on in turn; one that is being ended is not stopped', () => {
  const heard: string[] = [];
  const calm = startStutter(runs(heard), { goMs: 20, stopMs: 80 });
  vi.advanceTimersByTime(99);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['1 SIGSTOP']);
  vi.advanceTimersByTime(80);
  expect(heard).toEqual(['1 SIGSTOP', '1 SIGCONT', '2 SIGCONT']);
  calm();
});

test('in the end nothing stays stopped', () => {
  const heard: string[] = [];
  const calm = startStutter(runs(heard), { goMs: 20, stopMs: 80 });
  vi.advanceTimersByTime(110);
  calm();
  expect(heard.slice(1)).toEqual(['1 SIGCONT', '2 SIGCONT']);
  vi.advanceTimersByTime(1_000);
  expect(heard).toHaveLength(3);
});
