import type { Capability, Format } from '@raftlens/formats';
import type { Rule } from '@raftlens/invariants';

/** When the lines of a format can decide a rule. */
export type Decidability =
  | { readonly kind: 'now' }
  /** From this level or flag on; `without` is what is left out before, if only a part is. */
  | { readonly kind: 'at'; readonly level: string; readonly without?: string | undefined }
  /** From this level or flag on it can be seen broken, but not to hold. */
  | { readonly kind: 'accuses'; readonly level: string }
  /** At no level; `lacking` is what the lines never show, as `event` or `event.field`. */
  | { readonly kind: 'never'; readonly lacking: string };

type Need = Rule['needs'][number];

const byDefault = 'default';

/**
 * Whether the lines of `format` show all that `rule` reads, at the levels that are seen in a log.
 * Without `levels` everything that the format can show is taken to be there.
 */
export function decidability(
  format: Format,
  rule: Rule,
  levels: ReadonlySet<string> | undefined,
): Decidability {
  const { capabilities } = format;
  const whole = decidabilityOfAll(capabilities, rule.needs, levels);
  if (whole.kind !== 'never' || rule.accusesBy === undefined) return whole;
  const part = decidabilityOfAll(capabilities, rule.accusesBy, levels);
  if (part.kind === 'never') return whole;
  return { kind: 'accuses', level: part.kind === 'at' ? part.level : byDefault };
}

type NotAccusing = Exclude<Decidability, { readonly kind: 'accuses' }>;

function decidabilityOfAll(
  capabilities: readonly Capability[],
  needs: readonly Need[],
  levels: ReadonlySet<string> | undefined,
): NotAccusing {
  let later: NotAccusing | undefined;
  for (const need of needs) {
    const part = decidabilityOf(capabilities, need, levels);
    if (part.kind === 'never') return part;
    if (part.kind === 'at') later ??= part;
  }
  return later ?? { kind: 'now' };
}

function decidabilityOf(
  capabilities: readonly Capability[],
  need: Need,
  levels: ReadonlySet<string> | undefined,
): NotAccusing {
  const own = capabilities.filter(({ event }) => event === need.event);
  const whole = own.filter(({ except }) => except === undefined);
  const reached = whole.filter(
    ({ level }) => level === byDefault || levels === undefined || levels.has(level),
  );
  const without = own.find(({ except }) => except !== undefined)?.except;
  if (own.length === 0) return { kind: 'never', lacking: need.event };
  const lacking = (need.fields ?? []).find((field) => !shows(whole, field));
  if (whole.length === 0 || lacking !== undefined) {
    return {
      kind: 'never',
      lacking: lacking === undefined ? need.event : `${need.event}.${lacking}`,
    };
  }
  const later = (need.fields ?? []).find((field) => !shows(reached, field));
  if (reached.length > 0 && later === undefined) return { kind: 'now' };
  const level = whole.find(
    (each) => !reached.includes(each) && (later === undefined || shows([each], later)),
  )?.level;
  return { kind: 'at', level: level ?? byDefault, without };
}

function shows(capabilities: readonly Capability[], field: string): boolean {
  return capabilities.some(({ fields = [] }) => fields.includes(field));
}
