import { createTestCluster, type TestCluster } from './cluster.ts';
import { commands } from './commands.ts';

const separator = '----';

/**
 * Plays a transcript again and returns it with the output that it has now. A transcript is made of
 * blocks, an empty line between them: lines that begin with `#` are claims, then come commands,
 * then `----` and what the commands of the block put out, those behind `quietly` excepted.
 */
export function replay(transcript: string): string {
  const cluster = createTestCluster();
  const blocks = transcript.trimEnd().split(/\n{2,}/);
  return `${blocks.map((block) => replayBlock(cluster, block)).join('\n\n')}\n`;
}

function replayBlock(cluster: TestCluster, block: string): string {
  const lines = block.split('\n');
  const end = lines.indexOf(separator);
  const script = end === -1 ? lines : lines.slice(0, end);
  if (script.every((line) => line.startsWith('#'))) return script.join('\n');
  cluster.lines = [];
  for (const line of script) {
    if (!line.startsWith('#')) run(cluster, line);
  }
  return [...script, separator, ...cluster.lines].join('\n');
}

function run(cluster: TestCluster, line: string): void {
  const [name = '', ...words] = line.split(' ');
  if (name === 'quietly') {
    const { lines } = cluster;
    cluster.lines = [];
    run(cluster, words.join(' '));
    cluster.lines = lines;
    return;
  }
  const command = commands.get(name);
  if (command === undefined) throw new Error(`no command is called ${name}: ${line}`);
  command(cluster, words);
}
