// npm start: sets up, then raft-loop with the arguments given, or its guided tour without any.
import { existsSync } from 'node:fs';
import { main } from './main.mjs';
import { programPath, root } from './root.mjs';
import { runChild } from './run-child.mjs';

await main(async () => {
  const command = programPath('raft-loop');
  if (!existsSync(command)) {
    process.stderr.write(`start: ${command} is not there: remove node_modules and try again\n`);
    return 1;
  }
  const args = process.argv.slice(2);
  const run = args.length === 0 ? { args: ['tour'], cwd: root } : { args, cwd: callerFolder() };
  const { code } = await runChild({ command, ...run, output: 'inherit' });
  return code;
});

/**
 * npm changes to the clone's folder before it starts a script; relative paths in the arguments mean
 * the folder of the caller. The variable is passed on to everything below npm, so that it counts
 * only for npm's own start.
 *
 * @returns {string}
 */
function callerFolder() {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === 'start' && folder !== undefined ? folder : process.cwd();
}
