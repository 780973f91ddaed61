import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIdleHeads } from '../src/idle-heads.ts';

const stamp = '2026-11-23T03:26:33.684Z';

const entry = (message: string, level = 'info') => ({ level, module: 'raft', message });

function whyOf(text: string): string | undefined {
  const heads = createIdleHeads();
  heads.learn(
    `${stamp} [ERROR] raft: failed to heartbeat to: peer=n2 error="no: route=x"`,
    entry('failed to heartbeat to', 'error'),
    'unreachable',
  );
  heads.learn(`${stamp} [INFO]  raft: snapshot done`, entry('snapshot done'), 'snapshots');
  const bytes = Buffer.from(`before\n${text}\nafter`);
  return heads.match(bytes, 7, bytes.length - 6);
}

test.each([
  [`${stamp} [ERROR] raft: failed to heartbeat to: peer=n1`, 'unreachable'],
  ['2019/07/25 10:00:00 [ERROR] raft: failed to heartbeat to: error=""', 'unreachable'],
  [`${stamp} [INFO]  raft: snapshot done`, 'snapshots'],
  [`${stamp} [INFO]  raft: snapshot done: index=3`, 'snapshots'],
  // Another level, speaker, or words.
  [`${stamp} [WARN] raft: failed to heartbeat to: peer=n1`, undefined],
  [`${stamp} [ERROR] nomad.raft: failed to heartbeat to: peer=n1`, undefined],
  [`${stamp} [ERROR] raft: failed to heartbeat too: peer=n1`, undefined],
  // The words go on: no key follows the colon.
  [`${stamp} [ERROR] raft: failed to heartbeat to: peer n1`, undefined],
  [`${stamp} [ERROR] raft: failed to heartbeat to: =n1`, undefined],
  [`${stamp} [ERROR] raft: failed to heartbeat to: peer`, undefined],
  [`${stamp} [INFO]  raft: snapshot done `, undefined],
  // No date and time before it, or too much of them.
  ['[ERROR] raft: failed to heartbeat to: peer=n1', undefined],
  [`host ${stamp} [ERROR] raft: failed to heartbeat to: peer=n1`, undefined],
  [`${stamp} stdout F ${stamp} [ERROR] raft: failed to heartbeat to: peer=n1`, undefined],
  ['', undefined],
])('%s', (text, why) => {
  expect(whyOf(text)).toBe(why);
});

test('learns only words that end where keys begin, or the line ends', () => {
  const heads = createIdleHeads();
  const told = `${stamp} [INFO]  raft: one: two: key=3`;
  heads.learn(told, entry('one: two'), 'x');
  heads.learn(`${stamp} [INFO]  raft: é: key=3`, entry('é'), 'x');
  heads.learn('no stamp', entry('no stamp'), 'x');
  for (const text of [told, `${stamp} [INFO]  raft: one: key=3`, 'no stamp']) {
    const bytes = Buffer.from(text);
    expect(heads.match(bytes, 0, bytes.length)).toBeUndefined();
  }
});

const date = /^\d{4}([-/])\d\d\1\d\d[T ]\d\d:\d\d:\d\d[.\dZ]* (?=\[)/;
const headed = /^([^:]*(?::(?! )[^:]*)*: (?:(?!: ).)*)(?:: [A-Za-z][\w.-]{0,39}=|$)/;

/** What a line begins with, by patterns in place of bytes. */
function headOf(text: string): string | undefined {
  const begin = date.exec(text)?.[0];
  return begin === undefined ? undefined : headed.exec(text.slice(begin.length))?.[1];
}

const words = fc
  .array(fc.constantFrom('raft', ': ', ':', ' ', 'failed to', 'heartbeat', 'a', 'peer=n1', '='), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `[INFO]  raft: ${parts.join('')}`);

test('the same lines are known whatever was known before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, fc.boolean()), { maxLength: 40 }), (lines) => {
      const heads = createIdleHeads();
      const known = new Set<string>();
      for (const [words, isIdle] of lines) {
        const text = `${stamp} ${words}`;
        const head = headOf(text);
        const bytes = Buffer.from(`${text}\n${stamp} [WARN]  raft: another line`);
        const why = heads.match(bytes, 0, text.length);
        expect(why).toBe(head !== undefined && known.has(head) ? 'idle' : undefined);
        if (head === undefined || !isIdle) continue;
        heads.learn(text, entry(head.slice('[INFO]  raft: '.length)), 'idle');
        known.add(head);
      }
    }),
    { numRuns: 500 },
  );
});
