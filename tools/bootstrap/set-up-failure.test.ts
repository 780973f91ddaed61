import { expect, it } from 'vitest';
import { interruptedBy, SetUpFailure } from './set-up-failure.mjs';

it('says what failed, with what words, and what to do', () => {
  const failure = new SetUpFailure({
    what: 'pnpm install ended with exit code 1',
    output: 'first\nlast',
    hint: 'check the network.',
  });
  expect(failure.render()).toMatchInlineSnapshot(`
    "set-up failed: pnpm install ended with exit code 1

      first
      last

    What to do: check the network.
    "
  `);
});

it('is one line when there is no more to say', () => {
  expect(new SetUpFailure({ what: 'no' }).render()).toBe('set-up failed: no\n');
});

it('has the exit code of a signal', () => {
  expect(interruptedBy('SIGINT').exitCode).toBe(130);
  expect(interruptedBy('SIGTERM').exitCode).toBe(143);
});
