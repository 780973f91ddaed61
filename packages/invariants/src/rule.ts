import type {
  EventName,
  EventOf,
  MessageEventName,
  MessageKind,
  Share,
  TraceEvent,
} from '@raftlens/trace';
import type { Leadership } from './cluster/leadership.ts';
import type { Report, Severity } from './finding.ts';
import type { RuleContext } from './rule-context.ts';

/** Something that a rule must see in a trace before it may say `holds`. */
export interface Need {
  readonly event: EventName;
  /** Fields beyond the required ones, envelope fields included, that the rule reads. */
  readonly fields?: readonly string[];
}

/** A kind of line: an event, or a message of a kind. */
export type LineKind =
  | Exclude<EventName, MessageEventName>
  | `${'message.sent' | 'message.received'} ${MessageKind}`;

/** A handler for each event that a rule looks at; no other event reaches it. */
export type Handlers = { readonly [Name in EventName]?: (event: EventOf<Name>) => void };

/** Kinds of messages by the event that tells of them. */
export interface Kinds {
  readonly 'message.sent'?: readonly MessageKind[];
  readonly 'message.received'?: readonly MessageKind[];
}

/** Whether what a rule saw is enough to acquit; `missing` says, in words, what was not there. */
export type Basis =
  | { readonly enough: true }
  | { readonly enough: false; readonly missing: string };

/** One rule at work on one Raft group of one run. */
export interface RuleCheck {
  readonly on: Handlers;
  /**
   * How little is enough of events that it has handlers for, until it says otherwise by
   * `context.attend`. In a hunt the events that nobody needs are never made; what is left out must
   * not change what the rule reports. Of events that are not named here it needs all.
   */
  readonly idle?: Readonly<Partial<Record<EventName, Share>>> | undefined;
  /** The only kinds of messages that its handlers look at, where these are not all. */
  readonly kinds?: Kinds | undefined;
  /**
   * Of events that it has handlers for, those by which it only forgets what it has followed of a
   * server: as long as it has heard of nothing else, they do not set it to work. A log of ten
   * thousand groups, of which little but starts is told, costs a fraction by that.
   */
  readonly forgetsBy?: readonly EventName[] | undefined;
  /** Takes the next event, whatever it is, while the rule asks for it by `context.attendNext`. */
  readonly onNext?: (event: TraceEvent) => void;
  /** A server leads, as its own lines say: it won an election, or its term moved while it led. */
  readonly onLeadership?: (leadership: Leadership) => void;
  /** The trace ends at `time`: last reports, and whether there was enough to judge by. */
  end(time: number): Basis;
}

/** One rule of Raft: what it says, where that stands, and how to check it. */
export interface Rule {
  /** kebab-case, the paper's name where it has one. */
  readonly id: string;
  /** Short reference such as `S1`. */
  readonly code: string;
  readonly title: string;
  /** One or two sentences that are true of every correct Raft. */
  readonly statement: string;
  /** Why breaking it hurts, for `raft-analyze --explain`. */
  readonly why: string;
  /** The smallest counter-example, one step a line. */
  readonly example: readonly string[];
  /** Where it stands: `Raft §5.2`, `thesis §6.2`. */
  readonly source: string;
  readonly severity: Severity;
  /** Some of its reports are violations, although its severity is less. */
  readonly mayViolate?: true | undefined;
  readonly needs: readonly Need[];
  /** By these events too it can see itself broken, though never that it holds. */
  readonly accusesBy?: readonly Need[];
  /**
   * Kinds of lines that it takes for what did not happen where they are not there. It accuses no
   * server that is not seen to print them (see `untold-lines.ts`).
   */
  readonly restsOn?: readonly LineKind[] | ((report: Report) => readonly LineKind[]);
  create(context: RuleContext): RuleCheck;
}
