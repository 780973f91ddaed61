import { nodeOfFile } from '@raftlens/formats';
import type { NodeSummary } from '@raftlens/invariants';
import type { EventStream } from '../input/event-stream.ts';

/**
 * Adds to each server what else it is called: in the lines of all files, and by the file that is
 * its log alone.
 */
export function otherNames(
  nodes: readonly NodeSummary[],
  streams: readonly EventStream[],
): readonly NodeSummary[] {
  const names = new Map<string, Set<string>>(nodes.map(({ node }) => [node, new Set<string>()]));
  for (const stream of streams) {
    const { census } = stream.facts();
    if (census === undefined) continue;
    for (const [name, node] of census.names) names.get(node)?.add(name);
    const [speaker, ...others] = census.speakers;
    if (speaker === undefined || others.length > 0 || stream.file === '-') continue;
    names.get(speaker)?.add(nodeOfFile(stream.file));
  }
  return nodes.map(({ node, aliases }) => {
    const all = new Set([...aliases, ...(names.get(node) ?? [])]);
    all.delete(node);
    return { node, aliases: [...all].sort() };
  });
}
