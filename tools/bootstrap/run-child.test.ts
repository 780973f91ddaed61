import { expect, it } from 'vitest';
import { runChild } from './run-child.mjs';

/** Runs a shell program and keeps what it says. */
function shell(program: string): ReturnType<typeof runChild> {
  return runChild({ command: 'sh', args: ['-c', program], output: 'collect' });
}

it('keeps both outputs and the exit code', async () => {
  expect(await shell('echo out; echo err >&2; exit 3')).toMatchObject({
    code: 3,
    tail: expect.stringMatching(/^(?:out\nerr|err\nout)$/),
    missing: false,
  });
});

it('turns the end by a signal into 128 and its number', async () => {
  expect((await shell('kill -TERM $$')).code).toBe(143);
});

it('keeps the last lines of many', async () => {
  const { tail } = await shell('i=0; while [ $i -lt 100 ]; do echo $i; i=$((i+1)); done');
  expect(tail.split('\n')).toEqual(Array.from({ length: 40 }, (_, index) => String(60 + index)));
});

it('says that a program is missing', async () => {
  const child = { command: './no-such-program', args: [], output: 'collect' } as const;
  expect(await runChild(child)).toMatchObject({ code: 127, missing: true });
});
