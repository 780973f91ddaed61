// node tools/bootstrap/run.mjs SCRIPT [ARGS]: sets up, then runs a script of ours with the
// workspace's own Node. The machine's may be too old to read it.
import { main } from './main.mjs';
import { programPath, root } from './root.mjs';
import { runChild } from './run-child.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const { code } = await runChild({
    command: programPath('node'),
    args,
    cwd: root,
    output: 'inherit',
  });
  return code;
});
