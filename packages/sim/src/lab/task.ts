import { schedule } from '../cluster.ts';
import type { Lab } from './lab.ts';
import { LabFailure } from './lab-failure.ts';
import { sleep } from './sleep.ts';

/** Work that takes virtual time: yields how long it wants to sleep, ms; returns its result. */
export type Task<Result> = Generator<number, Result, undefined>;

/** A task that runs beside the test. */
export interface Background {
  done: boolean;
}

/** Runs a task to its end while the test waits. */
export function runTask<Result>(lab: Lab, task: Task<Result>): Result {
  for (;;) {
    const step = task.next();
    if (step.done === true) return step.value;
    sleep(lab, step.value);
  }
}

/** Starts a task that goes on by itself; what it fails with is raised at the test's next step. */
export function startTask(lab: Lab, task: Task<unknown>): Background {
  const background: Background = { done: false };
  const step = (): void => {
    try {
      const next = task.next();
      if (next.done === true) background.done = true;
      else schedule(lab.cluster, next.value, step);
    } catch (error) {
      if (!(error instanceof LabFailure)) throw error;
      background.done = true;
      lab.taskFailure ??= error;
    }
  };
  step();
  return background;
}

/** Waits for tasks to end. */
export function join(lab: Lab, tasks: readonly Background[]): void {
  while (tasks.some((task) => !task.done)) sleep(lab, 10);
}
