/** How a carrier of logs writes one line of a server, the `index`-th of its file. */
export type Writer = (line: string, server: string, index: number) => string;

const at = (index: number): string => String(10 + Math.floor(index / 600)).padStart(2, '0');
const second = (index: number): string => String(Math.floor(index / 10) % 60).padStart(2, '0');
const clock = (index: number): string => `${at(index)}:17:${second(index)}`;

/** By name; each is what the tool of that name really prints. */
export const writers: Readonly<Record<string, Writer>> = {
  journalctl: (line, server, index) => `Nov 23 ${clock(index)} ${server} raftd[812]: ${line}`,
  'journalctl -o short-precise': (line, server, index) =>
    `Nov 23 ${clock(index)}.123456 ${server} raftd[812]: ${line}`,
  'journalctl -o short-iso': (line, server, index) =>
    `2026-11-23T${clock(index)}+0100 ${server} raftd[812]: ${line}`,
  'journalctl -o short-iso-precise': (line, server, index) =>
    `2026-11-23T${clock(index)}.123456+01:00 ${server} raftd[812]: ${line}`,
  'journalctl -o short-unix': (line, server, index) =>
    `1795400000.${100_000 + index} ${server} raftd[812]: ${line}`,
  'journalctl -o with-unit': (line, server, index) =>
    `Mon 2026-11-23 ${clock(index)} CET ${server} raftd.service[812]: ${line}`,
  'journalctl -o json': (line, server, index) =>
    JSON.stringify({
      PRIORITY: '6',
      _HOSTNAME: server,
      __REALTIME_TIMESTAMP: `1795400000${100_000 + index}`,
      MESSAGE: line,
      _PID: '812',
      SYSLOG_IDENTIFIER: 'raftd',
    }),
  rsyslog: (line, server, index) =>
    `2026-11-23T${clock(index)}.123456+01:00 ${server} raftd[812]: ${line}`,
  'RFC 5424': (line, server, index) =>
    `<14>1 2026-11-23T${clock(index)}.123Z ${server} raftd 812 - - ${line}`,
  'syslog on the wire': (line, server, index) =>
    `<30>Nov 23 ${clock(index)} ${server} raftd[812]: ${line}`,
  'docker compose': (line, server) => `${server.padEnd(12)} | ${line}`,
  'docker compose 1': (line, server) => `\u001b[36m${server}_1       |\u001b[0m ${line}`,
  'docker logs -t': (line, _, index) => `2026-11-23T${clock(index)}.123456789Z ${line}`,
  'json-file of docker': (line, _, index) =>
    JSON.stringify({
      log: `${line}\n`,
      stream: 'stderr',
      time: `2026-11-23T${clock(index)}.123456789Z`,
    }),
  'docker service logs': (line, server) => `db_raft.1.x8k2j3l4m5n6@${server}    | ${line}`,
  'the runtime of containers': (line, _, index) =>
    `2026-11-23T${clock(index)}.123456789+01:00 stderr F ${line}`,
  'kubectl logs --prefix': (line, server) => `[pod/raft-${server}/raft] ${line}`,
  'kubectl logs --prefix --timestamps': (line, server, index) =>
    `[pod/raft-${server}/raft] 2026-11-23T${clock(index)}.123456789Z ${line}`,
  stern: (line, server) => `raft-${server} raft ${line}`,
  'GitHub Actions': (line, _, index) => `2026-11-23T${clock(index)}.1234567Z ${line}`,
  'a quote': (line) => `> ${line}`,
  'an indented quote': (line) => `    ${line}`,
  'grep -n': (line, _, index) => `${index + 1}:${line}`,
  'grep -H': (line, server) => `logs/${server}.log:${line}`,
  colour: (line) => `\u001b[90m${line}\u001b[0m`,
  'two carriers': (line, server, index) =>
    `Nov 23 ${clock(index)} host dockerd[99]: raft-${server}-1  | ${line}`,
};
