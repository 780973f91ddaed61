import type { TraceEvent } from '@raftlens/trace';
import type { Shadow } from './shadow.ts';
import type { MakeSignWatch, TellSign } from './sign.ts';
import type { Step } from './step.ts';

/** A leadership that told another server to campaign, and what became of its lease. */
interface HandedOver {
  readonly told: TraceEvent;
  ended: TraceEvent | undefined;
  /** A lease read was served, or a read confirmed by a majority, before it was given up. */
  served: boolean;
  refused: boolean;
}

/** Whether a leader trusts its lease after it has called an election itself (thesis §6.4.1). */
export const leaseSigns: MakeSignWatch = (tell) => {
  const handed = new Map<Shadow, HandedOver>();
  return {
    step(step) {
      const { server } = step;
      for (const event of step.events) {
        // A server leads once in a term; in the next one its lease begins anew.
        const known = handed.get(server);
        const over = known?.told.term === event.term ? known : undefined;
        if (over !== undefined) lookAt(step, event, over, tell);
        else if (event.event === 'message.sent' && event.kind === 'TimeoutNow') {
          handed.set(server, newlyHanded(event));
        }
      }
    },
  };
};

function newlyHanded(told: TraceEvent): HandedOver {
  return { told, ended: undefined, served: false, refused: false };
}

function lookAt({ server }: Step, event: TraceEvent, over: HandedOver, tell: TellSign): void {
  if (event.event === 'transfer.finished') over.ended ??= event;
  if (event.event === 'read.started' && event.mode === 'read-index' && over.ended === undefined) {
    over.refused = true;
  }
  if (event.event !== 'read.served' || event.mode !== 'lease' || event.role !== 'leader') return;
  const what = `${server.id} serves a read by its lease after it told another server to campaign`;
  if (over.ended === undefined) {
    over.served = true;
    tell('lease-survives-transfer', 0.95, what, [over.told, event]);
    return;
  }
  if (over.served) return;
  const evidence = [over.told, over.ended, event];
  const inTime = over.refused ? ', and not while it handed over' : '';
  const why = `${what} and gave that up${inTime}`;
  tell('lease-back-after-transfer', over.refused ? 0.95 : 0.7, why, evidence);
  tell('lease-survives-transfer', over.refused ? 0.3 : 0.6, why, evidence);
}
