import type { TraceEvent } from '@raftlens/trace';

/** Tells clusters apart that share a log: run and Raft group. */
export function clusterKey({ run, group }: TraceEvent): string {
  return run === undefined && group === undefined ? '' : JSON.stringify([run, group]);
}

/** A server's key: its name is its own only within its cluster. */
export function serverKey(event: TraceEvent, node: string): string {
  return `${clusterKey(event)} ${node}`;
}

/** The run and group of an event as a cell of a table, where there are any. */
export function clusterName({ run, group }: TraceEvent): string {
  return [run, group].filter((part) => part !== undefined).join('/');
}

/** The cluster of a row that keeps its name. */
export function clusterOf({ cluster }: { readonly cluster: string }): string {
  return cluster;
}
