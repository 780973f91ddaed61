import { type Attention, attend, attendServer, type EventName, type Share } from '@raftlens/trace';
import type { ClusterView } from './cluster/cluster-view.ts';
import type { Report } from './finding.ts';
import type { Rule, RuleCheck } from './rule.ts';
import type { RuleContext } from './rule-context.ts';

/** Whom the rules of a cluster work for. */
export interface RuleHost {
  readonly cluster: ClusterView;
  /** Where they say what they need to see. */
  readonly attention: Attention;
  /** False where what the report rests on is not printed: it was not told. */
  tell(rule: Rule, report: Report): boolean;
}

/**
 * One rule at work on one cluster: passes on what it reports, each thing once, and counts what it
 * needs to see beyond what its check says, in what everybody needs.
 *
 * A class, as there is one for each rule of each Raft group of each run: functions of its own would
 * take several times the memory.
 */
export class RuleAtWork implements RuleContext {
  readonly rule: Rule;
  readonly cluster: ClusterView;
  readonly check: RuleCheck;
  /** It asked for the next event, whatever that is. */
  next = false;
  /** It asked for the election timeout before one was known. */
  lacksTimeout = false;
  private readonly host: RuleHost;
  /** Its check is there, which says what it needs while it says nothing else. */
  private begun = false;
  private over = false;
  private told: Set<string> | undefined = undefined;
  /** Made only when the rule changes its mind: most never do. */
  private shares: Map<EventName, Share> | undefined = undefined;
  private servers: Set<string> | undefined = undefined;

  constructor(rule: Rule, host: RuleHost) {
    this.rule = rule;
    this.cluster = host.cluster;
    this.host = host;
    this.check = rule.create(this);
    this.begun = true;
  }

  report(report: Report): void {
    const key = `${report.term ?? ''} ${report.nodes.join(' ')} ${report.verdict}`;
    if (this.told?.has(key) === true || !this.host.tell(this.rule, report)) return;
    this.told ??= new Set();
    this.told.add(key);
  }

  electionTimeoutMs(): number | undefined {
    const timeout = this.cluster.electionTimeoutMs();
    if (timeout === undefined) this.lacksTimeout = true;
    return timeout;
  }

  attend(event: EventName, share: Share): void {
    if (!this.begun || this.over) return;
    const before = this.shares?.get(event) ?? this.check.idle?.[event];
    if (before === undefined || before === share) return;
    attend(this.host.attention, event, before, -1);
    attend(this.host.attention, event, share, 1);
    this.shares ??= new Map();
    this.shares.set(event, share);
  }

  attendServer(server: string, event: EventName, needed: boolean): void {
    const key = `${event} ${server}`;
    this.servers ??= new Set();
    if (this.over || this.servers.has(key) === needed) return;
    if (needed) this.servers.add(key);
    else this.servers.delete(key);
    attendServer(this.host.attention, server, event, needed ? 1 : -1);
  }

  attendNext(needed: boolean): void {
    if (needed === this.next) return;
    this.next = needed;
    if (!this.over) this.host.attention.next += needed ? 1 : -1;
  }

  /** Its cluster is over: it needs nothing any more. */
  end(): void {
    this.over = true;
  }
}
