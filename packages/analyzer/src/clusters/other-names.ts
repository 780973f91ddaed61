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
  /** What a server is called in the lines of others, which may know more than its own. */
  const called = new Map(streams.flatMap((stream) => [...(stream.facts().census?.names ?? [])]));
  const stems = streams.map(({ file }) => nodeOfFile(file));
  for (const [index, stream] of streams.entries()) {
    const { census } = stream.facts();
    if (census === undefined) continue;
    for (const [name, node] of census.names) {
      names.get(node)?.add(name);
      // The server goes by the name that its first lines gave it.
      if (!names.has(node)) names.get(name)?.add(node);
    }
    const speakers = [...census.speakers].map((name) =>
      names.has(name) ? name : (census.names.get(name) ?? called.get(name) ?? name),
    );
    const [speaker, ...others] = new Set(speakers.filter((name) => names.has(name)));
    if (speaker === undefined || others.length > 0 || stream.file === '-') continue;
    const stem = stems[index] ?? '';
    // A name that several files have, such as `messages`, names none of their servers.
    if (stems.indexOf(stem) === stems.lastIndexOf(stem)) names.get(speaker)?.add(stem);
  }
  return nodes.map(({ node, aliases }) => {
    const all = new Set([...aliases, ...(names.get(node) ?? [])]);
    all.delete(node);
    return { node, aliases: [...all].sort() };
  });
}
