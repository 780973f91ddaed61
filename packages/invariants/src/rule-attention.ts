import { type Attention, attend, type EventName, type Share } from '@raftlens/trace';
import type { RuleCheck } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

/** What one rule at work needs to see. */
export interface RuleAttention extends Pick<RuleContext, 'attend' | 'attendNext'> {
  /** The rule is at work, and needs what its check says. */
  begin(check: RuleCheck): void;
  /** Its cluster is over: it needs nothing any more. */
  end(): void;
}

/** Counts the needs of one rule in what everybody needs. */
export function createRuleAttention(attention: Attention): RuleAttention {
  let shares: Map<EventName, Share> | undefined;
  let next = false;
  let over = false;
  return {
    begin({ on, idle }) {
      if (idle !== undefined) shares = new Map(Object.entries(idle) as [EventName, Share][]);
      // Object.keys would make an array for each rule of each cluster.
      for (const name in on) {
        const event = name as EventName;
        attend(attention, event, shares?.get(event) ?? 'all', 1);
      }
    },
    attend(event, share) {
      const before = shares?.get(event);
      if (over || shares === undefined || before === undefined || before === share) return;
      attend(attention, event, before, -1);
      attend(attention, event, share, 1);
      shares.set(event, share);
    },
    attendNext(needed) {
      if (over || needed === next) return;
      next = needed;
      attention.next += needed ? 1 : -1;
    },
    end() {
      over = true;
    },
  };
}
