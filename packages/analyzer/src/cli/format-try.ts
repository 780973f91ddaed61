import process from 'node:process';
import { decompress } from '../input/decompress.ts';
import { fileSource } from '../input/file-source.ts';
import { createLineBlocks } from '../input/line-blocks.ts';
import { lineText } from '../input/line-text.ts';
import { readProblem } from '../input/read-problem.ts';
import { stdinSource } from '../input/stdin-source.ts';
import { trialText } from '../render/trial-text.ts';
import { definitionProblems } from './definition-problems.ts';
import { exitCode } from './exit-code.ts';
import { terminalPage } from './terminal-page.ts';
import { writeOut } from './write-out.ts';

/** A trial is read by eye: the rest of a longer sample would only cost time. */
const mostBytes = 16 * 1024 * 1024;

/** Shows what a definition of a format makes of a sample; gives the exit code. */
export async function formatTry(
  definitionFile: string,
  sample: string,
  colour: boolean | undefined,
): Promise<number> {
  const { loadDefinition } = await import('../own-format/load-definition.ts');
  const loaded = loadDefinition(definitionFile);
  if (loaded.kind === 'problems') return definitionProblems(loaded.problems);
  const read = await linesOf(sample);
  if (typeof read === 'string') {
    process.stderr.write(`raft-analyze: ${sample}: ${read}\n`);
    return exitCode.unreadable;
  }
  const { tryFormat } = await import('../own-format/try-format.ts');
  const trial = tryFormat(loaded.definition, sample, read.lines);
  const places = {
    sample: sample === '-' ? 'standard input' : sample,
    ruleAt: (rule: number) => `${definitionFile}:${loaded.lineOf(['rules', rule])}`,
  };
  await writeOut(await trialText(trial, places, terminalPage(colour)));
  if (read.cut) process.stderr.write('raft-analyze: only the first 16 MiB were tried\n');
  return trial.matched > 0 ? exitCode.clean : exitCode.unreadable;
}

/** The lines of the file, or why it cannot be read. */
async function linesOf(
  sample: string,
): Promise<{ readonly lines: readonly string[]; readonly cut: boolean } | string> {
  const source = sample === '-' ? stdinSource : fileSource(sample);
  const lines: string[] = [];
  const blocks = createLineBlocks({
    onLines(block) {
      for (let at = 0; at < block.length; ) {
        const end = block.bytes.indexOf(0x0a, at);
        lines.push(lineText(block, at, end).text);
        at = end + 1;
      }
    },
    onTooLong: () => lines.push(''),
  });
  let bytes = 0;
  try {
    for await (const chunk of decompress(source.open())) {
      blocks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostBytes) break;
    }
  } catch (error) {
    return readProblem(error).message;
  }
  blocks.end();
  return { lines, cut: bytes > mostBytes };
}
