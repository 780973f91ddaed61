import { longestTimeout } from './service-signs.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import type { Step } from './step.ts';

/** Clocks drift, and lines are written a little late: only what is far off counts. */
const farOff = 1.35;
/** Beyond this many timeouts it does not look too far back: it does not look at answers at all. */
const farBack = 2.35;

/** A check that should have ended a leadership. */
interface Passed {
  readonly step: Step;
  readonly age: number;
  readonly timeout: number;
}

/** Whom leaders have heard from lately when they check whether a majority is left (thesis §6.2). */
export const quorumSigns: MakeSignWatch = (tell) => {
  const answers = new Map<Shadow, Map<string, number>>();
  let oldest: Passed | undefined;
  let everLost = false;
  return {
    step(step) {
      const { server, before, input, events } = step;
      const heard = answers.get(server) ?? new Map<string, number>();
      answers.set(server, heard);
      if (events.some((each) => each.event === 'role.changed' && each.cause === 'quorum-lost')) {
        everLost = true;
      }
      if (before.role !== 'leader') {
        heard.clear();
        // Whoever is elected has heard from its voters just now.
        for (const peer of votersOf(server)) heard.set(peer, input.time);
        return;
      }
      if (input.event === 'message.received' && input.kind.endsWith('Response')) {
        heard.set(input.from, input.time);
      }
      // Who left and comes back is taken for heard of then.
      for (const each of events) {
        if (each.event !== 'config.appended') continue;
        const { voters, votersOutgoing = [], learners = [] } = each;
        const members = new Set([...voters, ...votersOutgoing, ...learners]);
        for (const peer of heard.keys()) if (!members.has(peer)) heard.delete(peer);
      }
      if (input.event !== 'timer.expired' || input.timer !== 'quorum-check') return;
      const passed = lookAtCheck(step, heard);
      if (passed !== undefined && passed.age > (oldest?.age ?? 0)) oldest = passed;
    },
    end() {
      if (oldest !== undefined) tellPassed(oldest, everLost, tell);
    },
  };
};

function votersOf(server: Shadow): readonly string[] {
  const { voters = [], outgoing = [] } = server.configurations.at(-1) ?? {};
  return outgoing.length > 0 ? [] : voters.filter((id) => id !== server.id);
}

function lookAtCheck(step: Step, heard: ReadonlyMap<string, number>): Passed | undefined {
  const { server, input, started } = step;
  const timeout = longestTimeout(started);
  const peers = votersOf(server);
  if (timeout === undefined || server.role !== 'leader' || peers.length === 0) return undefined;
  const ages = peers.map((peer) => input.time - (heard.get(peer) ?? input.time));
  // With the leader itself, this many peers make a majority.
  const needed = Math.floor((peers.length + 1) / 2);
  const age = ages.sort((a, b) => a - b)[needed - 1] ?? 0;
  return age < timeout * farOff ? undefined : { step, age, timeout };
}

/** Who looks too far back steps down later; who looks at nothing, or at the wrong thing, never. */
function tellPassed({ step, age, timeout }: Passed, everLost: boolean, tell: TellSign): void {
  const { server, input } = step;
  const why =
    `${server.id} checks its quorum and leads on, ${Math.round(age)} ms after a majority had ` +
    `last answered it, where a timeout is ${timeout} ms`;
  const but = everLost
    ? '; others stepped down later'
    : '; no leader of this trace ever stepped down';
  const late = age < timeout * farBack && everLost;
  tell('quorum-window-doubled', late ? 0.95 : 0.3, why + but, [input]);
  if (late) return;
  tell('no-check-quorum', 0.88, why + but, [input]);
  tell('contact-when-sent', 0.8, why + but, [input]);
}
