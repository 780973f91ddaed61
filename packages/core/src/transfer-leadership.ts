import { isVoter } from './configuration.ts';
import { tellTransferFinished, tellTransferStarted } from './events/transfer-events.ts';
import { lastIndex } from './log.ts';
import { sendAppend, sendTimeoutNow } from './send.ts';
import type { Server } from './server.ts';

/** A leader hands leadership over (thesis §3.10). */
export interface Transfer {
  readonly target: string;
  /** The target has the whole log and was told to campaign. */
  told: boolean;
}

/** What came of asking for a transfer. */
export type TransferAnswer =
  | { readonly kind: 'started' }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-leader' | 'transfer-pending' | 'already-leader' | 'no-voter';
    };

/**
 * Asks a leader at time `now`, ms, to make `target` the next one (thesis §3.10). It takes no
 * proposals from here on, brings the target's log up to date and tells it to campaign at once.
 * When it still leads an election timeout later it gives up, and takes proposals again.
 */
export function transferLeadership(server: Server, target: string, now: number): TransferAnswer {
  server.now = now;
  const reason = reasonToRefuse(server, target);
  if (reason !== undefined) return { kind: 'refused', reason };
  const transfer: Transfer = { target, told: false };
  server.transfer = transfer;
  server.transferDeadline = now + server.settings.electionTimeoutMs[1];
  tellTransferStarted(server, target);
  tellTargetWhenReady(server);
  const progress = server.progress.find(({ peer }) => peer === target);
  // What was sent before may be lost: its answer to one more AppendEntries shows what it lacks.
  if (!transfer.told && progress !== undefined) sendAppend(server, progress);
  return { kind: 'started' };
}

/** The target answered: when it has the whole log it may go, and is told again if that got lost. */
export function tellTargetWhenReady(server: Server): void {
  const { transfer } = server;
  if (transfer === undefined) return;
  const progress = server.progress.find(({ peer }) => peer === transfer.target);
  if (progress === undefined || progress.matchIndex < lastIndex(server.log)) return;
  transfer.told = true;
  // From now on an election may begin at any time, whatever the others heard (thesis §6.4.1).
  server.leaseForfeited = true;
  sendTimeoutNow(server, transfer.target);
}

/** The time is over: the leader goes on leading (thesis §3.10). */
export function abortTransfer(server: Server): void {
  endTransfer(server, server.transfer?.told === true ? 'timeout' : 'target-behind');
}

/** A leader steps down: to the target once that was told to campaign, else for another reason. */
export function endTransferWithRole(server: Server, cause: string): void {
  const gaveWay = server.transfer?.told === true && cause === 'higher-term';
  endTransfer(server, gaveWay ? 'done' : cause);
}

function endTransfer(server: Server, cause: string): void {
  const { transfer } = server;
  if (transfer === undefined) return;
  server.transfer = undefined;
  server.transferDeadline = Number.POSITIVE_INFINITY;
  tellTransferFinished(server, transfer.target, cause);
}

type Refusal = Extract<TransferAnswer, { kind: 'refused' }>['reason'];

function reasonToRefuse(server: Server, target: string): Refusal | undefined {
  if (server.role !== 'leader') return 'not-leader';
  if (server.transfer !== undefined) return 'transfer-pending';
  if (target === server.id) return 'already-leader';
  if (!isVoter(server.configuration, target)) return 'no-voter';
  return undefined;
}
