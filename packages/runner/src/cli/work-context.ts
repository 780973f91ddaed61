import type { OtlpSettings } from '@raftlens/telemetry';
import type { Interruption } from './interruption.ts';

/** What all kinds of work share: how this program is called, where spans go, what ends it. */
export interface WorkContext {
  /** How to call this program in the commands that are printed. */
  readonly program: string;
  readonly otlp: OtlpSettings | undefined;
  readonly interruption: Interruption;
}
