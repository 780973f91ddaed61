#!/usr/bin/env node
// Kept to syntax that an old Node can parse, so that it can say what it needs.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const entry = new URL('../dist/bundle/cli.js', import.meta.url);
const [major, minor] = process.versions.node.split('.').map(Number);

if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${version}\n`);
} else if (major < 22 || (major === 22 && minor < 15)) {
  process.stderr.write(
    `raft-loop needs Node 22.15 or newer; this is Node ${process.versions.node}.\n` +
      'In a clone, ./node_modules/.bin/raft-loop starts the right one after `npm start`.\n',
  );
  process.exitCode = 2;
} else if (!hasFolder()) {
  process.stderr.write('raft-loop: nothing ran: the folder that it was started in is gone\n');
  process.exitCode = 4;
} else if (!existsSync(entry)) {
  process.stderr.write(
    'raft-loop is not built yet: run `npm start` (or `npm run build`) in the clone first.\n',
  );
  process.exitCode = 2;
} else {
  import(entry.href);
}

function hasFolder() {
  try {
    return process.cwd() !== '';
  } catch {
    return false;
  }
}
