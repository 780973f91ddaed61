import type { Lab } from './lab.ts';

/** One test of the lab, under its own name. */
export interface LabTest {
  readonly name: string;
  readonly servers: number;
  /** One sentence: what the test does to the cluster, and what it expects. */
  readonly title: string;
  readonly unreliable?: boolean;
  /** The service takes a snapshot at every so many entries (2D). */
  readonly snapshotInterval?: number;
  /** Drives the cluster; throws a LabFailure. */
  run(lab: Lab): void;
}
