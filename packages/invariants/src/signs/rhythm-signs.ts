import type { TraceEvent } from '@raftlens/trace';
import { longestTimeout } from './service-signs.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import type { Step } from './step.ts';

interface Rhythm {
  beat: number | undefined;
  readonly spoke: Map<string, number>;
  readonly heard: Map<string, number>;
  /** When entries or a snapshot went to a peer last, and which of the two. */
  readonly fed: Map<string, { readonly time: number; readonly snapshot: boolean }>;
  since: number | undefined;
}

/** What a leader does as time goes by: heartbeats, to whom it speaks, and whom it hears. */
export const rhythmSigns: MakeSignWatch = (tell) => {
  const rhythms = new Map<Shadow, Rhythm>();
  return {
    step(step) {
      const { server, input } = step;
      const rhythm = rhythms.get(server) ?? newRhythm();
      rhythms.set(server, rhythm);
      for (const event of step.events) note(step, event, rhythm);
      if (server.role !== 'leader' || step.before.role !== 'leader') return;
      if (input.event === 'timer.expired' && input.timer === 'heartbeat')
        lookAtBeat(step, rhythm, tell);
      if (input.event === 'timer.expired' && input.timer === 'election') {
        tell(
          'leader-keeps-election-timer',
          0.97,
          `the election timer of ${server.id} fires while it leads`,
          [input],
        );
      }
    },
  };
};

function newRhythm(): Rhythm {
  return { beat: undefined, spoke: new Map(), heard: new Map(), fed: new Map(), since: undefined };
}

function note({ server, input }: Step, event: TraceEvent, rhythm: Rhythm): void {
  if (event.event === 'role.changed' || event.event === 'node.started') {
    rhythm.beat = undefined;
    rhythm.since = server.role === 'leader' ? event.time : undefined;
    rhythm.spoke.clear();
    rhythm.heard.clear();
    rhythm.fed.clear();
  }
  if (
    event.event === 'message.sent' &&
    (event.kind === 'AppendEntries' || event.kind === 'InstallSnapshot')
  ) {
    rhythm.spoke.set(event.to, event.time);
    const snapshot = event.kind === 'InstallSnapshot';
    if (snapshot || (event.entries?.length ?? 0) > 0)
      rhythm.fed.set(event.to, { time: event.time, snapshot });
  }
  if (input.event === 'message.received') rhythm.heard.set(input.from, input.time);
}

function lookAtBeat(step: Step, rhythm: Rhythm, tell: TellSign): void {
  const { server, input, started } = step;
  const interval = started?.config?.heartbeatIntervalMs;
  const longest = longestTimeout(started);
  if (typeof interval !== 'number' || longest === undefined) return;
  if (rhythm.beat !== undefined && input.time - rhythm.beat < interval * 0.55) {
    tell(
      'heartbeat-loop-per-win',
      0.95,
      `heartbeats of ${server.id} come ${Math.round(input.time - rhythm.beat)} ms after each ` +
        `other, where ${interval} ms are declared`,
      [input],
    );
  }
  rhythm.beat = input.time;
  const { since } = rhythm;
  if (since === undefined) return;
  const { voters = [], outgoing = [], learners = [] } = server.configurations.at(-1) ?? {};
  for (const peer of new Set([...voters, ...outgoing, ...learners])) {
    if (peer === server.id) continue;
    const spoke = Math.max(rhythm.spoke.get(peer) ?? since, since);
    if (input.time - spoke < interval * 3) {
      lookAtFlow(step, rhythm, peer, longest, tell);
      continue;
    }
    tell(
      'paused-peer-unheard',
      0.85,
      `${server.id} has sent nothing to ${peer} for ${Math.round(input.time - spoke)} ms`,
      [input],
    );
  }
}

/** A peer answers, lacks entries, and gets none. */
function lookAtFlow(
  step: Step,
  rhythm: Rhythm,
  peer: string,
  longest: number,
  tell: TellSign,
): void {
  const { server, input } = step;
  const match = server.progress.get(peer)?.match ?? server.last;
  const fed = rhythm.fed.get(peer);
  const heard = rhythm.heard.get(peer);
  if (match >= server.last || fed === undefined || heard === undefined) return;
  if (input.time - fed.time < longest * 2 || input.time - heard > longest / 2) return;
  const why =
    `${peer} answers and holds ${match} of ${server.last}, and ${server.id} has ` +
    `sent it nothing but heartbeats for ${Math.round(input.time - fed.time)} ms`;
  tell(fed.snapshot ? 'lost-snapshot-pauses' : 'inflight-never-freed', 0.93, why, [input]);
}
