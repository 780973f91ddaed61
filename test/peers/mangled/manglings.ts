import { Buffer } from 'node:buffer';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type LogFile, linesOf, type PlainLog, withLines } from './log-file.ts';
import { writers } from './writers.ts';

/** Something that happens to logs before anybody looks at them. */
export interface Mangling {
  readonly name: string;
  /**
   * What is left: `all` that was told, a `part` of it at the beginning or the end of each file, or
   * only the `order` of lines with gaps between, over which nothing can be taken to hold.
   */
  readonly keeps: 'all' | 'part' | 'order';
  readonly mangle: (logs: readonly PlainLog[]) => readonly LogFile[];
}

type OfOne = (log: PlainLog, index: number) => PlainLog;

const each =
  (change: OfOne): Mangling['mangle'] =>
  (logs) =>
    logs.map(change);

const perLine = (change: (line: string, log: PlainLog, index: number) => string): OfOne => {
  return (log) =>
    withLines(
      log,
      linesOf(log).map((line, index) => change(line, log, index)),
    );
};

const dated = /2026([-/])11([-/])23/g;

const carried: readonly Mangling[] = Object.entries(writers).map(([name, carry]) => ({
  name,
  keeps: 'all',
  mangle: each(perLine((line, { server }, index) => carry(line, server, index))),
}));

const ended: Mangling = {
  name: 'CR LF',
  keeps: 'all',
  mangle: each(perLine((line) => `${line}\r`)),
};

const named: readonly Mangling[] = [
  { name: 'the files in another order', keeps: 'all', mangle: (logs) => logs.toReversed() },
  {
    name: 'files of any name',
    keeps: 'all',
    mangle: each((log, index) => ({
      ...log,
      name: `${['alpha', 'x/messages', 'LOG (2).old'][index % 3]}${index > 2 ? index : ''}`,
    })),
  },
  {
    name: 'files of one name in folders',
    keeps: 'all',
    mangle: each((log) => ({ ...log, name: `/srv/${log.server}/server.log` })),
  },
  {
    name: 'in folders of hosts two levels up',
    keeps: 'all',
    mangle: each((log) => ({ ...log, name: `/srv/${log.server}/var/log/messages` })),
  },
  {
    name: 'gzip',
    keeps: 'all',
    mangle: (logs) =>
      logs.map((log) => ({ ...log, name: `${log.name}.gz`, content: gzipSync(log.content) })),
  },
  {
    name: 'gzip in two members, zstd',
    keeps: 'all',
    mangle: (logs) =>
      logs.map((log, index) => {
        const half = Math.floor(log.content.length / 2);
        const content =
          index === 0
            ? zstdCompressSync(log.content)
            : Buffer.concat([
                gzipSync(log.content.slice(0, half)),
                gzipSync(log.content.slice(half)),
              ]);
        return { ...log, content };
      }),
  },
  {
    name: 'rotated by number',
    keeps: 'all',
    mangle: (logs) =>
      logs.flatMap((log) => {
        const [oldest, older, newest] = inThree(log);
        return [
          newest,
          { ...older, name: `${log.name}.1` },
          { ...oldest, name: `${log.name}.2.gz`, content: gzipSync(oldest.content) },
        ];
      }),
  },
  {
    name: 'rotated by date',
    keeps: 'all',
    mangle: (logs) =>
      logs.flatMap((log) => {
        const [oldest, older, newest] = inThree(log);
        return [
          newest,
          { ...older, name: `${log.name}-20261122` },
          { ...oldest, name: `${log.name}-20261121.gz`, content: gzipSync(oldest.content) },
        ];
      }),
  },
];

function inThree(log: PlainLog): readonly [PlainLog, PlainLog, PlainLog] {
  const lines = linesOf(log);
  const third = Math.floor(lines.length / 3);
  return [
    withLines(log, lines.slice(0, third)),
    withLines(log, lines.slice(third, 2 * third)),
    withLines(log, lines.slice(2 * third)),
  ];
}

const timed: readonly Mangling[] = [
  {
    name: 'another year',
    keeps: 'all',
    mangle: each(perLine((line) => line.replaceAll(dated, '2031$102$204'))),
  },
  {
    name: 'clocks a day apart',
    keeps: 'all',
    mangle: each((log, index) =>
      perLine((line) => line.replaceAll(dated, `2026$111$2${22 + index}`))(log, index),
    ),
  },
  {
    name: 'a zone for each server',
    keeps: 'all',
    mangle: each((log, index) =>
      perLine((line) =>
        line.replaceAll(
          /T03:(\d\d:\d\d(?:\.\d+)?)Z/g,
          (_, rest) => `T${String(3 + index).padStart(2, '0')}:${rest}+0${index}:00`,
        ),
      )(log, index),
    ),
  },
];

const cut: readonly Mangling[] = [0.25, 0.5, 0.75].flatMap((part) => [
  {
    name: `the end lost from ${part} on`,
    keeps: 'part',
    mangle: each((log) => ({
      ...log,
      content: log.content.slice(0, Math.floor(log.content.length * part)),
    })),
  },
  {
    name: `the beginning lost up to ${part}`,
    keeps: 'part',
    mangle: each((log) => ({
      ...log,
      content: log.content.slice(Math.floor(log.content.length * part)),
    })),
  },
  {
    name: `a hole of 3000 bytes at ${part}`,
    keeps: 'order',
    mangle: each((log) => {
      const at = Math.floor(log.content.length * part);
      return { ...log, content: `${log.content.slice(0, at)}\n${log.content.slice(at + 3000)}` };
    }),
  },
  {
    name: `one server's first ${part} alone is there`,
    keeps: 'part',
    mangle: each((log, index) =>
      index === 0
        ? { ...log, content: log.content.slice(0, Math.floor(log.content.length * part)) }
        : log,
    ),
  },
]);

