import { escapeText } from '@raftlens/trace/escape-text';
import { type KeptSearch, tryKept } from '../shrink/kept-capsules.ts';
import { shellWord } from './shell-word.ts';

/** What came of the kept capsules. */
export interface Kept {
  readonly tried: number;
  /** So many of them still fail. */
  readonly failing: number;
}

/**
 * Tries kept capsules before a hunt and says at once what each still shows. It goes beside the
 * report, so that a campaign's own report depends on nothing but the campaign.
 */
export async function tellKept(
  search: KeptSearch & { readonly program: string },
  write: (text: string) => void,
): Promise<Kept> {
  let [tried, failing] = [0, 0];
  for await (const { file, failure, problem } of tryKept(search)) {
    if (problem !== undefined) {
      write(`raft-loop: passed over a kept capsule: ${escapeText(problem, 200)}\n`);
      continue;
    }
    tried += 1;
    const name = escapeText(file, 200);
    if (failure === undefined) {
      write(`kept capsule ${name} shows nothing any more\n`);
      continue;
    }
    failing += 1;
    const what = failure.rule ?? failure.message;
    write(`kept capsule ${name} still fails: ${escapeText(what, 200)}\n`);
    write(`  replay:  ${search.program} --replay ${shellWord(file)}\n`);
  }
  if (tried > 0) write(`tried ${tried} kept ${tried === 1 ? 'capsule' : 'capsules'} first\n`);
  return { tried, failing };
}
