import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loopIn, plan, verdicts } from './loop-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raft-loop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the youngest run is ended where memory is short, and made again when it is not', async () => {
  // Run 1 lasts until run 2 has been started twice; run 2 lasts for long the first time.
  const script = `
    cd "$RAFT_LOOP_DIR/.."
    echo >> "starts-$RAFT_LOOP_INDEX"
    started() { [ -e starts-2 ] && [ "$(wc -l < starts-2)" -ge "$1" ]; }
    if [ "$RAFT_LOOP_INDEX" = 1 ]; then until started 2; do sleep 0.02; done
    elif ! started 2; then exec sleep 100; fi`;
  const starts = (index: number): number => {
    const file = join(folder, `starts-${index}`);
    return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
  };
  let running = (): number => 0;
  const freeMemory = (): number => (running() === 2 && starts(2) === 1 ? 400 : 1_000);
  const result = await loopIn(
    folder,
    script,
    { num: 2 },
    {
      jobs: 2,
      plan: { pacing: { ...plan.pacing, memFree: 1_000, freeMemory } },
      onStart: ({ supervisor }) => {
        running = () => supervisor.active().length;
      },
    },
  );
  expect(verdicts(result)).toEqual(['1 PASS', '2 PASS']);
  expect([starts(1), starts(2), result.putBack]).toEqual([1, 2, 1]);
  expect(readdirSync(folder).sort()).toEqual(['starts-1', 'starts-2']);
});
