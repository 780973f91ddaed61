import { describe, expect, test } from 'vitest';
import { detectFormat, type Format } from '../../src/index.ts';
import { readLines } from '../read-lines.ts';

type Writer = (line: string, server: string) => string;

const at = '2026-11-23T10:00:00';

/** By name: how each writes a line of a server. */
const writers: Readonly<Record<string, Writer>> = {
  journalctl: (line, server) => `Nov 23 10:00:00 ${server} raftd[8]: ${line}`,
  'journalctl -o short-iso': (line, server) => `${at}+0100 ${server} raftd[8]: ${line}`,
  'journalctl -o short-unix': (line, server) => `1795400000.100000 ${server} raftd[8]: ${line}`,
  'journalctl -o with-unit': (line, server) =>
    `Mon 2026-11-23 10:00:00 CET ${server} raftd.service[8]: ${line}`,
  'journalctl -o json': (line, server) => JSON.stringify({ _HOSTNAME: server, MESSAGE: line }),
  'journalctl -o json, with colours': (line, server) =>
    JSON.stringify({ _HOSTNAME: server, MESSAGE: [...`\u001b[32m${line}\u001b[0m`].map(codeOf) }),
  rsyslog: (line, server) => `${at}.123456+01:00 ${server} raftd[8]: ${line}`,
  'RFC 5424': (line, server) => `<14>1 ${at}.123Z ${server} raftd 8 - - ${line}`,
  'syslog on the wire': (line, server) => `<30>Nov 23 10:00:00 ${server} raftd[8]: ${line}`,
  'docker compose': (line, server) => `${server}-1      | ${line}`,
  'docker compose, coloured': (line, server) => `\u001b[36m${server}_1  |\u001b[0m ${line}`,
  goreman: (line, server) => `10:00:00 ${server} | ${line}`,
  'docker service logs': (line, server) => `db_raft.1.x8k2j3@${server}    | ${line}`,
  'kubectl logs --prefix': (line, server) => `[pod/${server}/raft] ${line}`,
  'kubectl logs --prefix --timestamps': (line, server) => `[pod/${server}/raft] ${at}.1Z ${line}`,
  'Fluent Bit': (line, server) =>
    JSON.stringify({ log: `${line}\n`, kubernetes: { pod_name: server, namespace_name: 'x' } }),
  stern: (line, server) => `${server} raft ${line}`,
  kail: (line, server) => `db/${server}[raft]: ${line}`,
  Fluentd: (line, server) =>
    `2026-11-23 10:00:00.000000000 +0000 app.raft: ${JSON.stringify({ log: line, host: server })}`,
  logcli: (line, server) => `${at}Z {app="raft", pod="${server}"} ${line}`,
  'journalctl without the date': (line, server) => `10:00:00 ${server} raftd[8]: ${line}`,
  'a listing of files': (line, server) => `[sos-1]/var/log/${server}.log     |${line}`,
  'grep -H': (line, server) => `logs/${server}.log:${line}`,
  'grep -Hn': (line, server) => `logs/${server}.log:12:${line}`,
  'compose in a journal': (line, server) =>
    `Nov 23 10:00:00 host dockerd[9]: ${server}-1  | ${line}`,
};

/** These do not say whose a line is. */
const nameless: Readonly<Record<string, Writer>> = {
  'docker logs -t': (line) => `${at}.123456789Z ${line}`,
  'json-file of docker': (line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: at }),
  'the runtime of containers': (line) => `${at}.1+01:00 stderr F ${line}`,
  'gh run view --log': (line) => `test\tGo test\t${at}.1234567Z ${line}`,
  'the time of a kernel': (line) => `[188748.206523] raftd[4]: ${line}`,
  ts: (line) => `Nov 23 10:00:00 ${line}`,
  logrus: (line) => `INFO[0001] ${line}`,
  'a quote': (line) => `> ${line}`,
  indentation: (line) => `    ${line}`,
  'grep -n': (line) => `17:${line}`,
};

