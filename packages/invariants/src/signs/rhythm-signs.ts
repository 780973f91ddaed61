import type { TraceEvent } from '@raftlens/trace';
import { createRequests, type Requests } from './requests.ts';
import { longestTimeout } from './service-signs.ts';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import type { Step } from './step.ts';

interface Rhythm {
  beat: number | undefined;
  /** Beats in a row that came much too soon, and all others of the leadership. */
  hurried: number;
  readonly spoke: Map<string, number>;
  /** When what a peer answered last had left. */
  readonly heard: Map<string, number>;
  /** When entries or a snapshot went to a peer last, and which of the two. */
  readonly fed: Map<string, { readonly time: number; readonly snapshot: boolean }>;
  since: number | undefined;
}

/** So many beats in a row come too soon only where two loops beat. */
const hurriedBeats = 4;

/** What a leader does as time goes by: heartbeats, to whom it speaks, and whom it hears. */
export const rhythmSigns: MakeSignWatch = (tell) => {
  const rhythms = new Map<Shadow, Rhythm>();
  const requests = createRequests();
  const pauses: Pauses = {
    shortest: Number.POSITIVE_INFINITY,
    longest: 0,
    count: 0,
    last: undefined,
  };
  return {
    step(step) {
      const { server, input } = step;
      const rhythm = rhythms.get(server) ?? newRhythm();
      rhythms.set(server, rhythm);
      for (const event of step.events) note(step, event, rhythm);
      noteAnswer(step, rhythm, requests);
      if (step.before.role !== 'leader') return;
      if (server.role === 'leader' && isBeat(input)) lookAtBeat(step, rhythm, pauses, tell);
      if (input.event === 'timer.expired' && input.timer === 'election') {
        tell(
          'leader-keeps-election-timer',
          0.97,
          `the election timer of ${server.id} fires while it leads`,
          [input],
        );
      }
    },
    event: requests.observe,
    end() {
      tellRare(pauses, tell);
    },
  };
};

function isBeat(input: TraceEvent): boolean {
  return input.event === 'timer.expired' && input.timer === 'heartbeat';
}

/** How far apart heartbeats are in the whole trace. */
interface Pauses {
  shortest: number;
  longest: number;
  count: number;
  last: Step | undefined;
}

/** A leader that waits longer than it declares does so at every beat; a late one is chance. */
function tellRare({ shortest, longest, count, last }: Pauses, tell: TellSign): void {
  const interval = last?.started?.config?.heartbeatIntervalMs;
  if (last === undefined || typeof interval !== 'number' || count < 3) return;
  if (longest < interval * 0.7) {
    tell(
      'heartbeats-too-often',
      0.97,
      `no two heartbeats of a leader come more than ${Math.round(longest)} ms after each other, ` +
        `where ${interval} ms are declared`,
      [last.input],
    );
  }
  if (shortest < interval * 1.4) return;
  tell(
    'heartbeats-too-rare',
    0.95,
    `no two heartbeats of a leader come less than ${Math.round(shortest)} ms after each other, ` +
      `where ${interval} ms are declared`,
    [last.input],
  );
}

function newRhythm(): Rhythm {
  return {
    beat: undefined,
    hurried: 0,
    spoke: new Map(),
    heard: new Map(),
    fed: new Map(),
    since: undefined,
  };
}

function note({ server }: Step, event: TraceEvent, rhythm: Rhythm): void {
  if (event.event === 'role.changed' || event.event === 'node.started') {
    rhythm.beat = undefined;
    rhythm.hurried = 0;
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
}

/** An old answer may come late, when all that was asked since is lost. */
function noteAnswer({ input }: Step, { heard }: Rhythm, requests: Requests): void {
  if (input.event !== 'message.received') return;
  const asked = requests.askedBy(input);
  if (asked !== undefined) heard.set(input.from, Math.max(heard.get(input.from) ?? 0, asked.time));
}

function lookAtBeat(step: Step, rhythm: Rhythm, pauses: Pauses, tell: TellSign): void {
  const { server, input, started } = step;
  const interval = started?.config?.heartbeatIntervalMs;
  const longest = longestTimeout(started);
  if (typeof interval !== 'number' || longest === undefined) return;
  const pause = rhythm.beat === undefined ? undefined : input.time - rhythm.beat;
  rhythm.beat = input.time;
  if (pause !== undefined) {
    pauses.last = step;
    pauses.count += 1;
    pauses.shortest = Math.min(pauses.shortest, pause);
    pauses.longest = Math.max(pauses.longest, pause);
    // A clock that is set makes some beats early; a second loop does it at each.
    rhythm.hurried = pause < interval * 0.55 ? rhythm.hurried + 1 : 0;
  }
  if (pause !== undefined && rhythm.hurried >= hurriedBeats) {
    tell(
      'heartbeat-loop-per-win',
      0.95,
      `heartbeats of ${server.id} come ${Math.round(pause)} ms after each other, where ` +
        `${interval} ms are declared`,
      [input],
    );
  }
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
  if (heard < fed.time) return;
  const why =
    `${peer} answers and holds ${match} of ${server.last}, and ${server.id} has ` +
    `sent it nothing but heartbeats for ${Math.round(input.time - fed.time)} ms`;
  tell(fed.snapshot ? 'lost-snapshot-pauses' : 'inflight-never-freed', 0.93, why, [input]);
}
