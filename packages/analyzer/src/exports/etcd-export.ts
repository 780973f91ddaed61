import { createEtcdServers, type EtcdServer } from './etcd-servers.ts';
import { toldBy } from './etcd-steps.ts';
import type { TraceExport } from './trace-export.ts';

/**
 * The state trace of etcd's raft library, one JSON line an event, which its TLA+ specification
 * replays. Servers get numbers from 1 in the order of their names, as far as they are declared.
 *
 * What is told otherwise than it was, and which runs the specification does not accept, stands in
 * docs/second-opinion.md.
 */
export const etcdExport: TraceExport = {
  name: 'etcd',
  title: "etcd's state trace, NDJSON, for its TLA+ specification",
  open() {
    const servers = createEtcdServers();
    return {
      push(events) {
        let text = '';
        for (const event of events) {
          const server = servers.observe(event);
          if (server === undefined) continue;
          for (const step of toldBy(event, server, servers)) {
            text += lineOf(event.time, step.server, step);
          }
        }
        return text;
      },
      end: () => '',
    };
  },
};

function lineOf(
  time: number,
  server: EtcdServer,
  { name, msg, prop }: { readonly name: string; readonly msg?: unknown; readonly prop?: unknown },
): string {
  const event = {
    name,
    nid: server.id,
    state: { term: server.term, vote: server.vote, commit: server.commit },
    role: server.role,
    log: server.lastIndex,
    conf: [server.voters, server.votersOutgoing],
    ...{ msg, prop },
  };
  const line = { level: 'debug', ts: time / 1000, msg: 'trace', tag: 'trace', event };
  return `${JSON.stringify(line)}\n`;
}
