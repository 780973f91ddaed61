/** Seconds and nanoseconds since the epoch: the one form that OpenTelemetry passes on unchanged. */
export type SpanTime = readonly [seconds: number, nanoseconds: number];

/** What an attribute may hold. */
export type SpanValue = string | number | boolean | readonly string[];

/** Attributes by name, `raft.*` but for those that OpenTelemetry has names for. */
export type SpanAttributes = Readonly<Record<string, SpanValue>>;

/** Something that happened while a span was open. */
export interface SpanEvent {
  readonly name: string;
  readonly time: SpanTime;
  readonly attributes: SpanAttributes;
}

/** How a span ended; what ran its course is `unset`, as OpenTelemetry asks of instrumentation. */
export type SpanStatus =
  | { readonly code: 'unset' | 'ok' }
  | { readonly code: 'error'; readonly message: string };

/** A finished span, free of any SDK: equal traces give equal records, ids included. */
export interface SpanRecord {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** Absent on the root of a run or test. */
  readonly parentSpanId?: string | undefined;
  /** The server's id, or `raftlens` for what the harness says. */
  readonly service: string;
  readonly name: string;
  readonly start: SpanTime;
  /** Never before `start`. */
  readonly end: SpanTime;
  readonly attributes: SpanAttributes;
  readonly events: readonly SpanEvent[];
  readonly status: SpanStatus;
}
