import process from 'node:process';

/** Writes to standard output; waits where the reader is slower, so that nothing piles up. */
export async function writeOut(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once('drain', resolve);
  });
}
