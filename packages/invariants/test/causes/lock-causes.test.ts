import { expect, test } from 'vitest';
import { judge } from '../judged.ts';
import { script } from '../trace-script.ts';

/** Who is suspected of what a script shows, and why. */
function suspects(text: string): string {
  const { findings } = judge(script(text));
  return findings
    .flatMap(({ rule, causes }) =>
      causes.map(({ bug, confidence, why }) => `${rule}: ${bug} ${confidence}: ${why}`),
    )
    .join('\n');
}

test('a circle through a channel is a blocking send under the lock', () => {
  expect(
    suspects(
      `n1 lock.acquired mu thread=rpc-1
       n1 lock.acquired applyCh thread=applier
       n1 lock.waiting mu thread=applier
       n1 lock.waiting applyCh thread=rpc-1`,
    ),
  ).toMatchInlineSnapshot(
    `"lock-cycle: blocking-send-under-lock 0.95: rpc-1 waits to send on applyCh while it has the lock mu, which the receiver applier waits for before it reads on"`,
  );
});

test('a circle of other locks may be anything', () => {
  expect(
    suspects(
      `n1 lock.acquired a thread=t1
       n1 lock.acquired b thread=t2
       n1 lock.waiting b thread=t1
       n1 lock.waiting a thread=t2`,
    ),
  ).toMatchInlineSnapshot(
    `"lock-cycle: blocking-send-under-lock 0.3: threads wait for each other; one lock may be a channel"`,
  );
});

test('a lock that nobody releases is an early return', () => {
  expect(
    suspects(
      `trace.started nodes=n1,n2,n3 config.electionTimeoutMs=100,200
       n1 lock.acquired mu thread=rpc-1
       n1 lock.waiting mu thread=rpc-2
       +1100 n1 lock.waiting mu thread=rpc-3`,
    ),
  ).toMatchInlineSnapshot(
    `"lock-kept: early-return-keeps-lock 0.9: the last that rpc-1 of n1 tells is that it took mu: it seems to have returned without releasing it"`,
  );
});