const filtered: readonly Mangling[] = [
  {
    name: 'without the lines of debug',
    keeps: 'part',
    mangle: each((log) =>
      withLines(
        log,
        linesOf(log).filter((line) => !/debug|\[DBG\]|\[TRC\]| DEBUG|\|DBG\|/i.test(line)),
      ),
    ),
  },
  {
    name: 'every third line lost',
    keeps: 'order',
    mangle: each((log, index) =>
      withLines(
        log,
        linesOf(log).filter((_, at) => (at + index) % 3 !== 0),
      ),
    ),
  },
  {
    name: 'other programs speak in between',
    keeps: 'all',
    mangle: each((log) =>
      withLines(
        log,
        linesOf(log).flatMap((line, index) =>
          index % 3 === 0
            ? [
                line,
                [
                  '',
                  'goroutine 1 [running]:',
                  '\tat java.base/java.lang.Thread.run(Thread.java:829)',
                  '{"level":"info","ts":1,"msg":"GET / 200"}',
                  '2026/11/23 03:17:00 http: TLS handshake error from 10.0.0.1:2: EOF',
                ][index % 5] ?? '',
              ]
            : [line],
        ),
      ),
    ),
  },
  {
    name: 'four hundred lines of others first',
    keeps: 'all',
    mangle: each((log) =>
      withLines(log, [
        ...Array.from(
          { length: 400 },
          (_, index) => `Nov 23 03:00:00 host cron[${index}]: (root) CMD (true)`,
        ),
        ...linesOf(log),
      ]),
    ),
  },
  ...[0, 1, 2].map(
    (kept): Mangling => ({
      name: `only file ${kept + 1}`,
      keeps: 'part',
      mangle: (logs) => logs.filter((_, index) => index === kept),
    }),
  ),
];

/** Carriers that say whose a line is, as one file of all servers needs it. */
const telling = [
  'journalctl',
  'journalctl -o json',
  'journalctl -o short-iso',
  'rsyslog',
  'RFC 5424',
  'docker compose',
  'docker compose 1',
  'docker service logs',
  'kubectl logs --prefix',
  'stern',
  'grep -H',
];

const merged: readonly Mangling[] = [
  ...telling.map(
    (name): Mangling => ({
      name: `one file by ${name}`,
      keeps: 'all',
      mangle: (logs) => [
        inTurns(logs, (line, { server }, index) => writers[name]?.(line, server, index) ?? line),
      ],
    }),
  ),
];

function inTurns(
  logs: readonly PlainLog[],
  carry: (line: string, log: PlainLog, index: number) => string,
): LogFile {
  const all = logs.map((log) => ({ log, lines: linesOf(log) }));
  const keyed = all.flatMap(({ log, lines }) =>
    lines.map((line, index) => ({ at: index / lines.length, text: carry(line, log, index) })),
  );
  const lines = keyed.sort((a, b) => a.at - b.at).map(({ text }) => `${text}\n`);
  return { name: 'all.log', server: undefined, content: lines.join('') };
}

/** etcd's ids in both their bases, and addresses. */
function withOtherIds(line: string): string {
  const flipped = (id: bigint): bigint => BigInt.asUintN(60, id ^ 0x5a5a5a5a5a5a5a5n);
  return line
    .replaceAll(/\b[0-9a-f]{15,16}\b/g, (hex) => flipped(BigInt(`0x${hex}`)).toString(16))
    .replaceAll(/\b\d{17,20}\b/g, (decimal) => flipped(BigInt(decimal)).toString())
    .replaceAll('127.1.0.', '10.20.30.');
}

function inOrder(...names: readonly string[]): Mangling {
  const steps = names.map((name) => {
    const step = single.find((each) => each.name === name);
    if (step === undefined) throw new Error(`there is no mangling called ${name}`);
    return step;
  });
  const mangle: Mangling['mangle'] = (logs) =>
    steps.reduce<readonly LogFile[]>((files, step) => step.mangle(files as PlainLog[]), logs);
  const keeps = steps.find((step) => step.keeps !== 'all')?.keeps ?? 'all';
  return { name: names.join(', '), keeps, mangle };
}

const single: readonly Mangling[] = [
  { name: 'nothing', keeps: 'all', mangle: (logs) => logs },
  ...carried,
  ended,
  ...named,
  ...timed,
  ...cut,
  ...filtered,
  {
    name: 'one file, one log after another',
    keeps: 'order',
    mangle: (logs) => [
      { name: 'all.log', server: undefined, content: logs.map(({ content }) => content).join('') },
    ],
  },
  {
    name: 'one file, in turns, of nobody',
    keeps: 'order',
    mangle: (logs) => [inTurns(logs, (line) => line)],
  },
  { name: 'other ids', keeps: 'all', mangle: each(perLine(withOtherIds)) },
  ...merged,
];

const combined: readonly Mangling[] = [
  inOrder('other ids', 'another year', 'rsyslog', 'gzip'),
  inOrder('a zone for each server', 'docker compose', 'the files in another order'),
  inOrder('json-file of docker', 'files of one name in folders', 'rotated by number'),
  inOrder('another year', 'one file by kubectl logs --prefix'),
  inOrder('other programs speak in between', 'journalctl -o json', 'rotated by date'),
  inOrder('the end lost from 0.75 on', 'the runtime of containers', 'gzip'),
  inOrder('the beginning lost up to 0.25', 'the end lost from 0.5 on', 'stern'),
  inOrder('without the lines of debug', 'one file by docker compose'),
  inOrder('every third line lost', 'RFC 5424', 'files of any name'),
];

/** What is tried on every set: each thing by itself, and some of what happens together. */
export const manglings: readonly Mangling[] = [...single, ...combined];
