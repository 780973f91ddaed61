// npm start: sets up, then raft-loop with the arguments given, or its guided tour without any.
import { existsSync } from 'node:fs';
import { main } from './main.mjs';
import { programPath } from './root.mjs';
import { runChild } from './run-child.mjs';

await main(async () => {
  const command = programPath('raft-loop');
  if (!existsSync(command)) {
    process.stderr.write(`start: ${command} is not there: remove node_modules and try again\n`);
    return 1;
  }
  const args = process.argv.slice(2);
  const { code } = await runChild({
    command,
    args: args.length === 0 ? ['tour'] : args,
    output: 'inherit',
    cwd: callerFolder(),
  });
  return code;
});

/**
 * npm changes to the clone's folder before it starts a script; relative paths in the arguments mean
 * the folder of the caller.
 *
 * @returns {string}
 */
function callerFolder() {
  return process.env.INIT_CWD ?? process.cwd();
}
