import { changeMembership } from './change-membership.ts';
import { compact } from './compact.ts';
import { createServer } from './create-server.ts';
import { takeEffects } from './effects.ts';
import { persisted } from './persisted.ts';
import { propose } from './propose.ts';
import { receive } from './receive.ts';
import { createSessions } from './sessions.ts';
import { startRead } from './start-read.ts';
import { tick } from './tick.ts';
import { nextDeadline } from './timers.ts';
import { transferLeadership } from './transfer-leadership.ts';

/**
 * The entry points of a Raft core as one value, so that a core with a bug in it can be run in
 * place of the correct one.
 */
export interface Core {
  readonly createServer: typeof createServer;
  readonly receive: typeof receive;
  readonly tick: typeof tick;
  readonly propose: typeof propose;
  readonly startRead: typeof startRead;
  readonly changeMembership: typeof changeMembership;
  readonly transferLeadership: typeof transferLeadership;
  readonly compact: typeof compact;
  readonly persisted: typeof persisted;
  readonly takeEffects: typeof takeEffects;
  readonly nextDeadline: typeof nextDeadline;
  readonly createSessions: typeof createSessions;
}

/** The correct core. */
export const core: Core = {
  createServer,
  receive,
  tick,
  propose,
  startRead,
  changeMembership,
  transferLeadership,
  compact,
  persisted,
  takeEffects,
  nextDeadline,
  createSessions,
};
