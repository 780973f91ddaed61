import type { MessageKind } from './message-kind.ts';
import type { Role } from './role.ts';

/** A log entry's identity: the term it was created in and a 64-bit hash of its command, hex. */
export interface EntryId {
  readonly term: number;
  readonly hash?: string | undefined;
}

/** What a producer declares about its cluster in `trace.started`; all times in milliseconds. */
export interface ClusterSettings {
  readonly electionTimeoutMs?: readonly [min: number, max: number] | undefined;
  readonly heartbeatIntervalMs?: number | undefined;
  readonly preVote?: boolean | undefined;
  readonly checkQuorum?: boolean | undefined;
  readonly leaseDriftMs?: number | undefined;
}

/** A directed link between two servers. */
export type Link = readonly [from: string, to: string];

/**
 * The shapes that a field of an event can have, by the name used in the catalogue.
 *
 * `integer` is a whole number of at least 0 and at most 2^53 − 1; `number` is any finite number.
 */
export interface FieldTypes {
  readonly text: string;
  readonly integer: number;
  readonly number: number;
  readonly flag: boolean;
  readonly texts: readonly string[];
  readonly range: readonly [number, number];
  readonly role: Role;
  readonly kind: MessageKind;
  readonly entries: readonly EntryId[];
  readonly settings: ClusterSettings;
  readonly links: readonly Link[];
}

/** The name of a field's shape. */
export type FieldType = keyof FieldTypes;

/** One field of one event, as the catalogue describes it. */
export interface FieldSpec {
  readonly type: FieldType;
  readonly doc: string;
  /** Without it a line is broken; any other field may be absent, as foreign logs know less. */
  readonly required?: true;
  /** The schema version that brought the field, where it was not the first. */
  readonly since?: number;
}

/** One event of the vocabulary. */
export interface EventSpec {
  readonly doc: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
}
