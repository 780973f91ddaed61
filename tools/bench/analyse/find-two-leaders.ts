// What one writes in five minutes: two leaders in one term of one run, or none.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const leaders = new Map<number, string>();
let found = 0;

const input = createReadStream(process.argv[2] ?? '/dev/stdin');
for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
  const event: Readonly<Record<string, unknown>> = JSON.parse(line);
  if (event.event === 'trace.started') leaders.clear();
  if (event.event !== 'role.changed' || event.to !== 'leader') continue;
  const leader = leaders.get(Number(event.term));
  if (leader !== undefined && leader !== event.node) found += 1;
  leaders.set(Number(event.term), String(event.node));
}
process.stdout.write(`${found} terms with two leaders\n`);
