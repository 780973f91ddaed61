import type { EventName, FieldType, Role } from '@raftlens/trace';
import type { OpenClock } from './clock.ts';
import type { Pattern } from './pattern.ts';
import type { Template } from './template.ts';

/** A log format that a user wrote down, checked. */
export interface OwnDefinition {
  readonly id: string;
  readonly title: string;
  /** Every line of interest holds one of these. */
  readonly only: readonly string[] | undefined;
  /** What the lines of interest have in common; its group `words` is what the rules look at. */
  readonly line: Pattern | undefined;
  readonly openClock: OpenClock;
  /** Makes the id of a server of what the line says, which stands for `{}`. */
  readonly nodes: string | undefined;
  readonly ids: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, Role>;
  /** An event without a term has the last one that a line of its server said. */
  readonly carryTerm: boolean;
  readonly rules: readonly OwnRule[];
}

/** What lines that match a pattern tell. */
export interface OwnRule {
  readonly pattern: Pattern;
  /** They are of no interest, for this reason. */
  readonly ignore: string | undefined;
  readonly events: readonly EventPlan[];
}

/** How an event comes of a match. */
export interface EventPlan {
  readonly event: EventName;
  readonly fields: readonly FieldPlan[];
}

/** Where the value of a field comes from. */
export interface FieldPlan {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** It names servers: {@link OwnDefinition.ids} holds for it. */
  readonly servers: boolean;
  readonly from:
    | { readonly kind: 'fixed'; readonly value: unknown }
    | { readonly kind: 'text'; readonly template: Template };
}
