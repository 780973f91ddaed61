import type { TraceEvent } from '@raftlens/trace';
import { longestTimeout } from './service-signs.ts';
import { configurationOf, type Shadow, type ShadowConfiguration } from './shadow.ts';
import type { MakeSignWatch, SignWatch, TellSign } from './sign.ts';
import type { Step } from './step.ts';
import { createVariantTable, type Variant } from './variants.ts';

/** The configurations that a server may take for the one in force. */
interface Choice {
  /** Who confirmed what is committed; undefined for a campaign, which asks all voters. */
  readonly acks: readonly string[] | undefined;
  /** The last in its log, which holds (Raft §6). */
  readonly last: ShadowConfiguration;
  /** The last one that is committed. */
  readonly committed: ShadowConfiguration | undefined;
  /** The last that it appended as leader. */
  readonly led: ShadowConfiguration | undefined;
  /** The last that it ever appended, be it deleted since. */
  readonly ever: ShadowConfiguration | undefined;
  /** The last in its log, snapshots that it installed apart. */
  readonly kept: ShadowConfiguration | undefined;
}

const variants: readonly Variant<Choice>[] = [
  { bug: undefined, decide: (choice) => actsBy(choice, choice.last) },
  { bug: 'configuration-on-commit', decide: (choice) => actsBy(choice, choice.committed) },
  { bug: 'followers-keep-configuration', decide: (choice) => actsBy(choice, choice.led) },
  { bug: 'truncation-keeps-configuration', decide: (choice) => actsBy(choice, choice.ever) },
  { bug: 'snapshot-keeps-own-configuration', decide: (choice) => actsBy(choice, choice.kept) },
];

/** Whom it asks, or whether it may commit, with that configuration in force. */
function actsBy({ acks }: Choice, by: ShadowConfiguration | undefined): string | boolean {
  if (by === undefined) return '';
  if (acks === undefined) return textOf(by);
  return [by.voters, by.outgoing].every(
    (voters) =>
      voters.length === 0 || voters.filter((id) => acks.includes(id)).length > voters.length / 2,
  );
}

/** By which configuration servers act: the last one in the log, whatever is committed (Raft §6). */
export const configurationSigns: MakeSignWatch = (tell, deny) => {
  const table = createVariantTable(variants);
  const histories = new Map<Shadow, History>();
  return {
    step(step) {
      const { server } = step;
      const history = histories.get(server) ?? newHistory(step);
      histories.set(server, history);
      lookAtJoint(step, tell);
      lookAtRestart(step, tell);
      let last = step.before.configuration;
      for (const event of step.events) {
        const done = doneIn(event);
        const choice = done === undefined ? undefined : choiceOf(event, last, history);
        if (done !== undefined && choice !== undefined) {
          table.see(choice, done, [event]);
        }
        last = note(server, event, history, last) ?? last;
      }
    },
    end() {
      for (const [bug, { last }] of table.out) {
        deny(bug, () => `a server acted by the configuration at index ${last.index} of its log`);
      }
      table.tellLeft(
        tell,
        0.98,
        (times) =>
          `campaigns and commits fit this rule throughout, and ${times} of them no correct one`,
      );
    },
  } satisfies SignWatch;
};

interface History {
  committed: ShadowConfiguration | undefined;
  led: ShadowConfiguration | undefined;
  ever: ShadowConfiguration | undefined;
  kept: ShadowConfiguration | undefined;
}

function newHistory({ before }: Step): History {
  const { configuration: own } = before;
  return { committed: own, led: own, ever: own, kept: own };
}

/** A campaign says whom it asks, a leader's commit that it takes its acks for enough. */
function doneIn(event: TraceEvent): string | boolean | undefined {
  if (event.event === 'commit.advanced' && event.role === 'leader' && event.acks !== undefined)
    return true;
  if (event.event !== 'election.started' || event.voters === undefined) return undefined;
  return [...new Set(event.voters)].sort().join(' ');
}

function choiceOf(
  event: TraceEvent,
  last: ShadowConfiguration | undefined,
  history: History,
): Choice | undefined {
  if (last === undefined || last.voters.length === 0) return undefined;
  const acks = event.event === 'commit.advanced' ? event.acks : undefined;
  return { acks, last, ...history };
}

function textOf({ voters, outgoing }: ShadowConfiguration): string {
  return [...new Set([...voters, ...outgoing])].sort().join(' ');
}

/** Gives back the configuration that is in force then, where the line changes it. */
function note(
  server: Shadow,
  event: TraceEvent,
  history: History,
  last: ShadowConfiguration | undefined,
): ShadowConfiguration | undefined {
  if (event.event === 'log.truncated') {
    // What was in force before comes back, whoever appended it.
    const left = configurationOf(server);
    if ((history.led?.index ?? 0) >= event.fromIndex) history.led = left;
    if ((history.kept?.index ?? 0) >= event.fromIndex) history.kept = left;
    return left;
  }
  if (
    event.event !== 'config.appended' &&
    event.event !== 'config.committed' &&
    event.event !== 'node.started' &&
    event.event !== 'snapshot.installed'
  )
    return undefined;
  const { voters, votersOutgoing: outgoing = [], learners = [] } = event;
  if (voters === undefined) return undefined;
  const index = event.event === 'node.started' ? (event.lastLogIndex ?? 0) : (event.index ?? 0);
  const told = { index, voters, outgoing, learners };
  if (event.event !== 'config.appended') history.committed = told;
  if (event.event === 'config.committed') return undefined;
  // One behind the snapshot stays in force where the log held the last entry that is in it.
  const isBehind = event.event === 'snapshot.installed' && (last?.index ?? 0) > index;
  if (isBehind && server.configurations.some((each) => each.index === last?.index))
    return undefined;
  history.ever = told;
  if (event.event !== 'snapshot.installed') history.kept = told;
  if (event.event !== 'config.appended' || event.role === 'leader') history.led = told;
  return told;
}

/** A leader leaves a joint configuration as soon as that is committed (Raft §6). */
function lookAtJoint({ server, before, input, started }: Step, tell: TellSign): void {
  const { configuration } = before;
  if (configuration === undefined || configuration.outgoing.length === 0) return;
  if (server.role !== 'leader' || before.role !== 'leader') return;
  if (input.event !== 'timer.expired' || configuration.index > before.commit) return;
  const longest = longestTimeout(started);
  const since = server.committedAt ?? input.time;
  if (longest === undefined || input.time - since < longest) return;
  tell(
    'joint-never-left',
    0.94,
    `${server.id} leads, its joint configuration at index ${configuration.index} has been ` +
      `committed for ${Math.round(input.time - since)} ms, and it does not leave it`,
    [input],
  );
}

/** A server that starts again acts by the last configuration in its log, as before (Raft §6). */
function lookAtRestart({ server, before, input }: Step, tell: TellSign): void {
  const { configuration: held, durable, life } = before;
  if (input.event !== 'node.started' || input.voters === undefined) return;
  if (life === undefined || held === undefined || held.voters.length === 0) return;
  // What was not written is gone, and a configuration with it.
  if (held.index > Math.min(durable?.last ?? 0, input.lastLogIndex ?? 0)) return;
  const { voters, votersOutgoing: outgoing = [], learners = [] } = input;
  const told = { index: held.index, voters, outgoing, learners };
  if (textOf(told) === textOf(held)) return;
  tell(
    'restart-forgets-configuration',
    0.97,
    `${server.id} starts with the servers ${textOf(told)}, and had ${textOf(held)} at ` +
      `${held.index} of its log`,
    [input],
  );
}
