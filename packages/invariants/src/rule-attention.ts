import { type Attention, attend, attendServer, type EventName, type Share } from '@raftlens/trace';
import type { RuleCheck } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

/** What one rule at work needs to see. */
export interface RuleAttention extends Pick<RuleContext, 'attend' | 'attendServer' | 'attendNext'> {
  /** The rule is at work, and needs what its check says: that much is counted already. */
  begin(idle: RuleCheck['idle']): void;
  /** It asked for the next event, whatever that is. */
  readonly next: boolean;
  /** Its cluster is over: it needs nothing any more. */
  end(): void;
}

/** Counts what one rule needs beyond what its check says, in what everybody needs. */
export function createRuleAttention(attention: Attention): RuleAttention {
  let idle: RuleCheck['idle'];
  /** Made only when the rule changes its mind: most never do. */
  let shares: Map<EventName, Share> | undefined;
  let servers: Set<string> | undefined;
  let over = false;
  // No accessors: an object that has some of its own is slow to make, and each rule has one.
  const need = {
    next: false,
    begin(said: RuleCheck['idle']) {
      idle = said;
    },
    attend(event: EventName, share: Share) {
      const before = shares?.get(event) ?? idle?.[event];
      if (over || before === undefined || before === share) return;
      attend(attention, event, before, -1);
      attend(attention, event, share, 1);
      shares ??= new Map();
      shares.set(event, share);
    },
    attendServer(server: string, event: EventName, needed: boolean) {
      const key = `${event} ${server}`;
      servers ??= new Set();
      if (over || servers.has(key) === needed) return;
      if (needed) servers.add(key);
      else servers.delete(key);
      attendServer(attention, server, event, needed ? 1 : -1);
    },
    attendNext(needed: boolean) {
      if (needed === need.next) return;
      need.next = needed;
      if (!over) attention.next += needed ? 1 : -1;
    },
    end() {
      over = true;
    },
  };
  return need;
}
