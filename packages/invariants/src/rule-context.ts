import type { EventName, Share } from '@raftlens/trace';
import type { ClusterView } from './cluster/cluster-view.ts';
import type { Report } from './finding.ts';

/** What the judge offers to a rule at work. */
export interface RuleContext {
  /** Tells a finding, at once. */
  report(report: Report): void;
  /** What the lines up to now, this one included, say of the servers. */
  readonly cluster: ClusterView;
  /**
   * The longest election timeout, ms; undefined where the lines up to now do not show it. A rule
   * that asks for it does not hold where none of the lines does.
   */
  electionTimeoutMs(): number | undefined;
  /**
   * Says how much of an event the rule needs from now on; before that it is what its check's `idle`
   * says. More than it needs may come.
   */
  attend(event: EventName, share: Share): void;
  /** Says whether the rule needs all of an event of one server, whatever of those of the others. */
  attendServer(server: string, event: EventName, needed: boolean): void;
  /** Says whether the rule needs the very next event, whatever that is. */
  attendNext(needed: boolean): void;
}
