// npm run bench -- groups [GROUPS...]: raft-analyze on a log of so many Raft groups, as that of a
// database with a group for each of its regions, by what the servers print.
import process from 'node:process';
import { cheapest } from '../analyse/measure-program.ts';
import { analysing } from '../analyse/peers.ts';
import { groupsFile, shares } from './groups-file.ts';

const usualGroups = [1000, 10_000];
const linesOfGroup = 50;
const rounds = 3;
const words = { all: 'all that is traced', usual: 'terms, roles and votes' } as const;

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : usualGroups;
if (!counts.every((count) => Number.isSafeInteger(count) && count > 0)) {
  process.stderr.write('bench: groups takes numbers of Raft groups, for instance 1000 10000\n');
  process.exit(2);
}

process.stdout.write(
  `groups: ${linesOfGroup} lines at most of each Raft group, the cheapest of ${rounds} runs\n` +
    row(['', 'wall', 'CPU', 'peak memory']),
);
for (const share of Object.keys(shares) as (keyof typeof shares)[]) {
  for (const groups of counts) {
    const name = `${groups.toLocaleString('en-GB')} groups, ${words[share]}`;
    const file = await groupsFile(groups, linesOfGroup, share);
    const { wallMs, cpuMs, peakMiB } = await cheapest(analysing(name, file), rounds);
    const memory = peakMiB === undefined ? '–' : `${Math.round(peakMiB)} MiB`;
    process.stdout.write(row([name, seconds(wallMs), seconds(cpuMs), memory]));
  }
}

function row([name = '', ...cells]: readonly string[]): string {
  return `  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(13)).join('')}\n`;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? '–' : `${(ms / 1000).toFixed(2)} s`;
}
