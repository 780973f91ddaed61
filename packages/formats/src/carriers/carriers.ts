import { linePattern } from '../line-pattern.ts';
import { nodeOfFile } from '../node-of-file.ts';
import type { Carrier } from './carrier.ts';
import { jsonCarrier } from './json-carrier.ts';
import { patternCarrier } from './pattern-carrier.ts';

const parts: Readonly<Record<string, string>> = {
  host: String.raw`[\w.-]{1,255}`,
  name: String.raw`[A-Za-z][\w.-]{0,255}`,
  path: String.raw`[\w./-]{1,255}\.(?:log|txt|out|err|old|\d{1,6})`,
};
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const time = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
const isoTime = String.raw`\d{4}-\d\d-\d\dT${time}(?:Z|[+-]\d\d:?\d\d)`;
const priority = String.raw`(?:<\d{1,3}>)?`;
/** `etcd[12]: ` */
const tag = String.raw`[^\s[\]:]{1,255}(?:\[\d{1,9}\])?: `;

function pattern(...pieces: readonly string[]): RegExp {
  return linePattern(parts, ...pieces);
}

const swarm = pattern(String.raw`(<name>\.\d{1,6})\.[\da-z]{1,40}@<host> {1,255}\| ?`);

/** Every carrier that is known; those that say whose a line is come first. */
export const carriers: readonly Carrier[] = [
  jsonCarrier,
  patternCarrier('syslog', pattern(priority, month, String.raw` [ \d]\d `, time, ' <host> ', tag)),
  patternCarrier('syslog-iso', pattern(priority, isoTime, ' <host> ', tag)),
  patternCarrier(
    'syslog-5424',
    pattern(
      String.raw`<\d{1,3}>1 ${isoTime} <host> \S{1,48} \S{1,128} \S{1,32} `,
      String.raw`(?:-|\[[^\]]{0,1000}\]) \uFEFF?`,
    ),
  ),
  // Fluentd's own files, with JSON behind.
  patternCarrier(
    'fluentd',
    pattern(String.raw`\d{4}-\d\d-\d\d `, time, String.raw` [+-]\d{4} [\w.*\/-]{1,255}: (?=\{)`),
  ),
  // `logcli` of Loki.
  patternCarrier(
    'logcli',
    pattern(
      isoTime,
      String.raw` \{[^{}]{0,1000}\b(?:pod|host|instance)="([^"]{1,255})"[^{}]{0,1000}\} `,
    ),
  ),
  // `journalctl` of hosts that leave the date away, and what a container's own system prints.
  patternCarrier('syslog-time', pattern(time, ' <host> ', tag)),
  patternCarrier('kernel', pattern(String.raw`\[ {0,7}\d{1,9}\.\d{6}\] `, tag)),
  patternCarrier('logrus', pattern(String.raw`(?:INFO|WARN|DEBU|ERRO|TRAC)\[\d{4,9}\] `)),
  patternCarrier('journal-unix', pattern(String.raw`\d{9,11}\.\d{6} <host> `, tag)),
  patternCarrier(
    'journal-full',
    pattern(weekday, String.raw` \d{4}-\d\d-\d\d `, time, String.raw` [\w+:-]{1,9} <host> `, tag),
  ),
  {
    id: 'swarm',
    unwrap(line) {
      const [whole, task, , host] = swarm.exec(line) ?? [];
      if (whole === undefined) return undefined;
      return { text: line.slice(whole.length), source: `${task}@${host}` };
    },
  },
  patternCarrier(
    'compose',
    // Also as foreman and goreman write it, with the time of day before.
    pattern(String.raw`(?:\d\d:\d\d:\d\d )?<name> {1,255}\| ?`),
  ),
  // The framework of etcd's robustness tests.
  patternCarrier('process', pattern(String.raw`\(<name>\) \(\d{1,9}\): `)),
  patternCarrier('kubectl', pattern(String.raw`\[pod\/<host>\/[\w.-]{1,255}\] ?`)),
  patternCarrier('kail', pattern(String.raw`[\w.-]{1,255}\/<host>\[[\w.-]{1,255}\]: `)),
  patternCarrier('container-runtime', pattern(isoTime, ' (?:stdout|stderr) [FP] ')),
  patternCarrier('actions', pattern(String.raw`[^\t]{1,200}\t[^\t]{1,200}\t`, isoTime, ' ')),
  patternCarrier('time', pattern(isoTime, ' '), { vague: true }),
  patternCarrier('ts', pattern(month, String.raw` [ \d]\d `, time, ' '), { vague: true }),
  patternCarrier('stern', pattern(String.raw`(?:[+-] )?<name> (?:› )?[A-Za-z][\w.-]{0,255} `), {
    vague: true,
  }),
  patternCarrier('name', pattern(String.raw`<name> `), { vague: true }),
  grepCarrier('grep-numbered', pattern('<path>', String.raw`:\d{1,9}:`)),
  grepCarrier('grep', pattern('<path>:')),
  grepCarrier('listing', pattern(String.raw`((?:\[[\w.-]{1,255}\]\/)?[\w./-]{1,255}) {1,40}\|`)),
  // Of `t.Log`, without the name of the test.
  patternCarrier('go-test', pattern(String.raw` {0,8}[\w.-]{1,100}\.go:\d{1,7}: (?=\d{4}-)`), {
    vague: true,
  }),
  patternCarrier('line-number', pattern(String.raw` {0,8}\d{1,9}(?:[:-]|\t)`), { vague: true }),
  patternCarrier('quote', pattern(String.raw`(?:> ?|[ \t]){1,40}`), { vague: true }),
];

/** The server is the one that the file is named after. */
function grepCarrier(id: string, head: RegExp): Carrier {
  const { unwrap } = patternCarrier(id, head);
  return {
    id,
    vague: true,
    unwrap(line) {
      const carried = unwrap(line);
      return carried && { ...carried, source: nodeOfFile(carried.source ?? '') };
    },
  };
}