const systems: Readonly<Record<string, (term: number) => readonly string[]>> = {
  'hashicorp-json': (term) => [
    JSON.stringify({ ...hclog, '@message': 'entering candidate state', term }),
    JSON.stringify({ ...hclog, '@message': 'entering leader state', leader: {} }),
  ],
  'hashicorp-text': (term) => [
    `${at}.000Z [INFO]  raft: entering candidate state: node="Node at : [Candidate]" term=${term}`,
    `${at}.000Z [INFO]  raft: entering leader state: leader={}`,
  ],
  nats: (term) => [
    `[7] 2026/11/23 10:00:00.000001 [DBG] RAFT [x - _meta_] Switching to candidate`,
    `[7] 2026/11/23 10:00:00.000002 [DBG] RAFT [x - _meta_] Sending out voteRequest {term:${term} lastTerm:0 lastIndex:0 candidate:x reply:}`,
    `[7] 2026/11/23 10:00:00.000003 [DBG] RAFT [x - _meta_] Switching to leader`,
  ],
};
const hclog = { '@level': 'info', '@module': 'raft', '@timestamp': `${at}.000000Z` };

function codeOf(char: string): number | undefined {
  return char.codePointAt(0);
}

describe.each(Object.entries(systems))('%s', (id, linesOf) => {
  const all = { ...writers, ...nameless };
  test.each(Object.entries(all))('behind %s', (_, write) => {
    const lines = linesOf(5).map((line) => write(line, 'n1'));
    expect(detect(lines).id).toBe(id);
    expect(leadersIn(lines).map((leader) => leader.split(' ')[1])).toStrictEqual(['5']);
  });
});

test.each(Object.entries(writers))('several servers in one file, by %s', (_, write) => {
  const linesOf = systems['hashicorp-json'] ?? expect.unreachable();
  const lines = [0, 1].flatMap((step) =>
    ['n1', 'n2', 'n3'].map((server, index) => write(linesOf(index + 1)[step] ?? '', server)),
  );
  const names = leadersIn(lines).map((leader) => /n\d.* /.exec(leader)?.[0].slice(0, 2));
  expect(names).toStrictEqual(['n1', 'n2', 'n3']);
  expect(leadersIn(lines).map((leader) => leader.split(' ')[1])).toStrictEqual(['1', '2', '3']);
});

test('lines of other programs are not of a server', () => {
  const write = writers.rsyslog ?? expect.unreachable();
  const lines = (systems['hashicorp-json']?.(7) ?? []).flatMap((line) => [
    write(line, 'x'),
    write('started session 3 of user root', 'y'),
  ]);
  expect(leadersIn(lines)).toStrictEqual(['a 7']);
});

test('the headings of tail say whose the lines are', () => {
  const lines = ['n1', 'n2'].flatMap((name, index) => [
    `==> /var/log/${name}.log <==`,
    ...(systems['hashicorp-json']?.(index + 1) ?? []),
    '',
  ]);
  expect(leadersIn(lines)).toStrictEqual(['n1 1', 'n2 2']);
});

test('the stamp of a program is not taken for one of a carrier', () => {
  const lines = systems['hashicorp-text']?.(5) ?? [];
  const texts = readLines(detect(lines), lines).events.map(({ at: place }) => place?.text);
  expect(texts).toStrictEqual(lines);
});

function leadersIn(lines: readonly string[]): readonly string[] {
  return readLines(detect(lines), lines).events.flatMap((event) =>
    event.event === 'role.changed' && event.to === 'leader' ? `${event.node} ${event.term}` : [],
  );
}

function detect(lines: readonly string[]): Format {
  return detectFormat(lines) ?? expect.unreachable('the format is not known');
}

test.each([
  ['Oct  5 00:48:45 core-01 etcd2[7]: ', Date.UTC(2000, 9, 5, 0, 48, 45)],
  ['<30>Oct  5 00:48:45.250 core-01 etcd2[7]: ', Date.UTC(2000, 9, 5, 0, 48, 45, 250)],
  ['2026-10-05T00:48:45.250+00:00 core-01 etcd2[7]: ', Date.UTC(2026, 9, 5, 0, 48, 45, 250)],
  ['1795400000.100000 core-01 etcd2[7]: ', 1795400000100],
])('a program without a time has that of its carrier: %s', (prefix, time) => {
  const lines = ['became follower at term 2', 'became candidate at term 3'].map(
    (words) => `${prefix}46c01644950728dc ${words}`,
  );
  const format = detect(lines);
  expect(format.id).toBe('etcd-journal');
  const times = readLines(format, lines).events.map((event) => event.time);
  expect(new Set(times)).toStrictEqual(new Set([time]));
});
