import { testRule } from '../rule-table.ts';
import { machineWords } from './machine-words.ts';

// In two parts each, because this file is judged by the rule as well.
const host = ['registry', 'npmjs.org'].join('.');
const folder = ['', 'home', 'ada'].join('/');

testRule(machineWords, [
  {
    title: 'finds paths of one machine in pages and sources',
    path: 'docs/x.md',
    text: `see\n${folder}/raft and ${folder}`,
    finds: [`2: ${folder} is a path of one machine`, `2: ${folder} is a path of one machine`],
  },
  {
    title: 'lets addresses and relative paths be',
    path: 'docs/x.md',
    text: `https://example.org${folder} ../home/ada ~${folder}`,
    finds: [],
  },
  { title: 'lets tests write to folders', path: 'test/x.test.ts', text: folder, finds: [] },
  {
    title: "finds a registry's name anywhere",
    path: 'tools/x.ts',
    text: `\n\n'https://${host}/x'`,
    finds: [`3: ${host} is a registry's address`],
  },
  {
    title: 'finds addresses in the lockfile',
    path: 'pnpm-lock.yaml',
    text: 'resolution: {tarball: https://a.example/x.tgz}\ndeprecated: see https://a.example',
    finds: ['1: tarball: https://a.example/x.tgz} ties the lockfile to one registry'],
  },
]);
