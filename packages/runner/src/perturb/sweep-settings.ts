import { chanceOfSoFast } from '../statistics/compare-speeds.ts';
import type { Setting } from './setting.ts';

/** What runs under a setting came to. */
export interface SettingRuns {
  readonly passed: number;
  readonly failed: number;
  /** How long they took together, ms; runs at a time count once. */
  readonly ms: number;
}

/** How settings are tried. */
export interface SettingsSweep {
  /** The first is what the others are compared with. */
  readonly settings: readonly Setting[];
  /** Runs of all settings together. */
  readonly num: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Makes so many runs under a setting that were not made before; fewer where it is to end. */
  readonly run: (setting: number, runs: number) => Promise<SettingRuns>;
  /** Whether it is to end now. */
  readonly isOver: () => boolean;
}

/** What is held of the setting that seemed the fastest. */
export interface Confirmation {
  readonly setting: number;
  readonly runs: SettingRuns;
  readonly asItIs: SettingRuns;
  /** How likely such a difference is if there is none. */
  readonly chance: number;
  readonly verdict: 'faster' | 'cannot tell';
}

/** What a sweep came to. */
export interface SweepResult {
  /** What each setting showed while all were tried, in their order. */
  readonly screened: readonly SettingRuns[];
  /** Undefined where nothing failed, no other setting seemed faster, or it ended before. */
  readonly confirmed: Confirmation | undefined;
}

/** Settings take turns, so that what changes on the machine meanwhile changes it for all. */
const turns = 4;
/** This part of the runs goes into finding a candidate, the rest into a fair trial of it. */
const screeningShare = 0.6;

/**
 * Tries all settings, then the one that seemed fastest once more beside the first one.
 *
 * The best of many looks better than it is, as it was chosen for its luck too. So what convicts it
 * are fresh runs alone, of two settings that were fixed before: one comparison, nothing to correct.
 */
export async function sweepSettings(sweep: SettingsSweep): Promise<SweepResult> {
  const { settings, num, confidence, run, isOver } = sweep;
  const each = Math.max(1, Math.floor((num * screeningShare) / settings.length / turns));
  const screened: SettingRuns[] = settings.map(() => none);
  for (let turn = 0; turn < turns && !isOver(); turn += 1) {
    for (const setting of settings.keys()) {
      if (!isOver()) screened[setting] = sum(screened[setting], await run(setting, each));
    }
  }
  const candidate = fastest(screened);
  if (candidate === 0 || isOver()) return { screened, confirmed: undefined };
  const half = Math.max(1, Math.floor((num - each * turns * settings.length) / 2 / turns));
  let [fast, slow] = [none, none];
  for (let turn = 0; turn < turns && !isOver(); turn += 1) {
    fast = sum(fast, await run(candidate, half));
    slow = sum(slow, await run(0, half));
  }
  const chance = chanceOfSoFast(fast, slow);
  const verdict = chance <= 1 - confidence ? 'faster' : 'cannot tell';
  const confirmed = { setting: candidate, runs: fast, asItIs: slow, chance, verdict } as const;
  return { screened, confirmed };
}

const none: SettingRuns = { passed: 0, failed: 0, ms: 0 };

function sum(a: SettingRuns = none, b: SettingRuns = none): SettingRuns {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, ms: a.ms + b.ms };
}

/** The first one where nothing failed, or where none of the others seems faster. */
function fastest(all: readonly SettingRuns[]): number {
  let best = 0;
  for (const [setting, runs] of all.entries()) if (speed(runs) > speed(all[best])) best = setting;
  return best;
}

/** Failures for each ms. */
function speed({ failed, ms }: SettingRuns = none): number {
  return ms === 0 ? 0 : failed / ms;
}
