// What a script of one's own would do: every line, parsed where it is JSON.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const lines = createInterface({ input: createReadStream(process.argv[2] ?? '') });
let leaders = 0;
for await (const line of lines) {
  const text = line.startsWith('{') ? String(JSON.parse(line).msg) : line;
  if (/became leader at term \d+|entering leader state/.test(text)) leaders += 1;
}
process.stdout.write(`${leaders}\n`);
