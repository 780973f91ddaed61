import type { Core, Proposed, Server } from '@raftlens/core';
import { hostAt, type Lab } from '../lab/lab.ts';
import { sleep } from '../lab/sleep.ts';
import { threadsOf } from './threaded-core.ts';

/** A question to a server, put by a thread that has its lock. */
type Question<Answer> = (server: Server, core: Core, nowMs: number) => Answer;

/**
 * Calls a server as the tester does, which waits as long as the server keeps it waiting: a server
 * that is stuck holds up the whole test. Undefined when the server is down.
 */
export function ask<Answer>(
  lab: Lab,
  index: number,
  question: Question<Answer>,
): Answer | undefined {
  const pending = call(lab, index, question);
  for (let pauseMs = 1; pending?.answered === false; pauseMs = Math.min(100, 2 * pauseMs)) {
    sleep(lab, pauseMs);
  }
  return pending?.answer;
}

/** Gives a server several commands, each by a thread of its own, and returns where they stand. */
export function startAll(
  lab: Lab,
  index: number,
  commands: readonly number[],
): readonly (Proposed | undefined)[] {
  const calls = commands.map((command) =>
    call(lab, index, (server, core, nowMs) =>
      core.propose(server, command, String(command), nowMs),
    ),
  );
  while (calls.some((each) => each?.answered === false)) sleep(lab, 5);
  return calls.map((each) => each?.answer);
}

interface Call<Answer> {
  answered: boolean;
  answer: Answer | undefined;
}

function call<Answer>(
  lab: Lab,
  index: number,
  question: Question<Answer>,
): Call<Answer> | undefined {
  const host = hostAt(lab, index);
  const { server } = host;
  if (server === undefined) return undefined;
  const { cluster } = lab;
  const pending: Call<Answer> = { answered: false, answer: undefined };
  const put = (core: Core, nowMs: number): void => {
    pending.answer = question(server, core, nowMs);
    pending.answered = true;
  };
  threadsOf(server).call('call', put, cluster.nowMs);
  host.wakeAtMs = cluster.nowMs;
  cluster.queue.push(cluster.nowMs, { kind: 'wake', host });
  return pending;
}
