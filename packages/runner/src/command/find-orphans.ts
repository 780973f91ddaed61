import { campaignLives } from './campaign-name.ts';
import { type FoundProcess, processTable } from './process-table.ts';

/** The processes that were started for the run of a loop which no longer runs itself. */
export function findOrphans(): readonly FoundProcess[] {
  return processTable.withVariable('RAFT_LOOP_RUN=').filter(({ pid }) => {
    const run = processTable.variableOf(pid, 'RAFT_LOOP_RUN') ?? '';
    return campaignLives(run.replace(/\.\d+$/, '')) === false;
  });
}
